// SPDX-License-Identifier: MPL-2.0
//
// The context menu of a cell with a finding, by real right clicks in a real window: what stands in it, that it does what
// it says, and that other cells and other documents have nothing of it.
#include "cells.hpp"
#include "document_content.hpp"
#include "window.hpp"

#include <algorithm>
#include <chrono>
#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/XAccessibleComponent.hpp>
#include <com/sun/star/accessibility/XAccessibleTable.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexContainer.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/ui/ContextMenuExecuteEvent.hpp>
#include <com/sun/star/ui/XContextMenuInterception.hpp>
#include <com/sun/star/ui/XContextMenuInterceptor.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cstdlib>
#include <mutex>
#include <rtl/ref.hxx>
#include <thread>

namespace trinvis::testing
{

namespace
{

using namespace office;

using Words = std::vector<std::string>;

/// Hears of every context menu. The office asks its listeners from the latest to the first, so that the extension's own adds to
/// the menu afterwards; what stands in it is read while it is open.
class MenuReader : public cppu::WeakImplHelper1<css::ui::XContextMenuInterceptor>
{
public:
    css::ui::ContextMenuInterceptorAction SAL_CALL
    notifyContextMenuExecute(const css::ui::ContextMenuExecuteEvent& event) override
    {
        const std::lock_guard guard(m_mutex);
        ++m_times;
        m_menu = event.ActionTriggerContainer;
        return css::ui::ContextMenuInterceptorAction_IGNORED;
    }
    [[nodiscard]] int times() const
    {
        const std::lock_guard guard(m_mutex);
        return m_times;
    }
    /// Each entry's text, or its command where the office sets the text, and what stands in a submenu behind "> ".
    [[nodiscard]] Words entries() const
    {
        const std::lock_guard guard(m_mutex);
        return m_menu.is() ? read(m_menu) : Words();
    }

private:
    static Words read(const css::uno::Reference<css::container::XIndexContainer>& menu)
    {
        Words entries;
        for (sal_Int32 i = 0; i < menu->getCount(); ++i)
        {
            const auto entry = query<css::beans::XPropertySet>(menu->getByIndex(i));
            if (!entry->getPropertySetInfo()->hasPropertyByName("Text"))
                continue;
            const std::string text = to_utf8(get_property<rtl::OUString>(entry, "Text"));
            entries.push_back(text.empty() ? to_utf8(get_property<rtl::OUString>(entry, "CommandURL")) : text);
            css::uno::Reference<css::uno::XInterface> inner;
            entry->getPropertyValue("SubContainer") >>= inner;
            if (const auto submenu = query_if<css::container::XIndexContainer>(inner); submenu.is())
                for (const std::string& one : read(submenu))
                    entries.push_back("> " + one);
        }
        return entries;
    }

    mutable std::mutex m_mutex;
    int m_times = 0;
    css::uno::Reference<css::container::XIndexContainer> m_menu;
};

/// The cells of the sheet that is shown, below the window's document.
Accessible table_of(const Model& model)
{
    const Accessible document =
        find(window_of(model), [](const Accessible& one)
             { return one->getAccessibleRole() == css::accessibility::AccessibleRole::DOCUMENT_SPREADSHEET; });
    if (!document.is())
        return {};
    for (const Accessible& child : children_of(document))
        if (child->getAccessibleRole() == css::accessibility::AccessibleRole::TABLE)
            return child;
    return {};
}

class CellMenuTest : public OfficeTest
{
protected:
    /// A workbook in a window with an error, a warning and a text that can be repaired, validated.
    void begin(const std::string& locale)
    {
        close(query<css::frame::XModel>(filled_workbook()));
        m_office = std::make_unique<RunningOffice>(OfficeOptions{.locale = locale, .window = true});
        m_model = m_office->load(url_of("filled.ods"));
        m_document = query<css::sheet::XSpreadsheetDocument>(m_model);
        m_entry = sheet_named(m_document, "Indtastning");
        set_number(m_entry, cell_of(m_document, "netvaerk", 0), -12);
        set_text(m_entry, cell_of(m_document, "anbragte", 1), "120");
        set_formula(m_entry, cell_of(m_document, "opfoelgning_sager", 0), "");
        m_office->run("validate", {property("Document", css::uno::Any(m_model))}, m_model);
        watch(m_model);
        const auto controller = m_model->getCurrentController();
        query<css::sheet::XSpreadsheetView>(controller)->setActiveSheet(m_entry);
        // One pane, in which each cell lies where its position says.
        query<css::sheet::XViewFreezable>(controller)->freezeAtPosition(0, 0);
    }

    /// An office that is asked to end asks about documents that have changed.
    void TearDown() override
    {
        if (m_office && m_office->alive() && m_model.is())
            query<css::util::XModifiable>(m_model)->setModified(false);
        OfficeTest::TearDown();
    }

    void watch(const Model& model)
    {
        m_reader = new MenuReader;
        query<css::ui::XContextMenuInterception>(model->getCurrentController())
            ->registerContextMenuInterceptor(m_reader.get());
    }

    /// A menu that has opened takes the keys; before that nothing of it can be seen from outside.
    static bool opened()
    {
        std::this_thread::sleep_for(std::chrono::seconds(2));
        return true;
    }

    /// Presses the right button of the mouse in a cell. False when no menu came.
    bool right_click(const Model& model, const Sheet& sheet, const std::string& cell)
    {
        const int before = m_reader->times();
        const auto address =
            query<css::sheet::XCellAddressable>(sheet->getCellRangeByName(from_utf8(cell))->getCellByPosition(0, 0))
                ->getCellAddress();
        css::awt::Point place;
        return comes_true(
                   [&]
                   {
                       const auto cells = query_if<css::accessibility::XAccessibleTable>(table_of(model));
                       if (!cells.is())
                           return false;
                       const auto component = query<css::accessibility::XAccessibleComponent>(
                           cells->getAccessibleCellAt(address.Row, address.Column)->getAccessibleContext());
                       place = component->getLocationOnScreen();
                       place.X += component->getSize().Width / 2;
                       place.Y += component->getSize().Height / 2;
                       return component->getSize().Width > 0;
                   }) &&
               std::system(("xdotool mousemove " + std::to_string(place.X) + " " + std::to_string(place.Y) + " click 3")
                               .c_str()) == 0 &&
               comes_true([&] { return m_reader->times() > before; }) && opened();
    }

    /// The menu of a cell, which is closed again; empty when none came.
    Words menu_of(const Model& model, const Sheet& sheet, const std::string& cell)
    {
        if (!right_click(model, sheet, cell))
            return {};
        Words entries = m_reader->entries();
        key("Escape");
        return entries;
    }

    void key(const std::string& keys)
    {
        const std::string words = "xdotool key --delay 200 " + keys;
        EXPECT_EQ(std::system(words.c_str()), 0) << words;
    }

    /// The same in a window by its title: without a window manager a dialog does not get the keys by itself.
    void key_in(const std::string& title, const std::string& keys)
    {
        const std::string words = "xdotool search --onlyvisible --name '^" + title + "$' windowfocus --sync " + keys;
        // The window may be gone before the key is let go, which is an error to xdotool.
        [[maybe_unused]] const int ignored = std::system(words.c_str());
    }

    VirtualScreen m_screen;
    std::unique_ptr<RunningOffice> m_office;
    Model m_model;
    Document m_document;
    Sheet m_entry;
    rtl::Reference<MenuReader> m_reader;
};

/// True when a text stands somewhere in the document.
bool says(const Document& document, const std::string& text)
{
    const Words content = content_of(document);
    return std::any_of(content.begin(), content.end(),
                       [&](const std::string& line) { return line.find(text) != std::string::npos; });
}

bool contains(const Words& words, const std::string& wanted)
{
    return std::find(words.begin(), words.end(), wanted) != words.end();
}

} // namespace

TEST_F(CellMenuTest, OffersWhatCanBeDoneAndNothingElsewhere)
{
    begin("da");
    Words entries = menu_of(m_model, m_entry, cell_of(m_document, "netvaerk", 0));
    ASSERT_GE(entries.size(), 5U);
    EXPECT_EQ(entries[0], "Nøgletal");
    EXPECT_TRUE(entries[1].starts_with("> ✖ Fejl: ")) << entries[1];
    EXPECT_EQ(entries[2], "> Validér");
    EXPECT_EQ(entries[3], "> Hjælp til reglen");
    EXPECT_EQ(entries[4], ".uno:Cut") << "what is always there follows";

    entries = menu_of(m_model, m_entry, cell_of(m_document, "anbragte", 1));
    EXPECT_TRUE(contains(entries, "> Ret fejl …")) << ::testing::PrintToString(entries);
    entries = menu_of(m_model, m_entry, cell_of(m_document, "opfoelgning_sager", 0));
    EXPECT_TRUE(contains(entries, "> Forklar advarsel …")) << ::testing::PrintToString(entries);

    entries = menu_of(m_model, m_entry, cell_of(m_document, "institution", 0));
    ASSERT_FALSE(entries.empty());
    EXPECT_EQ(entries[0], ".uno:Cut") << "a cell without a finding";

    const Model other = m_office->load("private:factory/scalc");
    watch(other);
    entries = menu_of(other, sheet_named(query<css::sheet::XSpreadsheetDocument>(other), "Ark1"), "C7");
    ASSERT_FALSE(entries.empty());
    EXPECT_EQ(entries[0], ".uno:Cut") << "another document";
    close(other);
    ASSERT_TRUE(m_office->alive());
    close(m_model);
    m_model.clear();
    EXPECT_EQ(m_office->stop(), 0);
}

TEST_F(CellMenuTest, DoesWhatItSays)
{
    begin("da");
    const std::string repairable = cell_of(m_document, "anbragte", 1);
    ASSERT_TRUE(right_click(m_model, m_entry, repairable));
    // The first entry of the submenu says what is wrong.
    key("Down Right Return");
    ASSERT_TRUE(comes_true([&] { return dialog_named(*m_office, "Nøgletal").is(); }));
    key_in("Nøgletal", "key Return");
    ASSERT_TRUE(comes_true([&] { return !dialog_named(*m_office, "Nøgletal").is(); }));

    ASSERT_TRUE(right_click(m_model, m_entry, repairable));
    key("Down Right Down Return");
    ASSERT_TRUE(comes_true([&] { return dialog_named(*m_office, "Ret fejl automatisk").is(); }));
    key_in("Ret fejl automatisk", "key Return");
    EXPECT_TRUE(comes_true([&] { return number(m_entry, repairable) == 120; })) << shown(m_entry, repairable);

    const std::string warned = cell_of(m_document, "opfoelgning_sager", 0);
    ASSERT_TRUE(right_click(m_model, m_entry, warned));
    key("Down Right Down Return");
    ASSERT_TRUE(comes_true([&] { return dialog_named(*m_office, "Forklar advarsel").is(); }));
    // What is typed goes into the explanation at once.
    key_in("Forklar advarsel", "type 'Talt senere'");
    key_in("Forklar advarsel", "key alt+o");
    // A key that is let go after the dialog is gone opens a menu of the window.
    key("Escape Escape");
    EXPECT_TRUE(comes_true([&] { return says(m_document, "Talt senere"); }));
    ASSERT_TRUE(m_office->alive());
    close(m_model);
    m_model.clear();
    EXPECT_EQ(m_office->stop(), 0);
}

TEST_F(CellMenuTest, OpensTheHelpAtTheRule)
{
    begin("da");
    ASSERT_TRUE(right_click(m_model, m_entry, cell_of(m_document, "netvaerk", 0)));
    key("Down Right Up Return");
    EXPECT_TRUE(comes_true(
        [&]
        {
            const auto documents =
                m_office->create<css::frame::XDesktop>("com.sun.star.frame.Desktop")->getComponents();
            for (const auto each = documents->createEnumeration(); each->hasMoreElements();)
                if (const auto page = query_if<css::frame::XModel>(each->nextElement());
                    page.is() && page->getURL().indexOf("/help/da/rules.fodt") >= 0)
                    return true;
            return false;
        }));
    ASSERT_TRUE(m_office->alive());
    close(m_model);
    m_model.clear();
}

TEST_F(CellMenuTest, SpeaksEnglishInAnEnglishOffice)
{
    begin("en-US");
    const Words entries = menu_of(m_model, m_entry, cell_of(m_document, "netvaerk", 0));
    ASSERT_GE(entries.size(), 4U);
    EXPECT_EQ(entries[0], "Key Figures");
    EXPECT_TRUE(entries[1].starts_with("> ✖ Error: ")) << entries[1];
    EXPECT_EQ(entries[3], "> Help for the Rule");
    close(m_model);
    m_model.clear();
    EXPECT_EQ(m_office->stop(), 0);
}

} // namespace trinvis::testing
