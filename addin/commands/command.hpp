// SPDX-License-Identifier: MPL-2.0
//
// One command of the menu in one window: it says whether it applies, runs when it is called, and tells how it went.
//
//     const auto dispatch = make_command(context, frame, "validate");
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XNotifyingDispatch.hpp>
#include <string>

namespace trinvis::commands
{

/// The dispatch object of a command; the frame may be empty when a script calls without a window. Empty for a name that is
/// no command.
[[nodiscard]] css::uno::Reference<css::frame::XDispatch>
make_command(const office::Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
             const std::string& name);

} // namespace trinvis::commands
