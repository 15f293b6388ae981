// SPDX-License-Identifier: MPL-2.0
#include "studio.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <stdexcept>

namespace trinvis::testing
{

using namespace office;
namespace AccessibleRole = css::accessibility::AccessibleRole;

namespace
{

void settings(const Studio& studio, const Model& model)
{
    const Person& person = studio.person;
    const bool danish = studio.name() == "da";
    person.choose(model, {"menu.help_menu", "menu.settings"});
    // The window is the office's own; the page in it is ours.
    const std::string title = danish ? "Indstillinger" : "Options";
    static_cast<void>(person.control(title, AccessibleRole::TEXT, person.word("options.folder")));
    studio.camera.take("settings", title);
    person.press(title, danish ? "Annuller" : "Cancel");
    if (!comes_true([&] { return !dialog_beginning(studio.office, title).is(); }))
        throw std::runtime_error("the settings stay");
}

void help(const Studio& studio, const Model& model)
{
    studio.person.choose(model, {"menu.help_menu", "menu.help"});
    const auto desktop = studio.office.create<css::frame::XDesktop>("com.sun.star.frame.Desktop");
    Model page;
    if (!comes_true(
            [&]
            {
                page = query_if<css::frame::XModel>(desktop->getCurrentComponent());
                return page.is() && page->getURL().indexOf("/help/") >= 0;
            }))
        throw std::runtime_error("the help did not open");
    studio.fill_screen(page);
    studio.camera.take("help");
    close(page);
}

} // namespace

void take_help_pictures(Studio& studio)
{
    const Person& person = studio.person;
    const Model model = studio.open("trinvis-uden-fejl.ods");
    studio.show(model, "sheet.entry");
    settings(studio, model);
    person.choose(model, {"menu.help_menu", "menu.about"});
    static_cast<void>(person.message());
    studio.camera.take("about", person.word("error.title"));
    static_cast<void>(person.read_message());
    help(studio, model);
    close(model);
}

} // namespace trinvis::testing
