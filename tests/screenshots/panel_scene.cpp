// SPDX-License-Identifier: MPL-2.0
#include "studio.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/XAccessibleSelection.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>
#include <stdexcept>

namespace trinvis::testing
{

using namespace office;
namespace AccessibleRole = css::accessibility::AccessibleRole;

void take_panel_pictures(Studio& studio)
{
    const Model model = studio.open("trinvis-demo.ods");
    studio.show(model, "sheet.entry");
    const auto sidebar = query<css::frame::XController2>(model->getCurrentController())->getSidebar();
    sidebar->setVisible(true);
    query<css::ui::XDeck>(sidebar->getDecks()->getByName("TrinvisDeck"))->activate(true);
    // The list is called what stands over it, which begins alike with every number of findings.
    std::string begins = studio.person.word("panel.list");
    begins.erase(begins.find('{'));
    Accessible list;
    if (!comes_true(
            [&]
            {
                list = find_deep(window_of(model),
                                 [&](const Accessible& one)
                                 {
                                     return one->getAccessibleRole() == AccessibleRole::LIST &&
                                            name_of(one).starts_with(begins) && one->getAccessibleChildCount() > 0;
                                 });
                return list.is();
            }))
        throw std::runtime_error("the panel has no findings");
    studio.camera.take("panel");
    // Choosing a finding goes to its cell and tells of it.
    constexpr sal_Int32 some_finding = 6;
    query<css::accessibility::XAccessibleSelection>(list)->selectAccessibleChild(some_finding);
    studio.camera.take("panel-finding");
    close(model);
}

} // namespace trinvis::testing
