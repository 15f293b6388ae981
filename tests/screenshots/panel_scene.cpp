// SPDX-License-Identifier: MPL-2.0
#include "studio.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/XAccessibleSelection.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XPanel.hpp>
#include <com/sun/star/ui/XPanels.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <stdexcept>

namespace trinvis::testing
{

using namespace office;
namespace AccessibleRole = css::accessibility::AccessibleRole;

namespace
{

/// The figure in whose row the cursor stands, against the group.
void comparison(const Studio& studio, const Model& model, const css::uno::Reference<css::ui::XDeck>& deck)
{
    query<css::ui::XPanel>(deck->getPanels()->getByName("TrinvisComparisonPanel"))->expand(true);
    constexpr sal_Int32 last_round_column = 15;
    constexpr sal_Int32 foster_row = 7;
    const auto sheet = query<css::sheet::XSpreadsheetView>(model->getCurrentController())->getActiveSheet();
    query<css::view::XSelectionSupplier>(model->getCurrentController())
        ->select(css::uno::Any(sheet->getCellByPosition(last_round_column, foster_row)));
    std::string begins = studio.person.word("panel.comparison.own");
    begins.erase(begins.find('{'));
    if (!comes_true(
            [&] {
                return find_deep(window_of(model),
                                 [&](const Accessible& one) { return name_of(one).starts_with(begins); })
                    .is();
            }))
        throw std::runtime_error("the panel compares nothing");
    studio.camera.take("panel-comparison");
}

} // namespace

void take_panel_pictures(Studio& studio)
{
    const Model model = studio.open("trinvis-demo.ods");
    studio.show(model, "sheet.entry");
    const auto sidebar = query<css::frame::XController2>(model->getCurrentController())->getSidebar();
    sidebar->setVisible(true);
    const auto deck = query<css::ui::XDeck>(sidebar->getDecks()->getByName("TrinvisDeck"));
    deck->activate(true);
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
    comparison(studio, model, deck);
    close(model);
}

} // namespace trinvis::testing
