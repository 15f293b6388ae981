// SPDX-License-Identifier: MPL-2.0
//
// Reads what a sheet holds besides its cells: what is hidden or merged, its formulas and its number formats. Every
// question goes to the whole block; only blocks that hold something special are looked at closer.
//
//     cells.structures.push_back(read_structure(document, sheet, grid));
#pragma once

#include "office/uno.hpp"
#include "table/sheet_structure.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

namespace trinvis::calc
{

/// The structure of a sheet within the block that its grid covers; all but the numbers typed over formulas.
[[nodiscard]] SheetStructure read_structure(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                                            const css::uno::Reference<css::sheet::XSpreadsheet>& sheet,
                                            const Grid& grid);

} // namespace trinvis::calc
