// SPDX-License-Identifier: MPL-2.0
//
// Between the cells of a range and the numbers that the statistics take: a range is read row by row, and an empty cell is
// a gap, never a zero.
//
//     const auto values = numbers(range);                        // nothing when a cell holds no number
//     const auto both = numbers_side_by_side({&counts, &totals});
//     return column(statistics::ranks(*series(range), false));
#pragma once

#include "table/cell.hpp"

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace trinvis::functions
{

/// The number in a cell: a finite number, or a text that can only be read as one number ("12,5", but not "1.234").
/// Nothing for an empty cell and for anything else.
[[nodiscard]] std::optional<double> number_in(const Cell& cell);

/// A cell as text: a text without blanks around it, a number as short as it can be written, without separators between
/// thousands. Empty for an empty cell and an error.
[[nodiscard]] std::string text_in(const Cell& cell);

/// True for an empty cell and for a text of blanks.
[[nodiscard]] bool is_blank(const Cell& cell);

/// The range's numbers, with an empty place for every empty cell. Nothing when a cell holds a text, an error or no finite
/// number, and for a range without cells.
[[nodiscard]] std::optional<std::vector<std::optional<double>>> series(const Grid& range);

/// The range's numbers, empty cells skipped; otherwise as series.
[[nodiscard]] std::optional<std::vector<double>> numbers(const Grid& range);

/// The numbers of several ranges, one list a range, without the places at which any of them is empty. Nothing where
/// series gives nothing, and when the ranges differ in their number of cells; their shapes may differ.
[[nodiscard]] std::optional<std::vector<std::vector<double>>>
numbers_side_by_side(std::initializer_list<const Grid*> ranges);

/// One row of cells.
[[nodiscard]] Grid row(std::initializer_list<double> values);

/// One column of cells; what is empty becomes an empty cell.
template <typename Number>
[[nodiscard]] Grid column(std::span<const std::optional<Number>> values)
{
    Grid grid{.sheet_name = {}, .columns = 1, .cells = std::vector<Cell>(values.size())};
    for (std::size_t place = 0; place < values.size(); ++place)
        if (values[place])
            grid.cells[place] = static_cast<double>(*values[place]);
    return grid;
}

} // namespace trinvis::functions
