// SPDX-License-Identifier: MPL-2.0
#include "goals/goal_sheet.hpp"

#include "catalogue/working_tables.hpp"
#include "goals/reported.hpp"
#include "mini_analysis/assessment.hpp"
#include "mini_analysis/focus_sheet.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr int rows_of_form = 20; ///< look like fields to be filled in from the beginning
constexpr int rows_with_choices = 80;
constexpr int steps_of_ladder = 6;

struct ColumnLook
{
    std::string_view key;
    double width_mm;
    Style style;
};

constexpr std::array<ColumnLook, 19> looks{{{"number", 11, Style::input},
                                            {"area", 30, Style::input_text},
                                            {"focus", 42, Style::input_text},
                                            {"goal", 50, Style::input_text},
                                            {"criterion", 48, Style::input_text},
                                            {"figure", 40, Style::input_text},
                                            {"baseline_date", 30, Style::cell_date},
                                            {"baseline", 31, Style::input},
                                            {"target", 18, Style::input},
                                            {"target_date", 24, Style::cell_date},
                                            {"direction", 19, Style::input_text},
                                            {"activity", 52, Style::input_text},
                                            {"step", 15, Style::input_text},
                                            {"responsible", 32, Style::input_text},
                                            {"start", 24, Style::cell_date},
                                            {"end", 24, Style::cell_date},
                                            {"prerequisites", 44, Style::input_text},
                                            {"risks", 44, Style::input_text},
                                            {"status", 23, Style::input_text}}};

/// Above the headings: the first column of each group, and its text.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> groups{{{"number", "goals.group.goal"},
                                                                               {"criterion", "goals.group.criterion"},
                                                                               {"activity", "goals.group.activity"},
                                                                               {"prerequisites", "goals.group.chain"}}};

int column_of(std::string_view key)
{
    const auto found =
        std::find_if(looks.begin(), looks.end(), [key](const ColumnLook& look) { return look.key == key; });
    return static_cast<int>(found - looks.begin());
}

std::string figure_choice(const Figure& figure)
{
    return figure.id + " " + figure.name;
}

std::vector<std::string> figure_choices(const Workbook& workbook)
{
    std::vector<std::string> choices;
    choices.reserve(workbook.figures.size());
    for (const Figure& figure : workbook.figures)
        choices.push_back(figure_choice(figure));
    return choices;
}

std::vector<std::string> step_choices(const Texts& texts)
{
    std::vector<std::string> choices;
    choices.reserve(steps_of_ladder);
    for (int step = 1; step <= steps_of_ladder; ++step)
        choices.push_back(texts.format("goals.step", {{"n", std::to_string(step)}}));
    return choices;
}

/// What a proposal is about, without the words in front of it that ask to consider it.
std::string subject_of(const std::string& proposal, const Words& words)
{
    for (const char* key : {"focus.proposal.look", "focus.proposal.consider", "focus.proposal.question"})
        for (const Texts* texts : {&words.danish, &words.english})
        {
            const std::string& pattern = texts->get(key);
            const std::string front = pattern.substr(0, pattern.find('{'));
            if (!front.empty() && proposal.starts_with(front) && proposal.size() > front.size())
                return proposal.substr(front.size());
        }
    return proposal;
}

/// A goal to be written for a chosen focus area, and a row for another activity of it.
void add_focus_rows(SheetContent& sheet, const GoalSheetInputs& inputs)
{
    double number = 0;
    for (const FocusArea& focus : read_focus_areas(inputs.workbook, inputs.words))
    {
        if (focus.chosen != Chosen::yes)
            continue;
        ++number;
        Row row(looks.size());
        row[0] = number;
        const PracticeArea* area = inputs.form.area(focus.area);
        row[1] = area ? area->name.in(inputs.workbook.language) : focus.area;
        row[2] = focus.proposal.empty() ? focus.reference : subject_of(focus.proposal, inputs.words);
        if (const Figure* figure = named_figure(focus.reference, inputs.workbook))
        {
            row[static_cast<std::size_t>(column_of("figure"))] = figure_choice(*figure);
            if (const auto date = latest_reported(inputs.workbook, inputs.words, *figure, inputs.today))
            {
                row[static_cast<std::size_t>(column_of("baseline_date"))] = *date;
                row[static_cast<std::size_t>(column_of("baseline"))] =
                    as_shown(*figure, reported(inputs.workbook, inputs.words, *figure, *date).value);
            }
        }
        sheet.rows.push_back(std::move(row));
        sheet.rows.push_back({number});
    }
}

/// Fills in what is empty.
class Filling
{
public:
    Filling(const Workbook& workbook, const Words& words, Date today)
        : m_workbook(workbook), m_words(words), m_today(today), m_table(workbook.working_table("goals"))
    {
    }

    SheetUpdate all()
    {
        m_update.sheet = m_table.sheet;
        if (!m_table.found())
            return std::move(m_update);
        m_update.table = range_of(m_table);
        fill_numbers();
        for (const Goal& goal : read_goals(m_workbook, m_words).goals)
            fill_baseline(goal);
        return std::move(m_update);
    }

private:
    [[nodiscard]] std::string text(int row, std::string_view key) const
    {
        return m_workbook.text(m_table, row, key);
    }

    void put(int row, std::string_view key, ContentCell content)
    {
        if (const int column = m_table.column(key); column >= 0)
            m_update.cells.push_back({row, column, std::move(content), std::nullopt});
    }

    void fill_numbers()
    {
        int highest = 0;
        for (int row = m_table.heading_row + 1; row <= m_table.last_row; ++row)
        {
            const std::string number = text(row, "number");
            int value = 0;
            if (std::from_chars(number.data(), number.data() + number.size(), value).ec == std::errc{})
                highest = std::max(highest, value);
        }
        std::optional<double> above;
        for (int row = m_table.heading_row + 1; row <= m_table.last_row; ++row)
        {
            if (const std::string number = text(row, "number"); !number.empty())
            {
                const double* typed = std::get_if<double>(&m_workbook.cell(m_table, row, "number"));
                above = typed ? std::optional(*typed) : std::nullopt;
                continue;
            }
            if (!text(row, "goal").empty())
                above = ++highest;
            else if (text(row, "activity").empty())
                continue;
            if (above)
                put(row, "number", *above);
        }
    }

    void fill_baseline(const Goal& goal)
    {
        const Figure* figure = goal.figure.empty() ? nullptr : m_workbook.figure(goal.figure);
        if (!figure || !text(goal.row, "baseline").empty() || goal.baseline_date.faulty)
            return;
        const auto date =
            goal.baseline_date.date ? goal.baseline_date.date : latest_reported(m_workbook, m_words, *figure, m_today);
        if (!date)
            return;
        const Measured measured = reported(m_workbook, m_words, *figure, *date);
        if (!measured.known())
            return;
        if (!goal.baseline_date.date)
            put(goal.row, "baseline_date", *date);
        put(goal.row, "baseline", as_shown(*figure, measured.value));
    }

    const Workbook& m_workbook;
    const Words& m_words;
    Date m_today;
    const TableArea& m_table;
    SheetUpdate m_update;
};

} // namespace

SheetContent goals_sheet(const GoalSheetInputs& inputs)
{
    const Texts& texts = inputs.words.in(inputs.workbook.language);
    const int last_column = static_cast<int>(looks.size()) - 1;
    SheetContent sheet;
    sheet.id = "goals";
    sheet.name = texts.get("sheet.goals");
    sheet.rows.push_back({texts.get("goals.title")});
    for (const char* key : {"goals.subtitle", "goals.how.rows", "goals.how.figure", "goals.how.again"})
        sheet.rows.push_back({texts.get(key)});
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 4, 0}, Style::subtitle);
    Row grouped(looks.size());
    for (const auto& [key, text] : groups)
    {
        const int column = column_of(key);
        grouped[static_cast<std::size_t>(column)] = texts.get(text);
        sheet.style({sheet.row_count(), column, sheet.row_count(), column}, Style::section);
    }
    sheet.rows.push_back(std::move(grouped));
    const int heading = sheet.row_count();
    Row headings;
    headings.reserve(looks.size());
    for (const ColumnLook& look : looks)
    {
        headings.emplace_back(texts.get("column.goals." + std::string(look.key)));
        sheet.column_widths_mm.push_back(look.width_mm);
    }
    sheet.rows.push_back(std::move(headings));
    add_focus_rows(sheet, inputs);
    const int last = std::max(sheet.row_count() - 1, heading + rows_of_form);
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    for (std::size_t i = 0; i < looks.size(); ++i)
        sheet.style({heading + 1, static_cast<int>(i), last, static_cast<int>(i)}, looks[i].style);
    const auto choose = [&](std::string_view key, std::vector<std::string> choices)
    {
        const int column = column_of(key);
        sheet.drop_downs.push_back({{heading + 1, column, heading + rows_with_choices, column}, std::move(choices)});
    };
    choose("area", inputs.form.area_names(texts.language()));
    choose("figure", figure_choices(inputs.workbook));
    choose("direction", goal_direction_words(texts));
    choose("step", step_choices(texts));
    choose("status", activity_status_words(texts));
    sheet.table = CellRange{heading, 0, std::max(sheet.row_count() - 1, heading + 1), last_column};
    sheet.frozen_rows = heading + 1;
    sheet.frozen_columns = column_of("goal") + 1;
    return sheet;
}

SheetUpdate goals_update(const Workbook& workbook, const Words& words, Date today)
{
    return Filling(workbook, words, today).all();
}

} // namespace trinvis
