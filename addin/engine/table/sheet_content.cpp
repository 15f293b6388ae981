// SPDX-License-Identifier: MPL-2.0
#include "table/sheet_content.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

/// Whether a text surely stands on one line of a column, in the letters of our cells (10 points).
bool fits_width(const std::string& text, double width_mm)
{
    constexpr double widest_mean_mm = 2.4; // capitals and digits mixed; running text takes some 1.9
    constexpr double margins_mm = 2;
    const auto letters =
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return text.find('\n') == std::string::npos &&
           static_cast<double>(letters) * widest_mean_mm + margins_mm <= width_mm;
}

} // namespace

int SheetContent::column_count() const
{
    std::size_t widest = 0;
    for (const std::vector<ContentCell>& row : rows)
        widest = std::max(widest, row.size());
    return static_cast<int>(widest);
}

bool SheetContent::fits(int row, int column) const
{
    const auto at = static_cast<std::size_t>(column);
    const std::vector<ContentCell>& cells = rows.at(static_cast<std::size_t>(row));
    const std::string* text = at < cells.size() ? std::get_if<std::string>(&cells[at]) : nullptr;
    return !text || (at < column_widths_mm.size() && fits_width(*text, column_widths_mm[at]));
}

void SheetContent::style_texts(const CellRange& range)
{
    int run = range.first_column;
    std::optional<Style> look;
    for (int column = range.first_column; column <= range.last_column; ++column)
    {
        bool one_line = true;
        for (int row = range.first_row; one_line && row <= range.last_row; ++row)
            one_line = fits(row, column);
        const Style wanted = one_line ? Style::cell_line : Style::cell;
        if (look && *look != wanted)
        {
            style({range.first_row, run, range.last_row, column - 1}, *look);
            run = column;
        }
        look = wanted;
    }
    if (look)
        style({range.first_row, run, range.last_row, range.last_column}, *look);
}

} // namespace trinvis
