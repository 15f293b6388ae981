// SPDX-License-Identifier: MPL-2.0
//
// A document as a person asks for it from the menu: the pages of the dialog, where to save, the document opened.
//
//     if (const auto saved = ask_and_create(context, frame, model, DocumentKind::report))
//         ...                                                    // the URL; nothing when the person cancelled
#pragma once

#include "commands/commands.hpp"
#include "plan/plan_options.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <optional>

namespace trinvis::commands
{

/// Asks for sections, template, figures and target, makes the document, opens it and tells where it is. A template that
/// cannot be used is told, and the page comes again with what was chosen. Throws office::UserError.
std::optional<rtl::OUString> ask_and_create(const office::Context& context,
                                            const css::uno::Reference<css::frame::XFrame>& frame, const Model& model,
                                            DocumentKind kind);

} // namespace trinvis::commands
