// SPDX-License-Identifier: MPL-2.0
//
// The commands of the submenu Hjælp, which need no workbook: the help pages, the settings and what the product is.
//
//     if (is_helping("about"))
//         run_helping("about", context, frame);
#pragma once

#include "office/uno.hpp"
#include "texts/texts.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <string>
#include <string_view>

namespace trinvis::commands
{

/// True for "help", "settings" and "about".
[[nodiscard]] bool is_helping(std::string_view command);

/// Opens the help's first page, the page of settings, or the box that says what the product is. Returns what was said or
/// opened, for scripts; where nobody can be shown anything (no window) nothing is opened.
/// Throws css::uno::Exception when the office refuses.
std::string run_helping(std::string_view command, const office::Context& context,
                        const css::uno::Reference<css::frame::XFrame>& frame);

/// Name, version, licence of the program, and where shipped and fetched data come from.
[[nodiscard]] std::string about_text(const Texts& texts, const std::string& version);

} // namespace trinvis::commands
