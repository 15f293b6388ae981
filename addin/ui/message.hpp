// SPDX-License-Identifier: MPL-2.0
//
// A message box over the document's window, in the language of the menus.
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <string>

namespace trinvis::ui
{

enum class MessageKind
{
    information,
    error
};

/// Shows a sentence and waits for OK. Does nothing where there is no window.
void show_message(const office::Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                  MessageKind kind, const std::string& sentence);

/// Shows a question with Yes and No; true for Yes. False where there is no window.
[[nodiscard]] bool ask_yes_or_no(const office::Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                                 const std::string& question);

} // namespace trinvis::ui
