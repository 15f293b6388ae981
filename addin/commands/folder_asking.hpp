// SPDX-License-Identifier: MPL-2.0
//
// The commands about many workbooks as menus and scripts call them: what is missing is asked for in a window, and
// refused without one.
//
//     if (is_folder_command("validate-folder"))
//         result = run_folder_command(context, frame, "validate-folder", given);
#pragma once

#include "commands/arguments.hpp"
#include "commands/commands.hpp"

#include <com/sun/star/frame/XFrame.hpp>

namespace trinvis::commands
{

/// True for "validate-folder" and "gather-figures": they need no workbook and are always there.
[[nodiscard]] bool is_folder_command(std::string_view name);

/// Runs one of the two. Arguments of a script: Folder (a URL or a path); validate-folder takes Url, where the results go
/// as .json and as .csv beside it, and returns it, or returns the document with the overview when there is none;
/// gather-figures takes Url (.csv), or Document, and Names and WithErrors, and returns what is to be told. Throws
/// office::UserError.
[[nodiscard]] css::uno::Any run_folder_command(const office::Context& context,
                                               const css::uno::Reference<css::frame::XFrame>& frame,
                                               std::string_view name, const Given& given);

} // namespace trinvis::commands
