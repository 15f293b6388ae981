// SPDX-License-Identifier: MPL-2.0
#include "calc/account_writer.hpp"

#include "calc/styles.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

namespace trinvis::calc
{

namespace
{

using namespace office;

Sheet sheet_of(const Document& document, int index)
{
    return query<css::sheet::XSpreadsheet>(
        query<css::container::XIndexAccess>(document->getSheets())->getByIndex(index));
}

void set_style(const Sheet& sheet, const CellRange& range, Style style, const Texts& texts)
{
    set_property(sheet->getCellRangeByPosition(range.first_column, range.first_row, range.last_column, range.last_row),
                 "CellStyle", css::uno::Any(style_name(style, texts)));
}

} // namespace

void refuse_unwritable(const Document& document, const spending::AccountsChange& change, const Texts& texts)
{
    if (change.made)
        return refuse_unwritable(document, *change.made, texts);
    refuse_unwritable(document, sheet_of(document, change.sheet), texts);
}

void write_accounts(const Document& document, const spending::AccountsChange& change, const Texts& texts,
                    UndoStep& step)
{
    if (change.made)
    {
        put_sheet(document, *change.made, texts, step);
        return;
    }
    const Sheet sheet = sheet_of(document, change.sheet);
    const auto rows = query<css::table::XColumnRowRange>(sheet)->getRows();
    for (const spending::RowRun& run : change.removed)
        rows->removeByIndex(run.first, run.last - run.first + 1);
    if (change.rows.empty())
        return;
    const CellRange added{change.first_row, change.first_column, change.table.last_row, change.table.last_column};
    set_style(sheet, added, Style::cell_line, texts);
    set_style(sheet, {added.first_row, change.amount_column, added.last_row, change.amount_column},
              Style::cell_two_decimals, texts);
    write_block(document, sheet, change.first_row, change.first_column, change.rows, true);
    set_table(document, "accounts", sheet, change.table);
}

} // namespace trinvis::calc
