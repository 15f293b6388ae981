// SPDX-License-Identifier: MPL-2.0
//
// Which cells of the workbook stand behind a column of a table in one row: the cell itself, the cell of the round before,
// or the two cells of a quotient.
//
//     row_cells.at(figures, value_column, 3);       // numerator's cell, denominator's cell, factor 100
#pragma once

#include "catalogue/workbook.hpp"
#include "rules/table.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace trinvis
{

/// What a column stands for in a row. Without a cell it is taken as it is.
struct ColumnCell
{
    std::optional<Place> cell;
    std::optional<Place> divisor; ///< where the column is cell / divisor · factor
    double factor = 1;
};

/// How a column comes by its cells.
enum class ColumnRole : std::uint8_t
{
    nowhere, ///< it is computed from much else, or stands in no cell
    own_places,
    rows_place,
    round_before,
    date,
    numerator,
    denominator,
    quotient
};

/// Finds cells behind rows and rows behind cells. The workbook, the words and the tables must outlive it.
class RowCells
{
public:
    RowCells(const Workbook& workbook, const Words& words);

    [[nodiscard]] ColumnCell at(const rules::Table& table, const rules::Column& column, std::size_t row) const;

    /// The rows in which a column depends on a cell.
    [[nodiscard]] std::vector<std::size_t> rows_of(const rules::Table& table, const rules::Column& column,
                                                   const Place& place) const;

    /// What an entry cell says.
    [[nodiscard]] Value value(const Place& place) const;

private:
    [[nodiscard]] bool is(const rules::Column& column, std::string_view key) const;
    [[nodiscard]] ColumnRole role(const rules::Table& table, const rules::Column& column) const;
    [[nodiscard]] ColumnCell in_figures(const rules::Table& table, ColumnRole role, std::size_t row) const;

    const Workbook& m_workbook;
    const Words& m_words;
    ValueReader m_reader;
    mutable std::map<const rules::Column*, ColumnRole> m_roles;
    mutable std::map<const rules::Column*, std::vector<std::pair<Place, std::size_t>>> m_rows; ///< by cell, sorted
};

} // namespace trinvis
