// SPDX-License-Identifier: MPL-2.0
//
// Children on the steps and movements between them. The example is worked out by hand:
//
//     30-06-2020   step 2: 40   step 3: 30   step 5: 20   step 6: 10       in all 100
//     movements    3 -> 5: 4, 3 -> 6: 1, 3 -> 2: 6, 5 -> 3: 2, in -> 2: 9, in -> 3: 5, 2 -> out: 7, 6 -> out: 3
//     31-12-2020   step 2: 40 - 7 + 6 + 9 = 48     step 3: 30 - 11 + 2 + 5 = 26
//                  step 5: 20 - 2 + 4 = 22         step 6: 10 - 3 + 1 = 8   in all 104
//     up 4 + 1 = 5, down 6 + 2 = 8, in 9 + 5 = 14, out 7 + 3 = 10; 104 = 100 + 14 - 10
#include "ladder_book.hpp"

#include "ladder/entry_figures.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::day;
using tests::LadderBook;
using tests::words;

const Date june = day(2020, 6, 30);
const Date december = day(2020, 12, 31);

LadderBook example()
{
    LadderBook book;
    book.children(june, "Forebyggende indsatser", 40.0, 10.0);
    book.children(june, "Hjemmebaserede foranstaltninger", 30.0, 12.0);
    book.children(june, "Plejefamilie", 20.0, 60.0);
    book.children(june, "Anbringelse på institution", 10.0);
    book.children(december, "Forebyggende indsatser", 48.0, 10.0);
    book.children(december, "Støtte i hjemmet", 20.0, 12.0);
    book.children(december, "Familiebehandling", 6.0, 25.0);
    book.children(december, "Plejefamilie", 22.0);
    book.children(december, "Døgninstitution", 8.0);
    book.move(december, "trin 3", "trin 5", 4.0);
    book.move(december, "trin 3", "trin 6", 1.0);
    book.move(december, "trin 3", "trin 2", 6.0);
    book.move(december, "trin 5", "trin 3", 2.0);
    book.move(december, "uden for trappen", "trin 2", 9.0);
    book.move(december, "uden for trappen", "trin 3", 5.0);
    book.move(december, "trin 2", "uden for trappen", 7.0);
    book.move(december, "trin 6", "uden for trappen", 3.0);
    return book;
}

std::vector<std::string> faults_of(const LadderResult& result)
{
    std::vector<std::string> sentences;
    for (const LadderFault& fault : result.faults())
        sentences.push_back(ladder_fault_sentence(fault, words().danish));
    return sentences;
}

} // namespace

TEST(LadderResult, CountsTheChildrenOfEachStep)
{
    const LadderResult result = example().result();
    EXPECT_EQ(faults_of(result), std::vector<std::string>{});
    ASSERT_EQ(result.rounds.size(), 2U);
    EXPECT_EQ(result.rounds[0].total.children, 100);
    EXPECT_EQ(result.rounds[1].total.children, 104);
    EXPECT_EQ(result.rounds[1].buckets[2].children, 26);
    EXPECT_EQ(result.rounds[0].share(1), 40.0);
    EXPECT_EQ(result.rounds[1].buckets[0].children, std::nullopt) << "nobody said anything of step 1";
}

TEST(LadderResult, WeighsDurationsByChildrenAndSaysHowManyAreKnown)
{
    const LadderResult result = example().result();
    EXPECT_EQ(result.rounds[1].buckets[2].duration, (20 * 12.0 + 6 * 25.0) / 26);
    EXPECT_EQ(result.rounds[1].buckets[4].duration, std::nullopt);
    EXPECT_EQ(result.rounds[0].total.with_duration, 90);
    EXPECT_EQ(result.rounds[0].total.duration, (40 * 10.0 + 30 * 12.0 + 20 * 60.0) / 90);
}

TEST(LadderResult, SumsMovementsUpDownInAndOut)
{
    const LadderResult result = example().result();
    ASSERT_EQ(result.movements.size(), 1U);
    const MovementRound& round = result.movements[0];
    EXPECT_EQ(round.before, june);
    EXPECT_EQ(round.up.children, 5);
    EXPECT_EQ(round.down.children, 8);
    EXPECT_EQ(round.in.children, 14);
    EXPECT_EQ(round.out.children, 10);
    EXPECT_EQ(round.cells[3][6].children, 1);
    EXPECT_EQ(round.cells[4][6].children, 0) << "what is not named on a date with rows moved nobody";
    EXPECT_EQ(round.cells[3][3].children, std::nullopt) << "nobody said how many stayed";
}

TEST(LadderResult, FindsThatStocksAndMovementsAgree)
{
    const LadderResult result = example().result();
    EXPECT_FALSE(result.movements[0].disagrees());
    EXPECT_EQ(result.movements[0].balances[2].difference(), 0);
    EXPECT_EQ(result.movements[0].balances[0].difference(), std::nullopt) << "step 1 was not counted";
}

TEST(LadderResult, ShowsTheStepAndTheCellWhereTheyDoNot)
{
    LadderBook book = example();
    Grid& sheet = book.children_sheet();
    int row = 0;
    while (sheet.at(row, 2) != Cell{std::string("Støtte i hjemmet")})
        ++row;
    sheet.make(row, 3) = Cell{21.0};
    const LadderResult result = book.result();
    EXPECT_TRUE(result.movements[0].disagrees());
    const StepBalance& step = result.movements[0].balances[2];
    EXPECT_EQ(step.difference(), 1);
    EXPECT_EQ(step.place.row, row);
    EXPECT_EQ(step.place.column, 3);
}

TEST(LadderResult, KeepsAMissingNumberApartFromZero)
{
    LadderBook book = example();
    book.children(december, "Netværksplejefamilie", Cell{std::string("ikke indberettet")});
    book.children(december, "Opholdssted", Cell{});
    const LadderResult result = book.result();
    const LadderRound& round = result.rounds[1];
    EXPECT_EQ(round.buckets[3].children, std::nullopt);
    EXPECT_EQ(round.buckets[3].missing, 1);
    EXPECT_EQ(round.buckets[5].children, 8);
    EXPECT_EQ(round.buckets[5].complete(), std::nullopt);
    EXPECT_EQ(round.total.missing, 2);
    EXPECT_EQ(result.movements[0].balances[5].difference(), std::nullopt);
}

TEST(LadderResult, LeavesOutRoundsWhereNothingWasTyped)
{
    LadderBook book;
    book.children(june, "Plejefamilie", Cell{});
    EXPECT_FALSE(book.result().rows.used());
    EXPECT_TRUE(book.result().rounds.empty());
}

TEST(LadderResult, KeepsWhatIsNotPlacedInTheTotal)
{
    LadderBook book = example();
    const int asked = book.children(december, "Eget værelse", 6.0);
    const int unknown = book.children(december, "Multisystemisk terapi", 3.0);
    const LadderResult result = book.result();
    EXPECT_EQ(result.rounds[1].buckets[unplaced_bucket].children, 9);
    EXPECT_EQ(result.rounds[1].total.children, 113);
    std::int64_t sum = 0;
    for (const Stock& stock : result.rounds[1].buckets)
        sum += stock.children.value_or(0);
    EXPECT_EQ(sum, 113);
    ASSERT_EQ(result.to_settle.size(), 2U);
    EXPECT_EQ(result.to_settle[0].placement, Placement::ask);
    EXPECT_EQ(result.to_settle[0].children, 6);
    EXPECT_EQ(result.to_settle[0].use.row, asked);
    const Place answer = result.to_settle[0].answer;
    EXPECT_EQ(book.ladder().at(answer.row, answer.column), Cell{std::string("afklares lokalt")});
    EXPECT_EQ(result.to_settle[1].placement, Placement::unknown);
    EXPECT_EQ(result.to_settle[1].use.row, unknown);
    EXPECT_EQ(result.to_settle[1].answer.sheet, -1);
}

TEST(LadderResult, PlacesWhatWasSettledOnceTheAnswerIsTyped)
{
    LadderBook book = example();
    book.children(december, "Eget værelse", 6.0);
    const Place answer = book.result().to_settle.at(0).answer;
    book.ladder().make(answer.row, answer.column) = Cell{std::string("trin 3")};
    const LadderResult result = book.result();
    EXPECT_TRUE(result.to_settle.empty());
    EXPECT_EQ(result.rounds[1].buckets[2].children, 32);
}

TEST(LadderResult, NeverAddsTheTotalOfThePlaces)
{
    LadderBook book;
    book.children(book.book.date(june), "DST-anbringelsessted", Cell{0.0}, Cell{31.0});
    book.children(book.book.date(june), "DST-anbringelsessted", Cell{21.0}, Cell{20.0});
    book.children(book.book.date(june), "DST-anbringelsessted", Cell{27.0}, Cell{8.0});
    book.children(book.book.date(june), "DST-anbringelsessted", Cell{99.0}, Cell{2.0});
    const LadderResult result = book.result();
    EXPECT_EQ(result.rounds[0].total.children, 30);
    EXPECT_EQ(result.rounds[0].buckets[unplaced_bucket].children, 2);
    EXPECT_TRUE(result.to_settle.empty()) << "what is not stated cannot be settled";
    ASSERT_EQ(result.sums.size(), 1U);
    EXPECT_EQ(result.sums[0].stated, 31);
    EXPECT_EQ(result.sums[0].counted, 30);
}

TEST(LadderResult, NamesTheCellOfEveryBadEntry)
{
    LadderBook book;
    book.children(Cell{std::string("31-09-2020")}, "Foranstaltning", Cell{std::string("Plejefamilie")}, Cell{3.0});
    book.children(book.book.date(june), "Ydelse", Cell{std::string("Plejefamilie")}, Cell{3.0});
    book.children(june, "Plejefamilie", 2.5);
    book.children(june, "Døgninstitution", 3.0, Cell{std::string("længe")});
    book.move(december, "trin 3", "trin 9", 1.0);
    book.move(december, "uden for trappen", "uden for trappen", 1.0);
    book.move(december, "trin 3", "trin 2", Cell{std::string("<5")});
    std::vector<std::string> cells;
    for (const LadderFault& fault : book.result().faults())
        cells.push_back(fault.values.at(fault.values.size() - 2).second + " " + fault.values.back().second + " " +
                        fault.message);
    EXPECT_EQ(cells, (std::vector<std::string>{
                         "Børn på trin A7 ladder.fault.no_date", "Børn på trin B8 ladder.fault.unknown_kind",
                         "Børn på trin D9 ladder.fault.no_count", "Børn på trin E10 ladder.fault.no_duration",
                         "Bevægelser C7 ladder.fault.no_end", "Bevægelser C8 ladder.fault.outside_to_outside",
                         "Bevægelser D9 ladder.fault.no_count"}));
}

TEST(LadderResult, NeverRepeatsWhatIsBuiltLikeACivilRegistrationNumber)
{
    LadderBook book;
    book.children(june, "Plejefamilie", 3.0);
    book.children(book.book.date(june), "010190-1234", Cell{std::string("010190-1234")}, Cell{1.0});
    book.children(june, "barn 010190-1234", 1.0);
    const LadderResult result = book.result();
    for (const std::string& sentence : faults_of(result))
        EXPECT_EQ(sentence.find("010190"), std::string::npos) << sentence;
    for (const ToSettle& one : result.to_settle)
        EXPECT_EQ(one.code.find("010190"), std::string::npos);
}

TEST(LadderResult, CountsRowsThatStandTwiceAndSaysSo)
{
    LadderBook book;
    book.children(june, "Plejefamilie", 3.0);
    book.children(june, "plejefamilie", 4.0);
    const LadderResult result = book.result();
    EXPECT_EQ(result.rounds[0].buckets[4].children, 7);
    ASSERT_EQ(result.faults().size(), 1U);
    EXPECT_EQ(result.faults()[0].message, "ladder.fault.children_twice");
}

TEST(LadderResult, FindsSheetsThatLostTheirNames)
{
    LadderBook book = example();
    book.drop_names();
    EXPECT_EQ(book.result().rounds[1].total.children, 104);
    EXPECT_EQ(book.result().movements[0].up.children, 5);
}

TEST(LadderResult, FindsColumnsAndRowsWhereverTheyStand)
{
    LadderBook book = example();
    Grid& sheet = book.children_sheet();
    Grid moved = sheet;
    const int heading = 5;
    for (int row = 0; row < sheet.rows(); ++row)
        for (int column = 0; column < sheet.columns; ++column)
        {
            // Columns the other way round, and the rows beneath the headings too.
            const int from_row = row > heading ? sheet.rows() - 1 - (row - heading - 1) : row;
            moved.make(row, column) = sheet.at(from_row, sheet.columns - 1 - column);
        }
    sheet = moved;
    const LadderResult result = book.result();
    EXPECT_EQ(faults_of(result), std::vector<std::string>{});
    EXPECT_EQ(result.rounds[1].buckets[2].children, 26);
    EXPECT_FALSE(result.movements[0].disagrees());
}

TEST(LadderResult, ReadsAnEnglishWorkbook)
{
    LadderBook book(Language::english);
    book.children(book.book.date(june), "Measure", Cell{std::string("Foster family")}, Cell{12.0});
    book.move(june, "outside the ladder", "step 5", 12.0);
    const LadderResult result = book.result();
    EXPECT_EQ(result.rounds[0].buckets[4].children, 12);
    EXPECT_EQ(result.movements[0].in.children, 12);
}

TEST(EntryFilling, FillsTheItemsOfFigures8And9WhereNothingIsTyped)
{
    LadderBook book = example();
    const Workbook workbook = book.book.read();
    const EntryFilling filling = entry_filling(workbook, book.result());
    std::map<std::string, std::int64_t> filled;
    for (const EntryFigure& figure : filling.filled)
        filled[figure.item + " " + iso_date(figure.date)] = figure.children;
    // From step 3 up 4 + 1, from step 3 down 6, and 30 on step 3 before.
    EXPECT_EQ(filled, (std::map<std::string, std::int64_t>{{"bevaegelser_op 2020-12-31", 5},
                                                           {"bevaegelser_ned 2020-12-31", 6},
                                                           {"hjemmebaseret_forrige 2020-12-31", 30}}));
    EXPECT_EQ(filling.update.sheet, workbook.entry.sheet);
    EXPECT_EQ(filling.update.cells.size(), 3U);
    EXPECT_TRUE(filling.differing.empty());
}

TEST(EntryFilling, NeverOverwritesWhatIsTyped)
{
    LadderBook book = example();
    book.book.entry("bevaegelser_op", december) = Cell{7.0};
    book.book.entry("bevaegelser_ned", december) = Cell{6.0};
    book.book.entry("hjemmebaseret_forrige", december) = Cell{std::string("ikke indberettet")};
    const EntryFilling filling = entry_filling(book.book.read(), book.result());
    EXPECT_TRUE(filling.update.cells.empty());
    ASSERT_EQ(filling.differing.size(), 1U);
    EXPECT_EQ(filling.differing[0].item, "bevaegelser_op");
    EXPECT_EQ(filling.differing[0].children, 5);
}

TEST(EntryFilling, UsesNoRoundBeforeThatIndtastningDoesNotHave)
{
    LadderBook book;
    book.children(day(2019, 12, 31), "Støtte i hjemmet", 30.0);
    book.children(december, "Støtte i hjemmet", 26.0);
    // Indtastning has a round on 30-06-2020, which is the one before.
    const EntryFilling filling = entry_filling(book.book.read(), book.result());
    EXPECT_TRUE(filling.filled.empty());
}

TEST(EntryFilling, FillsNothingFromAMovementWithoutANumber)
{
    LadderBook book = example();
    book.move(december, "trin 3", "trin 4", Cell{std::string("ikke indberettet")});
    const EntryFilling filling = entry_filling(book.book.read(), book.result());
    for (const EntryFigure& figure : filling.filled)
        EXPECT_NE(figure.item, "bevaegelser_op");
    EXPECT_EQ(filling.filled.size(), 2U);
}

} // namespace trinvis
