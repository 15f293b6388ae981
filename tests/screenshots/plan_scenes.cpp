// SPDX-License-Identifier: MPL-2.0
#include "studio.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <stdexcept>

namespace trinvis::testing
{

using namespace office;
namespace AccessibleRole = css::accessibility::AccessibleRole;

void take_plan_pictures(Studio& studio)
{
    const Person& person = studio.person;
    const Model model = studio.open("trinvis-uden-fejl.ods");
    const std::string title = person.word("dialog.document.plan_title");
    person.choose(model, {"menu.plan_menu", "menu.plan"});
    static_cast<void>(person.control(title, AccessibleRole::PUSH_BUTTON, person.word("dialog.next")));
    studio.camera.take("document-sections", title);
    person.press(title, person.word("dialog.next"));
    static_cast<void>(person.control(title, AccessibleRole::PUSH_BUTTON, person.word("dialog.document.save")));
    studio.camera.take("document-figures", title);
    person.press(title, person.word("dialog.document.save"));
    const std::filesystem::path plan = studio.work() / "plan.odt";
    const std::filesystem::path pages = studio.work() / "plan.pdf";
    person.save_as(person.word("dialog.plan.title"), plan.string());
    static_cast<void>(person.message());
    studio.camera.take("plan-saved", person.word("error.title"));
    static_cast<void>(person.read_message());
    const auto desktop = studio.office.create<css::frame::XDesktop>("com.sun.star.frame.Desktop");
    Model document;
    if (!comes_true(
            [&] {
                return (document = query_if<css::frame::XModel>(desktop->getCurrentComponent())).is() &&
                       document != model;
            }))
        throw std::runtime_error("no plan came");
    studio.fill_screen(document);
    studio.camera.take("plan");
    close(document);
    close(model);
    // The front and the first pages with figures as they are printed, beside each other.
    run_program("pdftoppm -r 60 -png -l 7 " + quoted(pages.string()) + " " + quoted((studio.work() / "page").string()));
    run_program("montage " + quoted(studio.work().string()) +
                "/page-0[1567].png -tile 4x -geometry +6+6 -background '#c8c8c8' -strip " +
                quoted((studio.camera.folder() / "plan-pages.png").string()));
}

} // namespace trinvis::testing
