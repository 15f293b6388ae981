// SPDX-License-Identifier: MPL-2.0
//
// The help in a real Danish window: the menu opens it to be read only, and F1 in a dialog opens its page.
// Nothing of it needs a browser, a network or a help package.
#include "cells.hpp"
#include "function_cases.hpp"
#include "window.hpp"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <cstdlib>

namespace trinvis::testing
{

namespace
{

using namespace office;

/// The documents of the help that are open.
std::vector<Model> help_pages(const RunningOffice& office)
{
    std::vector<Model> pages;
    const auto documents = office.create<css::frame::XDesktop>("com.sun.star.frame.Desktop")->getComponents();
    for (const auto each = documents->createEnumeration(); each->hasMoreElements();)
        if (const auto model = query_if<css::frame::XModel>(each->nextElement());
            model.is() && model->getURL().indexOf("/help/") >= 0)
            pages.push_back(model);
    return pages;
}

void choose(const Model& model, const std::string& submenu, const std::string& entry)
{
    EXPECT_TRUE(comes_true(
        [&]
        {
            const Accessible menu = menu_named(window_of(model), "Nøgletal");
            if (!menu.is())
                return false;
            click(menu);
            for (const Accessible& one : children_of(menu))
                if (name_of(one) == submenu)
                    for (const Accessible& inner : children_of(one))
                        if (name_of(inner) == entry)
                        {
                            click(inner);
                            return true;
                        }
            return false;
        }))
        << entry;
}

/// Presses F1 in the window of a title, as a keyboard does: what the office puts into its own queue goes another way.
void press_f1(const std::string& title)
{
    const std::string words = "xdotool search --onlyvisible --name '^" + title + "' windowfocus --sync key F1";
    EXPECT_EQ(std::system(words.c_str()), 0) << words;
}

} // namespace

TEST_F(OfficeTest, SaysWhatTheProductIsAndWhereItsDataAreFrom)
{
    // With an argument nothing is shown.
    rtl::OUString said;
    running().run("about", {property("Url", css::uno::Any(rtl::OUString("x")))}) >>= said;
    const std::string text = to_utf8(said);
    EXPECT_NE(text.find("Trinvis " TRINVIS_TESTED_VERSION), std::string::npos) << text;
    for (const char* part : {"Mozilla Public License 2.0", "Danmarks Statistik", "CC BY 4.0"})
        EXPECT_NE(text.find(part), std::string::npos) << part;
}

TEST_F(OfficeTest, TheMenuOpensTheHelpToBeReadOnly)
{
    const VirtualScreen screen;
    RunningOffice office({.locale = "da", .window = true});
    const Model model = office.load("private:factory/scalc");
    choose(model, "Hjælp til Nøgletal", "Hjælp");
    ASSERT_TRUE(comes_true([&] { return help_pages(office).size() == 1; }));
    const Model page = help_pages(office).front();
    EXPECT_TRUE(page->getURL().endsWith("/help/da/index.fodt"));
    EXPECT_TRUE(query<css::frame::XStorable>(page)->isReadonly());
    EXPECT_TRUE(
        to_utf8(query<css::text::XTextDocument>(page)->getText()->getString()).starts_with("Hjælp til Nøgletal"));
    ASSERT_TRUE(office.alive());
    close(page);
    close(model);
    EXPECT_EQ(office.stop(), 0);
}

TEST_F(OfficeTest, F1InADialogOpensItsPage)
{
    const VirtualScreen screen;
    RunningOffice office({.locale = "da", .window = true});
    const Model model = office.load("private:factory/scalc");
    Accessible menu;
    ASSERT_TRUE(comes_true([&] { return (menu = menu_named(window_of(model), "Nøgletal")).is(); }));
    click(menu);
    ASSERT_TRUE(comes_true([&] { return !children_of(menu).empty(); }));
    click(children_of(menu).at(0));
    const std::string title = package_texts(Language::danish).get("dialog.new.title");
    ASSERT_TRUE(comes_true([&] { return dialog_named(office, title).is(); }));
    press_f1(title);
    EXPECT_TRUE(comes_true(
        [&]
        {
            const std::vector<Model> pages = help_pages(office);
            return pages.size() == 1 && pages.front()->getURL().endsWith("/help/da/start.fodt");
        }));
    ASSERT_TRUE(office.alive());
    EXPECT_TRUE(dialog_named(office, title).is()) << "the dialog stays";
}

} // namespace trinvis::testing
