// SPDX-License-Identifier: MPL-2.0
//
// The sheets of the ladder as data, its charts, its chapter in the plan, and what is hidden when it is shared.
#include "ladder_book.hpp"

#include "ladder/ladder_charts.hpp"
#include "ladder/ladder_report.hpp"
#include "ladder/ladder_sharing.hpp"
#include "plan/ladder_chapter.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::day;
using tests::LadderBook;
using tests::words;

const Date june = day(2020, 6, 30);
const Date december = day(2020, 12, 31);

LadderBook small_example()
{
    LadderBook book;
    for (const auto& [date, network, foster] : {std::tuple{june, 6.0, 20.0}, std::tuple{december, 3.0, 23.0}})
    {
        book.children(date, "Støtte i hjemmet", 60.0, 12.0);
        book.children(date, "Netværksplejefamilie", network, 30.0);
        book.children(date, "Plejefamilie", foster, 50.0);
        book.children(date, "Døgninstitution", 12.0, 24.0);
        book.children(date, "Eget værelse", 7.0);
    }
    book.move(december, "trin 4", "trin 5", 3.0);
    book.move(december, "uden for trappen", "trin 3", 8.0);
    book.move(december, "trin 3", "uden for trappen", 8.0);
    return book;
}

std::string text_at(const SheetContent& sheet, int row, std::size_t column)
{
    const auto& cells = sheet.rows.at(static_cast<std::size_t>(row));
    if (column >= cells.size())
        return {};
    if (const LinkTo* link = std::get_if<LinkTo>(&cells[column]))
        return link->text;
    if (const double* number = std::get_if<double>(&cells[column]))
        return std::to_string(static_cast<int>(*number));
    const std::string* text = std::get_if<std::string>(&cells[column]);
    return text ? *text : std::string{};
}

/// The row beneath a section whose first cell holds a text; -1 when there is none.
int row_below(const SheetContent& sheet, std::string_view section, std::string_view first)
{
    bool inside = false;
    for (int row = 0; row < sheet.row_count(); ++row)
    {
        inside = inside || text_at(sheet, row, 0) == section;
        if (inside && text_at(sheet, row, 0) == first)
            return row;
    }
    return -1;
}

SheetContent report_of(const LadderBook& book)
{
    return ladder_report(book.result(), book.book.read(), words().danish).sheet;
}

LadderResult shared_result(LadderBook& book)
{
    Workbook workbook = book.book.read();
    workbook.sharing.wanted = true;
    LadderResult result = book.result();
    hide_small_numbers(result, workbook, {});
    return result;
}

} // namespace

TEST(LadderSheets, AreFoundAgainWithAllTheirRows)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const LadderBook book(language);
        const LadderResult result = book.result();
        EXPECT_TRUE(result.mapping.has_sheet());
        EXPECT_TRUE(result.faults().empty());
        EXPECT_EQ(result.mapping.rows().size(), tests::ladder_of(language).rows.size());
        for (std::size_t i = 0; i < result.mapping.rows().size(); ++i)
        {
            const MappingRow& shipped = tests::ladder_of(language).rows[i];
            EXPECT_EQ(result.mapping.rows()[i].answer, shipped.answer) << shipped.code;
            EXPECT_EQ(result.mapping.rows()[i].status, shipped.status) << shipped.code;
            EXPECT_EQ(result.mapping.rows()[i].source, shipped.source) << shipped.code;
        }
        EXPECT_FALSE(result.rows.used());
    }
}

TEST(LadderSheets, AreNoFaultInTheWorkbook)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const LadderBook book(language);
        for (const Finding& finding : book.book.validate().findings)
            EXPECT_TRUE(finding.sheet == "Indtastning" || finding.sheet == "Entry" || finding.sheet == "Katalog" ||
                        finding.sheet == "Catalogue")
                << finding.rule << " " << finding.sheet << " " << finding.cell << " " << finding.message;
    }
}

TEST(LadderSheets, PrepareARowForEveryStepOnEveryCutOffDate)
{
    const std::vector<Date> dates{june, december};
    const SheetContent sheet = ladder_children_sheet(tests::ladder_of(Language::danish), dates, words().danish);
    const int rows = sheet.table->last_row - sheet.table->first_row;
    EXPECT_EQ(rows, 2 * (6 + 2)) << "six steps, boarding school and own room";
}

TEST(LadderReport, ShowsChildrenOnStepsWithATotalThatHoldsAll)
{
    const SheetContent sheet = report_of(small_example());
    EXPECT_EQ(sheet.id, "ladder_result");
    const int step = row_below(sheet, "Børn på hvert trin", "5 Anbringelse i plejefamilie");
    ASSERT_GE(step, 0);
    EXPECT_EQ(text_at(sheet, step, 1), "20");
    EXPECT_EQ(text_at(sheet, step, 2), "23");
    EXPECT_EQ(text_at(sheet, row_below(sheet, "Børn på hvert trin", "Ikke placeret"), 2), "7");
    EXPECT_EQ(text_at(sheet, row_below(sheet, "Børn på hvert trin", "Børn i alt"), 2), "105");
}

TEST(LadderReport, AsksForWhatMustBeSettledWithALinkToTheCellOfTheAnswer)
{
    const SheetContent sheet = report_of(small_example());
    const int row = row_below(sheet, "Afklares hos jer", "Foranstaltning: Eget værelse");
    ASSERT_GE(row, 0);
    EXPECT_EQ(text_at(sheet, row, 1), "7");
    EXPECT_EQ(text_at(sheet, row, 2), "afklares lokalt");
    const LinkTo& link = std::get<LinkTo>(sheet.rows[static_cast<std::size_t>(row)][0]);
    EXPECT_EQ(link.sheet, "Indsatstrappe");
    EXPECT_EQ(link.column, 3);
}

TEST(LadderReport, ShowsWhoWentWhere)
{
    const SheetContent sheet = report_of(small_example());
    const int from = row_below(sheet, "Hvem gik hvorhen", "Fra 4 Anbringelse i slægt eller netværk");
    ASSERT_GE(from, 0);
    EXPECT_EQ(text_at(sheet, from, 5), "3");
    EXPECT_EQ(text_at(sheet, from, 4), "") << "nobody said how many stayed";
    EXPECT_EQ(text_at(sheet, row_below(sheet, "Hvem gik hvorhen", "Ind på trappen"), 3), "8");
    EXPECT_EQ(text_at(sheet, row_below(sheet, "Bevægelser mellem skæringsdatoerne", "30-06-2020 til 31-12-2020"), 5),
              "ja");
}

TEST(LadderReport, ShowsTheCellWhereStocksAndMovementsDoNotAgree)
{
    LadderBook book = small_example();
    book.move(december, "trin 3", "trin 6", 2.0);
    const SheetContent sheet = report_of(book);
    const int row = row_below(sheet, "Her stemmer det ikke", "30-06-2020 til 31-12-2020");
    ASSERT_GE(row, 0);
    // Step 3: 60 - 10 + 8 = 58 expected, 60 counted.
    EXPECT_EQ(text_at(sheet, row, 1), "3");
    EXPECT_EQ(text_at(sheet, row, 5), "58");
    EXPECT_EQ(text_at(sheet, row, 6), "60");
    EXPECT_EQ(text_at(sheet, row, 7), "2");
    EXPECT_EQ(std::get<LinkTo>(sheet.rows[static_cast<std::size_t>(row)][0]).sheet, "Børn på trin");
}

TEST(LadderCharts, StackTheSharesOfAllChildrenToAHundred)
{
    const LadderBook book = small_example();
    const auto chart = distribution_chart(book.result(), book.book.read(), words().danish);
    ASSERT_TRUE(chart);
    EXPECT_EQ(chart->kind, ChartKind::stacked);
    EXPECT_EQ(chart->categories, (std::vector<std::string>{"30-06-2020", "31-12-2020"}));
    double sum = 0;
    for (const ChartSeries& series : chart->series)
        sum += series.y[1].value_or(0);
    EXPECT_NEAR(sum, 100, 1e-9);
    EXPECT_EQ(chart->series.back().name, "Ikke placeret");
    EXPECT_EQ(chart->series.front().y[0], std::nullopt) << "step 1 was not counted: a gap, never a zero";
    EXPECT_FALSE(chart->alt_text.empty());
}

TEST(LadderCharts, HaveNoneWithoutNumbers)
{
    const LadderBook book;
    EXPECT_FALSE(distribution_chart(book.result(), book.book.read(), words().danish));
    EXPECT_FALSE(movement_chart(book.result(), book.book.read(), words().danish));
}

TEST(LadderCharts, SayWhereFiguresAreInvented)
{
    LadderBook book = small_example();
    Workbook workbook = book.book.read();
    workbook.data_note = "Opdigtede tal";
    EXPECT_NE(distribution_chart(book.result(), workbook, words().danish)->subtitle.find("Opdigtede tal"),
              std::string::npos);
}

TEST(LadderSharing, HidesNothingInTheMunicipalitysOwnView)
{
    LadderBook book = small_example();
    LadderResult result = book.result();
    hide_small_numbers(result, book.book.read(), {});
    EXPECT_FALSE(result.shared);
    EXPECT_FALSE(result.rounds[1].buckets[3].hidden);
}

TEST(LadderSharing, HidesSmallNumbersAndAnotherSoThatTheyCannotBeWorkedOut)
{
    LadderBook book = small_example();
    const LadderResult result = shared_result(book);
    EXPECT_TRUE(result.rounds[1].buckets[3].hidden) << "3 children";
    int hidden = result.rounds[1].total.hidden ? 1 : 0;
    for (const Stock& stock : result.rounds[1].buckets)
        hidden += stock.hidden ? 1 : 0;
    EXPECT_GE(hidden, 2) << "one alone is the total minus the rest";
    EXPECT_EQ(result.rounds[1].buckets[3].duration, std::nullopt);
    EXPECT_EQ(result.rounds[1].total.duration, std::nullopt) << "the mean of all tells the one that is missing";
    EXPECT_EQ(result.rounds[1].share(3), std::nullopt);
    EXPECT_TRUE(result.movements[0].cells[4][5].hidden);
    EXPECT_TRUE(result.movements[0].up.hidden) << "nobody else moved up";
}

TEST(LadderSharing, ShowsNoHiddenNumberAnywhereInTheReportOrThePlan)
{
    LadderBook book = small_example();
    const LadderResult result = shared_result(book);
    const Workbook workbook = book.book.read();
    const ChartedReport report = ladder_report(result, workbook, words().danish);
    const int step = row_below(report.sheet, "Børn på hvert trin", "4 Anbringelse i slægt eller netværk");
    EXPECT_EQ(text_at(report.sheet, step, 2), "skjult");
    const int from = row_below(report.sheet, "Hvem gik hvorhen", "Fra 4 Anbringelse i slægt eller netværk");
    EXPECT_EQ(text_at(report.sheet, from, 5), "skjult");
    for (const PlanBlock& block : ladder_chapter(result, workbook, words().danish))
    {
        const PlanTable* table = std::get_if<PlanTable>(&block);
        for (std::size_t row = 0; table && row < table->rows.size(); ++row)
            EXPECT_EQ(std::ranges::count(table->rows[row], "3"), 0) << table->name << " " << table->rows[row].front();
    }
}

TEST(LadderSharing, HidesHereWhatIsHiddenInIndtastning)
{
    LadderBook book = small_example();
    book.book.entry("institution", december) = Cell{12.0};
    Workbook workbook = book.book.read();
    workbook.sharing.wanted = true;
    privacy::HiddenNumbers hidden;
    hidden.wanted = true;
    hidden.cells.push_back({book.book.place("entry", "institution", "2020-12-31"), "institution", "851", december,
                            privacy::WhyHidden::covering, ""});
    LadderResult result = book.result();
    hide_small_numbers(result, workbook, hidden);
    EXPECT_TRUE(result.rounds[1].buckets[5].hidden);
}

TEST(LadderSharing, DoesNotRelyOnHidingWhatIndtastningShows)
{
    LadderBook book = small_example();
    // Indtastning shows the same 12 in institutions and 60 at home, so neither can hide the 3.
    book.book.entry("institution", december) = Cell{12.0};
    book.book.entry("hjemmebaseret", december) = Cell{60.0};
    const LadderResult result = shared_result(book);
    EXPECT_TRUE(result.rounds[1].buckets[3].hidden);
    EXPECT_TRUE(result.rounds[1].buckets[4].hidden || result.rounds[1].buckets[unplaced_bucket].hidden ||
                result.rounds[1].total.hidden);
    EXPECT_FALSE(result.rounds[1].buckets[5].hidden);
    EXPECT_FALSE(result.rounds[1].buckets[2].hidden);
}

TEST(LadderChapter, IsEmptyUntilTheLadderIsUsed)
{
    const LadderBook book;
    EXPECT_TRUE(ladder_chapter(book.result(), book.book.read(), words().danish).empty());
    const tests::WorkbookFixture without(Language::danish);
    EXPECT_TRUE(ladder_chapter(ladder_result(without.read(), tests::ladder_of(Language::danish), words()),
                               without.read(), words().danish)
                    .empty());
}

TEST(LadderChapter, ShowsStepsMovementsAndBothCharts)
{
    const LadderBook book = small_example();
    const PlanBlocks blocks = ladder_chapter(book.result(), book.book.read(), words().danish);
    ASSERT_FALSE(blocks.empty());
    EXPECT_TRUE(std::get<PlanHeading>(blocks.front()).new_page);
    std::size_t charts = 0;
    std::size_t tables = 0;
    for (const PlanBlock& block : blocks)
    {
        charts += std::holds_alternative<PlanChart>(block);
        const PlanTable* table = std::get_if<PlanTable>(&block);
        if (!table)
            continue;
        ++tables;
        for (const std::vector<std::string>& row : table->rows)
            EXPECT_EQ(row.size(), table->widths.size()) << table->name;
        EXPECT_EQ(table->widths.size(), table->numeric.size());
    }
    EXPECT_EQ(charts, 2U);
    EXPECT_EQ(tables, 3U);
}

} // namespace trinvis
