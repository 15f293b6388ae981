// SPDX-License-Identifier: MPL-2.0
#include "ui/help.hpp"

#include "office/package.hpp"

#include <algorithm>
#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/frame/FrameSearchFlag.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XInfobarProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>

namespace trinvis::ui
{

using namespace office;

namespace
{

constexpr const char* window_name = "org.trinvis.help";

} // namespace

void open_help(const Context& context, std::string_view page)
{
    const Language language = interface_language(context);
    const std::size_t mark = std::min(page.find('#'), page.size());
    const rtl::OUString url =
        Package::of(context).url("help/" + std::string(language_code(language)) + "/" +
                                 std::string(page.substr(0, mark)) + ".fodt" + std::string(page.substr(mark)));
    const auto desktop = create<css::frame::XComponentLoader>(context, "com.sun.star.frame.Desktop");
    const auto model = query<css::frame::XModel>(desktop->loadComponentFromURL(
        url, rtl::OUString::createFromAscii(window_name),
        css::frame::FrameSearchFlag::GLOBAL | css::frame::FrameSearchFlag::CREATE,
        sequence<css::beans::PropertyValue>(
            {property("ReadOnly", css::uno::Any(true)),
             property("MacroExecutionMode", css::uno::Any(css::document::MacroExecMode::NEVER_EXECUTE))})));
    const css::uno::Reference<css::frame::XController> controller = model->getCurrentController();
    if (!controller.is() || !controller->getFrame().is())
        return;
    // The page cannot be edited; the office's offer to do so would only be in the way.
    if (const auto bars = query_if<css::frame::XInfobarProvider>(controller); bars.is() && bars->hasInfobar("readonly"))
        bars->removeInfobar("readonly");
    if (const auto window = query_if<css::awt::XTopWindow>(controller->getFrame()->getContainerWindow()); window.is())
        window->toFront();
}

} // namespace trinvis::ui
