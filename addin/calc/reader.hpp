// SPDX-License-Identifier: MPL-2.0
//
// Reads a spreadsheet document into the engine's cells and structures: bulk reads, a few a sheet.
//
//     const WorkbookCells cells = read_cells(document, texts);
#pragma once

#include "catalogue/workbook.hpp"
#include "office/uno.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/XCellRange.hpp>

namespace trinvis::calc
{

/// Reads all sheets and the defined names that begin with "trinvis_". Throws office::UserError when a sheet is too large
/// to be read at all (its used area holds more than 20 million cells).
[[nodiscard]] WorkbookCells read_cells(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                                       const Texts& texts);

/// The cells that a defined name stands for; empty when there is no such name or its cells are gone.
[[nodiscard]] css::uno::Reference<css::table::XCellRange>
cells_of_name(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document, const rtl::OUString& name);

/// A quick look, for the state of the menu: true when the document carries the defined names of a key-figure workbook,
/// or the names of its sheets in either language.
[[nodiscard]] bool looks_like_key_figure_workbook(const css::uno::Reference<css::frame::XModel>& model,
                                                  const Words& words);

} // namespace trinvis::calc
