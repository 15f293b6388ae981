// SPDX-License-Identifier: MPL-2.0
//
// Numbers that were typed over a formula. The office says what the neighbours' formula is in the number's cell, and a
// scratch document that nobody sees says what it gives; the user's document is not touched.
//
//     find_overtyped(context, document, cells);
#pragma once

#include "catalogue/workbook.hpp"
#include "office/uno.hpp"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

namespace trinvis::calc
{

/// Fills in SheetStructure::overtyped of every sheet. Costs next to nothing where no number stands between formulas.
/// A formula that reaches outside its file is not computed: that would fetch from there.
void find_overtyped(const office::Context& context,
                    const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document, WorkbookCells& cells);

} // namespace trinvis::calc
