// SPDX-License-Identifier: MPL-2.0
#include "commands/show_panel.hpp"

#include "office/package.hpp"
#include "office/user_error.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>

namespace trinvis::commands
{

using namespace office;

std::string show_panel(const Context& context, const css::uno::Reference<css::frame::XModel>& model)
{
    const Texts& texts = Package::of(context).words().in(interface_language(context));
    if (!model.is())
        throw UserError(texts.get("error.no_document"));
    const auto controller = query_if<css::frame::XController2>(model->getCurrentController());
    const auto sidebar = controller.is() ? controller->getSidebar() : css::uno::Reference<css::ui::XSidebarProvider>();
    if (!sidebar.is())
        throw UserError(texts.get("error.no_window"));
    sidebar->showDecks(true);
    sidebar->setVisible(true);
    query<css::ui::XDeck>(sidebar->getDecks()->getByName("TrinvisDeck"))->activate(true);
    return {};
}

} // namespace trinvis::commands
