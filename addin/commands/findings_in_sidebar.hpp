// SPDX-License-Identifier: MPL-2.0
//
// The panel "Fund" for one window: it follows the window's document and does what a person asks for.
//
//     const std::shared_ptr<ui::Panel> panel = findings_in_sidebar(context, frame, parent);
#pragma once

#include "ui/panel_element.hpp"

#include <com/sun/star/ui/XSidebar.hpp>

namespace trinvis::commands
{

[[nodiscard]] std::shared_ptr<ui::Panel> findings_in_sidebar(const office::Context& context,
                                                             const css::uno::Reference<css::frame::XFrame>& frame,
                                                             const css::uno::Reference<css::awt::XWindow>& parent,
                                                             const css::uno::Reference<css::ui::XSidebar>& sidebar);

} // namespace trinvis::commands
