// SPDX-License-Identifier: MPL-2.0
//
// The office's other interfaces: with tabs, compact and grouped. None of them shows the menu bar; our commands are reached
// there all the same, by the toolbar. (The tab for extensions, which holds all of them, is made of what the packaging test
// looks at.)
#include "cells.hpp"
#include "window.hpp"

#include <algorithm>
#include <com/sun/star/accessibility/AccessibleRole.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

/// How many things below a root bear a name and a role.
std::size_t count_named(const Accessible& root, sal_Int16 role, const std::string& name, int depth = 0)
{
    if (depth > 24)
        return 0;
    std::size_t count = root->getAccessibleRole() == role && name_of(root) == name ? 1 : 0;
    if (root->getAccessibleRole() != css::accessibility::AccessibleRole::DOCUMENT_SPREADSHEET &&
        root->getAccessibleRole() != css::accessibility::AccessibleRole::TABLE)
        for (const Accessible& child : children_of(root))
            count += count_named(child, role, name, depth + 1);
    return count;
}

class InterfacesTest : public OfficeTest, public ::testing::WithParamInterface<const char*>
{
};

} // namespace

TEST_P(InterfacesTest, HasOurCommands)
{
    close(query<css::frame::XModel>(filled_workbook()));
    const VirtualScreen screen;
    RunningOffice office({.locale = "da", .window = true, .calc_interface = GetParam()});
    const Model model = office.load(url_of("filled.ods"));
    for (const char* command : {"Validér", "Fund i sidepanelet", "Sammenlign", "Udviklingsplan", "Indsendelse"})
    {
        EXPECT_TRUE(comes_true(
            [&]
            { return count_named(window_of(model), css::accessibility::AccessibleRole::PUSH_BUTTON, command) > 0; }))
            << command;
    }
    click(find(window_of(model),
               [](const Accessible& one) {
                   return one->getAccessibleRole() == css::accessibility::AccessibleRole::PUSH_BUTTON &&
                          name_of(one) == "Validér";
               }));
    const Document document = query<css::sheet::XSpreadsheetDocument>(model);
    EXPECT_TRUE(comes_true([&] { return document->getSheets()->hasByName("Validering"); }));
    ASSERT_TRUE(office.alive());
    close(model);
    EXPECT_EQ(office.stop(), 0);
}

INSTANTIATE_TEST_SUITE_P(Interfaces, InterfacesTest,
                         ::testing::Values("notebookbar.ui", "notebookbar_compact.ui",
                                           "notebookbar_groupedbar_compact.ui"),
                         [](const auto& one)
                         {
                             const std::string name = one.param;
                             return name == "notebookbar.ui"           ? std::string("Tabbed")
                                    : name == "notebookbar_compact.ui" ? std::string("TabbedCompact")
                                                                       : std::string("GroupedCompact");
                         });

} // namespace trinvis::testing
