// SPDX-License-Identifier: MPL-2.0
//
// Puts a SheetContent into a spreadsheet document: one bulk write, then styles, widths, links, filter and print set-up.
//
//     put_sheet(document, validation_sheet(...), texts, step);
//
// A sheet that the product made before is found by its defined name and written again in its place; everything is part
// of the open undo step.
#pragma once

#include "office/undo_step.hpp"
#include "table/sheet_update.hpp"
#include "texts/texts.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

namespace trinvis::calc
{

using Document = css::uno::Reference<css::sheet::XSpreadsheetDocument>;
using Sheet = css::uno::Reference<css::sheet::XSpreadsheet>;

/// The sheet behind a defined name of the product; empty when the name is gone or points nowhere.
[[nodiscard]] Sheet find_sheet(const Document& document, std::string_view sheet_id);

/// Refuses with a plain sentence where a sheet could not be written: a read-only document, a protected sheet, a name
/// that another sheet bears, a protected structure. Called before anything is changed. Where a person can be asked
/// (office/unlocking.hpp) what is protected without a password is asked about instead.
void refuse_unwritable(const Document& document, const SheetContent& content, const Texts& texts);

/// The same for a sheet of which more is known than its content: a read-only document, a protected sheet.
void refuse_unwritable(const Document& document, const Sheet& sheet, const Texts& texts);

/// Writes a sheet, new at the end or again in its place, and returns it.
Sheet put_sheet(const Document& document, const SheetContent& content, const Texts& texts, office::UndoStep& step);

/// The same for changes to a sheet that is there; nothing is refused when nothing changes.
void refuse_unwritable(const Document& document, const SheetUpdate& update, const Texts& texts);

/// Changes single cells of a sheet; all else in it stays. The sheet's defined name and filter, by its id, stretch over
/// its table.
void update_sheet(const Document& document, std::string_view sheet_id, const SheetUpdate& update, const Texts& texts);

/// Stretches the defined name of a sheet, and its filter where it has one, over a table.
void set_table(const Document& document, std::string_view sheet_id, const Sheet& sheet, const CellRange& table);

/// Writes a block of cells in bulk; rows that are shorter than the longest one end in empty cells. Undoing a bulk write
/// leaves what was put into empty cells (LibreOffice 7.4 to 26.8); an undoable one is therefore first filled with a
/// formula, which undo does take back, and emptied again, or redo would leave it in the empty cells.
void write_block(const Document& document, const Sheet& sheet, int row, int column,
                 const std::vector<std::vector<ContentCell>>& rows, bool undoable);

/// Freezes the heading rows and columns of a sheet in every window of the document and leaves that sheet active.
void freeze(const Document& document, const Sheet& sheet, int columns, int rows);

/// Shows a cell: its sheet becomes the active one and the cursor goes there.
void show_cell(const Document& document, const Sheet& sheet, int row, int column);

/// Names a block of a sheet; a name that is there already is moved.
void name_range(const Document& document, std::string_view name, const Sheet& sheet, const CellRange& range);

} // namespace trinvis::calc
