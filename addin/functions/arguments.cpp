// SPDX-License-Identifier: MPL-2.0
#include "functions/arguments.hpp"

#include "office/text.hpp"

#include <algorithm>

namespace trinvis::functions
{

using namespace office;

namespace
{

using List = css::uno::Sequence<css::uno::Any>;

/// Adds a row to a range; the first says how many columns there are.
void add_row(Grid& grid, const List& row)
{
    if (grid.cells.empty())
        grid.columns = row.getLength();
    else if (grid.columns != row.getLength())
        throw WrongArgument("rows of different lengths");
    std::transform(row.begin(), row.end(), std::back_inserter(grid.cells), to_cell);
}

} // namespace

Cell to_cell(const css::uno::Any& value)
{
    switch (value.getValueTypeClass())
    {
    case css::uno::TypeClass_VOID:
        return {};
    case css::uno::TypeClass_BOOLEAN:
        return value.get<bool>() ? 1.0 : 0.0;
    case css::uno::TypeClass_HYPER:
        return static_cast<double>(value.get<sal_Int64>());
    case css::uno::TypeClass_UNSIGNED_HYPER:
        return static_cast<double>(value.get<sal_uInt64>());
    case css::uno::TypeClass_STRING:
        if (const auto text = value.get<rtl::OUString>(); !text.isEmpty())
            return to_utf8(text);
        return {};
    default:
        if (double number = 0; value >>= number)
            return number;
        return CellError{};
    }
}

Grid to_grid(const Range& range)
{
    Grid grid;
    for (const List& row : range)
        add_row(grid, row);
    return grid;
}

Grid to_grid(const css::uno::Any& value)
{
    if (Range range; value >>= range)
        return to_grid(range);
    Grid grid;
    if (List list; value >>= list)
    {
        for (const css::uno::Any& element : list)
        {
            // A list of lists is how a macro writes rows.
            if (List row; element >>= row)
                add_row(grid, row);
            else
                add_row(grid, List(&element, 1));
        }
        return grid;
    }
    if (value.hasValue())
        add_row(grid, List(&value, 1));
    return grid;
}

Cell to_single_cell(const css::uno::Any& value)
{
    const Grid grid = to_grid(value);
    if (grid.cells.size() > 1)
        throw WrongArgument("several cells where one is asked for");
    return grid.cells.empty() ? Cell{} : grid.cells.front();
}

bool to_flag(const css::uno::Any& value)
{
    const Cell cell = to_single_cell(value);
    if (is_empty(cell))
        return false;
    const double* number = std::get_if<double>(&cell);
    if (!number || (*number != 0 && *number != 1))
        throw WrongArgument("a flag that is neither true nor false");
    return *number == 1;
}

css::uno::Any to_any(const Cell& cell)
{
    if (const double* number = std::get_if<double>(&cell))
        return css::uno::Any(*number);
    if (const std::string* text = std::get_if<std::string>(&cell))
        return css::uno::Any(from_utf8(*text));
    return {};
}

Range to_range(const Grid& grid)
{
    Range range(grid.rows());
    css::uno::Sequence<css::uno::Any>* rows = range.getArray();
    for (int row = 0; row < grid.rows(); ++row)
    {
        rows[row].realloc(grid.columns);
        css::uno::Any* cells = rows[row].getArray();
        for (int column = 0; column < grid.columns; ++column)
        {
            const Cell& cell = grid.at(row, column);
            cells[column] = is_empty(cell) ? css::uno::Any(rtl::OUString()) : to_any(cell);
        }
    }
    return range;
}

} // namespace trinvis::functions
