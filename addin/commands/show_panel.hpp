// SPDX-License-Identifier: MPL-2.0
//
// The command show-panel: opens the sidebar with the deck "Nøgletal".
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <string>

namespace trinvis::commands
{

/// Shows the deck in the document's window; says nothing. Throws office::UserError when the document is in no window.
std::string show_panel(const office::Context& context, const css::uno::Reference<css::frame::XModel>& model);

} // namespace trinvis::commands
