// SPDX-License-Identifier: MPL-2.0
//
// The tables that come from Indtastning: values, figures, rounds and lines.
#include "table/number_text.hpp"
#include "table/text_match.hpp"
#include "validation/table_parts.hpp"
#include "validation/tables.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace trinvis
{

using rules::Column;
using rules::Table;

namespace
{

bool filled_anywhere(const Workbook& workbook, const Grid& grid, const EntryLine& line, int but_in_column = -1)
{
    return std::any_of(workbook.rounds.begin(), workbook.rounds.end(),
                       [&](const Round& round)
                       { return round.column != but_in_column && !is_empty(grid.at(line.row, round.column)); });
}

/// The figures of which a line of their own is filled in some round. A shared denominator says nothing of them: it is
/// filled for the others too.
std::set<std::string_view> reported_figures(const Workbook& workbook, const Grid& grid)
{
    std::set<std::string_view> reported;
    for (const EntryLine& line : workbook.lines)
        if (line.figures.size() == 1 && filled_anywhere(workbook, grid, line))
            reported.insert(first_figure(line));
    return reported;
}

/// Filled cells for each round, in all and by the figure that a line belongs to first. A shared denominator counts for
/// no figure that the municipality leaves out altogether, so that what it leaves out is not taken for a gap.
struct FilledCounts
{
    std::vector<int> in_round;
    std::map<std::string_view, std::vector<int>, std::less<>> for_figure;
};

FilledCounts count_filled(const Workbook& workbook, const Grid& grid)
{
    FilledCounts counts;
    counts.in_round.resize(workbook.rounds.size());
    const std::set<std::string_view> reported = reported_figures(workbook, grid);
    for (const EntryLine& line : workbook.lines)
    {
        std::vector<int>& figure = counts.for_figure[first_figure(line)];
        figure.resize(workbook.rounds.size());
        for (std::size_t round = 0; round < workbook.rounds.size(); ++round)
            if (!is_empty(grid.at(line.row, workbook.rounds[round].column)))
            {
                ++counts.in_round[round];
                if (line.figures.size() < 2 || reported.contains(first_figure(line)))
                    ++figure[round];
            }
    }
    return counts;
}

/// Filled cells of the figures that a line is part of. A shared denominator counts for all of its figures; a figure's
/// own lines count for that figure alone, so that a figure that is absent altogether is nobody's fault.
std::vector<int> filled_for(const EntryLine& line, const FilledCounts& counts, std::size_t rounds)
{
    std::vector<int> filled(rounds);
    const auto add = [&](std::string_view figure)
    {
        if (const auto found = counts.for_figure.find(figure); found != counts.for_figure.end())
            for (std::size_t round = 0; round < rounds; ++round)
                filled[round] += found->second[round];
    };
    if (line.figures.empty())
        add({});
    for (const std::string& figure : line.figures)
        add(figure);
    return filled;
}

/// The round that lies a year before another: the half-yearly dates move by some days.
std::vector<std::int32_t> rounds_a_year_before(const std::vector<Round>& rounds)
{
    constexpr int shortest_year = 350;
    constexpr int longest_year = 380;
    std::vector<std::int32_t> before(rounds.size(), -1);
    for (std::size_t later = 0; later < rounds.size(); ++later)
        for (std::size_t earlier = 0; rounds[later].date && earlier < later; ++earlier)
        {
            const auto days =
                (std::chrono::sys_days(*rounds[later].date) - std::chrono::sys_days(*rounds[earlier].date)).count();
            if (days >= shortest_year && days <= longest_year)
                before[later] = static_cast<std::int32_t>(earlier);
        }
    return before;
}

/// Ties a table of things × rounds, the rounds of a thing side by side, to its earlier rounds.
void tie_rounds(Table& table, const std::vector<Round>& rounds)
{
    const std::vector<std::int32_t> year_before = rounds_a_year_before(rounds);
    table.rounds = rounds.size();
    table.previous.assign(table.rows, -1);
    table.last_year.assign(table.rows, -1);
    for (std::size_t row = 0; row < table.rows; ++row)
    {
        const std::size_t round = row % rounds.size();
        const auto first = static_cast<std::int32_t>(row - round);
        // Rounds without a date stand last and have no place in time.
        if (round > 0 && rounds[round].date)
            table.previous[row] = static_cast<std::int32_t>(row) - 1;
        if (year_before[round] >= 0)
            table.last_year[row] = first + year_before[round];
    }
}

const EntryLine* top_line(const Workbook& workbook, const Figure& figure)
{
    return workbook.line(figure.value.empty() ? figure.numerator : figure.value);
}

/// What a key figure is in a round, from its items.
struct FigureParts
{
    Value numerator;
    Value denominator;
    Value value;
};

FigureParts parts_of(const Figure& figure, const Value& top, const Value& bottom)
{
    if (!figure.value.empty())
        return {{ValueState::not_applicable}, bottom, top};
    if (top.is_number() && bottom.is_number() && bottom.number != 0)
        return {top, bottom, {ValueState::number, top.number / bottom.number * figure.factor}};
    return {top, bottom, {ValueState::missing}};
}

bool same_name(const Column& column, const std::vector<std::string>& names)
{
    return column.names == names;
}

} // namespace

void ValidationTables::make_values()
{
    const Grid& grid = m_workbook.grid(m_workbook.entry);
    const std::size_t rounds = m_workbook.rounds.size();
    Table& table = m_tables["values"];
    table.rows = rounds * m_workbook.lines.size();
    std::vector<std::string_view> items, names_of_lines, roles, units, texts;
    std::vector<Value> dates, values, previous;
    for (auto* column : {&items, &names_of_lines, &roles, &units, &texts, &table.figures, &table.periods})
        column->reserve(table.rows);
    for (auto* column : {&dates, &values, &previous})
        column->reserve(table.rows);
    table.places.reserve(table.rows);
    std::vector<std::string_view> round_names;
    for (const Round& round : m_workbook.rounds)
        round_names.push_back(keep(round.date ? iso_date(*round.date) : std::string{}));
    for (const EntryLine& line : m_workbook.lines)
    {
        Value last{ValueState::missing};
        for (std::size_t index = 0; index < rounds; ++index)
        {
            const Round& round = m_workbook.rounds[index];
            const Cell& cell = grid.at(line.row, round.column);
            items.push_back(line.id);
            names_of_lines.push_back(line.name);
            roles.push_back(line.role);
            units.push_back(line.unit);
            texts.push_back(std::holds_alternative<std::string>(cell) ? shown(cell) : std::string_view{});
            dates.push_back(day_of(round));
            values.push_back(number_of(line.id, cell));
            previous.push_back(last);
            table.places.push_back({m_workbook.entry.sheet, line.row, round.column});
            table.figures.push_back(first_figure(line));
            table.periods.push_back(round_names[index]);
            last = round.date ? values.back() : Value{ValueState::missing};
        }
    }
    table.subjects = items;
    tie_rounds(table, m_workbook.rounds);
    table.columns = {
        Column::of_texts(names("item"), std::move(items)),          Column::of_texts(names("figure"), table.figures),
        Column::of_texts(names("name"), std::move(names_of_lines)), Column::of_texts(names("role"), std::move(roles)),
        Column::of_texts(names("unit"), std::move(units)),          of_dates(names("cut_off"), std::move(dates)),
        Column::of_numbers(names("value"), std::move(values)),      Column::of_texts(names("text"), std::move(texts)),
        Column::of_numbers(names("previous"), std::move(previous)), Column::of_numbers(names("filled_in_round"), {}),
        Column::of_numbers(names("filled_for_figure"), {})};
    fill_filled_counts();
}

void ValidationTables::make_figures()
{
    const Grid& grid = m_workbook.grid(m_workbook.entry);
    const Texts& texts = m_words.in(m_workbook.language);
    Table& table = m_tables["figures"];
    std::vector<std::string_view> names_of_figures, kinds;
    std::vector<Value> numerators, denominators, values, dates;
    std::vector<Place> denominator_places;
    for (const Figure& figure : m_workbook.figures)
    {
        const EntryLine* numerator = top_line(m_workbook, figure);
        const EntryLine* denominator = m_workbook.line(figure.denominator);
        if (!numerator)
            continue;
        for (const Round& round : m_workbook.rounds)
        {
            const FigureParts parts =
                parts_of(figure, number_of(numerator->id, grid.at(numerator->row, round.column)),
                         denominator ? number_of(denominator->id, grid.at(denominator->row, round.column))
                                     : Value{ValueState::not_applicable});
            names_of_figures.push_back(figure.name);
            kinds.push_back(texts.get(kind_key(figure.kind)));
            numerators.push_back(parts.numerator);
            denominators.push_back(parts.denominator);
            values.push_back(parts.value);
            dates.push_back(day_of(round));
            const Place place{m_workbook.entry.sheet, numerator->row, round.column};
            table.places.push_back(place);
            denominator_places.push_back(denominator ? Place{place.sheet, denominator->row, round.column} : place);
            table.figures.push_back(figure.id);
            table.periods.push_back(keep(round.date ? iso_date(*round.date) : std::string{}));
        }
    }
    table.rows = values.size();
    if (table.rows > 0)
        tie_rounds(table, m_workbook.rounds);
    table.columns = {
        Column::of_texts(names("figure"), table.figures),
        Column::of_texts(names("name"), std::move(names_of_figures)),
        Column::of_texts(names("kind"), std::move(kinds)),
        with_places(Column::of_numbers(names("numerator"), std::move(numerators)), table.places),
        with_places(Column::of_numbers(names("denominator"), std::move(denominators)), std::move(denominator_places)),
        with_places(Column::of_numbers(names("value"), std::move(values)), table.places),
        of_dates(names("cut_off"), std::move(dates)),
        Column::of_numbers(names("filled_in_round"), {}),
        Column::of_numbers(names("filled_for_figure"), {})};
    fill_filled_counts();
}

void ValidationTables::make_rounds()
{
    const Grid& grid = m_workbook.grid(m_workbook.entry);
    Table& table = m_tables["rounds"];
    table.rows = m_workbook.rounds.size();
    std::vector<std::string_view> headings, iso_dates;
    std::vector<Value> dates, typed_as_text;
    for (const Round& round : m_workbook.rounds)
    {
        headings.push_back(round.heading);
        iso_dates.push_back(keep(round.date ? iso_date(*round.date) : std::string{}));
        dates.push_back(round.date ? day_of(round) : Value{ValueState::text});
        typed_as_text.push_back(as_number(round.typed_as_text));
        table.places.push_back({m_workbook.entry.sheet, m_workbook.entry.heading_row, round.column});
    }
    table.periods = iso_dates;
    table.figures.resize(table.rows);
    if (table.rows > 0)
        tie_rounds(table, m_workbook.rounds);
    table.columns = {Column::of_texts(names("heading"), std::move(headings)),
                     Column::of_texts(names("date_text"), std::move(iso_dates)),
                     of_dates(names("cut_off"), std::move(dates)),
                     Column::of_numbers(names("typed_as_text"), std::move(typed_as_text)),
                     Column::of_numbers(names("filled_in_round"), {})};
    std::set<std::string> seen;
    for (const EntryLine& line : m_workbook.lines)
    {
        if (!seen.insert(folded(line.id)).second)
            continue;
        std::vector<Value> values;
        std::vector<Place> places;
        for (const Round& round : m_workbook.rounds)
        {
            values.push_back(number_of(line.id, grid.at(line.row, round.column)));
            places.push_back({m_workbook.entry.sheet, line.row, round.column});
        }
        table.columns.push_back(with_places(Column::of_numbers({line.id}, std::move(values)), std::move(places)));
        table.columns.back().figure = first_figure(line);
    }
    fill_filled_counts();
}

void ValidationTables::make_lines()
{
    Table& table = m_tables["lines"];
    std::vector<std::string_view> ids, names_of_lines, roles, units;
    std::vector<Place> unit_places;
    for (const EntryLine& line : m_workbook.lines)
    {
        ids.push_back(line.id);
        names_of_lines.push_back(line.name);
        roles.push_back(line.role);
        units.push_back(line.unit);
        table.figures.push_back(first_figure(line));
        table.places.push_back({m_workbook.entry.sheet, line.row, std::max(0, m_workbook.entry.column("id"))});
        unit_places.push_back({m_workbook.entry.sheet, line.row, std::max(0, m_workbook.entry.column("unit"))});
    }
    table.rows = ids.size();
    table.periods.resize(table.rows);
    table.subjects = ids;
    table.columns = {Column::of_texts(names("item"), std::move(ids)), Column::of_texts(names("figure"), table.figures),
                     Column::of_texts(names("name"), std::move(names_of_lines)),
                     Column::of_texts(names("role"), std::move(roles)),
                     with_places(Column::of_texts(names("unit"), std::move(units)), std::move(unit_places))};
}

/// How much is filled in, in each round and for each figure: columns of three tables, which change together.
void ValidationTables::fill_filled_counts()
{
    const FilledCounts counts = count_filled(m_workbook, m_workbook.grid(m_workbook.entry));
    const std::size_t rounds = m_workbook.rounds.size();
    const auto fill = [&](std::string_view id, std::string_view column_key, auto count_of)
    {
        Table* table = made(id);
        if (!table)
            return;
        const std::vector<std::string> wanted = names(column_key);
        for (Column& column : table->columns)
            if (same_name(column, wanted))
            {
                column.numbers.resize(table->rows);
                for (std::size_t row = 0; row < table->rows; ++row)
                    column.numbers[row] = as_number(count_of(row));
            }
    };
    for (const std::string_view id : {"values", "figures", "rounds", "peers"})
        fill(id, "filled_in_round", [&](std::size_t row) { return counts.in_round[row % rounds]; });
    std::vector<std::vector<int>> of_lines;
    for (const EntryLine& line : m_workbook.lines)
        of_lines.push_back(filled_for(line, counts, rounds));
    fill("values", "filled_for_figure", [&](std::size_t row) { return of_lines[row / rounds][row % rounds]; });
    for (const std::string_view id : {"figures", "peers"})
        fill(id, "filled_for_figure",
             [&, figures = made(id)](std::size_t row)
             {
                 const auto found = counts.for_figure.find(figures->figures[row]);
                 return found == counts.for_figure.end() ? 0 : found->second[row % rounds];
             });
}

std::optional<std::vector<TableChange>> ValidationTables::change_in_entry(const Place& place, const Cell& content) const
{
    const auto line = std::find_if(m_workbook.lines.begin(), m_workbook.lines.end(),
                                   [&](const EntryLine& candidate) { return candidate.row == place.row; });
    const auto round = std::find_if(m_workbook.rounds.begin(), m_workbook.rounds.end(),
                                    [&](const Round& candidate) { return candidate.column == place.column; });
    if (line == m_workbook.lines.end() || round == m_workbook.rounds.end())
        return std::nullopt;
    const bool filled_changes =
        is_empty(content) != is_empty(m_workbook.grid(m_workbook.entry).at(place.row, place.column));
    const auto line_index = static_cast<std::size_t>(line - m_workbook.lines.begin());
    const auto round_index = static_cast<std::size_t>(round - m_workbook.rounds.begin());
    const std::size_t rounds = m_workbook.rounds.size();
    std::vector<TableChange> changes;
    const auto change =
        [&](std::string_view id, std::initializer_list<std::string_view> keys, std::vector<std::size_t> rows)
    {
        const Table* table = made(id);
        if (!table || rows.empty())
            return;
        TableChange one{table, {}, std::move(rows)};
        for (const std::string_view key : keys)
            if (const Column* column = table->column(names(key).front()))
                one.columns.push_back(column);
        changes.push_back(std::move(one));
    };
    const std::size_t value_row = line_index * rounds + round_index;
    change("values", {"value", "text"}, {value_row});
    if (round_index + 1 < rounds)
        change("values", {"previous"}, {value_row + 1});
    if (made("figures"))
    {
        std::vector<std::size_t> rows;
        std::size_t first = 0;
        for (const Figure& figure : m_workbook.figures)
        {
            const EntryLine* top = top_line(m_workbook, figure);
            if (!top)
                continue;
            if (top == &*line || m_workbook.line(figure.denominator) == &*line)
                rows.push_back(first + round_index);
            first += rounds;
        }
        change("figures", {"numerator", "denominator", "value"}, std::move(rows));
    }
    if (const Table* table = made("rounds"))
        if (const Column* column = table->column(line->id))
            changes.push_back({table, {column}, {round_index}});
    // The first cell of a line, and the last, change what is counted in the other rounds too.
    const bool in_all_rounds = !filled_anywhere(m_workbook, m_workbook.grid(m_workbook.entry), *line, round->column);
    if (filled_changes)
        for (const std::string_view id : {"values", "figures", "rounds", "peers"})
            if (const Table* table = made(id))
            {
                std::vector<std::size_t> rows;
                for (std::size_t row = in_all_rounds ? 0 : round_index; row < table->rows;
                     row += in_all_rounds ? 1 : rounds)
                    rows.push_back(row);
                change(id, {"filled_in_round", "filled_for_figure"}, std::move(rows));
            }
    if (const Table* table = made("goals"))
    {
        std::vector<std::size_t> rows(table->rows);
        std::iota(rows.begin(), rows.end(), std::size_t{0});
        change("goals", {"reported_baseline"}, std::move(rows));
    }
    if (const Table* table = made("peers"))
        for (std::size_t row = 0; row < table->rows; ++row)
            if (table->periods[row] == (round->date ? iso_date(*round->date) : std::string{}))
                change("peers", {"numerator", "denominator", "value"}, {row});
    return changes;
}

void ValidationTables::follow_entry(const Place& place, const Cell& before)
{
    const auto round_at = [&]
    {
        return static_cast<std::size_t>(std::find_if(m_workbook.rounds.begin(), m_workbook.rounds.end(),
                                                     [&](const Round& round) { return round.column == place.column; }) -
                                        m_workbook.rounds.begin());
    }();
    const auto line_at =
        static_cast<std::size_t>(std::find_if(m_workbook.lines.begin(), m_workbook.lines.end(),
                                              [&](const EntryLine& line) { return line.row == place.row; }) -
                                 m_workbook.lines.begin());
    const std::size_t rounds = m_workbook.rounds.size();
    const EntryLine& line = m_workbook.lines[line_at];
    const Grid& grid = m_workbook.grid(m_workbook.entry);
    const Cell& cell = grid.at(place.row, place.column);
    const Value value = number_of(line.id, cell);
    const auto column_of = [&](Table* table, std::string_view key) -> Column*
    {
        for (Column& column : table->columns)
            if (same_name(column, names(key)))
                return &column;
        return nullptr;
    };
    if (Table* table = made("values"))
    {
        const std::size_t row = line_at * rounds + round_at;
        column_of(table, "value")->numbers[row] = value;
        column_of(table, "text")->texts[row] =
            std::holds_alternative<std::string>(cell) ? shown(cell) : std::string_view{};
        if (round_at + 1 < rounds && m_workbook.rounds[round_at].date)
            column_of(table, "previous")->numbers[row + 1] = value;
    }
    for (const std::string_view id : {"figures", "peers"})
        if (Table* table = made(id))
        {
            std::size_t row = round_at;
            for (const Figure& figure : m_workbook.figures)
            {
                const EntryLine* top = top_line(m_workbook, figure);
                if (!top)
                    continue;
                const EntryLine* bottom = m_workbook.line(figure.denominator);
                if (top == &line || bottom == &line)
                {
                    const FigureParts parts =
                        parts_of(figure, number_of(top->id, grid.at(top->row, place.column)),
                                 bottom ? number_of(bottom->id, grid.at(bottom->row, place.column))
                                        : Value{ValueState::not_applicable});
                    column_of(table, "numerator")->numbers[row] = parts.numerator;
                    column_of(table, "denominator")->numbers[row] = parts.denominator;
                    column_of(table, "value")->numbers[row] = parts.value;
                }
                row += rounds;
            }
        }
    if (Table* table = made("goals"))
        column_of(table, "reported_baseline")->numbers = reported_baselines(*table);
    if (Table* table = made("rounds"))
        for (Column& column : table->columns)
            // The first line with an id is the one that the column shows.
            if (!column.places.empty() && column.places.front().row == place.row)
                column.numbers[round_at] = value;
    if (is_empty(before) != is_empty(cell))
        fill_filled_counts();
}

} // namespace trinvis
