// SPDX-License-Identifier: MPL-2.0
//
// The commands of the submenu "Fund i cellen": they go to the next finding, and say, repair, explain and look up the one at the cursor.
//
//     if (is_finding_command("next-finding"))
//         run_finding_command("next-finding", context, frame, document, given);
#pragma once

#include "commands/arguments.hpp"
#include "live/cell_findings.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <memory>
#include <string_view>

namespace trinvis::commands
{

/// True for "next-finding", "show-finding", "repair-cell", "explain-finding" and "rule-help".
[[nodiscard]] bool is_finding_command(std::string_view command);

/// Runs one of them on the cell at the cursor, for scripts on the cell that is given (Cells). Scripts get the cell that
/// was gone to, what was said, the number of repaired or explained cells, or the page of the help; nothing is shown to
/// them. Throws office::UserError where no finding names the cell.
css::uno::Any run_finding_command(std::string_view command, const office::Context& context,
                                  const css::uno::Reference<css::frame::XFrame>& frame,
                                  const css::uno::Reference<css::frame::XModel>& document, const Given& given);

/// The findings of a workbook as it stands: those that are followed where they are up to date, else a validation now.
/// Throws office::UserError when the document is no key-figure workbook.
[[nodiscard]] std::shared_ptr<const FindingsView> findings_now(const office::Context& context,
                                                               const css::uno::Reference<css::frame::XModel>& document);

} // namespace trinvis::commands
