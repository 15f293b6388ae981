// SPDX-License-Identifier: MPL-2.0
#include "validation/row_cells.hpp"

#include <algorithm>
#include <array>

namespace trinvis
{

namespace
{

using rules::Column;
using rules::Table;

/// What stands behind a column: the tables' own columns by their keys, "" for any other with places of its own.
struct KnownColumn
{
    std::string_view table;
    std::string_view key;
    ColumnRole role;
};

constexpr std::array<KnownColumn, 14> known_columns{{{"values", "value", ColumnRole::rows_place},
                                                     {"values", "text", ColumnRole::rows_place},
                                                     {"values", "previous", ColumnRole::round_before},
                                                     {"figures", "numerator", ColumnRole::numerator},
                                                     {"figures", "denominator", ColumnRole::denominator},
                                                     {"figures", "value", ColumnRole::quotient},
                                                     {"rounds", "heading", ColumnRole::rows_place},
                                                     {"rounds", "date_text", ColumnRole::rows_place},
                                                     {"rounds", "cut_off", ColumnRole::rows_place},
                                                     {"rounds", "typed_as_text", ColumnRole::rows_place},
                                                     {"lines", "item", ColumnRole::rows_place},
                                                     {"facts", "municipality", ColumnRole::rows_place},
                                                     {"cells", "text", ColumnRole::rows_place},
                                                     {"comparison", "text", ColumnRole::rows_place}}};

} // namespace

RowCells::RowCells(const Workbook& workbook, const Words& words) : m_workbook(workbook), m_words(words), m_reader(words)
{
}

bool RowCells::is(const Column& column, std::string_view key) const
{
    const std::string whole = "field." + std::string(key);
    return std::find(column.names.begin(), column.names.end(), m_words.danish.get(whole)) != column.names.end();
}

ColumnRole RowCells::role(const Table& table, const Column& column) const
{
    const auto [known, is_new] = m_roles.try_emplace(&column, ColumnRole::nowhere);
    if (!is_new)
        return known->second;
    if (!column.places.empty())
        known->second = ColumnRole::own_places;
    else if (table.id == "comparison" && is(column, "date_text"))
        known->second = ColumnRole::date;
    for (const KnownColumn& one : known_columns)
        if (table.id == one.table && is(column, one.key))
            known->second = one.role;
    return known->second;
}

ColumnCell RowCells::at(const Table& table, const Column& column, std::size_t row) const
{
    switch (role(table, column))
    {
    case ColumnRole::own_places:
        return {column.places[row], std::nullopt};
    case ColumnRole::rows_place:
        return {table.places[row], std::nullopt};
    case ColumnRole::round_before:
        // Rows go item by item and within an item by round; a round without a date is before none.
        if (row > 0 && table.places[row - 1].row == table.places[row].row && !table.periods[row - 1].empty())
            return {table.places[row - 1], std::nullopt};
        return {};
    case ColumnRole::date:
        // Comparison data say their dates twice, as a day and as text; the day has the places.
        for (const Column& other : table.columns)
            if (other.date && !other.places.empty())
                return {other.places[row], std::nullopt};
        return {};
    case ColumnRole::numerator:
    case ColumnRole::denominator:
    case ColumnRole::quotient:
        return in_figures(table, role(table, column), row);
    default:
        return {};
    }
}

ColumnCell RowCells::in_figures(const Table& table, ColumnRole role, std::size_t row) const
{
    const Figure* figure = m_workbook.figure(table.figures[row]);
    if (!figure)
        return {};
    const Place top = table.places[row];
    const bool is_value = !figure->value.empty();
    const EntryLine* line = m_workbook.line(figure->denominator);
    const std::optional<Place> bottom = line ? std::optional(Place{top.sheet, line->row, top.column}) : std::nullopt;
    if (role == ColumnRole::denominator)
        return {bottom, std::nullopt};
    if (is_value == (role == ColumnRole::numerator))
        return {};
    if (is_value || role == ColumnRole::numerator)
        return {top, std::nullopt};
    return bottom ? ColumnCell{top, bottom, figure->factor} : ColumnCell{};
}

std::vector<std::size_t> RowCells::rows_of(const Table& table, const Column& column, const Place& place) const
{
    const auto [known, is_new] = m_rows.try_emplace(&column);
    auto& rows = known->second;
    if (is_new)
    {
        for (std::size_t row = 0; row < table.rows; ++row)
        {
            const ColumnCell cell = at(table, column, row);
            for (const auto& one : {cell.cell, cell.divisor})
                if (one)
                    rows.emplace_back(*one, row);
        }
        std::sort(rows.begin(), rows.end());
    }
    std::vector<std::size_t> found;
    for (auto one = std::lower_bound(rows.begin(), rows.end(), std::pair{place, std::size_t{0}});
         one != rows.end() && one->first == place; ++one)
        found.push_back(one->second);
    return found;
}

Value RowCells::value(const Place& place) const
{
    return m_reader.read(m_workbook.cells.sheets[static_cast<std::size_t>(place.sheet)].at(place.row, place.column));
}

} // namespace trinvis
