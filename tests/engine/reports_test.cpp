// SPDX-License-Identifier: MPL-2.0
//
// The result sheets as data: Validering, Sammenligning and Diagramdata.
#include "compared.hpp"

#include "benchmark/judgement_words.hpp"
#include "benchmark/report.hpp"
#include "validation/difference.hpp"
#include "validation/report.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace trinvis
{

namespace
{

using tests::Compared;
using tests::country_compared;
using tests::day;
using tests::WorkbookFixture;

std::string text_at(const SheetContent& sheet, int row, int column)
{
    const auto& cells = sheet.rows.at(static_cast<std::size_t>(row));
    if (column >= static_cast<int>(cells.size()))
        return {};
    const ContentCell& cell = cells[static_cast<std::size_t>(column)];
    if (const LinkTo* link = std::get_if<LinkTo>(&cell))
        return link->text;
    const std::string* text = std::get_if<std::string>(&cell);
    return text ? *text : std::string{};
}

bool holds_line(const SheetContent& sheet, std::string_view text)
{
    for (int row = 0; row < sheet.row_count(); ++row)
        if (text_at(sheet, row, 0).find(text) != std::string::npos)
            return true;
    return false;
}

/// The cell of the sheet's table in a row counted from its headings, by the heading of its column.
std::string under(const SheetContent& sheet, std::string_view heading, int row)
{
    for (int column = 0; column <= sheet.table->last_column; ++column)
        if (text_at(sheet, sheet.table->first_row, column) == heading)
            return text_at(sheet, sheet.table->first_row + row, column);
    throw std::logic_error("no such heading");
}

/// The overview's cell of a figure, by the heading of its column.
std::string overview_cell(const SheetContent& sheet, std::string_view figure, std::string_view heading)
{
    int headings = 0;
    while (text_at(sheet, headings, 0) != "Nr.")
        ++headings;
    int column = 0;
    while (text_at(sheet, headings, column) != heading)
        ++column;
    int row = headings + 1;
    while (text_at(sheet, row, 0) != figure)
        ++row;
    return text_at(sheet, row, column);
}

SheetContent report_of(const WorkbookFixture& book)
{
    const Workbook workbook = book.read();
    return validation_sheet(book.validate(), workbook, tests::words().in(workbook.language), day(2021, 3, 1));
}

ChartedReport report_of(const Compared& all)
{
    return benchmark_report(all.benchmark, all.source, all.workbook, all.texts());
}

WorkbookFixture with_faults()
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-1.0};
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{};
    return book;
}

} // namespace

TEST(ValidationReport, HasOneRowForEachFindingInTheirOrder)
{
    const WorkbookFixture book = with_faults();
    const Validation validation = book.validate();
    const SheetContent sheet = report_of(book);
    ASSERT_TRUE(sheet.table);
    ASSERT_EQ(sheet.table->last_row - sheet.table->first_row, static_cast<int>(validation.findings.size()));
    for (std::size_t i = 0; i < validation.findings.size(); ++i)
    {
        const int row = sheet.table->first_row + 1 + static_cast<int>(i);
        EXPECT_EQ(text_at(sheet, row, 8), validation.findings[i].message);
        EXPECT_EQ(text_at(sheet, row, 11), validation.findings[i].rule);
    }
}

TEST(ValidationReport, CountsWhatItLists)
{
    const WorkbookFixture book = with_faults();
    const SheetContent sheet = report_of(book);
    std::map<std::string, int> listed;
    for (int row = sheet.table->first_row + 1; row <= sheet.table->last_row; ++row)
        ++listed[text_at(sheet, row, 0)];
    const auto line = "Fejl: " + std::to_string(listed["Fejl"]) +
                      " · Advarsler: " + std::to_string(listed["Advarsel"]) +
                      " · Oplysninger: " + std::to_string(listed["Oplysning"]);
    EXPECT_TRUE(holds_line(sheet, line)) << line;
    EXPECT_TRUE(holds_line(sheet, readiness_line(book.validate(), tests::words().danish)));
}

TEST(ValidationReport, LinksToTheCellOfEachFinding)
{
    const WorkbookFixture book = with_faults();
    const Validation validation = book.validate();
    const SheetContent sheet = report_of(book);
    const auto row = static_cast<std::size_t>(sheet.table->first_row + 1);
    const LinkTo* link = std::get_if<LinkTo>(&sheet.rows.at(row).at(2));
    ASSERT_NE(link, nullptr);
    EXPECT_EQ(link->sheet, validation.findings.front().sheet);
    EXPECT_EQ(link->row, validation.findings.front().place.row);
    EXPECT_EQ(link->column, validation.findings.front().place.column);
    EXPECT_EQ(link->text, validation.findings.front().sheet + " " + validation.findings.front().cell);
}

TEST(ValidationReport, OfAnUnknownMunicipalitySaysSo)
{
    WorkbookFixture book(Language::danish);
    book.at("facts", "municipality_code", "value") = Cell{"411"};
    EXPECT_EQ(text_at(report_of(book), 0, 0), "Validering – ukendt kommune");
}

TEST(ValidationReport, WithoutFindingsSaysSo)
{
    const WorkbookFixture book(Language::danish);
    const SheetContent sheet = validation_sheet(Validation{}, book.read(), tests::words().danish, day(2021, 3, 1));
    EXPECT_EQ(text_at(sheet, sheet.row_count() - 1, 0), "Ingen fejl fundet.");
    EXPECT_FALSE(sheet.filter);
}

TEST(ValidationReport, PutsExplainedWarningsBeneathOpenOnesAndCountsThemApart)
{
    const WorkbookFixture book(Language::danish);
    Validation validation;
    for (const FindingStatus status : {FindingStatus::explained, FindingStatus::ask_again, FindingStatus::open})
    {
        Finding& finding = validation.findings.emplace_back();
        finding.severity = rules::Severity::warning;
        finding.status = status;
        finding.explanation = status == FindingStatus::open ? "" : "Ny døgninstitution.";
        finding.remedy = "Ret eller forklar.";
    }
    const SheetContent sheet = validation_sheet(validation, book.read(), tests::words().danish, day(2021, 3, 1));
    const int first = sheet.table->first_row + 1;
    EXPECT_EQ(text_at(sheet, first, 1), "forklar igen");
    EXPECT_EQ(text_at(sheet, first, 9), "Ret eller forklar.\nForklaringen »Ny døgninstitution.« gælder en anden værdi. "
                                        "Skriv en ny, eller skriv »samme«, hvis den også gælder her.");
    EXPECT_EQ(text_at(sheet, first, 10), "");
    EXPECT_EQ(text_at(sheet, first + 1, 1), "åben");
    EXPECT_EQ(text_at(sheet, first + 2, 1), "forklaret");
    EXPECT_EQ(text_at(sheet, first + 2, 10), "Ny døgninstitution.");
    EXPECT_TRUE(holds_line(sheet, "Advarsler: 3 · Oplysninger: 0 · 1 forklaret"));
    EXPECT_TRUE(holds_line(sheet, "2 uforklarede advarsler"));
}

TEST(ValidationReport, OfExplainedWarningsAloneIsGood)
{
    const WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    Validation validation;
    validation.values_checked = 1;
    Finding& finding = validation.findings.emplace_back();
    finding.severity = rules::Severity::warning;
    finding.status = FindingStatus::explained;
    const SheetContent sheet = validation_sheet(validation, book.read(), tests::words().danish, day(2021, 3, 1));
    EXPECT_EQ(text_at(sheet, 1, 0), "Ingen fejl fundet.");
    EXPECT_TRUE(sheet.filter);
}

TEST(ValidationReport, NamesThePlacesOfAGroupedFinding)
{
    const WorkbookFixture book(Language::danish);
    const Workbook workbook = book.read();
    const int entry = book.sheet("entry");
    Finding finding;
    finding.sheet = "Indtastning";
    finding.cell = "C7";
    finding.place = {entry, 6, 2};
    const auto text = [&](std::vector<Place> places)
    {
        finding.places = std::move(places);
        return places_text(finding, workbook, tests::words().danish);
    };
    EXPECT_EQ(text({}), "Indtastning C7");
    EXPECT_EQ(text({{entry, 6, 2}}), "Indtastning C7");
    EXPECT_EQ(text({{entry, 6, 2}, {entry, 8, 2}, {entry, 3, 3}}), "Indtastning C7, C9 og D4");
    EXPECT_EQ(text({{entry, 6, 2}, {book.sheet("comparison"), 8, 2}}), "Indtastning C7 og Sammenligningsdata C9");
    std::vector<Place> many;
    for (int row = 6; row < 26; ++row)
        many.push_back({entry, row, 2});
    EXPECT_EQ(text(many), "Indtastning C7, C8, C9, C10, C11, C12, C13, C14 og 12 andre");
}

TEST(ValidationReport, DoesNotPraiseAWorkbookWithoutNumbers)
{
    WorkbookFixture book(Language::danish);
    const SheetContent sheet = report_of(book);
    ASSERT_EQ(text_at(sheet, 1, 0), "Der er endnu ikke indtastet tal.");
    const auto verdict =
        std::ranges::find_if(sheet.styles, [](const StyledRange& one) { return one.range.first_row == 1; });
    EXPECT_EQ(verdict->style, Style::information);
}

TEST(RuleStatusSheet, HasARowForEachRuleAndTotalsThatAddUp)
{
    const WorkbookFixture book(Language::danish);
    Validation validation;
    validation.rules = {{"V01", "values", rules::Severity::error, RuleState::hit, 10, 6, 3, 1, 0, "Derfor"},
                        {"V02", "Mit ark", rules::Severity::warning, RuleState::satisfied, 5, 3, 0, 0, 2, ""},
                        {"V03", "lines", rules::Severity::warning, RuleState::broken, 0, 0, 0, 0, 0, ""}};
    const SheetContent sheet = rule_status_sheet(validation, book.read(), tests::words().danish);
    EXPECT_TRUE(holds_line(sheet, "3 regler: 1 opfyldt, 1 ramt, 0 uafgjort, 0 sprunget over, 1 ødelagt."));
    const auto& total = sheet.rows.back();
    const auto number = [&total](std::size_t column) { return std::get<double>(total.at(column)); };
    EXPECT_EQ(text_at(sheet, sheet.row_count() - 1, 0), "I alt");
    EXPECT_EQ(number(4), 15);
    EXPECT_EQ(number(4), number(5) + number(6) + number(7) + number(8));
    EXPECT_EQ(sheet.table->last_row - sheet.table->first_row, 3);
    EXPECT_EQ(text_at(sheet, sheet.table->first_row + 1, 1), "Værdier");
    EXPECT_EQ(text_at(sheet, sheet.table->first_row + 1, 9), "Derfor");
    EXPECT_EQ(text_at(sheet, sheet.table->first_row + 2, 1), "Mit ark");
}

TEST(ResultSheets, AreNeverTakenForTheSheetsThatTheyAreAbout)
{
    for (const Language language : {Language::danish, Language::english})
    {
        WorkbookFixture book = WorkbookFixture::filled(language);
        const Texts& texts = tests::words().in(language);
        const Workbook workbook = book.read();
        const Validation validation = book.validate();
        const FindingList list = finding_list(validation, workbook, texts, day(2021, 3, 1));
        const std::vector<SheetContent> results{
            validation_sheet(validation, workbook, texts, day(2021, 3, 1)),
            rule_status_sheet(validation, workbook, texts), explanations_sheet({Explanation{}}, workbook, texts),
            difference_sheet(compare_lists(list, {list}, book.cells.null_date), workbook, texts),
            report_of(Compared(book)).sheet};
        book.drop_names();
        book.cells.sheets.clear();
        for (const SheetContent& result : results)
            book.cells.sheets.push_back(tests::grid_of(result, book.cells.null_date));
        const Workbook alone = book.read();
        for (const TableArea& area : {alone.facts, alone.catalogue, alone.entry, alone.comparison, alone.rules})
            EXPECT_EQ(area.sheet, -1)
                << alone.cells.sheets[static_cast<std::size_t>(std::max(0, area.sheet))].sheet_name;
    }
}

TEST(ValidationReport, ShowsWhatStamdataSaysOfTheNumbers)
{
    WorkbookFixture book(Language::danish);
    book.at("facts", "data_note", "value") = Cell{"Foreløbige tal"};
    EXPECT_TRUE(holds_line(report_of(book), "Foreløbige tal"));
}

TEST(ValidationReport, IsNeitherEntryNorCatalogueWhenTheNamesAreGone)
{
    WorkbookFixture book = with_faults();
    const Workbook before = book.read();
    book.cells.sheets.insert(book.cells.sheets.begin(), tests::grid_of(report_of(book), book.cells.null_date));
    book.cells.sheets.insert(book.cells.sheets.begin(),
                             tests::grid_of(report_of(country_compared()).sheet, book.cells.null_date));
    book.drop_names();
    const Workbook after = book.read();
    EXPECT_TRUE(after.faults.empty());
    EXPECT_EQ(after.entry.sheet, before.entry.sheet + 2);
    EXPECT_EQ(after.catalogue.sheet, before.catalogue.sheet + 2);
    EXPECT_EQ(after.facts.sheet, before.facts.sheet + 2);
    EXPECT_EQ(after.comparison.sheet, before.comparison.sheet + 2);
    EXPECT_EQ(after.rules.sheet, before.rules.sheet + 2);
}

TEST(ChartedReport, HasARowForEachFigureAndGroup)
{
    const SheetContent sheet = report_of(country_compared()).sheet;
    ASSERT_TRUE(sheet.table);
    EXPECT_EQ(sheet.table->last_row - sheet.table->first_row, 12 * 5)
        << "country, region, landsdel, DST's group, similar";
    EXPECT_EQ(under(sheet, "Nr", 1), "1");
    EXPECT_EQ(under(sheet, "Gruppe", 1), "Hele landet");
    EXPECT_EQ(under(sheet, "Gruppe", 2), "Region Nordjylland");
    EXPECT_EQ(under(sheet, "Gruppe", 3), "Landsdel Nordjylland");
    EXPECT_EQ(under(sheet, "Gruppe", 4), "Landkommuner (DST)");
}

TEST(ChartedReport, HasNoZeroWhereThereIsNoNumber)
{
    const SheetContent sheet = report_of(Compared(tests::with_whole_country("851"))).sheet;
    EXPECT_EQ(under(sheet, "Gruppe", 4), "Storbykommuner (DST)");
    EXPECT_EQ(under(sheet, "Vurdering", 4), "For få kommuner at sammenligne med");
    for (const char* heading :
         {"Nr. i rækken", "af", "Kvartil", "Uvægtet gennemsnit", "Sum / sum", "Median", "Afstand til niveau", "p",
          "p justeret", "Overspredning φ", "Potentiale", "Færre for ændring", "Flere for ændring"})
        EXPECT_EQ(under(sheet, heading, 4), "–") << heading;
}

TEST(ChartedReport, NamesFiguresThatWereNeverReported)
{
    WorkbookFixture book(Language::danish);
    book.entry("varighed_institution", day(2018, 12, 31)) = Cell{20.0};
    const ChartedReport report = report_of(Compared(book));
    const SheetContent& sheet = report.sheet;
    EXPECT_EQ(under(sheet, "Vurdering", 1), "Ikke indberettet");
    EXPECT_EQ(under(sheet, "Jeres værdi", 1), "");
    EXPECT_EQ(sheet.table->last_row - sheet.table->first_row, 11 + 5);
    EXPECT_EQ(report.charts.size(), 1U);
    EXPECT_EQ(overview_cell(sheet, "1", "Jeres tal mod gruppen"), "Ikke indberettet");
    EXPECT_EQ(overview_cell(sheet, "1", "Jeres tal (95 pct. interval)"), "–");
}

TEST(Overview, HasARowForEachFigureBeforeTheTable)
{
    const SheetContent sheet = report_of(country_compared()).sheet;
    int judged = 0;
    for (const Figure& figure : country_compared().workbook.figures)
    {
        const auto comparisons = latest(country_compared().benchmark, figure.id);
        const auto main = std::ranges::find(comparisons, country_compared().benchmark.main_group, &Comparison::group);
        EXPECT_EQ(overview_cell(sheet, figure.id, "Nøgletal, enhed"), figure.name + ", " + figure.unit);
        EXPECT_EQ(overview_cell(sheet, figure.id, "Jeres tal mod gruppen"),
                  verdict_cell(**main, country_compared().texts()));
        judged += (*main)->judgement.p ? 1 : 0;
    }
    EXPECT_TRUE(holds_line(sheet, "Seneste runde (31-12-2020) mod de øvrige kommuner i gruppen Landkommuner (DST)."));
    EXPECT_TRUE(holds_line(sheet, "blandt de " + std::to_string(judged) + " nøgletal, der kan vurderes"));
}

TEST(Overview, TurnsToTheCountryWhereTheMainGroupIsTooSmall)
{
    const Compared all(tests::with_whole_country("851"));
    const SheetContent sheet = report_of(all).sheet;
    EXPECT_TRUE(holds_line(sheet, "mod hele landet."));
    EXPECT_TRUE(holds_line(sheet, "Hovedgruppen har for få kommuner med tal."));
}

TEST(Overview, ColoursBetterAndWorseOnlyWithADirection)
{
    const auto coloured = [](const SheetContent& sheet)
    {
        return std::ranges::count_if(sheet.styles, [](const StyledRange& styled)
                                     { return styled.style == Style::better || styled.style == Style::worse; });
    };
    WorkbookFixture book = tests::with_whole_country("810");
    EXPECT_EQ(coloured(report_of(Compared(book)).sheet), 0);
    for (const Figure& figure : country_compared().workbook.figures)
        book.at("catalogue", figure.id, "direction") = Cell{"lavere"};
    EXPECT_GT(coloured(report_of(Compared(book)).sheet), 0);
}

TEST(Overview, IsWhatIsPrintedAndFitsAnA4PageAcross)
{
    const SheetContent sheet = report_of(country_compared()).sheet;
    double width = 0;
    for (int column = 0; column < sheet.printed_columns; ++column)
        width += sheet.column_widths_mm.at(static_cast<std::size_t>(column));
    EXPECT_EQ(sheet.printed_columns, 10);
    EXPECT_GE(273 / width, 0.84) << "297 mm less two margins of 12: ten points come out at 8.4 or more";
    EXPECT_EQ(sheet.column_widths_mm.size(), static_cast<std::size_t>(sheet.table->last_column) + 1);
}

TEST(ChartedReport, SaysThatFiguresAreInventedAndUntilWhenTheRegionsHold)
{
    const SheetContent sheet = report_of(country_compared()).sheet;
    EXPECT_TRUE(holds_line(sheet, "OBS: Sammenligningsdata indeholder opdigtede tal."));
    EXPECT_TRUE(holds_line(sheet, "regionerne ændres 01-01-2027."));
    EXPECT_TRUE(holds_line(sheet, "men ikke i kommunegruppen"));
}

TEST(ChartedReport, OfRealNumbersCallsNothingInvented)
{
    const Compared alone(WorkbookFixture::filled(Language::danish));
    EXPECT_FALSE(holds_line(report_of(alone).sheet, "opdigtede"));
}

TEST(ChartData, HoldTheNumbersOfEveryChart)
{
    const ChartedReport report = report_of(country_compared());
    ASSERT_EQ(report.charts.size(), 25U) << "two a figure, and the profile";
    for (const PlacedChart& chart : report.charts)
    {
        const bool scatter = chart.content.kind == ChartKind::scatter;
        const std::size_t length = scatter ? chart.content.x.size() : chart.content.categories.size();
        ASSERT_EQ(chart.cells.last_row - chart.cells.first_row, static_cast<int>(length));
        for (std::size_t s = 0; s < chart.content.series.size(); ++s)
        {
            const ChartSeries& series = chart.content.series[s];
            const int column = static_cast<int>(s) + 1;
            EXPECT_EQ(text_at(report.chart_data, chart.cells.first_row, column), series.name);
            for (std::size_t i = 0; i < length; ++i)
            {
                const auto& row = report.chart_data.rows.at(static_cast<std::size_t>(chart.cells.first_row) + 1 + i);
                const ContentCell& cell = row.at(static_cast<std::size_t>(column));
                const double* number = std::get_if<double>(&cell);
                EXPECT_EQ(number ? std::optional(*number) : std::nullopt, series.y[i]);
            }
        }
    }
}

TEST(ChartData, OfDifferentChartsDoNotOverlap)
{
    const ChartedReport report = report_of(country_compared());
    for (std::size_t i = 1; i < report.charts.size(); ++i)
        EXPECT_GT(report.charts[i].cells.first_row, report.charts[i - 1].cells.last_row);
}

TEST(Charts, StandBeneathTheTableSideBySideBelowTheProfile)
{
    const ChartedReport report = report_of(country_compared());
    for (const PlacedChart& chart : report.charts)
        EXPECT_GT(chart.first_row, report.sheet.table->last_row);
    EXPECT_EQ(report.charts[0].content.kind, ChartKind::profile);
    EXPECT_GT(report.charts[1].first_row, report.charts[0].first_row);
    EXPECT_EQ(report.charts[1].first_row, report.charts[2].first_row);
    EXPECT_GT(report.charts[2].first_column, report.charts[1].first_column);
}

} // namespace trinvis
