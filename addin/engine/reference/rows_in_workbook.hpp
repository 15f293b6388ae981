// SPDX-License-Identifier: MPL-2.0
//
// A workbook as it will be once rows were written: so that several files can be taken in one after the other and shown to a
// person before the first cell is changed.
//
//     const ImportRows first = apply(mapping, table, workbook, ...);
//     workbook = with_rows(std::move(workbook), first, words);
//     const ImportRows second = apply(..., workbook, ...);       // appends behind the first one's rows
#pragma once

#include "reference/import_rows.hpp"
#include "table/sheet_update.hpp"

namespace trinvis::reference
{

/// The workbook with the blocks in its cells and the sheet's name over the table, read again.
[[nodiscard]] Workbook with_rows(Workbook workbook, const ImportRows& rows, const Words& words);

/// The same for changes to single cells.
[[nodiscard]] Workbook with_update(Workbook workbook, const SheetUpdate& update, const Words& words);

} // namespace trinvis::reference
