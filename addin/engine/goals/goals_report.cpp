// SPDX-License-Identifier: MPL-2.0
#include "goals/goals_report.hpp"

#include "benchmark/words.hpp"
#include "goals/follow_up_words.hpp"
#include "goals/goal_chart.hpp"
#include "goals/reported.hpp"

#include <array>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr double row_height_mm = 4.5;
constexpr double chart_width_mm = 190;
constexpr double chart_height_mm = 76;
constexpr int last_column = 9;
constexpr std::array<double, 10> widths_mm{11, 62, 46, 28, 22, 24, 26, 24, 30, 62};
constexpr int verdict_column = 9;
/// What a page across holds of this sheet once its columns are scaled to the page's width.
constexpr double page_height_mm = 195;
constexpr double table_row_mm = 11; ///< with names that take two lines or three

class Reporting
{
public:
    Reporting(const FollowUp& follow, const Workbook& workbook, const Texts& texts)
        : m_follow(follow), m_workbook(workbook), m_texts(texts)
    {
    }

    ChartedReport all(std::span<const std::string> sharing)
    {
        m_sheet.id = "goals_result";
        m_sheet.name = m_texts.get("sheet.goals_result");
        m_sheet.column_widths_mm.assign(widths_mm.begin(), widths_mm.end());
        m_sheet.repeat_headings = false;
        m_sheet.keeps_heights = true;
        m_sheet.printed_columns = last_column + 1;
        add_top(sharing);
        add_summary();
        for (const GoalFollowUp& one : m_follow.goals)
            add_goal(one);
        m_sheet.page_breaks.push_back(m_sheet.row_count() + 1);
        add_rounds();
        add_section("goals.section.conventions");
        for (const std::string& line : follow_up_conventions(m_follow, m_texts))
            add_line(line, Style::subtitle);
        m_report.chart_data = chart_data_sheet("goals_chart_data", m_report.charts, m_texts);
        return std::move(m_report);
    }

private:
    int add(Row row)
    {
        m_sheet.rows.push_back(std::move(row));
        return m_sheet.row_count() - 1;
    }

    void add_line(const std::string& text, Style style, int last = 0)
    {
        const int row = add({text});
        m_sheet.style({row, 0, row, last}, style);
    }

    void add_section(std::string_view key)
    {
        m_sheet.rows.emplace_back();
        add_line(m_texts.get(key), Style::section);
    }

    void add_top(std::span<const std::string> sharing)
    {
        const std::string name = m_workbook.municipality ? m_workbook.municipality->name : std::string{};
        add_line(m_texts.format("goals.report.title", {{"municipality", name}}), Style::title);
        add_line(m_texts.get("goals.report.subtitle"), Style::subtitle);
        if (!m_workbook.data_note.empty())
            add_line(m_workbook.data_note, Style::invented, last_column);
        for (const std::string& line : sharing)
            add_line(line, Style::information, last_column);
    }

    void add_headings(std::initializer_list<const char*> keys)
    {
        Row row;
        row.reserve(keys.size());
        for (const char* key : keys)
            row.emplace_back(m_texts.get("goals.column." + std::string(key)));
        const int at = add(std::move(row));
        m_sheet.style({at, 0, at, last_column}, Style::heading);
    }

    /// A number with as many decimals as its figure is shown with.
    void put_number(Row& row, int column, const std::optional<double>& value, const Figure* figure)
    {
        if (!value)
        {
            row[static_cast<std::size_t>(column)] = std::string("–");
            return;
        }
        const int decimals = figure ? shown_decimals(*figure, *value) : -1;
        row[static_cast<std::size_t>(column)] = *value;
        m_sheet.style({m_sheet.row_count(), column, m_sheet.row_count(), column}, decimals == 0   ? Style::cell_number
                                                                                  : decimals == 1 ? Style::cell_decimal
                                                                                  : decimals == 2
                                                                                      ? Style::cell_two_decimals
                                                                                      : Style::cell_plain_number);
    }

    void put_date(Row& row, int column, const std::optional<Date>& date)
    {
        row[static_cast<std::size_t>(column)] = date ? ContentCell{*date} : ContentCell{std::string("–")};
        if (date)
            m_sheet.style({m_sheet.row_count(), column, m_sheet.row_count(), column}, Style::cell_date);
    }

    /// A row of either table; the fourth column is the baseline or the line.
    void add_row(const GoalFollowUp& one, const FollowUpRound* round, const std::optional<double>& fourth)
    {
        Row row(widths_mm.size());
        const int at = m_sheet.row_count();
        m_sheet.style({at, 0, at, last_column}, Style::cell);
        row[0] = one.goal->number;
        row[1] = one.goal->goal.empty() ? one.goal->criterion : one.goal->goal;
        row[2] = figure_title(one).empty() ? std::string("–") : figure_title(one);
        put_number(row, 3, fourth, one.figure);
        put_number(row, 4, one.target, one.figure);
        put_date(row, 5, one.goal->target_date.date);
        put_date(row, 6, round ? std::optional(round->date) : std::nullopt);
        if (round && round->value.known())
            put_number(row, 7, round->value.value, one.figure);
        else
            row[7] = round ? absence_text(*round, m_texts) : "–";
        row[8] = round ? interval_text(one, *round, m_workbook, m_texts).text : std::string("–");
        row[verdict_column] = round ? standing_words(*round, m_texts) : nothing_sentence(one, m_texts);
        add(std::move(row));
    }

    void add_summary()
    {
        add_section("goals.section.summary");
        const int heading = m_sheet.row_count();
        add_headings({"number", "goal", "figure", "baseline", "target", "target_date", "round", "value", "interval",
                      "standing"});
        for (const GoalFollowUp& one : m_follow.goals)
            add_row(one, one.latest(), one.baseline);
        m_used_mm = row_height_mm * heading + table_row_mm * static_cast<double>(m_follow.goals.size() + 1);
        m_sheet.table = CellRange{heading, 0, m_sheet.row_count() - 1, last_column};
    }

    void add_goal(const GoalFollowUp& one)
    {
        auto chart = goal_chart(one, m_follow, m_workbook, m_texts);
        constexpr auto free_rows = static_cast<std::size_t>(chart_height_mm / row_height_mm) + 2;
        const std::vector<TracedText> sentences = goal_sentences(one, m_workbook, m_texts);
        const double height = row_height_mm * static_cast<double>(sentences.size() + 4 + (chart ? free_rows : 0));
        if (m_used_mm + height > page_height_mm)
        {
            m_sheet.page_breaks.push_back(m_sheet.row_count() + 1);
            m_used_mm = 0;
        }
        m_used_mm += height;
        m_sheet.rows.emplace_back();
        add_line(one.goal->title(), Style::section);
        if (!one.figure && !one.goal->criterion.empty() && !one.goal->goal.empty())
            add_line(m_texts.format("goals.criterion", {{"criterion", one.goal->criterion}}), Style::subtitle);
        for (const TracedText& sentence : sentences)
            add_line(sentence.text, Style::subtitle);
        if (!chart)
            return;
        PlacedChart placed;
        placed.first_row = m_sheet.row_count();
        placed.width_mm = chart_width_mm;
        placed.height_mm = chart_height_mm;
        placed.content = *std::move(chart);
        m_report.charts.push_back(std::move(placed));
        m_sheet.rows.resize(m_sheet.rows.size() + free_rows);
    }

    void add_rounds()
    {
        add_section("goals.section.rounds");
        add_headings({"number", "goal", "figure", "expected", "target", "target_date", "round", "value", "interval",
                      "standing"});
        for (const GoalFollowUp& one : m_follow.goals)
            for (const FollowUpRound& round : one.rounds)
                add_row(one, &round, round.expected);
    }

    const FollowUp& m_follow;
    const Workbook& m_workbook;
    const Texts& m_texts;
    ChartedReport m_report;
    SheetContent& m_sheet = m_report.sheet;
    double m_used_mm = 0; ///< of the page, about
};

} // namespace

ChartedReport goals_report(const FollowUp& follow, std::span<const std::string> sharing, const Workbook& workbook,
                           const Texts& texts)
{
    return Reporting(follow, workbook, texts).all(sharing);
}

} // namespace trinvis
