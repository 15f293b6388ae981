// SPDX-License-Identifier: MPL-2.0
//
// The survey as it is shown: the sheet Svarfordeling, its charts, the letter and the chapter of the plan.
#include "survey_book.hpp"

#include "plan/survey_chapter.hpp"
#include "survey/chart.hpp"
#include "survey/report.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace trinvis
{

namespace
{

using tests::day;
using tests::SurveyBook;

const tests::SurveyOutcome& outcome_39()
{
    static const std::unique_ptr<tests::SurveyOutcome> outcome = SurveyBook::with_39().outcome();
    return *outcome;
}

ChartedReport report_of(const tests::SurveyOutcome& outcome)
{
    return survey_report(outcome.results, tests::survey(), outcome.workbook,
                         tests::words().in(outcome.workbook.language));
}

ChartContent chart_of(const tests::SurveyOutcome& outcome, std::string_view number)
{
    return *question_chart(outcome.question(number), tests::survey(), outcome.workbook, tests::words().danish);
}

std::string shown(const ContentCell& cell)
{
    if (const double* number = std::get_if<double>(&cell))
        return cell_text(Cell{*number}, Language::danish);
    const std::string* text = std::get_if<std::string>(&cell);
    return text ? *text : std::string{};
}

/// The cell of a question in the table, by the place of its column.
std::string in_table(const SheetContent& sheet, std::string_view number, std::size_t column)
{
    for (int row = sheet.table->first_row + 1; row <= sheet.table->last_row; ++row)
        if (shown(sheet.rows[static_cast<std::size_t>(row)].front()) == number)
            return shown(sheet.rows[static_cast<std::size_t>(row)].at(column));
    return {};
}

std::string all_text(const PlanBlocks& blocks)
{
    std::string all;
    for (const PlanBlock& block : blocks)
        if (const PlanParagraph* paragraph = std::get_if<PlanParagraph>(&block))
            all += paragraph->text + "\n";
        else if (const PlanHeading* heading = std::get_if<PlanHeading>(&block))
            all += heading->text + "\n";
    return all;
}

std::size_t charts_in(const PlanBlocks& blocks)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(blocks, [](const PlanBlock& block) { return std::holds_alternative<PlanChart>(block); }));
}

} // namespace

TEST(SurveyChart, HasTheOthersDistributionWithoutTheOwnMunicipality)
{
    const ChartContent chart = chart_of(outcome_39(), "4");
    EXPECT_EQ(chart.name, "trinvis_survey_4");
    EXPECT_EQ(chart.kind, ChartKind::columns);
    EXPECT_EQ(chart.categories, (std::vector<std::string>{"1 i meget lav grad", "2 i lav grad", "3 i nogen grad",
                                                          "4 i høj grad", "5 i meget høj grad"}));
    EXPECT_EQ(chart.series.front().name, "De øvrige kommuner");
    EXPECT_EQ(chart.series.front().y, (std::vector<std::optional<double>>{0, 2, 10, 17, 9}));
}

TEST(SurveyChart, MarksTheOwnAnswerByColourAndByWords)
{
    const ChartSeries own = chart_of(outcome_39(), "4").series.at(1);
    EXPECT_EQ(own.role, SeriesRole::own);
    EXPECT_EQ(own.name, "Jeres svar");
    EXPECT_EQ(own.labelled, 4U);
    EXPECT_EQ(own.y, (std::vector<std::optional<double>>{{}, {}, {}, {}, 9})) << "nine others, and not the own one";
}

TEST(SurveyChart, ShowsTheOwnAnswerAlsoWhereNobodyElseGivesIt)
{
    SurveyBook book = SurveyBook::with_39();
    book.answer("4", "own_answer") = Cell{1.0};
    const ChartContent chart = chart_of(*book.outcome(), "4");
    EXPECT_EQ(chart.series.at(1).y.front(), 0);
    EXPECT_EQ(chart.series.at(1).labelled, 0U);
    EXPECT_NE(chart.subtitle.find("Ingen af de øvrige har svaret som jer"), std::string::npos);
}

TEST(SurveyChart, HasNoOwnColumnWithoutAnOwnAnswerAndSaysSo)
{
    SurveyBook book = SurveyBook::with_39();
    book.answer("4", "own_answer") = Cell{"ved ikke"};
    const ChartContent chart = chart_of(*book.outcome(), "4");
    EXPECT_EQ(chart.series.size(), 1U);
    EXPECT_NE(chart.subtitle.find("I har svaret ved ikke"), std::string::npos);
}

TEST(SurveyChart, ShowsScoresTogetherThatAreMergedForSharing)
{
    SurveyBook book = SurveyBook::with_39();
    book.book.at("facts", "view", "value") = Cell{"til deling"};
    const ChartContent chart = chart_of(*book.outcome(), "5");
    // 3, 12, 12, 7, 3; the own answer is 4.
    EXPECT_EQ(chart.categories, (std::vector<std::string>{"1–2", "3 i nogen grad", "4–5"}));
    EXPECT_EQ(chart.series[0].y, (std::vector<std::optional<double>>{15, 12, 10}));
    EXPECT_EQ(chart.series[1].labelled, 2U);
}

TEST(SurveyChart, TellsItsNumbersSourceAndThatTheyAreInvented)
{
    SurveyBook book = SurveyBook::with_39();
    book.book.at("facts", "data_note", "value") = Cell{"Opdigtede tal"};
    const ChartContent chart = chart_of(*book.outcome(), "4");
    EXPECT_NE(chart.subtitle.find("n = 38"), std::string::npos);
    EXPECT_NE(chart.subtitle.find("Kilde: arket Spørgeskema · opdigtede tal"), std::string::npos);
    EXPECT_NE(chart.alt_text.find("4 i høj grad: 17"), std::string::npos);
    EXPECT_NE(chart.alt_text.find("Jeres svar: 5"), std::string::npos);
}

TEST(SurveyChart, PartsALongLineAtBlanks)
{
    EXPECT_EQ(in_lines("et to tre fire", 7), "et to\ntre\nfire");
    EXPECT_EQ(in_lines("blåbærgrød", 4), "blåbærgrød") << "a word is never cut";
    EXPECT_EQ(in_lines("åå øø", 5), "åå øø") << "letters are counted, not bytes";
}

TEST(SurveyReport, HasAChartForEachQuestionTwoARow)
{
    const ChartedReport report = report_of(outcome_39());
    ASSERT_EQ(report.charts.size(), 12U);
    std::set<std::string> names;
    for (const PlacedChart& chart : report.charts)
    {
        names.insert(chart.content.name);
        EXPECT_FALSE(chart.content.alt_text.empty());
    }
    EXPECT_EQ(names.size(), 12U);
    for (std::size_t i = 0; i < report.charts.size(); i += 2)
    {
        EXPECT_EQ(report.charts[i].first_row, report.charts[i + 1].first_row);
        EXPECT_LT(report.charts[i].first_column, report.charts[i + 1].first_column);
        double left = 0;
        for (int column = 0; column < report.charts[i + 1].first_column; ++column)
            left += report.sheet.column_widths_mm[static_cast<std::size_t>(column)];
        EXPECT_GE(left, report.charts[i].width_mm) << "the charts lie over each other";
    }
}

TEST(SurveyReport, BeginsWithTheConclusions)
{
    const SheetContent sheet = report_of(outcome_39()).sheet;
    std::vector<std::string> sections;
    for (const auto& row : sheet.rows)
        if (!row.empty())
            sections.push_back(shown(row.front()));
    const auto at = [&](std::string_view key)
    { return std::ranges::find(sections, tests::words().danish.get(key)) - sections.begin(); };
    EXPECT_LT(at("survey.strong.heading"), at("survey.challenged.heading"));
    EXPECT_LT(at("survey.challenged.heading"), at("survey.standing_out.heading"));
    EXPECT_LT(at("survey.standing_out.heading"), at("survey.inspiration.heading"));
    EXPECT_LT(at("survey.inspiration.heading"), at("survey.result.questions"));
    EXPECT_LT(at("survey.result.questions"), at("survey.result.charts"));
}

TEST(SurveyReport, TellsOfEveryQuestionInATable)
{
    const SheetContent sheet = report_of(outcome_39()).sheet;
    EXPECT_EQ(in_table(sheet, "4", 2), "5");
    EXPECT_EQ(in_table(sheet, "4", 3), "38");
    EXPECT_EQ(in_table(sheet, "4", 7), "17");
    EXPECT_EQ(in_table(sheet, "9", 9), "2");
    EXPECT_EQ(in_table(sheet, "4", 12), "3,6–4,1");
    EXPECT_EQ(in_table(sheet, "4", 14), "53–81");
    EXPECT_EQ(in_table(sheet, "4", 15), "højere end 29, samme som 9, lavere end 0");
    EXPECT_EQ(in_table(sheet, "4", 16), "testes ikke");
}

TEST(SurveyReport, ShowsNoSmallCountWhenShared)
{
    SurveyBook book = SurveyBook::with_39();
    book.book.at("facts", "view", "value") = Cell{"til deling"};
    const ChartedReport report = report_of(*book.outcome());
    for (int row = report.sheet.table->first_row + 1; row <= report.sheet.table->last_row; ++row)
        for (std::size_t column = 3; column < 11; ++column)
        {
            const double* number = std::get_if<double>(&report.sheet.rows[static_cast<std::size_t>(row)].at(column));
            EXPECT_TRUE(!number || *number == 0 || *number >= 5) << row << " " << column;
        }
    for (const PlacedChart& chart : report.charts)
        for (const std::optional<double>& y : chart.content.series.front().y)
            EXPECT_TRUE(!y || *y == 0 || *y >= 5) << chart.content.name;
}

TEST(SurveyReport, IsWholeWithoutOthersAndWithoutOwnAnswers)
{
    SurveyBook own;
    own.answer("4", "own_answer") = Cell{5.0};
    const ChartedReport alone = report_of(*own.outcome());
    EXPECT_EQ(alone.charts.size(), 1U);
    EXPECT_EQ(in_table(alone.sheet, "4", 15), "færre end 5 svar fra de øvrige");
    SurveyBook others = SurveyBook::with_39();
    for (int number = 1; number <= 12; ++number)
        others.answer(std::to_string(number), "own_answer") = Cell{};
    const ChartedReport without = report_of(*others.outcome());
    EXPECT_EQ(without.charts.size(), 12U);
    EXPECT_EQ(in_table(without.sheet, "4", 15), "I har ikke svaret");
}

TEST(SurveyChapter, IsEmptyWithoutAnswers)
{
    const auto outcome = SurveyBook().outcome();
    EXPECT_TRUE(survey_chapter(outcome->results, tests::survey(), outcome->workbook, tests::words().danish).empty());
}

TEST(SurveyChapter, HasConclusionsTableAndTheChartsThatTheyName)
{
    const PlanBlocks blocks =
        survey_chapter(outcome_39().results, tests::survey(), outcome_39().workbook, tests::words().danish);
    ASSERT_FALSE(blocks.empty());
    const PlanHeading& heading = std::get<PlanHeading>(blocks.front());
    EXPECT_EQ(heading.level, 1);
    EXPECT_TRUE(heading.new_page);
    // 4, 1 and 7 stand out; 3, 5 and 2 are spread.
    EXPECT_EQ(charts_in(blocks), 6U);
    const auto table =
        std::ranges::find_if(blocks, [](const PlanBlock& block) { return std::holds_alternative<PlanTable>(block); });
    ASSERT_NE(table, blocks.end());
    EXPECT_EQ(std::get<PlanTable>(*table).rows.size(), 13U);
    for (const auto& row : std::get<PlanTable>(*table).rows)
        EXPECT_EQ(row.size(), std::get<PlanTable>(*table).widths.size());
    EXPECT_NE(all_text(blocks).find("6. Er der i kommunen en formaliseret struktur"), std::string::npos);
    EXPECT_EQ(all_text(blocks).find('{'), std::string::npos);
}

TEST(SurveyLetter, GoesThroughEveryQuestionAndClosesWithTheDifferences)
{
    const PlanContent letter = survey_letter(outcome_39().results, tests::survey(), outcome_39().workbook,
                                             tests::words().danish, day(2026, 11, 22));
    EXPECT_EQ(letter.values.at("municipality"), "Aalborg");
    EXPECT_EQ(letter.values.at("date"), "22-11-2026");
    EXPECT_EQ(charts_in(letter.slots.at("charts")), 12U);
    EXPECT_NE(all_text(letter.slots.at("charts")).find("I har svaret 5. Det er højere end 29"), std::string::npos);
    EXPECT_NE(all_text(letter.slots.at("inspiration")).find("Her er forskellene store"), std::string::npos);
    EXPECT_NE(all_text(letter.slots.at("methods")).find("Implement og Socialt Udviklingscenter SUS"),
              std::string::npos);
}

TEST(SurveyLetter, HasASlotForEachThatItsTemplateNames)
{
    const PlanContent letter = survey_letter(outcome_39().results, tests::survey(), outcome_39().workbook,
                                             tests::words().danish, day(2026, 11, 22));
    const std::string content = tests::file_text(tests::templates_dir() / "spoergeskemabrev.fodt");
    const std::string text = content.substr(content.find("<office:styles>"));
    std::set<std::string> slots;
    for (std::size_t at = text.find("{{"); at != std::string::npos; at = text.find("{{", at + 1))
    {
        const std::string name = text.substr(at + 2, text.find("}}", at) - at - 2);
        if (name.starts_with("slot:"))
            slots.insert(name.substr(5));
        else
            EXPECT_TRUE(name.starts_with("text:") ? tests::words().danish.all().contains(name.substr(5))
                                                  : letter.values.contains(name))
                << name;
    }
    std::set<std::string> filled;
    for (const auto& [slot, blocks] : letter.slots)
        filled.insert(slot);
    EXPECT_EQ(filled, slots);
}

} // namespace trinvis
