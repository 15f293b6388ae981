// SPDX-License-Identifier: MPL-2.0
//
// The tables that come from the other sheets: comparison, peers, catalogue, facts, cells and sheets of the user's.
#include "catalogue/sheet_names.hpp"
#include "catalogue/working_tables.hpp"
#include "reference/comparison_data.hpp"
#include "statistics/summary.hpp"
#include "table/number_text.hpp"
#include "table/person_text.hpp"
#include "table/text_match.hpp"
#include "validation/table_parts.hpp"
#include "validation/tables.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace trinvis
{

using rules::Column;
using rules::Table;

namespace
{

constexpr int deepest_heading_row = 60;

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
        for (const WorkingTableKind& kind : working_table_kinds())
            for (const std::string_view column : kind.money)
                if (const TableArea& area = workbook.working_table(kind.id); area.column(column) >= 0)
                    m_amounts.push_back({area.sheet, 0, area.column(column)});
    }

    [[nodiscard]] bool operator()(const Place& place) const
    {
        if (place.sheet == m_workbook.entry.sheet && m_workbook.entry.found())
            return m_rows.contains(place.row);
        if (place.sheet == m_workbook.comparison.sheet && m_workbook.comparison.found())
            return place.column == m_workbook.comparison.column("value") &&
                   m_items.contains(folded(m_workbook.text(m_workbook.comparison, place.row, "item")));
        return std::any_of(m_amounts.begin(), m_amounts.end(),
                           [&](const Place& amounts)
                           { return amounts.sheet == place.sheet && amounts.column == place.column; });
    }

private:
    const Workbook& m_workbook;
    std::set<int> m_rows;
    std::set<std::string> m_items;
    std::vector<Place> m_amounts; ///< whole columns of working tables
};

/// A figure of another municipality; nothing where a part is not known, or was counted by another definition.
std::optional<double> figure_of(const Figure& figure, const ComparisonData& data, std::size_t municipality,
                                Date cut_off)
{
    if (!data.comparable(municipality, figure, cut_off))
        return std::nullopt;
    if (!figure.value.empty())
    {
        const Value value = data.value(municipality, figure.value, cut_off);
        return value.is_number() ? std::optional(value.number) : std::nullopt;
    }
    const Value top = data.value(municipality, figure.numerator, cut_off);
    const Value bottom = data.value(municipality, figure.denominator, cut_off);
    if (!top.is_number() || !bottom.is_number() || bottom.number <= 0)
        return std::nullopt;
    return top.number / bottom.number * figure.factor;
}

/// The first row of a sheet that can be a heading: all that stands in it is text, in at least two cells unless the
/// sheet has one column only.
int heading_row_of(const Grid& grid)
{
    for (int row = 0; row < std::min(grid.rows(), deepest_heading_row); ++row)
    {
        int texts = 0;
        bool only_texts = true;
        for (int column = 0; column < grid.columns; ++column)
        {
            const Cell& cell = grid.at(row, column);
            texts += std::holds_alternative<std::string>(cell) ? 1 : 0;
            only_texts = only_texts && (is_empty(cell) || std::holds_alternative<std::string>(cell));
        }
        if (only_texts && texts >= std::min(2, grid.columns))
            return row;
    }
    return -1;
}

bool row_is_empty(const Grid& grid, int row)
{
    for (int column = 0; column < grid.columns; ++column)
        if (!is_empty(grid.at(row, column)))
            return false;
    return true;
}

/// A quick look leaves the rules about persons with the few cells that are worth their time.
bool may_tell_of_a_person(const Cell& cell)
{
    if (const std::string* text = std::get_if<std::string>(&cell))
        return (text->size() >= 10 && text->find_first_of("0123456789") != std::string::npos) ||
               looks_like_person_name(*text);
    const double* number = std::get_if<double>(&cell);
    return number && looks_like_cpr(*number);
}

} // namespace

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
    struct Concept
    {
        std::string_view key;
        std::vector<std::string_view> texts;
    };
    std::array<Concept, 3> concepts{{{"municipality_concept", {}}, {"counting_unit", {}}, {"age_base", {}}}};
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
        values.push_back(number_of(shown(item), value));
        texts.push_back(std::holds_alternative<std::string>(value) ? shown(value) : std::string_view{});
        for (Location& location : locations)
            location.places.push_back({area.sheet, row, std::max(0, area.column(location.key))});
        for (Concept& stated : concepts)
            stated.texts.push_back(shown(m_workbook.cell(area, row, stated.key)));
        m_comparison_rows.emplace(row, table.rows);
        ++table.rows;
    }
    table.figures.resize(table.rows);
    table.subjects = items;
    table.municipalities = codes;
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
    for (Concept& stated : concepts)
        table.columns.push_back(Column::of_texts(names(stated.key), std::move(stated.texts)));
}

void ValidationTables::make_peers()
{
    Table& table = m_tables["peers"];
    const Table* figures = ValidationTables::table("figures");
    const Municipality* own = m_workbook.municipality;
    const ComparisonData data(m_workbook, m_words, *m_workbook.municipalities);
    table.rows = figures->rows;
    table.places = figures->places;
    table.figures = figures->figures;
    table.periods = figures->periods;
    table.rounds = figures->rounds;
    table.previous = figures->previous;
    table.last_year = figures->last_year;
    std::vector<Value> counts, middles, spreads;
    const auto add = [&](const std::vector<double>& values)
    {
        counts.push_back({ValueState::number, static_cast<double>(values.size())});
        const auto middle = statistics::median(values);
        const auto spread = statistics::median_deviation(values);
        middles.push_back(middle ? Value{ValueState::number, *middle} : Value{ValueState::missing});
        spreads.push_back(spread ? Value{ValueState::number, *spread} : Value{ValueState::missing});
    };
    std::vector<std::size_t> members;
    for (std::size_t i = 0; own && i < m_workbook.municipalities->all().size(); ++i)
    {
        const Municipality& candidate = m_workbook.municipalities->all()[i];
        if (candidate.group == own->group && candidate.code != own->code)
            members.push_back(i);
    }
    const std::size_t rounds = m_workbook.rounds.size();
    std::vector<Value> factors;
    for (std::size_t row = 0; row < table.rows; ++row)
    {
        const Figure* figure = m_workbook.figure(table.figures[row]);
        const Round& round = m_workbook.rounds[row % rounds];
        std::vector<double> values;
        if (round.date)
            for (const std::size_t member : members)
                if (const auto value = figure_of(*figure, data, member, *round.date))
                    values.push_back(*value);
        add(values);
        factors.push_back({ValueState::number, figure->factor});
    }
    table.columns = figures->columns;
    table.columns.push_back(Column::of_numbers(names("factor"), std::move(factors)));
    table.columns.push_back(Column::of_numbers(names("peers_count"), std::move(counts)));
    table.columns.push_back(Column::of_numbers(names("peers_median"), std::move(middles)));
    table.columns.push_back(Column::of_numbers(names("peers_spread"), std::move(spreads)));
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
    table.columns.push_back(Column::of_texts(
        names("municipality_code"),
        {m_workbook.municipality ? std::string_view(m_workbook.municipality->code) : std::string_view{}}));
}

void ValidationTables::make_cells()
{
    Table& table = m_tables["cells"];
    table.columns = {Column::of_texts(names("text"), {})};
    fill_cells(table);
}

void ValidationTables::fill_cells(Table& table)
{
    std::set<int> passed_over;
    for (const std::string_view id : own_reports())
        for (const NamedArea& area : m_workbook.cells.names)
            if (same_text(area.name, sheet_by_id(id).defined_name))
                passed_over.insert(area.sheet);
    const MoneyCells holds_money(m_workbook);
    std::vector<std::string_view>& texts = table.columns.front().texts;
    texts.clear();
    table.places.clear();
    for (int sheet = 0; sheet < static_cast<int>(m_workbook.cells.sheets.size()); ++sheet)
    {
        if (passed_over.contains(sheet))
            continue;
        const Grid& grid = m_workbook.cells.sheets[static_cast<std::size_t>(sheet)];
        for (std::size_t i = 0; i < grid.cells.size(); ++i)
        {
            const Cell& cell = grid.cells[i];
            if (!may_tell_of_a_person(cell))
                continue;
            const int row = static_cast<int>(i / static_cast<std::size_t>(grid.columns));
            const int column = static_cast<int>(i % static_cast<std::size_t>(grid.columns));
            if (const double* number = std::get_if<double>(&cell))
            {
                if (holds_money({sheet, row, column}))
                    continue;
                std::string digits = std::to_string(static_cast<long long>(*number));
                texts.push_back(keep(digits.size() == 9 ? "0" + digits : digits));
            }
            else
                texts.push_back(trimmed(std::get<std::string>(cell)));
            table.places.push_back({sheet, row, column});
        }
    }
    table.rows = texts.size();
    table.figures.resize(table.rows);
    table.periods.resize(table.rows);
}

void ValidationTables::make_sheet(int sheet)
{
    const Grid& grid = m_workbook.cells.sheets[static_cast<std::size_t>(sheet)];
    Table& table = m_tables["sheet:" + std::to_string(sheet)];
    table.id = grid.sheet_name;
    const int heading = heading_row_of(grid);
    if (heading < 0)
        return;
    std::vector<int> rows;
    for (int row = heading + 1; row < grid.rows(); ++row)
        if (!row_is_empty(grid, row))
            rows.push_back(row);
    table.rows = rows.size();
    table.figures.resize(table.rows);
    table.periods.resize(table.rows);
    std::set<std::string> seen;
    for (int at = 0; at < grid.columns; ++at)
    {
        const std::string* name = std::get_if<std::string>(&grid.at(heading, at));
        if (!name || trimmed(*name).empty())
            continue;
        if (!seen.insert(folded(*name)).second)
        {
            table.doubled.push_back(folded(*name));
            continue;
        }
        Column column;
        column.names = {std::string(trimmed(*name))};
        column.both = true;
        std::size_t numbers = 0;
        std::size_t filled = 0;
        for (const int row : rows)
        {
            const Cell& cell = grid.at(row, at);
            column.numbers.push_back(number_of({}, cell));
            column.texts.push_back(shown(cell));
            column.places.push_back({sheet, row, at});
            numbers += std::holds_alternative<double>(cell) ? 1U : 0U;
            filled += is_empty(cell) ? 0U : 1U;
        }
        column.type = numbers * 2 >= filled && numbers > 0 ? rules::Type::number : rules::Type::text;
        if (table.subjects.empty())
            table.subjects = column.texts;
        if (table.places.empty())
            table.places = column.places;
        table.columns.push_back(std::move(column));
    }
    table.places.resize(table.rows);
    table.subjects.resize(table.rows);
}

std::optional<std::vector<TableChange>> ValidationTables::change_in_comparison(const Place& place) const
{
    const TableArea& area = m_workbook.comparison;
    if (place.row <= area.heading_row || place.column != area.column("value"))
        return std::nullopt;
    const Table* table = made("comparison");
    if (!table)
        return std::vector<TableChange>{};
    const auto row = m_comparison_rows.find(place.row);
    // The middle of the group moves with any of its values: the peers' table is made anew with all others.
    if (row == m_comparison_rows.end() || made("peers"))
        return std::nullopt;
    TableChange change{table, {}, {row->second}};
    for (const std::string_view key : {"value", "text"})
        change.columns.push_back(table->column(names(key).front()));
    return std::vector<TableChange>{std::move(change)};
}

std::optional<std::vector<TableChange>> ValidationTables::change_of(const Place& place, const Cell& content) const
{
    if (place.sheet < 0 || place.sheet >= static_cast<int>(m_workbook.cells.sheets.size()))
        return std::nullopt;
    const Grid& grid = m_workbook.cells.sheets[static_cast<std::size_t>(place.sheet)];
    if (place.row < 0 || place.row >= grid.rows() || place.column < 0 || place.column >= grid.columns)
        return std::nullopt;
    // A sheet that some rule reads as a table of the user's is read again as a whole.
    if (made("sheet:" + std::to_string(place.sheet)))
        return std::nullopt;
    std::optional<std::vector<TableChange>> changes;
    if (place.sheet == m_workbook.entry.sheet && m_workbook.entry.found())
        changes = change_in_entry(place, content);
    else if (place.sheet == m_workbook.comparison.sheet && m_workbook.comparison.found())
        changes = change_in_comparison(place);
    if (!changes)
        return std::nullopt;
    if (const Table* cells = made("cells");
        cells && (may_tell_of_a_person(content) || may_tell_of_a_person(grid.at(place.row, place.column))))
    {
        TableChange change{cells, {}, {}};
        for (const Column& column : cells->columns)
            change.columns.push_back(&column);
        changes->push_back(std::move(change));
    }
    return changes;
}

void ValidationTables::follow(const Place& place, const Cell& before, const std::vector<TableChange>& changes)
{
    for (auto& [id, table] : m_tables)
        for (const TableChange& change : changes)
            if (change.table == &table)
                for (Column& column : table.columns)
                    if (std::find(change.columns.begin(), change.columns.end(), &column) != change.columns.end())
                        ++column.edition;
    if (place.sheet == m_workbook.entry.sheet)
        follow_entry(place, before);
    else
        follow_comparison(place);
    const Grid& grid = m_workbook.cells.sheets[static_cast<std::size_t>(place.sheet)];
    if (Table* cells = made("cells");
        cells && (may_tell_of_a_person(before) || may_tell_of_a_person(grid.at(place.row, place.column))))
        fill_cells(*cells);
}

void ValidationTables::follow_comparison(const Place& place)
{
    Table* table = made("comparison");
    if (!table)
        return;
    const std::size_t row = m_comparison_rows.at(place.row);
    const Cell& cell = m_workbook.grid(m_workbook.comparison).at(place.row, place.column);
    for (Column& column : table->columns)
    {
        if (column.names == names("value"))
            column.numbers[row] = number_of(m_workbook.text(m_workbook.comparison, place.row, "item"), cell);
        if (column.names == names("text"))
            column.texts[row] = std::holds_alternative<std::string>(cell) ? shown(cell) : std::string_view{};
    }
}

} // namespace trinvis
