// SPDX-License-Identifier: MPL-2.0
//
// A new document with sheets that are described as data, for the commands that begin with nothing.
//
//     const Model made = make_workbook(context, sheets, texts.get("short.new_workbook"), title, texts);
#pragma once

#include "commands/commands.hpp"
#include "table/sheet_content.hpp"

namespace trinvis::commands
{

/// Makes a document with the sheets in their order and nothing to undo, unsaved, and shows its first sheet. The title is
/// the document's. Throws css::uno::Exception, and then no document is left open.
[[nodiscard]] Model make_workbook(const office::Context& context, const std::vector<SheetContent>& sheets,
                                  const std::string& action, const std::string& title, const Texts& texts);

/// Moves a sheet of ours in front of all others and shows it.
void show_first(const Model& model, std::string_view sheet_id);

} // namespace trinvis::commands
