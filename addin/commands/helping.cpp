// SPDX-License-Identifier: MPL-2.0
#include "commands/helping.hpp"

#include "office/package.hpp"
#include "office/text.hpp"
#include "ui/help.hpp"
#include "ui/message.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/frame/XDispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>

namespace trinvis::commands
{

using namespace office;

namespace
{

constexpr std::array<std::string_view, 3> helping_commands{"help", "settings", "about"};

/// Opens Tools ▸ Options at the page of the settings.
void open_settings(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame)
{
    create<css::frame::XDispatchHelper>(context, "com.sun.star.frame.DispatchHelper")
        ->executeDispatch(
            query<css::frame::XDispatchProvider>(frame), ".uno:OptionsTreeDialog", "_self", 0,
            sequence<css::beans::PropertyValue>(
                {property("OptionsPageURL",
                          css::uno::Any(rtl::OUString("vnd.sun.star.extension://org.trinvis/dialogs/settings.xdl")))}));
}

} // namespace

bool is_helping(std::string_view command)
{
    return std::find(helping_commands.begin(), helping_commands.end(), command) != helping_commands.end();
}

std::string about_text(const Texts& texts, const std::string& version)
{
    std::string text = texts.format("about.version", {{"version", version}});
    for (const char* key : {"about.what", "about.licence", "about.data", "about.private"})
        text += "\n\n" + texts.get(key);
    return text;
}

std::string run_helping(std::string_view command, const Context& context,
                        const css::uno::Reference<css::frame::XFrame>& frame)
{
    const Package& package = Package::of(context);
    const Texts& texts = package.words().in(interface_language(context));
    if (command == "about")
    {
        std::string text = about_text(texts, package.version());
        ui::show_message(context, frame, ui::MessageKind::information, text);
        return text;
    }
    if (!frame.is() || !frame->getContainerWindow().is())
        return {};
    if (command == "settings")
        open_settings(context, frame);
    else
        ui::open_help(context, "index");
    return std::string(command);
}

} // namespace trinvis::commands
