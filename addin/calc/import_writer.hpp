// SPDX-License-Identifier: MPL-2.0
//
// Puts what an import makes of Sammenligningsdata into the document: blocks in bulk, new columns and rows with the looks
// of the others.
//
//     write_import(document, rows, texts);          // inside an open undo step
#pragma once

#include "calc/sheet_writer.hpp"
#include "reference/import_rows.hpp"

namespace trinvis::calc
{

/// Refuses as the other writers do: a read-only document, a protected sheet.
void refuse_unwritable(const Document& document, const reference::ImportRows& rows, const Texts& texts);

/// Writes the blocks; cells outside them stay as they are. The sheet's defined name and filter stretch over the table.
void write_import(const Document& document, const reference::ImportRows& rows, const Texts& texts);

} // namespace trinvis::calc
