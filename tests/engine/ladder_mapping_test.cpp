// SPDX-License-Identifier: MPL-2.0
//
// To which step a measure, a section of either law, a place or an account belongs.
#include "workbook_fixture.hpp"

#include "ladder/ladder_words.hpp"
#include "ladder/mapping_code.hpp"
#include "ladder/step_mapping.hpp"

#include <gtest/gtest.h>

#include <set>

namespace trinvis
{

namespace
{

using tests::ladder_of;
using tests::words;
using tests::WorkbookFixture;

using Row = std::vector<Cell>;

Cell text(std::string_view said)
{
    return Cell{std::string(said)};
}

StepMapping shipped_mapping()
{
    return read_step_mapping(WorkbookFixture(Language::danish).read(), ladder_of(Language::danish), words());
}

/// A workbook whose sheet Indsatstrappe has these rows of mapping, read.
StepMapping mapping_of(const std::vector<Row>& rows)
{
    WorkbookFixture book(Language::danish);
    std::vector<Row> sheet{{text("Trin"), text("Trinnets navn"), text("Kilde til trinnet")}};
    sheet.push_back({Cell{3.0}, text("Hjælp i hjemmet"), text("Byrådet")});
    sheet.push_back({});
    sheet.push_back({text("Slags"), text("Kode"), text("Hører til trin"), text("Status"), text("Kilde")});
    for (const Row& row : rows)
        sheet.push_back(row);
    (void)book.add_sheet("Indsatstrappe", std::move(sheet));
    return read_step_mapping(book.read(), ladder_of(Language::danish), words());
}

std::vector<std::string> faults_of(const StepMapping& mapping)
{
    std::vector<std::string> sentences;
    for (const LadderFault& fault : mapping.faults())
        sentences.push_back(ladder_fault_sentence(fault, words().danish));
    return sentences;
}

StepAnswer steps(std::vector<int> numbers)
{
    return {numbers.size() == 1 ? Placement::step : Placement::spans, std::move(numbers)};
}

} // namespace

TEST(LadderSteps, HaveNamesShortEnoughForALegendInTwoColumns)
{
    // In one column the legend of nine entries takes the room of the chart.
    constexpr std::size_t longest = 40;
    for (const Language language : {Language::danish, Language::english})
        for (const auto& step : ladder_of(language).steps)
            EXPECT_LE(step.name.size(), longest) << step.name;
}

TEST(ShippedLadder, HasTheSixOfficialStepsInTheirOrder)
{
    std::vector<std::string> names;
    for (const Step& step : ladder_of(Language::danish).steps)
        names.push_back(std::to_string(step.number) + " " + step.name);
    // social.dk, Indsatstrappen for udsatte børn og unge.
    EXPECT_EQ(names,
              (std::vector<std::string>{"1 Tidligere indsatser i almenområdet", "2 Forebyggende indsatser",
                                        "3 Hjemmebaserede foranstaltninger", "4 Anbringelse i slægt eller netværk",
                                        "5 Anbringelse i plejefamilie", "6 Anbringelse på institution"}));
}

TEST(ShippedLadder, SaysOfEveryRowWhereItComesFromAndHowMuchWeightItHas)
{
    for (const Language language : {Language::danish, Language::english})
        for (const MappingRow& row : ladder_of(language).rows)
        {
            EXPECT_FALSE(row.source.empty()) << row.code;
            EXPECT_FALSE(row.label.empty()) << row.code;
            EXPECT_NE(row.status, MappingStatus::nothing) << row.code;
        }
}

TEST(ShippedLadder, CallsNothingOfficialButTheNamesOfTheSteps)
{
    const Ladder& ladder = ladder_of(Language::danish);
    for (const MappingRow& row : ladder.rows)
        EXPECT_TRUE(row.status != MappingStatus::official ||
                    row.code == ladder.steps.at(static_cast<std::size_t>(row.answer.step() - 1)).name)
            << row.code;
}

TEST(ShippedLadder, HasNoCodeTwice)
{
    std::set<std::pair<MappingKind, std::string>> codes;
    for (const MappingRow& row : ladder_of(Language::danish).rows)
        EXPECT_TRUE(codes.emplace(row.kind, mapping_code(row.kind, Cell{row.code}) + row.code).second) << row.code;
}

TEST(ShippedLadder, PlacesTheSamePlacesInBothLanguages)
{
    const Ladder& danish = ladder_of(Language::danish);
    const Ladder& english = ladder_of(Language::english);
    ASSERT_EQ(danish.rows.size(), english.rows.size());
    for (std::size_t i = 0; i < danish.rows.size(); ++i)
        EXPECT_EQ(danish.rows[i].answer, english.rows[i].answer) << danish.rows[i].code;
}

TEST(ShippedLadder, RefusesAStepThatTheLadderDoesNotHave)
{
    const std::string content = R"({"steps": [], "rows": [], "sources": {}})";
    EXPECT_THROW((void)Ladder::from_json(content, Language::danish), std::invalid_argument);
    EXPECT_THROW((void)Ladder::from_json("[]", Language::danish), std::invalid_argument);
}

TEST(StepMapping, PlacesTheCodesOfStatisticsDenmarkHoweverTheyAreTyped)
{
    const StepMapping mapping = shipped_mapping();
    EXPECT_FALSE(mapping.has_sheet());
    EXPECT_EQ(mapping.answer(MappingKind::place, Cell{1.0}), steps({4}));
    EXPECT_EQ(mapping.answer(MappingKind::place, text("21")), steps({5}));
    EXPECT_EQ(mapping.answer(MappingKind::place, text("09")), steps({6}));
    EXPECT_EQ(mapping.answer(MappingKind::place, text("27 Opholdssted")), steps({6}));
    EXPECT_EQ(mapping.answer(MappingKind::place, text("opholdssted")), steps({6}));
}

TEST(StepMapping, HasNoDefaultForBoardingSchoolAndOwnRoom)
{
    const StepMapping mapping = shipped_mapping();
    EXPECT_EQ(mapping.answer(MappingKind::place, Cell{11.0}).placement, Placement::ask);
    EXPECT_EQ(mapping.answer(MappingKind::place, Cell{6.0}).placement, Placement::ask);
    EXPECT_EQ(mapping.answer(MappingKind::measure, text("Eget værelse")).placement, Placement::ask);
}

TEST(StepMapping, NeverCountsTheTotalAndKeepsTheNotStatedApart)
{
    const StepMapping mapping = shipped_mapping();
    EXPECT_EQ(mapping.answer(MappingKind::place, Cell{0.0}).placement, Placement::total);
    EXPECT_EQ(mapping.answer(MappingKind::place, Cell{99.0}).placement, Placement::not_stated);
    EXPECT_EQ(mapping.answer(MappingKind::place, Cell{33.0}).placement, Placement::unknown);
}

TEST(StepMapping, FindsASectionOfServicelovenInEveryWayOfWritingIt)
{
    const StepMapping mapping = shipped_mapping();
    for (const char* typed : {"§ 52, stk. 3, nr. 3", "SEL-52-3.3", "52.3.3", "SEL § 52 stk 3 nr 3", "52, 3, 3"})
        EXPECT_EQ(mapping.answer(MappingKind::section_sel, text(typed)), steps({3})) << typed;
    for (const char* typed : {"§ 76 a", "76a", "SEL-76-a", "§ 76 a, stk. 2"})
        EXPECT_EQ(mapping.answer(MappingKind::section_sel, text(typed)), steps({4, 5, 6})) << typed;
}

TEST(StepMapping, KnowsThatTheNumbersChangedWithBarnetsLov)
{
    const StepMapping mapping = shipped_mapping();
    // Respite care was no. 5 and is no. 7; no. 7 was placement, which is § 46 now.
    EXPECT_EQ(mapping.row(MappingKind::section_sel, text("52.3.5"))->label,
              "Aflastningsordning (nu støtteophold) (nu Barnets lov § 32, stk. 1, nr. 7)");
    EXPECT_EQ(mapping.row(MappingKind::section_bl, text("32.1.7"))->label,
              "Støtteophold (før aflastningsordning) (før Serviceloven § 52, stk. 3, nr. 5)");
    EXPECT_EQ(mapping.answer(MappingKind::section_sel, text("52.3.7")), steps({4, 5, 6}));
    EXPECT_EQ(mapping.answer(MappingKind::section_bl, text("§ 46")), steps({4, 5, 6}));
    EXPECT_EQ(mapping.answer(MappingKind::section_bl, text("§ 32, stk. 1, nr. 5")), steps({3}));
    EXPECT_EQ(mapping.answer(MappingKind::section_bl, text("§ 52, stk. 3, nr. 3")).placement, Placement::unknown);
}

TEST(StepMapping, CoversTheSectionsOfARange)
{
    const StepMapping mapping = shipped_mapping();
    EXPECT_EQ(mapping.answer(MappingKind::section_bl, text("§ 114, stk. 2")).placement, Placement::ask);
    EXPECT_EQ(mapping.answer(MappingKind::section_bl, text("§ 21")), steps({2, 3, 4, 5, 6}));
    EXPECT_EQ(mapping.answer(MappingKind::section_bl, text("§ 124")).placement, Placement::unknown);
}

TEST(MappingCode, WritesAccountsInOneForm)
{
    for (const char* typed : {"5.28.21", "05.28.21", "52821", "5.28.21 Forebyggende", "Funktion 5.28.21", "528.21"})
        EXPECT_EQ(mapping_code(MappingKind::account, text(typed)), "5|28|21") << typed;
    for (const char* typed : {"5.28.20.001", "5.28.20-001", "5.28.20-1-001", "52820001", "528201001", "52820 1"})
        EXPECT_EQ(mapping_code(MappingKind::account, text(typed)), "5|28|20|001") << typed;
    EXPECT_EQ(mapping_code(MappingKind::account, Cell{52820.0}), "5|28|20");
    EXPECT_EQ(account_code(Cell{52820.0}, Cell{1.0}), "5|28|20|001");
    EXPECT_EQ(account_code(text("5.28.20"), text("001 Døgnophold")), "5|28|20|001");
    EXPECT_EQ(account_code(text("5.28.20"), Cell{}), "5|28|20");
    EXPECT_EQ(mapping_code(MappingKind::account, text("I alt")), "");
}

TEST(StepMapping, LetsTheMostSpecificAccountWin)
{
    const StepMapping mapping = mapping_of({{text("Konto"), text("5.28.20"), text("trin 5"), text("lokal")},
                                            {text("Konto"), text("5.28.20.004"), text("trin 4"), text("lokal")},
                                            {text("Konto"), text("Hovedfunktion 5.28"), text("uden for trappen")}});
    EXPECT_EQ(mapping.account(Cell{52820.0}, Cell{4.0}), steps({4}));
    EXPECT_EQ(mapping.account(Cell{52820.0}, Cell{1.0}), steps({5}));
    EXPECT_EQ(mapping.account(text("5.28.24"), text("001")).placement, Placement::outside);
    EXPECT_EQ(mapping.account(text("5.25.14"), text("001")).placement, Placement::unknown);
    EXPECT_EQ(faults_of(mapping), std::vector<std::string>{});
}

TEST(StepMapping, LetsTheSheetRuleOnceThereIsOne)
{
    const StepMapping mapping = mapping_of({{text("DST-anbringelsessted"), Cell{11.0}, text("trin 3"), text("lokal")}});
    EXPECT_TRUE(mapping.has_sheet());
    EXPECT_EQ(mapping.answer(MappingKind::place, Cell{11.0}), steps({3}));
    EXPECT_EQ(mapping.answer(MappingKind::place, Cell{21.0}).placement, Placement::unknown);
    EXPECT_EQ(mapping.step(3).name, "Hjælp i hjemmet");
    EXPECT_EQ(mapping.step(6).name, "Anbringelse på institution");
}

TEST(StepMapping, ReadsStepsAsPeopleWriteThem)
{
    const std::vector<Step>& names = ladder_of(Language::danish).steps;
    const auto read = [&](const Cell& cell) { return read_answer(cell, names, words()); };
    EXPECT_EQ(read(Cell{3.0}), steps({3}));
    for (const char* typed :
         {"3", "trin 3", "Trin 3", "Step 3", "3 Hjemmebaserede foranstaltninger", "Hjemmebaserede foranstaltninger"})
        EXPECT_EQ(read(text(typed)), steps({3})) << typed;
    for (const char* typed : {"trin 4-6", "4–6", "4 til 6", "4, 5 og 6", "trin 4, 5, 6", "4 5 6"})
        EXPECT_EQ(read(text(typed)), steps({4, 5, 6})) << typed;
    EXPECT_EQ(read(text("uden for trappen"))->placement, Placement::outside);
    EXPECT_EQ(read(text("Outside the ladder"))->placement, Placement::outside);
    EXPECT_EQ(read(Cell{})->placement, Placement::ask);
    for (const char* typed : {"7", "0", "trin 36", "højt", "4-", "1,5 kg"})
        EXPECT_FALSE(read(text(typed))) << typed;
    EXPECT_FALSE(read(Cell{CellError{}}));
}

TEST(StepMapping, WritesWhatItReads)
{
    const std::vector<Step>& names = ladder_of(Language::danish).steps;
    for (const Language language : {Language::danish, Language::english})
        for (const StepAnswer& answer :
             {steps({1}), steps({2, 3, 4, 5, 6}), steps({2, 5}), StepAnswer{Placement::outside, {}},
              StepAnswer{Placement::not_stated, {}}, StepAnswer{Placement::total, {}}, StepAnswer{Placement::ask, {}}})
            EXPECT_EQ(read_answer(Cell{answer_words(answer, words().in(language))}, names, words()), answer);
}

TEST(StepMapping, NamesTheCellOfAStepThatTheLadderDoesNotHave)
{
    const StepMapping mapping = mapping_of({{text("Foranstaltning"), text("Plejefamilie"), text("trin 7")}});
    EXPECT_EQ(faults_of(mapping),
              std::vector<std::string>{"Indsatstrappe, celle C5: 'trin 7' er ikke et trin. Vælg på listen, f.eks. trin "
                                       "3, trin 4-6, uden for trappen eller afklares lokalt."});
    EXPECT_EQ(mapping.answer(MappingKind::measure, text("plejefamilie")).placement, Placement::ask);
}

TEST(StepMapping, NamesTheCellWhereStepsOrSectionsBecameADate)
{
    // Calc reads "4-6" and "11-3" as days of the year.
    const StepMapping mapping = mapping_of(
        {{text("Paragraf SEL"), text("§ 58"), Cell{46179.0}}, {text("Paragraf SEL"), Cell{46092.0}, text("trin 2")}});
    ASSERT_EQ(mapping.faults().size(), 2U);
    EXPECT_EQ(ladder_fault_sentence(mapping.faults()[0], words().danish),
              "Indsatstrappe, celle C5: Regnearket har lavet trinnene om til en dato. Skriv ordet trin foran, f.eks. "
              "trin 4-6.");
    EXPECT_EQ(ladder_fault_sentence(mapping.faults()[1], words().danish),
              "Indsatstrappe, celle B6: Regnearket har lavet paragraffen om til en dato. Skriv den med ord, f.eks. § "
              "11, stk. 3.");
}

TEST(StepMapping, GuessesNothingWhereTwoRowsContradictEachOther)
{
    const StepMapping mapping = mapping_of({{text("DST-anbringelsessted"), Cell{11.0}, text("trin 3")},
                                            {text("DST-anbringelsessted"), text("11"), text("trin 6")},
                                            {text("Konto"), Cell{52821.0}, text("trin 2")},
                                            {text("Konto"), text("5.28.21"), text("trin 2")}});
    EXPECT_EQ(mapping.answer(MappingKind::place, Cell{11.0}).placement, Placement::ask);
    EXPECT_EQ(mapping.account(Cell{52821.0}, Cell{}), steps({2}));
    EXPECT_EQ(faults_of(mapping),
              (std::vector<std::string>{"Indsatstrappe, celle B6: Koden står også i række 5 med et andet trin, så den "
                                        "regnes for uafklaret. Slet den række, der ikke gælder.",
                                        "Indsatstrappe, celle B8: Koden står også i række 7. Slet den ene række."}));
}

TEST(StepMapping, NamesTheCellsOfUnknownKindsCodesAndStatuses)
{
    const StepMapping mapping = mapping_of({{text("Paragraf"), text("§ 52"), text("trin 3")},
                                            {text("Konto"), text("alle"), text("trin 3")},
                                            {text("Konto"), text("5.28.22"), text("trin 5"), text("måske")}});
    std::vector<std::string> cells;
    for (const LadderFault& fault : mapping.faults())
        cells.push_back(cell_address(fault.place.row, fault.place.column));
    EXPECT_EQ(cells, (std::vector<std::string>{"A5", "B6", "D7"}));
    EXPECT_EQ(mapping.rows().size(), 1U);
}

} // namespace trinvis
