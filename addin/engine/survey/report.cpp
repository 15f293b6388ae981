// SPDX-License-Identifier: MPL-2.0
#include "survey/report.hpp"

#include "survey/chart.hpp"
#include "survey/words.hpp"
#include "table/number_text.hpp"

#include <algorithm>
#include <array>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr int last_note_column = 12;
constexpr std::size_t letters_across = 170; ///< of the sheet's columns together, so that no line is cut off in print
constexpr double chart_width_mm = 176;
constexpr double chart_gap_mm = 6;
constexpr double chart_height_mm = 88;
constexpr double mm_per_title_line = 5;
constexpr std::size_t letters_a_title_line = 58; ///< of a chart, which parts its title itself
constexpr double row_height_mm = 4.52;
constexpr int charts_a_row = 2;
constexpr int chart_rows_a_page = 2;
constexpr int second_chart_column = 8; ///< the first that begins behind the first chart
constexpr double percent = 100;

const std::vector<double>& widths_mm()
{
    static const std::vector<double> widths{9, 96, 20, 15, 9, 9, 9, 9, 9, 14, 17, 23, 20, 19, 20, 44, 28};
    return widths;
}

/// A line over the whole width, in as many rows as it takes.
void add_lines(SheetContent& sheet, const std::string& text, Style style)
{
    const std::string lines = in_lines(text, letters_across);
    for (std::size_t at = 0; at <= lines.size();)
    {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        sheet.rows.push_back({lines.substr(at, end - at)});
        sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, 0}, style);
        at = end + 1;
    }
}

/// The same beside the questions' numbers.
void add_indented(SheetContent& sheet, const std::string& text)
{
    const std::string lines = in_lines(text, letters_across);
    for (std::size_t at = 0; at <= lines.size();)
    {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        sheet.rows.push_back({std::string(), lines.substr(at, end - at)});
        at = end + 1;
    }
}

void add_heading(SheetContent& sheet, const std::string& heading)
{
    sheet.rows.emplace_back();
    sheet.rows.push_back({heading});
    sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, 0}, Style::section);
}

void add_section(SheetContent& sheet, const SurveySection& section)
{
    add_heading(sheet, section.heading);
    add_lines(sheet, section.intro, Style::subtitle);
    for (const SurveyItem& item : section.items)
    {
        const int first = sheet.row_count();
        add_indented(sheet, item.question);
        sheet.rows[static_cast<std::size_t>(first)].front() = item.number;
        add_indented(sheet, item.sentence.text);
    }
}

ContentCell number_or(const std::optional<double>& number, const ContentCell& otherwise)
{
    return number ? ContentCell{*number} : otherwise;
}

ContentCell interval_text(const std::optional<statistics::Interval>& interval, double factor, int decimals,
                          const ContentCell& otherwise, const Texts& texts)
{
    if (!interval)
        return otherwise;
    return format_number(factor * interval->lower, decimals, texts.language()) + "–" +
           format_number(factor * interval->upper, decimals, texts.language());
}

std::string test_words(const QuestionResult& question, const Texts& texts)
{
    switch (question.difference)
    {
    case OwnDifference::untested:
        return texts.get("survey.test.short.untested");
    case OwnDifference::none:
        return texts.get("survey.test.short.none");
    case OwnDifference::higher:
        return texts.get("survey.test.short.higher");
    default:
        return texts.get("survey.test.short.lower");
    }
}

Row question_row(const QuestionResult& question, const Survey& survey, bool shared, const Texts& texts)
{
    const OthersResult& others = question.others;
    const ContentCell hidden = texts.get("survey.hidden");
    // What may be told and yet is not there has too few answers.
    const ContentCell missing = shared && others.n >= survey.least_answers ? hidden : ContentCell{std::string("–")};
    // A number sorts as one.
    const std::vector<double> number = number_readings(question.responses->number);
    Row row{number.size() == 1 ? ContentCell{number.front()} : ContentCell{question.responses->number},
            question.responses->text, own_answer_text(question, texts)};
    row.emplace_back(question.hidden && others.n == 0 ? hidden : ContentCell{static_cast<double>(others.n)});
    std::array<ContentCell, score_count> counts;
    counts.fill(hidden);
    for (const ScoreGroup& group : question.groups)
        for (int score = group.first; score <= group.last; ++score)
        {
            ContentCell& cell = counts.at(static_cast<std::size_t>(score) - 1);
            // Scores that are shown as one bear their sum in the first and a sign in the others.
            cell = score == group.first ? ContentCell{static_cast<double>(group.count)} : ContentCell{std::string("←")};
        }
    row.insert(row.end(), counts.begin(), counts.end());
    const auto count_or_dash = [&](const std::optional<std::size_t>& count) {
        return count ? ContentCell{static_cast<double>(*count)} : shared ? hidden : ContentCell{std::string("–")};
    };
    row.push_back(count_or_dash(others.dont_know));
    row.push_back(count_or_dash(others.none));
    row.push_back(number_or(others.mean, missing));
    row.push_back(interval_text(others.mean_interval, 1, 1, missing, texts));
    row.push_back(others.high ? ContentCell{percent * static_cast<double>(*others.high) / static_cast<double>(others.n)}
                              : missing);
    row.push_back(interval_text(others.high_share, percent, 0, missing, texts));
    row.emplace_back(standing_text(question, survey, texts));
    std::string test = test_words(question, texts);
    if (question.p && question.delta)
        test +=
            " " + texts.format("survey.test.numbers", {{"p", format_number(*question.p, 3, texts.language())},
                                                       {"delta", format_number(*question.delta, 2, texts.language())}});
    row.emplace_back(std::move(test));
    return row;
}

void add_table(SheetContent& sheet, const SurveyResults& results, const Survey& survey, const Texts& texts)
{
    add_heading(sheet, texts.get("survey.result.questions"));
    const int headings = sheet.row_count();
    Row heading{texts.get("survey.column.number"), texts.get("survey.column.question"), texts.get("survey.column.own"),
                texts.get("survey.column.n")};
    for (std::size_t score = 1; score <= score_count; ++score)
        heading.emplace_back(std::to_string(score));
    for (const char* key : {"dont_know", "none", "mean", "interval", "share", "share_interval", "standing", "test"})
        heading.emplace_back(texts.get("survey.column." + std::string(key)));
    const int last_column = static_cast<int>(heading.size()) - 1;
    sheet.rows.push_back(std::move(heading));
    for (const QuestionResult& question : results.questions)
        sheet.rows.push_back(question_row(question, survey, results.shared, texts));
    const int last = sheet.row_count() - 1;
    sheet.table = CellRange{headings, 0, last, last_column};
    sheet.style({headings, 0, headings, last_column}, Style::heading);
    sheet.style({headings + 1, 0, last, last_column}, Style::cell);
    sheet.style({headings + 1, 0, last, 0}, Style::cell_plain_number);
    sheet.style({headings + 1, 3, last, 10}, Style::cell_number);
    sheet.style({headings + 1, 11, last, 11}, Style::cell_decimal);
    sheet.style({headings + 1, 13, last, 13}, Style::cell_number);
}

/// Two charts a row and two rows a page; a chart is never cut in two.
void add_charts(ChartedReport& report, const SurveyResults& results, const Survey& survey, const Workbook& workbook,
                const Texts& texts)
{
    SheetContent& sheet = report.sheet;
    std::vector<ChartContent> contents;
    contents.reserve(results.questions.size());
    for (const QuestionResult& question : results.questions)
        if (auto chart = question_chart(question, survey, workbook, texts))
            contents.push_back(std::move(*chart));
    for (std::size_t i = 0; i < contents.size(); i += charts_a_row)
    {
        if (i % (std::size_t{charts_a_row} * chart_rows_a_page) == 0)
        {
            sheet.page_breaks.push_back(sheet.row_count() + 1);
            add_heading(sheet, texts.get("survey.result.charts"));
        }
        const int row = sheet.row_count();
        double tallest = 0;
        for (std::size_t beside = 0; beside < charts_a_row && i + beside < contents.size(); ++beside)
        {
            PlacedChart& chart = report.charts.emplace_back();
            chart.content = std::move(contents[i + beside]);
            chart.first_row = row;
            chart.first_column = beside == 0 ? 0 : second_chart_column;
            chart.width_mm = chart_width_mm;
            chart.height_mm =
                chart_height_mm + mm_per_title_line * static_cast<double>(std::ranges::count(
                                                          in_lines(chart.content.title, letters_a_title_line), '\n'));
            tallest = std::max(tallest, chart.height_mm);
        }
        const int free_rows = static_cast<int>((tallest + chart_gap_mm) / row_height_mm) + 1;
        for (int empty = 0; empty < free_rows; ++empty)
            sheet.rows.emplace_back();
    }
}

} // namespace

ChartedReport survey_report(const SurveyResults& results, const Survey& survey, const Workbook& workbook,
                            const Texts& texts)
{
    const SurveyWords spoken = survey_words(results, survey, workbook, texts);
    ChartedReport report;
    SheetContent& sheet = report.sheet;
    sheet.id = "survey_result";
    sheet.name = texts.get("sheet.survey_result");
    sheet.column_widths_mm = widths_mm();
    sheet.repeat_headings = false;
    sheet.keeps_heights = true;
    sheet.rows.push_back({texts.format("survey.result.title", {{"municipality", workbook.municipality->name}})});
    sheet.style({0, 0, 0, 0}, Style::title);
    for (const TracedText& line : spoken.basis)
        add_lines(sheet, line.text, Style::subtitle);
    if (!workbook.data_note.empty())
    {
        sheet.rows.push_back({workbook.data_note});
        sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, last_note_column}, Style::invented);
    }
    for (const SurveySection* section : spoken.sections())
        add_section(sheet, *section);
    sheet.page_breaks.push_back(sheet.row_count() + 1);
    add_table(sheet, results, survey, texts);
    add_heading(sheet, spoken.methods.empty() ? std::string{} : texts.get("survey.result.methods"));
    for (const std::string& line : spoken.methods)
        add_lines(sheet, line, Style::subtitle);
    add_charts(report, results, survey, workbook, texts);
    report.chart_data = chart_data_sheet("survey_chart_data", report.charts, texts);
    return report;
}

} // namespace trinvis
