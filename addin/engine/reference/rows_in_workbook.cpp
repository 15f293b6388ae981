// SPDX-License-Identifier: MPL-2.0
#include "reference/rows_in_workbook.hpp"

#include "catalogue/sheet_names.hpp"
#include "table/text_match.hpp"

#include <algorithm>

namespace trinvis::reference
{

namespace
{

Cell cell_of(const ContentCell& content, Date null_date)
{
    if (const double* number = std::get_if<double>(&content))
        return *number;
    if (const std::string* text = std::get_if<std::string>(&content))
        return text->empty() ? Cell{} : Cell{*text};
    if (const Date* date = std::get_if<Date>(&content))
        return serial_from_date(*date, null_date);
    if (const LinkTo* link = std::get_if<LinkTo>(&content))
        return link->text;
    return {};
}

} // namespace

Workbook with_rows(Workbook workbook, const ImportRows& rows, const Words& words)
{
    if (rows.sheet < 0 || rows.blocks.empty())
        return workbook;
    WorkbookCells cells = std::move(workbook.cells);
    Grid& grid = cells.sheets.at(static_cast<std::size_t>(rows.sheet));
    // The far corner first: a grid that grows row by row is copied each time.
    if (rows.table.last_row >= 0 && rows.table.last_column >= 0)
        static_cast<void>(grid.make(rows.table.last_row, std::max(rows.table.last_column, grid.columns - 1)));
    for (const CellBlock& block : rows.blocks)
        for (std::size_t row = 0; row < block.rows.size(); ++row)
            for (std::size_t column = 0; column < block.rows[row].size(); ++column)
                grid.make(block.first_row + static_cast<int>(row), block.first_column + static_cast<int>(column)) =
                    cell_of(block.rows[row][column], cells.null_date);
    const std::string_view wanted = sheet_by_id("comparison").defined_name;
    const auto named = std::find_if(cells.names.begin(), cells.names.end(),
                                    [&](const NamedArea& area) { return folded(area.name) == wanted; });
    if (named != cells.names.end())
        named->range = rows.table;
    return read_workbook(std::move(cells), words, *workbook.municipalities);
}

Workbook with_update(Workbook workbook, const SheetUpdate& update, const Words& words)
{
    if (update.sheet < 0 || update.cells.empty())
        return workbook;
    WorkbookCells cells = std::move(workbook.cells);
    Grid& grid = cells.sheets.at(static_cast<std::size_t>(update.sheet));
    for (const CellUpdate& change : update.cells)
        grid.make(change.row, change.column) = cell_of(change.content, cells.null_date);
    return read_workbook(std::move(cells), words, *workbook.municipalities);
}

} // namespace trinvis::reference
