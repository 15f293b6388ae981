// SPDX-License-Identifier: MPL-2.0
#include "calc/import_writer.hpp"

#include "calc/styles.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

namespace trinvis::calc
{

namespace
{

using namespace office;

constexpr sal_Int32 new_column_width = 4600; // 1/100 mm

Sheet sheet_of(const Document& document, int index)
{
    return query<css::sheet::XSpreadsheet>(
        query<css::container::XIndexAccess>(document->getSheets())->getByIndex(index));
}

void set_style(const Sheet& sheet, const CellRange& range, Style style, const Texts& texts)
{
    if (range.last_row >= range.first_row && range.last_column >= range.first_column)
        set_property(
            sheet->getCellRangeByPosition(range.first_column, range.first_row, range.last_column, range.last_row),
            "CellStyle", css::uno::Any(style_name(style, texts)));
}

} // namespace

void refuse_unwritable(const Document& document, const reference::ImportRows& rows, const Texts& texts)
{
    if (rows.sheet >= 0)
        refuse_unwritable(document, sheet_of(document, rows.sheet), texts);
}

void write_import(const Document& document, const reference::ImportRows& rows, const Texts& texts)
{
    if (rows.sheet < 0 || rows.blocks.empty())
        return;
    const Sheet sheet = sheet_of(document, rows.sheet);
    if (rows.first_added_row >= 0)
    {
        const CellRange& table = rows.table;
        set_style(sheet, {rows.first_added_row, table.first_column, table.last_row, table.last_column},
                  Style::cell_line, texts);
        for (const int column : rows.date_columns)
            set_style(sheet, {rows.first_added_row, column, table.last_row, column}, Style::cell_date, texts);
    }
    for (const reference::CellBlock& block : rows.blocks)
    {
        if (block.headings)
            for (const std::vector<ContentCell>& row : block.rows)
            {
                const int last = block.first_column + static_cast<int>(row.size()) - 1;
                set_style(sheet, {block.first_row, block.first_column, block.first_row, last}, Style::heading, texts);
                const auto columns = query<css::table::XColumnRowRange>(sheet)->getColumns();
                for (int column = block.first_column; column <= last; ++column)
                    set_property(columns->getByIndex(column), "Width", css::uno::Any(new_column_width));
            }
        write_block(document, sheet, block.first_row, block.first_column, block.rows, true);
    }
    set_table(document, "comparison", sheet, rows.table);
}

} // namespace trinvis::calc
