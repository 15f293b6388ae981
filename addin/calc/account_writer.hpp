// SPDX-License-Identifier: MPL-2.0
//
// Puts imported account lines into Regnskab: the lines that they replace are taken out, the new ones come in bulk.
//
//     write_accounts(document, change, texts);          // inside an open undo step
#pragma once

#include "calc/sheet_writer.hpp"
#include "spending/account_sheet.hpp"

namespace trinvis::calc
{

/// Refuses as the other writers do: a read-only document, a protected sheet, a name that is taken.
void refuse_unwritable(const Document& document, const spending::AccountsChange& change, const Texts& texts);

/// Writes the lines; cells in other rows stay as they are. The sheet's defined name and filter stretch over the table.
void write_accounts(const Document& document, const spending::AccountsChange& change, const Texts& texts,
                    office::UndoStep& step);

} // namespace trinvis::calc
