// SPDX-License-Identifier: MPL-2.0
#include "table/cell.hpp"

#include <stdexcept>

#include <algorithm>

namespace trinvis
{

const Cell& Grid::at(int row, int column) const
{
    static const Cell empty;
    if (row < 0 || column < 0 || column >= columns || row >= rows())
        return empty;
    return cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)];
}

Cell& Grid::make(int row, int column)
{
    if (row < 0 || column < 0)
        throw std::out_of_range("a cell lies before the first one");
    if (column >= columns)
    {
        const int height = rows();
        Grid wider{sheet_name, column + 1, {}};
        wider.cells.resize(static_cast<std::size_t>(height) * static_cast<std::size_t>(wider.columns));
        for (int r = 0; r < height; ++r)
            for (int c = 0; c < columns; ++c)
                wider.cells[static_cast<std::size_t>(r) * static_cast<std::size_t>(wider.columns) +
                            static_cast<std::size_t>(c)] = at(r, c);
        *this = std::move(wider);
    }
    if (row >= rows())
        cells.resize((static_cast<std::size_t>(row) + 1) * static_cast<std::size_t>(columns));
    return cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)];
}

std::string column_letters(int column)
{
    std::string letters;
    for (int rest = column; rest >= 0; rest = rest / 26 - 1)
        letters.push_back(static_cast<char>('A' + rest % 26));
    std::reverse(letters.begin(), letters.end());
    return letters;
}

std::string cell_address(int row, int column)
{
    return column_letters(column) + std::to_string(row + 1);
}

std::string quoted_sheet_name(std::string_view name)
{
    std::string quoted = "'";
    for (const char letter : name)
    {
        if (letter == '\'')
            quoted.push_back('\'');
        quoted.push_back(letter);
    }
    quoted.push_back('\'');
    return quoted;
}

} // namespace trinvis
