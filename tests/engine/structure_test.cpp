// SPDX-License-Identifier: MPL-2.0
//
// Faults of the sheets themselves: each kind is found where it is, and not where it is not.
#include "workbook_fixture.hpp"

#include "table/near_text.hpp"
#include "validation/structure.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::day;
using tests::words;
using tests::WorkbookFixture;

const Date first_round = day(2008, 12, 31);

SheetStructure& structure_of(WorkbookFixture& book, std::string_view sheet_id)
{
    book.cells.structures.resize(book.cells.sheets.size());
    return book.cells.structures[static_cast<std::size_t>(book.sheet(sheet_id))];
}

std::vector<Finding> found(const WorkbookFixture& book, Check check)
{
    std::vector<Finding> findings = structure_findings(book.read(), words());
    std::erase_if(findings, [check](const Finding& finding) { return finding.rule != check_id(check); });
    return findings;
}

/// "Indtastning A9 warning; " for each finding of a check.
std::string places_of(const WorkbookFixture& book, Check check)
{
    std::string text;
    for (const Finding& finding : found(book, check))
        text += finding.sheet + " " + finding.cell + " " + std::string(rules::severity_code(finding.severity)) + "; ";
    return text;
}

std::string all_places(const WorkbookFixture& book)
{
    std::string text;
    for (const Finding& finding : structure_findings(book.read(), words()))
        text += finding.rule + " " + finding.sheet + " " + finding.cell + "; ";
    return text;
}

CellRange cell_range(const Place& place)
{
    return {place.row, place.column, place.row, place.column};
}

/// The rounds of a workbook, so that the tests need not know them.
std::vector<Date> rounds_of(const WorkbookFixture& book)
{
    std::vector<Date> dates;
    for (const Round& round : book.read().rounds)
        dates.push_back(*round.date);
    return dates;
}

std::string named(const Place& place)
{
    return "Indtastning " + cell_address(place.row, place.column);
}

} // namespace

TEST(Structure, OfACleanWorkbookHasNothingToTell)
{
    for (const Language language : {Language::danish, Language::english})
    {
        WorkbookFixture book = WorkbookFixture::filled(language);
        book.add_all_comparison_data();
        EXPECT_EQ(all_places(book), "");
        EXPECT_EQ(all_places(WorkbookFixture(language)), "");
    }
}

TEST(HiddenRows, AreToldOnceForARunWithEveryRowThatHoldsSomething)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Place first = book.place("entry", "anbragte", "id");
    structure_of(book, "entry").hidden_rows = {{.first = first.row, .last = first.row + 2}};
    const std::vector<Finding> findings = found(book, Check::hidden_row);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().place, first);
    EXPECT_EQ(findings.front().severity, rules::Severity::warning);
    EXPECT_EQ(findings.front().places.size(), 3U);
    EXPECT_EQ(findings.front().subject, "anbragte");
    EXPECT_EQ(findings.front().message, "Række " + std::to_string(first.row + 1) + "-" + std::to_string(first.row + 3) +
                                            " i arket Indtastning er skjult, men indeholder data, der regnes med.");
}

TEST(HiddenRows, ThatAreEmptyOrAboveTheTableAreNoFault)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const int rows = book.grid("entry").rows();
    book.insert_rows("entry", rows, 3);
    structure_of(book, "entry").hidden_rows = {{.first = 0, .last = 1}, {.first = rows, .last = rows + 500}};
    EXPECT_EQ(all_places(book), "");
}

TEST(HiddenRows, OfAFilterAreToldTogetherAndSaySo)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.add_all_comparison_data();
    structure_of(book, "comparison").hidden_rows = {{.first = 5, .last = 6, .filtered = true},
                                                    {.first = 9, .last = 9, .filtered = true}};
    const std::vector<Finding> findings = found(book, Check::hidden_row);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().places.size(), 3U);
    EXPECT_EQ(findings.front().message, "Et filter i arket Sammenligningsdata skjuler 3 rækker med data. De regnes "
                                        "med, selv om de ikke ses.");
}

TEST(HiddenColumns, AreToldWhenTheyHoldSomething)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Place round = book.place("entry", "heading", iso_date(rounds_of(book).front()));
    const int columns = book.grid("entry").columns;
    structure_of(book, "entry").hidden_columns = {{.first = round.column, .last = round.column + 1},
                                                  {.first = columns, .last = columns + 4}};
    const std::vector<Finding> findings = found(book, Check::hidden_column);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().place, round);
    EXPECT_EQ(findings.front().places.size(), 2U);
    EXPECT_NE(findings.front().message.find("Kolonne F-G i arket Indtastning"), std::string::npos);
}

TEST(HiddenSheets, WithDataAreToldAndOurOwnReportsAreNot)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    for (const char* id : {"guide", "rules"})
        structure_of(book, id).hidden = true;
    const int chart_data = book.add_sheet("Diagramdata", {{Cell{1.0}}});
    book.cells.names.push_back({"trinvis_diagramdata", chart_data, {0, 0, 0, 0}});
    const int empty = book.add_sheet("Tomt", {{Cell{}}});
    book.cells.structures.resize(book.cells.sheets.size());
    book.cells.structures[static_cast<std::size_t>(chart_data)].hidden = true;
    book.cells.structures[static_cast<std::size_t>(empty)].hidden = true;
    EXPECT_EQ(all_places(book), "");
    structure_of(book, "catalogue").hidden = true;
    EXPECT_EQ(places_of(book, Check::hidden_sheet), "Katalog A1 warning; ");
}

TEST(HiddenSheets, OfTheUsersOwnAreForKnowledge)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const int own = book.add_sheet("Kladde", {{Cell{}, Cell{12.0}}});
    book.cells.structures.resize(book.cells.sheets.size());
    book.cells.structures[static_cast<std::size_t>(own)].hidden = true;
    EXPECT_EQ(places_of(book, Check::hidden_sheet), "Kladde B1 information; ");
}

TEST(MergedCells, InATableAreToldAndAboveItAreNot)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Place place = book.place("entry", "anbragte", iso_date(rounds_of(book).front()));
    structure_of(book, "entry").merged = {{0, 0, 0, 4}, {place.row, place.column, place.row + 1, place.column}};
    EXPECT_EQ(places_of(book, Check::merged_cells), named(place) + " warning; ");
}

TEST(ChangedHeadings, NameTheOneThatWasMeant)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("comparison", "heading", "source") = Cell{"Kilde (navn)"};
    const std::vector<Finding> findings = found(book, Check::changed_heading);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().expected, "Kilde");
    EXPECT_EQ(findings.front().message, "Overskriften 'Kilde (navn)' kendes ikke, men ligner Kilde.");
}

TEST(ChangedHeadings, OfARequiredColumnAreOneFaultAtTheHeading)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Place heading = book.place("entry", "heading", "unit");
    book.at(heading) = Cell{"Enehd"};
    const Workbook workbook = book.read();
    ASSERT_EQ(workbook.faults.size(), 1U);
    EXPECT_EQ(workbook.faults.front().check, Check::missing_column);
    EXPECT_EQ(workbook.faults.front().place, heading);
    EXPECT_EQ(places_of(book, Check::changed_heading), "");
    const Validation validation = book.validate();
    EXPECT_TRUE(std::any_of(validation.findings.begin(), validation.findings.end(),
                            [](const Finding& finding)
                            {
                                return finding.message == "Arket Indtastning mangler kolonnen Enhed; overskriften "
                                                          "'Enehd' ligner den.";
                            }));
}

TEST(ChangedHeadings, AreNotSeenInColumnsOfTheUsersOwn)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("catalogue", "heading", "remark") = Cell{"Ansvarlig"};
    EXPECT_EQ(all_places(book), "");
}

TEST(NearlySameText, IsASlipAndNotAnotherWord)
{
    EXPECT_TRUE(nearly_same_text("Enhd", "Enhed"));
    EXPECT_TRUE(nearly_same_text("Skæringdato", "Skæringsdato"));
    EXPECT_TRUE(nearly_same_text("Nr.", "Nr"));
    EXPECT_TRUE(nearly_same_text("Værdi 2026", "Værdi"));
    EXPECT_FALSE(nearly_same_text("Enhed", "enhed ")) << "that is the same";
    EXPECT_FALSE(nearly_same_text("Nr", "Id"));
    EXPECT_FALSE(nearly_same_text("Navn", "Kilde"));
    EXPECT_FALSE(nearly_same_text("Værdipost", "Værdi"));
}

TEST(NumberAsText, InTheFactorOfAFigureIsAnError)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("catalogue", "1", "factor") = Cell{"1.000"};
    const std::vector<Finding> findings = found(book, Check::number_text);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().place, book.place("catalogue", "1", "factor"));
    EXPECT_EQ(findings.front().figure, "1");
    EXPECT_EQ(findings.front().severity, rules::Severity::error);
}

TEST(DateAsText, InComparisonDataIsToldOnceForAllRows)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    for (int row = 0; row < 3; ++row)
        book.append("comparison", {{"municipality", Cell{std::to_string(101 + row)}},
                                   {"item", Cell{"anbragte"}},
                                   {"cut_off", Cell{row == 1 ? "30-02-2018" : "31. december 2018"}},
                                   {"value", Cell{12.0}}});
    const std::vector<Finding> findings = found(book, Check::date_text);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().places.size(), 2U) << "the day that does not exist is an error of another rule";
    EXPECT_EQ(findings.front().expected, "31-12-2018");
    EXPECT_EQ(findings.front().severity, rules::Severity::information);
    EXPECT_EQ(findings.front().municipality, "101");
}

TEST(DateInsteadOfNumber, IsAnErrorInAValueAndInAnId)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Place value = book.place("entry", "anbragte", iso_date(rounds_of(book).front()));
    const Place id = book.place("entry", "netvaerk", "id");
    book.at(value) = book.date(day(2026, 6, 2));
    book.at(id) = book.date(day(2026, 3, 11));
    SheetStructure& structure = structure_of(book, "entry");
    structure.looks = {{cell_range(value), NumberLook::date}, {cell_range(id), NumberLook::date}};
    const std::vector<Finding> findings = found(book, Check::date_value);
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings.front().place, value);
    EXPECT_EQ(findings.front().severity, rules::Severity::error);
    EXPECT_EQ(findings.front().message, "Her står datoen 02-06-2026. Calc gør f.eks. 2-6 og 11-3 til datoer.");
    EXPECT_EQ(findings.back().place, id);
}

TEST(DateInsteadOfNumber, IsNotSeenInHeadingsEmptyCellsAndFormulas)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const std::vector<Date> rounds = rounds_of(book);
    const Place heading = book.place("entry", "heading", iso_date(rounds.front()));
    const Place empty = book.place("entry", "anbragte", iso_date(rounds[0]));
    const Place formula = book.place("entry", "anbragte", iso_date(rounds[1]));
    book.at(empty) = Cell{};
    SheetStructure& structure = structure_of(book, "entry");
    structure.formulas = {{formula.row, formula.column, "=F9"}};
    for (const Place& place : {heading, empty, formula})
        structure.looks.push_back({cell_range(place), NumberLook::date});
    EXPECT_EQ(places_of(book, Check::date_value), "");
}

TEST(PercentFormat, OfACountSaysWhatWasProbablyTyped)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Place value = book.place("entry", "anbragte", iso_date(rounds_of(book).front()));
    book.at(value) = Cell{0.125};
    structure_of(book, "entry").looks = {{cell_range(value), NumberLook::percent}};
    const std::vector<Finding> findings = found(book, Check::percent_format);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().place, value);
    EXPECT_EQ(findings.front().expected, "12,5");
    EXPECT_EQ(findings.front().severity, rules::Severity::warning);
}

TEST(PercentFormat, OfAShareIsRight)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Place value = book.place("entry", "anbragte", iso_date(rounds_of(book).front()));
    book.at("entry", "anbragte", "unit") = Cell{"andel"};
    structure_of(book, "entry").looks = {{cell_range(value), NumberLook::percent}};
    EXPECT_EQ(places_of(book, Check::percent_format), "");
}

TEST(CurrencyFormat, IsRightForAmountsOnly)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const std::string round = iso_date(rounds_of(book).front());
    const Place amount = book.place("entry", "udgifter", round);
    const Place count = book.place("entry", "anbragte", round);
    structure_of(book, "entry").looks = {{cell_range(amount), NumberLook::currency},
                                         {cell_range(count), NumberLook::currency}};
    EXPECT_EQ(places_of(book, Check::currency_format), named(count) + " warning; ");
}

TEST(CurrencyFormat, InComparisonDataIsJudgedByTheItem)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.add_comparison("101", "udgifter", first_round, Cell{1000.0});
    book.add_comparison("101", "anbragte", first_round, Cell{1000.0});
    const Place last = book.place("comparison", "#2", "value");
    structure_of(book, "comparison").looks = {{{0, last.column, last.row, last.column}, NumberLook::currency}};
    EXPECT_EQ(places_of(book, Check::currency_format),
              "Sammenligningsdata " + cell_address(last.row, last.column) + " warning; ");
}

TEST(Thousandfold, IsFoundInTheFirstRoundWithWhatWasMeant)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const std::vector<Date> rounds = rounds_of(book);
    for (const Date round : rounds)
        book.entry("varighed_institution", round) = Cell{20.5};
    book.entry("varighed_institution", rounds.front()) = Cell{20500.0};
    const std::vector<Finding> findings = found(book, Check::thousandfold);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().place, book.place("entry", "varighed_institution", iso_date(rounds.front())));
    EXPECT_EQ(findings.front().expected, "20,5");
    EXPECT_EQ(findings.front().severity, rules::Severity::warning);
}

TEST(Thousandfold, IsLeftToTheRuleThatComparesWithTheRoundBefore)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const std::vector<Date> rounds = rounds_of(book);
    book.entry("varighed_institution", rounds[3]) = Cell{20500.0};
    EXPECT_EQ(places_of(book, Check::thousandfold), "");
    const Validation validation = book.validate();
    EXPECT_EQ(std::count_if(validation.findings.begin(), validation.findings.end(),
                            [&](const Finding& finding)
                            {
                                return finding.place ==
                                           book.place("entry", "varighed_institution", iso_date(rounds[3])) &&
                                       (finding.rule == "V09" || finding.rule == check_id(Check::thousandfold));
                            }),
              1);
    book.at("rules", "V09", "active") = Cell{"nej"};
    EXPECT_NE(places_of(book, Check::thousandfold), "");
}

TEST(Thousandfold, IsFoundBehindARoundWithoutANumber)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const std::vector<Date> rounds = rounds_of(book);
    book.entry("varighed_institution", rounds[2]) = Cell{"ikke indberettet"};
    book.entry("varighed_institution", rounds[3]) = Cell{20500.0};
    EXPECT_EQ(places_of(book, Check::thousandfold),
              named(book.place("entry", "varighed_institution", iso_date(rounds[3]))) + " warning; ");
}

TEST(Thousandfold, IsSeenThoughAnotherRoundWasMisreadToo)
{
    WorkbookFixture book(Language::danish, WorkbookFixture::aalborg,
                         {day(2017, 12, 31), day(2018, 12, 31), day(2019, 12, 31)});
    book.entry("varighed_institution", day(2017, 12, 31)) = Cell{20500.0};
    book.entry("varighed_institution", day(2018, 12, 31)) = Cell{21250.0};
    book.entry("varighed_institution", day(2019, 12, 31)) = Cell{20.5};
    EXPECT_EQ(found(book, Check::thousandfold).size(), 2U);
}

TEST(Thousandfold, NeedsTwoOtherRoundsAndAFactorNearAThousand)
{
    WorkbookFixture book(Language::danish, WorkbookFixture::aalborg,
                         {day(2017, 12, 31), day(2018, 12, 31), day(2019, 12, 31)});
    const auto set = [&book](double first, double second, Cell third)
    {
        book.entry("udgifter", day(2017, 12, 31)) = Cell{first};
        book.entry("udgifter", day(2018, 12, 31)) = Cell{second};
        book.entry("udgifter", day(2019, 12, 31)) = std::move(third);
    };
    set(20000, 20, Cell{});
    EXPECT_EQ(places_of(book, Check::thousandfold), "") << "one other round proves nothing";
    set(2000, 20, Cell{20.0});
    EXPECT_EQ(places_of(book, Check::thousandfold), "") << "a hundredfold is the business of a rule";
    set(200000, 20, Cell{20.0});
    EXPECT_EQ(places_of(book, Check::thousandfold), "") << "that is no decimal point";
    set(20000.5, 20, Cell{20.0});
    EXPECT_EQ(places_of(book, Check::thousandfold), "") << "what Calc took for thousands is whole";
    set(20000, 20, Cell{20.0});
    EXPECT_NE(places_of(book, Check::thousandfold), "");
}

TEST(Overtyped, SaysWhatTheFormulaWouldGive)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const int own = book.add_sheet("Regnskab", {{Cell{1.0}}, {Cell{7.0}}, {Cell{3.0}}, {Cell{4.0}}});
    book.cells.structures.resize(book.cells.sheets.size());
    SheetStructure& structure = book.cells.structures[static_cast<std::size_t>(own)];
    structure.overtyped = {{1, 0, "=C2*2", 2.0}, {2, 0, "=C3*2", 3.0}, {3, 0, "=C4*2", std::nullopt}};
    const std::vector<Finding> findings = found(book, Check::overtyped_formula);
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[0].cell, "A2");
    EXPECT_EQ(findings[0].expected, "2");
    EXPECT_EQ(findings[0].message,
              "Her står tallet 7, hvor cellerne ved siden af beregner. Formlen ville være =C2*2 og give 2.");
    EXPECT_NE(findings[1].message.find("giver det samme nu"), std::string::npos);
    EXPECT_EQ(findings[2].expected, "=C4*2");
}

TEST(FormulaGaps, AreNumbersBetweenTwoFormulas)
{
    const Grid grid{"Ark",
                    3,
                    {Cell{1.0}, Cell{1.0}, Cell{1.0}, //
                     Cell{2.0}, Cell{2.0}, Cell{2.0}, //
                     Cell{3.0}, Cell{"x"}, Cell{3.0}}};
    SheetStructure structure;
    structure.formulas = {{0, 0, "=1"}, {0, 2, "=1"}, {2, 0, "=3"}, {2, 2, "=3"}};
    std::string gaps;
    for (const FormulaGap& gap : formula_gaps(grid, structure))
        gaps += cell_address(gap.row, gap.column) + " ";
    EXPECT_EQ(gaps, "B1 A2 C2 ") << "B3 is a text and B2 has formulas on no side";
}

TEST(OutsideSource, IsAnotherFileOrSomethingThatFetches)
{
    EXPECT_EQ(outside_source("='file:///G:/tal/regnskab.ods'#$Ark1.A1+1"), "file:///G:/tal/regnskab.ods");
    EXPECT_EQ(outside_source("=SUM('https://example.org/it''s.ods'#$A.B2:B3)"), "https://example.org/it''s.ods");
    EXPECT_EQ(outside_source("=webservice(\"https://example.org\")"), "WEBSERVICE");
    EXPECT_EQ(outside_source("=SUM(B2:B4)"), std::nullopt);
    EXPECT_EQ(outside_source("=$'Vores tal'.A1"), std::nullopt);
    EXPECT_EQ(outside_source("=\"'file:///a.ods'#$A.A1\""), std::nullopt);
    EXPECT_EQ(outside_source("=HYPERLINK(\"#\"&CELL(\"ADDRESS\";$'Indtastning'.$F$7);\"F7\")"), std::nullopt);
    EXPECT_EQ(outside_source("=HIDDEN(3)"), std::nullopt);
}

TEST(ExternalFormulas, AreOneFindingForEachFile)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    structure_of(book, "entry").formulas = {{8, 5, "='file:///G:/a.ods'#$Ark1.A1"},
                                            {8, 6, "='file:///G:/a.ods'#$Ark1.A2"},
                                            {8, 7, "=F9+1"},
                                            {9, 5, "='file:///G:/b.ods'#$Ark1.A2"}};
    const std::vector<Finding> findings = found(book, Check::external_formula);
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].cell, "F9");
    EXPECT_EQ(findings[0].places.size(), 2U);
    EXPECT_NE(findings[0].message.find("(gælder 2 steder)"), std::string::npos) << findings[0].message;
    EXPECT_EQ(findings[1].cell, "F10");
}

TEST(ExternalFormulas, InOurOwnReportsAreNobodysFault)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    structure_of(book, "guide").formulas = {{1, 1, "='file:///G:/a.ods'#$Ark1.A1"}};
    EXPECT_EQ(all_places(book), "");
}

TEST(StructureFindings, ArePartOfTheValidation)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    structure_of(book, "catalogue").hidden = true;
    const Validation validation = book.validate();
    EXPECT_EQ(count_severities(validation.findings).warnings, 1U);
}

TEST(StructureFindings, DoNotRepeatWhatCouldBeAPersonsNumber)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Place value = book.place("entry", "anbragte", iso_date(rounds_of(book).front()));
    book.at(value) = Cell{3112990000.0};
    structure_of(book, "entry").looks = {{cell_range(value), NumberLook::currency}};
    const std::vector<Finding> findings = found(book, Check::currency_format);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().value, "******-****");
    EXPECT_EQ(findings.front().remedy.find("3112990000"), std::string::npos);
    EXPECT_EQ(findings.front().remedy.find("3.112.990.000"), std::string::npos);
}

} // namespace trinvis
