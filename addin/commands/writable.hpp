// SPDX-License-Identifier: MPL-2.0
//
// Before a command computes anything: may its document be written at all? And while it writes: who is asked about what
// is protected?
//
//     refuse_unwritable_workbook(context, "rehearsal", document);      // read-only, or shared
//     const Unlocking unlocking(ask_to_unlock(context, frame));
#pragma once

#include "office/unlocking.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <string_view>

namespace trinvis::commands
{

/// False for the commands that leave their workbook as it is, and for those that choose where they write.
[[nodiscard]] bool writes_into_workbook(std::string_view command);

/// Throws office::UserError, in the language of the menus, when a key-figure workbook is read-only (also because another
/// person has it open), or shared by Tools ▸ Share Spreadsheet: LibreOffice then merges cells and nothing else, so new
/// sheets, charts and marks of one person would be lost when the other saves. Any other document passes.
void refuse_unwritable_workbook(const office::Context& context,
                                const css::uno::Reference<css::frame::XModel>& document);

/// The same, for the commands that write into their workbook.
void refuse_unwritable_workbook(const office::Context& context, std::string_view command,
                                const css::uno::Reference<css::frame::XModel>& document);

/// Asks over a window whether a protected sheet, or the structure of the document, may be unlocked while it is written.
[[nodiscard]] office::Unlocking::Ask ask_to_unlock(const office::Context& context,
                                                   const css::uno::Reference<css::frame::XFrame>& frame);

} // namespace trinvis::commands
