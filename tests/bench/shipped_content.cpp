// SPDX-License-Identifier: MPL-2.0
#include "shipped_content.hpp"

#include <fstream>
#include <sstream>

namespace trinvis::bench
{

namespace
{

Cell to_cell(const ContentCell& content_cell, Date null_date)
{
    if (const double* number = std::get_if<double>(&content_cell))
        return *number;
    if (const std::string* text = std::get_if<std::string>(&content_cell))
        return text->empty() ? Cell{} : Cell{*text};
    if (const Date* date = std::get_if<Date>(&content_cell))
        return serial_from_date(*date, null_date);
    return {};
}

} // namespace

std::string content(const std::string& path)
{
    std::ifstream file(std::string(TRINVIS_SOURCE_DIR) + "/" + path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const Words& words()
{
    static const Words both{Texts::from_json(content("addin/package/texts/da.json")),
                            Texts::from_json(content("addin/package/texts/en.json"))};
    return both;
}

const Municipalities& municipalities()
{
    static const Municipalities all = Municipalities::from_json(content("templates/municipalities.json"));
    return all;
}

WorkbookCells cells_of(const std::vector<SheetContent>& sheets)
{
    WorkbookCells cells;
    for (const SheetContent& sheet : sheets)
    {
        Grid grid;
        grid.sheet_name = sheet.name;
        grid.columns = sheet.column_count();
        grid.cells.reserve(sheet.rows.size() * static_cast<std::size_t>(grid.columns));
        for (const std::vector<ContentCell>& row : sheet.rows)
            for (int column = 0; column < grid.columns; ++column)
                grid.cells.push_back(static_cast<std::size_t>(column) < row.size()
                                         ? to_cell(row[static_cast<std::size_t>(column)], cells.null_date)
                                         : Cell{});
        cells.sheets.push_back(std::move(grid));
    }
    return cells;
}

} // namespace trinvis::bench
