// SPDX-License-Identifier: MPL-2.0
//
// The second table of Sammenligning: every figure against every group in numbers, so that each can be computed again in
// a cell by the spreadsheet functions.
//
//     add_details(sheet, benchmark, workbook, texts);
//     sheet.table;                                  // its cells
#pragma once

#include "benchmark/compare.hpp"
#include "table/sheet_content.hpp"

#include <vector>

namespace trinvis
{

/// The widths of the columns that stand behind the overview's and are not printed.
[[nodiscard]] const std::vector<double>& further_widths_mm();

/// Adds a section heading, the column headings and a row for each figure and group in the figure's latest round; figures
/// that were never reported have one row that says so. Sets the sheet's table and filter.
void add_details(SheetContent& sheet, const Benchmark& benchmark, const Workbook& workbook, const Texts& texts);

} // namespace trinvis
