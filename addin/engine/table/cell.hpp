// SPDX-License-Identifier: MPL-2.0
//
// What a sheet holds, as plain data: cells, the grid they stand in, and the names of their places.
//
//     Grid grid{.sheet_name = "Indtastning", .columns = 3, .cells = {...}};
//     grid.at(1, 2);                    // row 2, column C
//     cell_address(6, 2);               // "C7"
//
// Rows and columns are counted from 0 here; only text for people and formulas counts from 1.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace trinvis
{

/// A cell whose formula ended in an error, such as division by zero.
struct CellError
{
    bool operator==(const CellError&) const = default;
};

/// An empty cell, a number (dates are numbers in a sheet), a text or an error.
using Cell = std::variant<std::monostate, double, std::string, CellError>;

[[nodiscard]] inline bool is_empty(const Cell& cell)
{
    return std::holds_alternative<std::monostate>(cell);
}

/// The used block of one sheet, read in one go. The block starts at the sheet's first cell.
struct Grid
{
    std::string sheet_name;
    int columns = 0;
    std::vector<Cell> cells; ///< row by row, `columns` a row

    [[nodiscard]] int rows() const
    {
        return columns == 0 ? 0 : static_cast<int>(cells.size() / static_cast<std::size_t>(columns));
    }

    /// The cell at a place; a place outside the block is empty.
    [[nodiscard]] const Cell& at(int row, int column) const;

    /// The cell at a place, to be changed; the block grows as far as that. Throws std::out_of_range for a negative place.
    [[nodiscard]] Cell& make(int row, int column);
};

/// A cell of a workbook: the sheet as an index into the sheets that were read.
struct Place
{
    std::int32_t sheet = -1;
    std::int32_t row = 0;
    std::int32_t column = 0;

    auto operator<=>(const Place&) const = default;
};

/// A block of cells of one sheet, both ends included.
struct CellRange
{
    int first_row = 0;
    int first_column = 0;
    int last_row = 0;
    int last_column = 0;

    bool operator==(const CellRange&) const = default;
};

/// "A", "Z", "AA" … for a column counted from 0.
[[nodiscard]] std::string column_letters(int column);

/// "C7" for row 6, column 2.
[[nodiscard]] std::string cell_address(int row, int column);

/// A sheet's name as a formula writes it: 'Key figures' in apostrophes, an apostrophe inside doubled.
[[nodiscard]] std::string quoted_sheet_name(std::string_view name);

} // namespace trinvis
