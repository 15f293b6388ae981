// SPDX-License-Identifier: MPL-2.0
//
// What the benchmarks of the engine share: the shipped texts and municipalities, and sheets as cells.
//
//     const WorkbookCells cells = cells_of(new_workbook_sheets({...}));
#pragma once

#include "catalogue/workbook.hpp"
#include "new_workbook/sheets.hpp"

namespace trinvis::bench
{

/// A file of the project, by its path from the top.
[[nodiscard]] std::string content(const std::string& path);

[[nodiscard]] const Words& words();
[[nodiscard]] const Municipalities& municipalities();

/// The cells that the sheets would have in the office.
[[nodiscard]] WorkbookCells cells_of(const std::vector<SheetContent>& sheets);

} // namespace trinvis::bench
