// SPDX-License-Identifier: MPL-2.0
//
// How a command ends that writes one sheet.
//
//     calc::refuse_unwritable(open.document, content, texts);      // before anything long
//     write_result(open, content, texts.get("undo.rehearsal"));
#pragma once

#include "commands/open_workbook.hpp"

#include <string>

namespace trinvis::commands
{

/// A sheet's id and name: what is needed to ask early whether it may be written.
[[nodiscard]] SheetContent named_sheet(const std::string& id, const Texts& texts);

/// Makes a sheet, or writes it again in its place, as one undo step; shows it, with its headings frozen. Throws
/// office::UserError where it cannot be written, and then nothing is changed.
void write_result(const OpenWorkbook& open, const SheetContent& content, const std::string& undo_title);

} // namespace trinvis::commands
