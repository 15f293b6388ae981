// SPDX-License-Identifier: MPL-2.0
//
// Two windows on one workbook, and another workbook in front: what is chosen in a window's menu happens to the document
// there, is shown there, and closing one window leaves the other at work.
#include "cells.hpp"
#include "person.hpp"
#include "window.hpp"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XDispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XModel2.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;
using Controller = css::uno::Reference<css::frame::XController>;

std::vector<Controller> windows_of(const Model& model)
{
    std::vector<Controller> windows;
    const auto all = query<css::frame::XModel2>(model)->getControllers();
    while (all->hasMoreElements())
        windows.push_back(query<css::frame::XController>(all->nextElement()));
    return windows;
}

Accessible window_with(const Controller& controller)
{
    return query<css::accessibility::XAccessible>(controller->getFrame()->getContainerWindow())->getAccessibleContext();
}

void dispatch_in(const RunningOffice& office, const Controller& controller, const char* command)
{
    office.create<css::frame::XDispatchHelper>("com.sun.star.frame.DispatchHelper")
        ->executeDispatch(query<css::frame::XDispatchProvider>(controller->getFrame()),
                          rtl::OUString::createFromAscii(command), {}, 0, {});
}

std::string sheet_shown_in(const Controller& controller)
{
    return to_utf8(
        query<css::container::XNamed>(query<css::sheet::XSpreadsheetView>(controller)->getActiveSheet())->getName());
}

/// Chooses an entry from the menu of one window.
void choose_in(const Controller& controller, const std::string& entry)
{
    ASSERT_TRUE(comes_true(
        [&]
        {
            const Accessible menu = menu_named(window_with(controller), "Nøgletal");
            if (!menu.is())
                return false;
            click(menu);
            for (const Accessible& one : children_of(menu))
                if (name_of(one) == entry)
                {
                    click(one);
                    return true;
                }
            return false;
        }))
        << entry;
}

} // namespace

TEST_F(OfficeTest, ACommandWorksInTheWindowInWhichItWasChosen)
{
    {
        const Document document = filled_workbook();
        for (const char* name : {"en.ods", "to.ods"})
            query<css::frame::XStorable>(document)->storeToURL(
                from_utf8(url_of(name)),
                sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("calc8")))}));
    }
    const VirtualScreen screen;
    RunningOffice office({.locale = "da", .window = true});
    const Model model = office.load(url_of("en.ods"));
    const Document document = query<css::sheet::XSpreadsheetDocument>(model);
    dispatch_in(office, model->getCurrentController(), ".uno:NewWindow");
    ASSERT_TRUE(comes_true([&] { return windows_of(model).size() == 2; }));
    const std::vector<Controller> windows = windows_of(model);
    const Model other = office.load(url_of("to.ods"));
    const Document others = query<css::sheet::XSpreadsheetDocument>(other);
    for (const Controller& window : windows)
        ASSERT_TRUE(comes_true([&] { return menu_named(window_with(window), "Nøgletal").is(); }));

    // The other workbook is in front, and of the two windows now the one, now the other was used last.
    choose_in(windows.front(), "Validér");
    ASSERT_TRUE(comes_true([&] { return document->getSheets()->hasByName("Validering"); }));
    EXPECT_TRUE(comes_true([&] { return sheet_shown_in(windows.front()) == "Validering"; }))
        << sheet_shown_in(windows.front()) << ", " << sheet_shown_in(windows.back());
    EXPECT_NE(sheet_shown_in(windows.back()), "Validering");
    choose_in(windows.back(), "Prøv kontrollerne");
    ASSERT_TRUE(comes_true([&] { return document->getSheets()->hasByName(from_utf8("Prøve")); }));
    EXPECT_TRUE(comes_true([&] { return sheet_shown_in(windows.back()) == "Prøve"; }))
        << sheet_shown_in(windows.front()) << ", " << sheet_shown_in(windows.back());
    EXPECT_EQ(sheet_shown_in(windows.front()), "Validering");
    EXPECT_FALSE(others->getSheets()->hasByName("Validering"));
    EXPECT_FALSE(others->getSheets()->hasByName(from_utf8("Prøve")));

    // One window is closed; the other works on.
    dispatch_in(office, windows.back(), ".uno:CloseWin");
    ASSERT_TRUE(comes_true([&] { return windows_of(model).size() == 1; }));
    choose_in(windows.front(), "Sammenlign");
    EXPECT_TRUE(comes_true([&] { return document->getSheets()->hasByName("Sammenligning"); }));
    EXPECT_TRUE(comes_true([&] { return sheet_shown_in(windows.front()) == "Sammenligning"; }));
    // The command ends when its message is answered.
    EXPECT_NE(Person(office, Language::danish).read_message().find("Sammenligningsdata"), std::string::npos);
    ASSERT_TRUE(office.alive());
    close(other);
    close(model);
    EXPECT_EQ(office.stop(), 0);
}

} // namespace trinvis::testing
