// SPDX-License-Identifier: MPL-2.0
//
// The deck Nøgletal in the sidebar of a real window: it shows the findings of the workbook, follows what is typed and
// undone, goes to a cell, and lets a document be closed while it computes.
#include "cells.hpp"
#include "window.hpp"

#include "office/settings.hpp"
#include "table/cell.hpp"

#include <algorithm>
#include <chrono>
#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/AccessibleStateType.hpp>
#include <com/sun/star/accessibility/XAccessibleSelection.hpp>
#include <com/sun/star/accessibility/XAccessibleStateSet.hpp>
#include <com/sun/star/accessibility/XAccessibleText.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/frame/XDispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XPanel.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cstdlib>
#include <memory>
#include <thread>

namespace trinvis::testing
{

namespace
{

using namespace office;
namespace Role = css::accessibility::AccessibleRole;
namespace State = css::accessibility::AccessibleStateType;

/// The first below a root, however deep, whose name begins so.
Accessible below(const Accessible& root, const std::string& begins)
{
    for (const Accessible& one : children_of(root))
    {
        if (name_of(one).starts_with(begins))
            return one;
        if (const Accessible found = below(one, begins); found.is())
            return found;
    }
    return {};
}

/// Of the eleven rounds of the demonstration workbook.
constexpr int last_demo_round = 10;

class PanelTest : public OfficeTest
{
protected:
    /// Opens a file in a window of its own, with the deck in front.
    void open(const std::string& url, const std::string& locale = "da")
    {
        m_office = std::make_unique<RunningOffice>(OfficeOptions{.locale = locale, .window = true});
        show_panels(url);
    }

    void show_panels(const std::string& url)
    {
        m_model = m_office->load(url);
        m_document = query_if<css::sheet::XSpreadsheetDocument>(m_model);
        query<css::frame::XController2>(m_model->getCurrentController())->getSidebar()->setVisible(true);
        deck()->activate(true);
    }

    [[nodiscard]] css::uno::Reference<css::ui::XDeck> deck() const
    {
        return query<css::ui::XDeck>(query<css::frame::XController2>(m_model->getCurrentController())
                                         ->getSidebar()
                                         ->getDecks()
                                         ->getByName("TrinvisDeck"));
    }

    /// A workbook without faults, once more with what a test changes in it.
    void open_workbook(const std::function<void(const Document&, const Sheet&)>& change = {},
                       const std::string& locale = "da")
    {
        {
            const Document document = filled_workbook();
            if (change)
                change(document, sheet_named(document, "Indtastning"));
            query<css::frame::XStorable>(document)->store();
            close(query<css::frame::XModel>(document));
        }
        open(url_of("filled.ods"), locale);
    }

    [[nodiscard]] static Accessible deck_of(const css::uno::Reference<css::frame::XFrame>& frame)
    {
        return find(query<css::accessibility::XAccessible>(frame->getContainerWindow())->getAccessibleContext(),
                    [](const Accessible& one) {
                        return one->getAccessibleRole() == Role::PANEL &&
                               (name_of(one) == "Nøgletal" || name_of(one) == "Key Figures");
                    });
    }

    /// A command of the office itself in the window that was used last.
    void command(const char* name)
    {
        m_office->create<css::frame::XDispatchHelper>("com.sun.star.frame.DispatchHelper")
            ->executeDispatch(query<css::frame::XDispatchProvider>(m_model->getCurrentController()->getFrame()),
                              rtl::OUString::createFromAscii(name), "", 0, {});
    }

    /// A control of the deck whose name begins so; empty while there is none.
    [[nodiscard]] Accessible control(const std::string& begins)
    {
        if (!m_deck.is())
            m_deck = find(window_of(m_model),
                          [](const Accessible& one) {
                              return one->getAccessibleRole() == Role::PANEL &&
                                     (name_of(one) == "Nøgletal" || name_of(one) == "Key Figures");
                          });
        return m_deck.is() ? below(m_deck, begins) : Accessible();
    }

    [[nodiscard]] std::string label(const std::string& begins)
    {
        const Accessible found = control(begins);
        return found.is() ? name_of(found) : std::string();
    }

    void expect_soon(const std::string& words)
    {
        EXPECT_TRUE(comes_true([&] { return control(words).is(); })) << words << "; now: " << label("Viser ");
    }

    /// The list of findings; it is called what stands over it.
    [[nodiscard]] Accessible list()
    {
        return list_named(label("Viser "));
    }

    [[nodiscard]] std::vector<std::string> lines()
    {
        return names_of(children_of(list()));
    }

    /// Chooses the first line of the list that begins so, as a click does.
    void choose(const std::string& begins)
    {
        const auto all = lines();
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const std::string& line) { return line.starts_with(begins); });
        ASSERT_NE(found, all.end()) << begins << "; first: " << (all.empty() ? "none" : all.front());
        query<css::accessibility::XAccessibleSelection>(list())->selectAccessibleChild(
            static_cast<sal_Int32>(found - all.begin()));
    }

    [[nodiscard]] Accessible button(const std::string& name)
    {
        return below_with_role(m_deck, Role::PUSH_BUTTON, name);
    }

    /// Chooses an entry of a list that opens.
    void select(const std::string& name, sal_Int32 entry)
    {
        const Accessible box = list_named(name);
        ASSERT_TRUE(box.is()) << name;
        query<css::accessibility::XAccessibleSelection>(box)->selectAccessibleChild(entry);
    }

    [[nodiscard]] Accessible list_named(const std::string& name)
    {
        return below_with_role(m_deck, Role::LIST, name);
    }

    [[nodiscard]] Accessible text_field(const std::string& name)
    {
        return below_with_role(m_deck, Role::TEXT, name);
    }

    [[nodiscard]] static bool enabled(const Accessible& one)
    {
        return one.is() && one->getAccessibleStateSet()->contains(State::ENABLED);
    }

    [[nodiscard]] std::string cursor() const
    {
        const auto cell = query_if<css::sheet::XCellRangeAddressable>(
            query<css::view::XSelectionSupplier>(m_model->getCurrentController())->getSelection());
        return cell.is() ? cell_address(cell->getRangeAddress().StartRow, cell->getRangeAddress().StartColumn)
                         : std::string();
    }

    [[nodiscard]] std::size_t findings_of_the_service() const
    {
        const auto service = m_office->create<org::trinvis::XKeyFigures>("org.trinvis.KeyFigures");
        return static_cast<std::size_t>(service->validate(query<css::lang::XComponent>(m_model)).getLength());
    }

    [[nodiscard]] std::size_t errors_of_the_service() const
    {
        const auto service = m_office->create<org::trinvis::XKeyFigures>("org.trinvis.KeyFigures");
        const auto all = service->validate(query<css::lang::XComponent>(m_model));
        return static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [](const Finding& one) { return one.severity == "error"; }));
    }

    /// Closes all; the office ends in good order, though a screen reader has looked at everything.
    void end()
    {
        ASSERT_TRUE(m_office->alive());
        close(m_model);
        EXPECT_EQ(m_office->stop(), 0);
    }

    const VirtualScreen m_screen;
    std::unique_ptr<RunningOffice> m_office;
    Model m_model;
    Document m_document;

private:
    [[nodiscard]] static Accessible below_with_role(const Accessible& root, sal_Int16 role, const std::string& name)
    {
        for (const Accessible& one : children_of(root))
        {
            if (one->getAccessibleRole() == role && name_of(one) == name)
                return one;
            if (const Accessible found = below_with_role(one, role, name); found.is())
                return found;
        }
        return {};
    }

    Accessible m_deck;
};

} // namespace

TEST_F(PanelTest, ShowsTheFindingsAndFollowsWhatIsTypedAndUndone)
{
    open_workbook();
    expect_soon("Ingen fejl fundet.");
    expect_soon("Næste skridt: sammenlign med de øvrige kommuner.");
    const std::string before = label("Viser ");
    set_number(sheet_named(m_document, "Indtastning"), cell_of(m_document, "netvaerk", 2), -12.5);
    expect_soon("Ikke klar: 2 fejl");
    const std::string all = std::to_string(findings_of_the_service());
    EXPECT_TRUE(comes_true([&] { return label("Viser ") == "Viser " + all + " af " + all + " fund:"; }))
        << label("Viser ") << ", the scripting service says " << all;
    EXPECT_EQ(std::to_string(lines().size()), all);
    undo_manager(m_document)->undo();
    expect_soon("Ingen fejl fundet.");
    EXPECT_EQ(label("Viser "), before);
    undo_manager(m_document)->redo();
    expect_soon("Ikke klar: 2 fejl");
    end();
}

TEST_F(PanelTest, GoesToTheCellOfWhatIsChosenAndSaysWhatItIsAbout)
{
    std::string cell;
    open_workbook(
        [&](const Document& document, const Sheet& entry)
        {
            cell = cell_of(document, "netvaerk", 2);
            set_number(entry, cell, -12.5);
        });
    expect_soon("Ikke klar: 2 fejl");
    EXPECT_FALSE(enabled(control("Gå til celle")));
    choose("✖ Fejl " + cell);
    EXPECT_TRUE(comes_true([&] { return cursor() == cell; })) << cursor();
    // The label of what it is about begins with the message.
    const auto detail = [&]
    {
        const std::string line = lines().front();
        const std::size_t message = line.find(": ") + 2;
        return label(line.substr(message, line.rfind(" (") - message));
    };
    EXPECT_TRUE(comes_true([&] { return detail().find("\nHvad kan I gøre: ") != std::string::npos; })) << detail();
    EXPECT_NE(detail().find("\nHvorfor: "), std::string::npos) << detail();
    EXPECT_TRUE(enabled(control("Gå til celle")));
    EXPECT_FALSE(enabled(text_field("Forklaring:"))) << "an error is corrected, not explained";
    end();
}

TEST_F(PanelTest, RepairsWhatIsChosen)
{
    std::string cell;
    open_workbook(
        [&](const Document& document, const Sheet& entry)
        {
            cell = cell_of(document, "befolkning_0_22", 1);
            set_text(entry, cell, "10 000");
        });
    expect_soon("Ikke klar: 1 fejl");
    choose("✖ Fejl " + cell);
    EXPECT_TRUE(comes_true([&] { return enabled(control("Ret")); }));
    click(control("Ret"));
    EXPECT_TRUE(comes_true([&] { return number(sheet_named(m_document, "Indtastning"), cell) == 10'000; }));
    expect_soon("Ingen fejl fundet.");
    EXPECT_EQ(undo_titles(m_document).size(), 1U);
    end();
}

TEST_F(PanelTest, ExplainsAWarningInPlace)
{
    std::string cell;
    open_workbook(
        [&](const Document& document, const Sheet& entry)
        {
            cell = cell_of(document, "opfoelgning_sager", 3);
            set_formula(entry, cell, "");
        });
    expect_soon("Næste skridt: ret eller forklar ");
    choose("▲ Advarsel ");
    EXPECT_TRUE(comes_true([&] { return enabled(control("Forklar")) && enabled(text_field("Forklaring:")); }));
    type_into(text_field("Forklaring:"), "Sagerne tælles først i maj.");
    click(button("Forklar"));
    EXPECT_TRUE(comes_true([&] { return m_document->getSheets()->hasByName("Forklaringer"); }));
    EXPECT_EQ(shown(sheet_named(m_document, "Forklaringer"), "G6"), "Sagerne tælles først i maj.");
    expect_soon("✔ Forklaret ");
    EXPECT_EQ(undo_titles(m_document).size(), 1U);
    undo_manager(m_document)->undo();
    expect_soon("▲ Advarsel ");
    end();
}

TEST_F(PanelTest, ShowsOnlyWhatIsWanted)
{
    open_workbook([](const Document& document, const Sheet& entry)
                  { set_number(entry, cell_of(document, "netvaerk", 2), -12.5); });
    expect_soon("Ikke klar: 2 fejl");
    const std::size_t all = lines().size();
    // Errors are the second choice, after all.
    select("Alvor:", 1);
    EXPECT_TRUE(comes_true([&] { return label("Viser ") == "Viser 2 af " + std::to_string(all) + " fund:"; }))
        << label("Viser ");
    for (const std::string& line : lines())
        EXPECT_TRUE(line.starts_with("✖ Fejl ")) << line;
    end();
}

TEST_F(PanelTest, FollowsPastingAndFilling)
{
    std::string cell;
    open_workbook(
        [&](const Document& document, const Sheet& entry)
        {
            cell = cell_of(document, "netvaerk", 0);
            set_number(entry, cell, -12.5);
        });
    expect_soon("Ikke klar: 2 fejl");
    const Sheet entry = sheet_named(m_document, "Indtastning");
    const auto choose_cells = [&](const std::string& range)
    {
        query<css::view::XSelectionSupplier>(m_model->getCurrentController())
            ->select(css::uno::Any(entry->getCellRangeByName(from_utf8(range))));
    };
    const std::string other = cell_of(m_document, "institution", 2);
    // Over what stands there already the office would ask first.
    set_formula(entry, other, "");
    choose_cells(cell);
    command(".uno:Copy");
    choose_cells(other);
    command(".uno:Paste");
    ASSERT_TRUE(comes_true([&] { return number(entry, other) == -12.5; }));
    expect_soon("Ikke klar: " + std::to_string(errors_of_the_service()) + " fejl");
    const std::size_t pasted = errors_of_the_service();
    EXPECT_GT(pasted, 2U);
    choose_cells(cell + ":" + cell_of(m_document, "netvaerk", 3));
    command(".uno:FillRight");
    ASSERT_TRUE(comes_true([&] { return number(entry, cell_of(m_document, "netvaerk", 3)) == -12.5; }));
    EXPECT_GT(errors_of_the_service(), pasted);
    expect_soon("Ikke klar: " + std::to_string(errors_of_the_service()) + " fejl");
    end();
}

/// From the sheet into the panel, through its list, and back into the sheet at the finding.
TEST_F(PanelTest, WorksByKeyboardAlone)
{
    std::string cell;
    open_workbook(
        [&](const Document& document, const Sheet& entry)
        {
            cell = cell_of(document, "netvaerk", 2);
            set_number(entry, cell, -12.5);
        });
    expect_soon("Ikke klar: 2 fejl");
    ASSERT_TRUE(comes_true(
        [] { return std::system("xdotool search --onlyvisible --name filled.ods windowfocus --sync") == 0; }));
    const auto key = [](const std::string& name)
    {
        EXPECT_EQ(std::system(("xdotool key " + name).c_str()), 0);
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
    };
    const auto focused = [](const Accessible& one)
    { return one.is() && one->getAccessibleStateSet()->contains(State::FOCUSED); };
    // The office's own way into a sidebar: F6 from part to part, then Tab.
    for (int i = 0; i < 12 && !focused(button("Luk Sidepaneldæk")); ++i)
        key("F6");
    ASSERT_TRUE(focused(button("Luk Sidepaneldæk")));
    for (int i = 0; i < 10 && !focused(list()); ++i)
        key("Tab");
    ASSERT_TRUE(focused(list()));
    key("Down");
    EXPECT_TRUE(comes_true([&] { return cursor() == cell; })) << cursor();
    key("Return");
    key("F2");
    key("BackSpace");
    key("Return");
    EXPECT_TRUE(comes_true([&] { return number(sheet_named(m_document, "Indtastning"), cell) != -12.5; }))
        << "Enter takes the keyboard to the cell";
    end();
}

TEST_F(PanelTest, FollowsInTwoWindowsOnTheSameWorkbook)
{
    open_workbook();
    expect_soon("Ingen fejl fundet.");
    const Accessible first = deck_of(m_model->getCurrentController()->getFrame());
    const auto frame = m_model->getCurrentController()->getFrame();
    command(".uno:NewWindow");
    ASSERT_TRUE(comes_true([&] { return m_model->getCurrentController()->getFrame() != frame; }));
    query<css::frame::XController2>(m_model->getCurrentController())->getSidebar()->setVisible(true);
    deck()->activate(true);
    Accessible second;
    ASSERT_TRUE(comes_true([&] { return (second = deck_of(m_model->getCurrentController()->getFrame())).is(); }));
    set_number(sheet_named(m_document, "Indtastning"), cell_of(m_document, "netvaerk", 2), -12.5);
    EXPECT_TRUE(comes_true([&] { return below(first, "Ikke klar: 2 fejl").is(); }));
    EXPECT_TRUE(comes_true([&] { return below(second, "Ikke klar: 2 fejl").is(); }));
    command(".uno:CloseWin");
    ASSERT_TRUE(comes_true([&] { return m_model->getCurrentController()->getFrame() == frame; }));
    undo_manager(m_document)->undo();
    EXPECT_TRUE(comes_true([&] { return below(first, "Ingen fejl fundet.").is(); }));
    end();
}

TEST_F(PanelTest, WritesTheWholeReportWhenAsked)
{
    open_workbook();
    expect_soon("Ingen fejl fundet.");
    click(button("Validér"));
    EXPECT_TRUE(comes_true([&] { return m_document->getSheets()->hasByName("Validering"); }));
    end();
}

/// The command comes to its end first; the document and its panel go afterwards.
TEST_F(PanelTest, ClosesADocumentAfterTheCommandThatIsAtWorkInIt)
{
    open_workbook();
    expect_soon("Ingen fejl fundet.");
    click(button("Validér"));
    end();
}

TEST_F(PanelTest, LetsADocumentBeClosedWhileItComputes)
{
    open_workbook();
    expect_soon("Viser ");
    const Sheet entry = sheet_named(m_document, "Indtastning");
    for (int number = 0; number < 5; ++number)
        set_number(entry, cell_of(m_document, "netvaerk", 2), number);
    end();
}

TEST_F(PanelTest, TellsThatAnotherSpreadsheetIsNone)
{
    open("private:factory/scalc");
    expect_soon("Dette regneark er ikke en nøgletalsmappe.");
    EXPECT_FALSE(enabled(control("Gå til celle")));
    end();
}

TEST_F(PanelTest, ShowsTheFigureOfTheRowAgainstTheGroup)
{
    {
        const Document document = demo_workbook();
        run("compare", document);
        query<css::frame::XStorable>(document)->store();
        close(query<css::frame::XModel>(document));
    }
    open(url_of("demo.ods"));
    query<css::ui::XPanel>(deck()->getPanels()->getByName("TrinvisComparisonPanel"))->expand(true);
    expect_soon("Jeres tal: ");
    const auto figure = [&]
    {
        const auto list = query<css::accessibility::XAccessibleSelection>(list_named("Nøgletal i rækken:"));
        return list->getSelectedAccessibleChildCount() == 1
                   ? name_of(list->getSelectedAccessibleChild(0)->getAccessibleContext())
                   : std::string();
    };
    const auto stand_in = [&](const std::string& sheet, const std::string& cell)
    {
        query<css::view::XSelectionSupplier>(m_model->getCurrentController())
            ->select(css::uno::Any(sheet_named(m_document, sheet)->getCellRangeByName(from_utf8(cell))));
    };
    stand_in("Indtastning", cell_of(m_document, "netvaerk", 0));
    EXPECT_TRUE(comes_true([&] { return figure().starts_with("4 Anbringelser i netværksplejefamilier"); })) << figure();
    const Sheet overview = sheet_named(m_document, "Sammenligning");
    const std::string row = std::to_string(row_with(overview, 0, "'5") + 1);
    stand_in("Sammenligning", "C" + row);
    EXPECT_TRUE(comes_true([&] { return figure().starts_with("5 Hjemmebaserede foranstaltninger"); })) << figure();
    expect_soon("Jeres tal: " + shown(overview, "C" + row));
    expect_soon(shown(overview, "E" + row));
    expect_soon("Plads: " + shown(overview, "F" + row));
    stand_in("Stamdata", "A1");
    EXPECT_TRUE(figure().starts_with("5 ")) << "a row about no figure changes nothing";
    select("Nøgletal i rækken:", 0);
    expect_soon("Jeres tal: " + shown(overview, "C" + std::to_string(row_with(overview, 0, "'1") + 1)));
    EXPECT_TRUE(control("Opdigtede tal").is());
    end();
}

/// Where changes are not followed, old numbers are said to be old, and a command brings them up to date.
TEST_F(PanelTest, SaysWhenItsNumbersAreOlderThanTheSheets)
{
    {
        const Document document = demo_workbook();
        query<css::frame::XStorable>(document)->store();
        close(query<css::frame::XModel>(document));
    }
    m_office = std::make_unique<RunningOffice>(OfficeOptions{.locale = "da", .window = true});
    Settings settings = read_settings(m_office->context());
    settings.live_validation = false;
    write_settings(m_office->context(), settings);
    show_panels(url_of("demo.ods"));
    query<css::ui::XPanel>(deck()->getPanels()->getByName("TrinvisComparisonPanel"))->expand(true);
    expect_soon("Jeres tal: ");
    expect_soon("Vælg Sammenlign, når I har rettet");
    const std::string old = label("Jeres tal: ");
    const Sheet entry = sheet_named(m_document, "Indtastning");
    const std::string last = cell_of(m_document, "institution", last_demo_round);
    set_number(entry, last, number(entry, last) - 1);
    expect_soon("Tallene er fra før jeres seneste rettelse.");
    EXPECT_EQ(label("Jeres tal: "), old);
    m_office->run("compare", {}, m_model);
    EXPECT_TRUE(comes_true([&] { return label("Jeres tal: ") != old; })) << label("Jeres tal: ");
    expect_soon("Vælg Sammenlign, når I har rettet");
    // Saying that it changed is no change.
    for (const bool modified : {false, true})
        query<css::util::XModifiable>(m_model)->setModified(modified);
    std::this_thread::sleep_for(std::chrono::seconds(1));
    EXPECT_TRUE(control("Vælg Sammenlign, når I har rettet").is());

    // Turned on in the settings, it follows from the next change on.
    settings.live_validation = true;
    write_settings(m_office->context(), settings);
    const std::string compared = label("Jeres tal: ");
    set_number(entry, last, number(entry, last) - 1);
    EXPECT_TRUE(comes_true([&] { return label("Jeres tal: ") != compared; })) << compared;
    EXPECT_TRUE(comes_true([&] { return !control("Vælg Sammenlign, når I har rettet").is(); }));
    end();
}

TEST_F(PanelTest, SpeaksEnglishInAnEnglishOffice)
{
    open_workbook({}, "en-US");
    expect_soon("No faults found.");
    EXPECT_TRUE(control("Go to Cell").is());
    end();
}

} // namespace trinvis::testing
