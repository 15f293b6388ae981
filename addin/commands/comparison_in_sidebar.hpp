// SPDX-License-Identifier: MPL-2.0
//
// The panel "Sammenligning" for one window: it follows the window's document and the row that the person stands in.
//
//     const std::shared_ptr<ui::Panel> panel = comparison_in_sidebar(context, frame, parent, sidebar);
#pragma once

#include "ui/panel_element.hpp"

#include <com/sun/star/ui/XSidebar.hpp>

namespace trinvis::commands
{

[[nodiscard]] std::shared_ptr<ui::Panel> comparison_in_sidebar(const office::Context& context,
                                                               const css::uno::Reference<css::frame::XFrame>& frame,
                                                               const css::uno::Reference<css::awt::XWindow>& parent,
                                                               const css::uno::Reference<css::ui::XSidebar>& sidebar);

} // namespace trinvis::commands
