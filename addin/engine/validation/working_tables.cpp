// SPDX-License-Identifier: MPL-2.0
//
// The tables of the working tools, as rules see them: every heading is a column that may be asked for as a number and as
// a text, columns of dates are dates, and columns of steps of the ladder are their numbers. A table whose sheet is not there
// yet has its columns and no row.
#include "catalogue/working_tables.hpp"

#include "goals/reported.hpp"
#include "ladder/ladder_words.hpp"
#include "ladder/step_mapping.hpp"
#include "table/text_match.hpp"
#include "validation/table_parts.hpp"
#include "validation/tables.hpp"

#include <algorithm>

namespace trinvis
{

using rules::Column;
using rules::Table;

namespace
{

std::vector<int> filled_rows(const Workbook& workbook, const TableArea& area)
{
    std::vector<int> rows;
    if (!area.found())
        return rows;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
        if (std::any_of(area.columns.begin(), area.columns.end(),
                        [&](const auto& column) { return !is_empty(workbook.grid(area).at(row, column.second)); }))
            rows.push_back(row);
    return rows;
}

constexpr double no_single_step = -1; ///< several steps, or one that is not settled

bool is_among(const std::vector<std::string_view>& keys, std::string_view key)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

} // namespace

void ValidationTables::make_working(const WorkingTableKind& kind)
{
    const TableArea& area = m_workbook.working_table(kind.id);
    Table& table = m_tables[std::string(kind.id)];
    const std::vector<int> rows = filled_rows(m_workbook, area);
    table.rows = rows.size();
    table.figures.resize(table.rows);
    table.periods.resize(table.rows);
    table.subjects.resize(table.rows);
    for (const int row : rows)
        table.places.push_back({area.sheet, row, std::max(0, area.column(kind.required_columns.front()))});
    const std::string prefix = "column." + std::string(kind.id) + ".";
    const StepMapping mapping =
        kind.steps.empty() && kind.rule_fields.empty() ? StepMapping{} : read_step_mapping(m_workbook, {}, m_words);
    for (const std::string_view heading : kind.columns)
    {
        const std::string key = prefix + std::string(heading);
        const int at = area.column(heading);
        const bool date = is_among(kind.dates, heading);
        const bool money = is_among(kind.money, heading);
        const bool step = is_among(kind.steps, heading);
        Column column;
        column.names = {m_words.danish.get(key), m_words.english.get(key)};
        column.both = true;
        column.date = date;
        std::size_t numbers = 0;
        std::size_t filled = 0;
        for (const int row : rows)
        {
            const Cell& cell = m_workbook.grid(area).at(row, at);
            const std::optional<Date> day = date ? date_in(cell, m_workbook.cells.null_date) : std::nullopt;
            column.numbers.push_back(day ? Value{ValueState::number, serial_from_date(*day, m_workbook.cells.null_date)}
                                     : step  ? step_in(cell, mapping)
                                     : money ? m_reader.read(cell)
                                             : number_of({}, cell));
            column.texts.push_back(shown(cell));
            column.places.push_back({area.sheet, row, std::max(0, at)});
            numbers += std::holds_alternative<double>(cell) ? 1U : 0U;
            filled += is_empty(cell) ? 0U : 1U;
        }
        column.type = date || step || (numbers * 2 >= filled && numbers > 0) ? rules::Type::number : rules::Type::text;
        table.columns.push_back(std::move(column));
    }
    if (is_among(kind.rule_fields, "ladder_step"))
        table.columns.push_back(Column::of_numbers(names("ladder_step"), steps_of_children(area, rows, mapping)));
    if (is_among(kind.rule_fields, "goal_figure"))
        add_goal_fields(table, area, rows);
}

void ValidationTables::add_goal_fields(Table& table, const TableArea& area, const std::vector<int>& rows)
{
    std::vector<std::string_view> figures;
    std::vector<Value> steps;
    std::map<std::string, std::set<std::string>> goals_by_number;
    for (const int row : rows)
        if (const std::string goal = folded(m_workbook.text(area, row, "goal")); !goal.empty())
            goals_by_number[folded(m_workbook.text(area, row, "number"))].insert(goal);
    std::vector<Value> goals_of_number;
    for (const int row : rows)
    {
        const auto same = goals_by_number.find(folded(m_workbook.text(area, row, "number")));
        goals_of_number.push_back(as_number(same == goals_by_number.end() ? 0 : static_cast<int>(same->second.size())));
        const Figure* figure = named_figure(m_workbook.text(area, row, "figure"), m_workbook);
        figures.push_back(figure ? std::string_view(figure->id) : std::string_view{});
        const auto step = named_step(m_workbook.text(area, row, "step"));
        steps.push_back(step ? Value{ValueState::number, static_cast<double>(*step)} : Value{ValueState::missing});
    }
    table.figures = figures;
    // A finding about what was read stands at the cell in which it was written.
    const auto at = [&](std::string_view key)
    {
        std::vector<Place> places;
        places.reserve(rows.size());
        for (const int row : rows)
            places.push_back({area.sheet, row, std::max(0, area.column(key))});
        return places;
    };
    table.columns.push_back(with_places(Column::of_texts(names("goal_figure"), std::move(figures)), at("figure")));
    table.columns.push_back(
        with_places(Column::of_numbers(names("goals_of_number"), std::move(goals_of_number)), at("number")));
    table.columns.push_back(with_places(Column::of_numbers(names("goal_step"), std::move(steps)), at("step")));
    table.columns.push_back(
        with_places(Column::of_numbers(names("reported_baseline"), reported_baselines(table)), at("baseline_date")));
}

std::vector<Value> ValidationTables::reported_baselines(const Table& table) const
{
    std::map<int, const Goal*> goals;
    const Goals read = read_goals(m_workbook, m_words);
    for (const Goal& goal : read.goals)
        goals.emplace(goal.row, &goal);
    std::vector<Value> baselines;
    baselines.reserve(table.rows);
    for (const Place& place : table.places)
    {
        const auto goal = goals.find(place.row);
        const auto baseline =
            goal == goals.end() ? std::nullopt : reported_baseline(*goal->second, m_workbook, m_words);
        baselines.push_back(baseline ? Value{ValueState::number, *baseline} : Value{ValueState::missing});
    }
    return baselines;
}

Value ValidationTables::step_in(const Cell& cell, const StepMapping& mapping) const
{
    if (is_empty(cell))
        return {};
    if (std::holds_alternative<CellError>(cell))
        return {ValueState::error};
    const auto answer = read_answer(cell, mapping.steps(), m_words);
    if (!answer)
        return {ValueState::text};
    const bool single = answer->step() > 0 || answer->placement == Placement::outside;
    return {ValueState::number, single ? static_cast<double>(answer->step()) : no_single_step};
}

std::vector<Value> ValidationTables::steps_of_children(const TableArea& area, const std::vector<int>& rows,
                                                       const StepMapping& mapping) const
{
    std::vector<Value> steps;
    steps.reserve(rows.size());
    for (const int row : rows)
    {
        const auto kind = read_mapping_kind(m_workbook.cell(area, row, "kind"), m_words);
        const StepAnswer answer = kind ? mapping.answer(*kind, m_workbook.cell(area, row, "code")) : StepAnswer{};
        steps.push_back(answer.placement == Placement::unknown || answer.placement == Placement::ask
                            ? Value{ValueState::missing}
                            : Value{ValueState::number, static_cast<double>(answer.step())});
    }
    return steps;
}

void ValidationTables::make_survey_answers()
{
    const TableArea& area = m_workbook.working_table("survey");
    Table& table = m_tables["survey_answers"];
    const Grid nothing;
    const Grid& grid = area.found() ? m_workbook.grid(area) : nothing;
    std::vector<std::string_view> questions, headings, codes;
    std::vector<Place> heading_places;
    Column answers;
    std::set<int> known;
    for (const auto& [key, column] : area.columns)
        known.insert(column);
    const std::vector<int> rows = filled_rows(m_workbook, area);
    for (int at = 0; at < grid.columns; ++at)
    {
        const std::string_view heading = shown(grid.at(area.heading_row, at));
        if (known.contains(at) || heading.empty())
            continue;
        const Municipality* municipality = m_workbook.municipalities->find_cell(grid.at(area.heading_row, at));
        for (const int row : rows)
        {
            questions.push_back(shown(m_workbook.cell(area, row, "number")));
            headings.push_back(heading);
            codes.push_back(municipality ? std::string_view(municipality->code) : heading);
            heading_places.push_back({area.sheet, area.heading_row, at});
            answers.numbers.push_back(number_of({}, grid.at(row, at)));
            answers.texts.push_back(shown(grid.at(row, at)));
            table.places.push_back({area.sheet, row, at});
        }
    }
    table.rows = questions.size();
    table.figures.resize(table.rows);
    table.periods.resize(table.rows);
    table.subjects = questions;
    table.municipalities = codes;
    answers.names = names("answer");
    answers.both = true;
    answers.places = table.places;
    table.columns = {Column::of_texts(names("question"), std::move(questions)),
                     with_places(Column::of_texts(names("municipality"), std::move(headings)), heading_places),
                     with_places(Column::of_texts(names("municipality_code"), std::move(codes)), heading_places),
                     std::move(answers)};
}

} // namespace trinvis
