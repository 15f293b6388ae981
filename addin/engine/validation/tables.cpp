// SPDX-License-Identifier: MPL-2.0
#include "validation/tables.hpp"

#include "catalogue/sheet_names.hpp"
#include "rules/rule.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace trinvis
{

namespace
{

using rules::Column;
using rules::Table;

std::string_view first_figure(const EntryLine& line)
{
    return line.figures.empty() ? std::string_view{} : std::string_view(line.figures.front());
}

Value as_number(bool value)
{
    return {ValueState::number, value ? 1.0 : 0.0};
}

Value as_number(int value)
{
    return {ValueState::number, static_cast<double>(value)};
}

Column with_places(Column column, std::vector<Place> places)
{
    column.places = std::move(places);
    return column;
}

Column of_dates(std::vector<std::string> names, std::vector<Value> numbers)
{
    Column column = Column::of_numbers(std::move(names), std::move(numbers));
    column.date = true;
    return column;
}

/// Filled cells for each round, in all and by the figure that a line belongs to first.
struct FilledCounts
{
    std::vector<int> in_round;
    std::map<std::string_view, std::vector<int>, std::less<>> for_figure;
};

FilledCounts count_filled(const Workbook& workbook, const Grid& grid)
{
    FilledCounts counts;
    counts.in_round.resize(workbook.rounds.size());
    for (const EntryLine& line : workbook.lines)
    {
        std::vector<int>& figure = counts.for_figure[first_figure(line)];
        figure.resize(workbook.rounds.size());
        for (std::size_t round = 0; round < workbook.rounds.size(); ++round)
            if (!is_empty(grid.at(line.row, workbook.rounds[round].column)))
            {
                ++counts.in_round[round];
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

/// Tells the cells in which nine digits are an ordinary amount: those of items counted in kroner.
class MoneyCells
{
public:
    explicit MoneyCells(const Workbook& workbook) : m_workbook(workbook)
    {
        for (const EntryLine& line : workbook.lines)
            if (folded(line.unit).starts_with("kr"))
            {
                m_rows.insert(line.row);
                m_items.insert(folded(line.id));
            }
    }

    [[nodiscard]] bool operator()(const Place& place) const
    {
        if (place.sheet == m_workbook.entry.sheet && m_workbook.entry.found())
            return m_rows.contains(place.row);
        if (place.sheet == m_workbook.comparison.sheet && m_workbook.comparison.found())
            return place.column == m_workbook.comparison.column("value") &&
                   m_items.contains(folded(m_workbook.text(m_workbook.comparison, place.row, "item")));
        return false;
    }

private:
    const Workbook& m_workbook;
    std::set<int> m_rows;
    std::set<std::string> m_items;
};

} // namespace

ValidationTables::ValidationTables(const Workbook& workbook, const Words& words)
    : m_workbook(workbook), m_words(words), m_reader(words)
{
    for (const std::string_view id : rules::table_ids())
        m_tables[std::string(id)].id = id;
    if (workbook.entry.found())
    {
        make_values();
        make_figures();
        make_rounds();
        make_lines();
    }
    if (workbook.comparison.found())
        make_comparison();
    if (workbook.catalogue.found())
        make_catalogue();
    if (workbook.facts.found())
        make_facts();
    make_cells();
}

const Table* ValidationTables::table(std::string_view id) const
{
    const auto found = m_tables.find(id);
    return found == m_tables.end() ? nullptr : &found->second;
}

std::string_view ValidationTables::keep(std::string text)
{
    return m_kept.emplace_back(std::move(text));
}

std::string_view ValidationTables::shown(const Cell& cell)
{
    if (const std::string* text = std::get_if<std::string>(&cell))
        return trimmed(*text);
    if (is_empty(cell) || std::holds_alternative<CellError>(cell))
        return {};
    return keep(cell_text(cell, m_workbook.language));
}

std::vector<std::string> ValidationTables::names(std::string_view key) const
{
    const std::string whole = "field." + std::string(key);
    return {m_words.danish.get(whole), m_words.english.get(whole)};
}

void ValidationTables::make_values()
{
    const Grid& grid = m_workbook.grid(m_workbook.entry);
    const std::size_t rounds = m_workbook.rounds.size();
    const std::size_t rows = rounds * m_workbook.lines.size();
    const FilledCounts filled = count_filled(m_workbook, grid);
    Table& table = m_tables["values"];
    table.rows = rows;
    std::vector<std::string_view> items, names_of_lines, roles, units, texts, periods;
    std::vector<Value> dates, values, previous, in_round, for_figure;
    for (auto* texts_column : {&items, &names_of_lines, &roles, &units, &texts, &periods, &table.figures})
        texts_column->reserve(rows);
    for (auto* numbers : {&dates, &values, &previous, &in_round, &for_figure})
        numbers->reserve(rows);
    table.places.reserve(rows);
    std::vector<std::string_view> round_names;
    for (const Round& round : m_workbook.rounds)
        round_names.push_back(keep(round.date ? iso_date(*round.date) : std::string{}));
    for (const EntryLine& line : m_workbook.lines)
    {
        const std::vector<int> figure_counts = filled_for(line, filled, rounds);
        Value last{ValueState::missing};
        for (std::size_t index = 0; index < rounds; ++index)
        {
            const Round& round = m_workbook.rounds[index];
            const Cell& cell = grid.at(line.row, round.column);
            const Value value = m_reader.read(cell);
            items.push_back(line.id);
            names_of_lines.push_back(line.name);
            roles.push_back(line.role);
            units.push_back(line.unit);
            texts.push_back(std::holds_alternative<std::string>(cell) ? shown(cell) : std::string_view{});
            dates.push_back(round.date
                                ? Value{ValueState::number, serial_from_date(*round.date, m_workbook.cells.null_date)}
                                : Value{ValueState::missing});
            values.push_back(value);
            previous.push_back(last);
            in_round.push_back(as_number(filled.in_round[index]));
            for_figure.push_back(as_number(figure_counts[index]));
            table.places.push_back({m_workbook.entry.sheet, line.row, round.column});
            table.figures.push_back(first_figure(line));
            table.periods.push_back(round_names[index]);
            last = round.date ? value : Value{ValueState::missing};
        }
    }
    table.columns = {Column::of_texts(names("item"), std::move(items)),
                     Column::of_texts(names("figure"), table.figures),
                     Column::of_texts(names("name"), std::move(names_of_lines)),
                     Column::of_texts(names("role"), std::move(roles)),
                     Column::of_texts(names("unit"), std::move(units)),
                     of_dates(names("cut_off"), std::move(dates)),
                     Column::of_numbers(names("value"), std::move(values)),
                     Column::of_texts(names("text"), std::move(texts)),
                     Column::of_numbers(names("previous"), std::move(previous)),
                     Column::of_numbers(names("filled_in_round"), std::move(in_round)),
                     Column::of_numbers(names("filled_for_figure"), std::move(for_figure))};
}

void ValidationTables::make_figures()
{
    const Grid& grid = m_workbook.grid(m_workbook.entry);
    const FilledCounts filled = count_filled(m_workbook, grid);
    const Texts& texts = m_words.in(m_workbook.language);
    Table& table = m_tables["figures"];
    std::vector<std::string_view> numbers_of_figures, names_of_figures, kinds;
    std::vector<Value> numerators, denominators, values, dates, in_round, for_figure;
    std::vector<Place> denominator_places;
    for (const Figure& figure : m_workbook.figures)
    {
        const EntryLine* numerator = m_workbook.line(figure.value.empty() ? figure.numerator : figure.value);
        const EntryLine* denominator = m_workbook.line(figure.denominator);
        if (!numerator)
            continue;
        const auto counts = filled.for_figure.find(std::string_view(figure.id));
        for (std::size_t index = 0; index < m_workbook.rounds.size(); ++index)
        {
            const Round& round = m_workbook.rounds[index];
            const Value top = m_reader.read(grid.at(numerator->row, round.column));
            const Value bottom = denominator ? m_reader.read(grid.at(denominator->row, round.column))
                                             : Value{ValueState::not_applicable};
            numbers_of_figures.push_back(figure.id);
            names_of_figures.push_back(figure.name);
            kinds.push_back(texts.get(kind_key(figure.kind)));
            numerators.push_back(figure.value.empty() ? top : Value{ValueState::not_applicable});
            denominators.push_back(bottom);
            if (!figure.value.empty())
                values.push_back(top);
            else if (top.is_number() && bottom.is_number() && bottom.number != 0)
                values.push_back({ValueState::number, top.number / bottom.number * figure.factor});
            else
                values.push_back({ValueState::missing});
            dates.push_back(round.date
                                ? Value{ValueState::number, serial_from_date(*round.date, m_workbook.cells.null_date)}
                                : Value{ValueState::missing});
            in_round.push_back(as_number(filled.in_round[index]));
            for_figure.push_back(as_number(counts == filled.for_figure.end() ? 0 : counts->second[index]));
            const Place place{m_workbook.entry.sheet, numerator->row, round.column};
            table.places.push_back(place);
            denominator_places.push_back(denominator ? Place{place.sheet, denominator->row, round.column} : place);
            table.figures.push_back(figure.id);
            table.periods.push_back(keep(round.date ? iso_date(*round.date) : std::string{}));
        }
    }
    table.rows = values.size();
    table.columns = {
        Column::of_texts(names("figure"), std::move(numbers_of_figures)),
        Column::of_texts(names("name"), std::move(names_of_figures)),
        Column::of_texts(names("kind"), std::move(kinds)),
        with_places(Column::of_numbers(names("numerator"), std::move(numerators)), table.places),
        with_places(Column::of_numbers(names("denominator"), std::move(denominators)), std::move(denominator_places)),
        with_places(Column::of_numbers(names("value"), std::move(values)), table.places),
        of_dates(names("cut_off"), std::move(dates)),
        Column::of_numbers(names("filled_in_round"), std::move(in_round)),
        Column::of_numbers(names("filled_for_figure"), std::move(for_figure))};
}

void ValidationTables::make_rounds()
{
    const Grid& grid = m_workbook.grid(m_workbook.entry);
    const FilledCounts filled = count_filled(m_workbook, grid);
    Table& table = m_tables["rounds"];
    table.rows = m_workbook.rounds.size();
    std::vector<std::string_view> headings, iso_dates;
    std::vector<Value> dates, typed_as_text, in_round;
    for (std::size_t index = 0; index < m_workbook.rounds.size(); ++index)
    {
        const Round& round = m_workbook.rounds[index];
        headings.push_back(round.heading);
        iso_dates.push_back(keep(round.date ? iso_date(*round.date) : std::string{}));
        dates.push_back(round.date
                            ? Value{ValueState::number, serial_from_date(*round.date, m_workbook.cells.null_date)}
                            : Value{ValueState::text});
        typed_as_text.push_back(as_number(round.typed_as_text));
        in_round.push_back(as_number(filled.in_round[index]));
        table.places.push_back({m_workbook.entry.sheet, m_workbook.entry.heading_row, round.column});
    }
    table.periods = iso_dates;
    table.figures.resize(table.rows);
    table.columns = {Column::of_texts(names("heading"), std::move(headings)),
                     Column::of_texts(names("date_text"), std::move(iso_dates)),
                     of_dates(names("cut_off"), std::move(dates)),
                     Column::of_numbers(names("typed_as_text"), std::move(typed_as_text)),
                     Column::of_numbers(names("filled_in_round"), std::move(in_round))};
    std::set<std::string> seen;
    for (const EntryLine& line : m_workbook.lines)
    {
        if (!seen.insert(folded(line.id)).second)
            continue;
        std::vector<Value> values;
        std::vector<Place> places;
        for (const Round& round : m_workbook.rounds)
        {
            values.push_back(m_reader.read(grid.at(line.row, round.column)));
            places.push_back({m_workbook.entry.sheet, line.row, round.column});
        }
        table.columns.push_back(with_places(Column::of_numbers({line.id}, std::move(values)), std::move(places)));
        table.columns.back().figure = first_figure(line);
    }
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
    table.columns = {Column::of_texts(names("item"), std::move(ids)), Column::of_texts(names("figure"), table.figures),
                     Column::of_texts(names("name"), std::move(names_of_lines)),
                     Column::of_texts(names("role"), std::move(roles)),
                     with_places(Column::of_texts(names("unit"), std::move(units)), std::move(unit_places))};
}

void ValidationTables::make_comparison()
{
    const TableArea& area = m_workbook.comparison;
    Table& table = m_tables["comparison"];
    std::vector<std::string_view> municipalities, codes, items, date_texts, texts;
    std::vector<Value> dates, values;
    Cell last_municipality;
    std::string_view last_code;
    struct Location
    {
        std::string_view key;
        std::vector<Place> places;
    };
    std::array<Location, 4> locations{{{"municipality", {}}, {"item", {}}, {"cut_off", {}}, {"value", {}}}};
    Cell last_date_cell;
    std::optional<Date> last_date;
    std::string_view last_iso;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        const Cell& municipality = m_workbook.cell(area, row, "municipality");
        const Cell& item = m_workbook.cell(area, row, "item");
        const Cell& date_cell = m_workbook.cell(area, row, "cut_off");
        const Cell& value = m_workbook.cell(area, row, "value");
        if (is_empty(municipality) && is_empty(item) && is_empty(date_cell) && is_empty(value))
            continue;
        // Comparison data are long and repeat their dates.
        if (table.rows == 0 || date_cell != last_date_cell)
        {
            last_date_cell = date_cell;
            last_date = date_in(date_cell, m_workbook.cells.null_date);
            last_iso = keep(last_date ? iso_date(*last_date) : std::string{});
        }
        if (table.rows == 0 || municipality != last_municipality)
        {
            last_municipality = municipality;
            const Municipality* known = m_workbook.municipalities->find_cell(municipality);
            last_code = known ? std::string_view(known->code) : shown(municipality);
        }
        municipalities.push_back(shown(municipality));
        codes.push_back(last_code);
        items.push_back(shown(item));
        date_texts.push_back(last_iso);
        dates.push_back(last_date ? Value{ValueState::number, serial_from_date(*last_date, m_workbook.cells.null_date)}
                                  : Value{ValueState::text});
        values.push_back(m_reader.read(value));
        texts.push_back(std::holds_alternative<std::string>(value) ? shown(value) : std::string_view{});
        for (Location& location : locations)
            location.places.push_back({area.sheet, row, std::max(0, area.column(location.key))});
        ++table.rows;
    }
    table.figures.resize(table.rows);
    table.periods = date_texts;
    table.places = locations[3].places;
    table.columns = {
        with_places(Column::of_texts(names("municipality_code"), std::move(codes)), locations[0].places),
        with_places(Column::of_texts(names("municipality"), std::move(municipalities)), std::move(locations[0].places)),
        with_places(Column::of_texts(names("item"), std::move(items)), std::move(locations[1].places)),
        Column::of_texts(names("date_text"), std::move(date_texts)),
        with_places(of_dates(names("cut_off"), std::move(dates)), std::move(locations[2].places)),
        with_places(Column::of_numbers(names("value"), std::move(values)), table.places),
        Column::of_texts(names("text"), std::move(texts))};
}

void ValidationTables::make_catalogue()
{
    const TableArea& area = m_workbook.catalogue;
    Table& table = m_tables["catalogue"];
    table.rows = m_workbook.figures.size();
    for (const Figure& figure : m_workbook.figures)
    {
        table.figures.push_back(figure.id);
        table.places.push_back({area.sheet, figure.row, std::max(0, area.column("number"))});
    }
    table.periods.resize(table.rows);
    for (const auto& [key, column] : area.columns)
    {
        std::vector<std::string_view> texts;
        std::vector<Place> places;
        for (const Figure& figure : m_workbook.figures)
        {
            texts.push_back(shown(m_workbook.cell(area, figure.row, key)));
            places.push_back({area.sheet, figure.row, column});
        }
        const std::string whole = "column.catalogue." + key;
        table.columns.push_back(
            with_places(Column::of_texts({m_words.danish.get(whole), m_words.english.get(whole)}, std::move(texts)),
                        std::move(places)));
    }
}

void ValidationTables::make_facts()
{
    Table& table = m_tables["facts"];
    table.rows = 1;
    table.figures.resize(1);
    table.periods.resize(1);
    table.places = {m_workbook.municipality_place};
    const Place& place = m_workbook.municipality_place;
    const Cell& code = m_workbook.grid(m_workbook.facts).at(place.row, place.column);
    std::string_view name;
    for (int row = m_workbook.facts.heading_row + 1; row <= m_workbook.facts.last_row; ++row)
    {
        const std::string field = m_workbook.text(m_workbook.facts, row, "field");
        if (same_text(field, m_words.danish.get("fact.municipality_name")) ||
            same_text(field, m_words.english.get("fact.municipality_name")))
            name = shown(m_workbook.cell(m_workbook.facts, row, "value"));
    }
    table.columns.push_back(Column::of_texts(names("municipality"), {shown(code)}));
    table.columns.push_back(Column::of_texts(names("name"), {name}));
}

void ValidationTables::make_cells()
{
    std::set<int> own_reports;
    for (const std::string_view id :
         {"guide", "rules", "validation", "rule_status", "difference", "benchmark", "chart_data"})
        for (const NamedArea& area : m_workbook.cells.names)
            if (same_text(area.name, sheet_by_id(id).defined_name))
                own_reports.insert(area.sheet);
    const MoneyCells holds_money(m_workbook);
    Table& table = m_tables["cells"];
    std::vector<std::string_view> texts;
    for (int sheet = 0; sheet < static_cast<int>(m_workbook.cells.sheets.size()); ++sheet)
    {
        if (own_reports.contains(sheet))
            continue;
        const Grid& grid = m_workbook.cells.sheets[static_cast<std::size_t>(sheet)];
        for (std::size_t i = 0; i < grid.cells.size(); ++i)
        {
            const Cell& cell = grid.cells[i];
            const std::string* text = std::get_if<std::string>(&cell);
            const double* number = std::get_if<double>(&cell);
            // A quick look leaves the rule with the few cells that are worth its time.
            if (text ? text->size() < 10 || text->find_first_of("0123456789") == std::string::npos
                     : !number || !looks_like_cpr(*number))
                continue;
            const int row = static_cast<int>(i / static_cast<std::size_t>(grid.columns));
            const int column = static_cast<int>(i % static_cast<std::size_t>(grid.columns));
            if (number && holds_money({sheet, row, column}))
                continue;
            if (text)
                texts.push_back(trimmed(*text));
            else
            {
                std::string digits = std::to_string(static_cast<long long>(*number));
                texts.push_back(keep(digits.size() == 9 ? "0" + digits : digits));
            }
            table.places.push_back({sheet, row, column});
        }
    }
    table.rows = texts.size();
    table.figures.resize(table.rows);
    table.periods.resize(table.rows);
    table.columns = {Column::of_texts(names("text"), std::move(texts))};
}

} // namespace trinvis
