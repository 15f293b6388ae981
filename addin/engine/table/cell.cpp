// SPDX-License-Identifier: MPL-2.0
#include "table/cell.hpp"

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
