// SPDX-License-Identifier: MPL-2.0
//
// Between what Calc and macros hand over and the engine's cells. Calc hands over doubles and texts; a macro any type of
// number, and its own kinds of arrays.
//
//     const Grid range = to_grid(values);
//     return to_range(answer);
#pragma once

#include "office/uno.hpp"
#include "table/cell.hpp"

#include <stdexcept>

namespace trinvis::functions
{

using Range = css::uno::Sequence<css::uno::Sequence<css::uno::Any>>;

/// An argument that cannot be what it should be: rows of different lengths, a flag that is none.
class WrongArgument : public std::invalid_argument
{
public:
    using std::invalid_argument::invalid_argument;
};

/// A value as a cell: any type of number, a truth as 1 or 0, a text; nothing and an empty text are an empty cell, what is
/// none of these is an error.
[[nodiscard]] Cell to_cell(const css::uno::Any& value);

/// A range. Throws WrongArgument for rows of different lengths.
[[nodiscard]] Grid to_grid(const Range& range);

/// A range that may be left out, which gives no cells: a range, a list, which is a column, or a single value. Throws
/// WrongArgument for rows of different lengths.
[[nodiscard]] Grid to_grid(const css::uno::Any& value);

/// The single cell of an argument that may be anything; a range of one cell is that cell. Throws WrongArgument for a range
/// of several.
[[nodiscard]] Cell to_single_cell(const css::uno::Any& value);

/// A flag: a truth, 1 or 0; false when it is left out or empty. Throws WrongArgument for anything else.
[[nodiscard]] bool to_flag(const css::uno::Any& value);

/// Rows of cells; an empty cell becomes an empty text.
[[nodiscard]] Range to_range(const Grid& grid);

/// A single cell; an empty one becomes nothing.
[[nodiscard]] css::uno::Any to_any(const Cell& cell);

} // namespace trinvis::functions
