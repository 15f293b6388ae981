// SPDX-License-Identifier: MPL-2.0
//
// A person who protected a sheet is asked before it is written: the real box on a screen of our own, and its two answers.
#include "cells.hpp"
#include "document_content.hpp"
#include "function_cases.hpp"
#include "window.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <fstream>
#include <sstream>

namespace trinvis::testing
{

namespace
{

using namespace office;
namespace AccessibleRole = css::accessibility::AccessibleRole;
using Lines = std::vector<std::string>;

/// A workbook in a real window with a protected sheet on which columns may be inserted, as its file says.
class UnlockingTest : public OfficeTest
{
protected:
    /// Saves a validated workbook with a protected Validering and opens it in the office with a window.
    void begin()
    {
        const Document made = filled_workbook();
        run("validate", made);
        set_number(sheet_named(made, "Indtastning"), cell_of(made, "netvaerk", 2), -12);
        std::string xml = flat(made, "ubeskyttet.fods");
        const std::string tag = "<table:table table:name=\"Validering\"";
        std::size_t at = xml.find(tag);
        ASSERT_NE(at, std::string::npos);
        xml.insert(at + tag.size(), " table:protected=\"true\"");
        at = xml.find('>', at);
        xml.insert(at + 1, options);
        std::ofstream(folder() / "beskyttet.fods") << xml;
        close(query<css::frame::XModel>(made));
        m_model = m_office.load(url_of("beskyttet.fods"));
        m_document = query<css::sheet::XSpreadsheetDocument>(m_model);
        ASSERT_TRUE(is_protected("Validering"));
        ASSERT_TRUE(comes_true([&] { return menu_named(window_of(m_model), "Nøgletal").is(); }));
    }

    /// Chooses the entry with that name from the menu.
    void choose(const std::string& entry) const
    {
        ASSERT_TRUE(comes_true(
            [&]
            {
                const Accessible menu = menu_named(window_of(m_model), "Nøgletal");
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
            }));
    }

    [[nodiscard]] Accessible box() const
    {
        return dialog_named(m_office, "Nøgletal");
    }

    /// Waits for the question, and answers it.
    void answer(const std::string& asked_what, const std::string& button) const
    {
        ASSERT_TRUE(comes_true(
            [&]
            {
                const Accessible asked = box();
                return asked.is() &&
                       find(asked, [&](const Accessible& one) { return name_of(one) == asked_what; }).is();
            }))
            << asked_what;
        ASSERT_TRUE(comes_true(
            [&]
            {
                const Accessible asked = box();
                const Accessible wanted =
                    asked.is() ? in_dialog(asked, AccessibleRole::PUSH_BUTTON, button) : Accessible();
                if (wanted.is())
                    click(wanted);
                return wanted.is();
            }))
            << button;
        EXPECT_TRUE(comes_true([&] { return !box().is(); }));
    }

    [[nodiscard]] bool is_protected(const std::string& sheet) const
    {
        return query<css::util::XProtectable>(sheet_named(m_document, sheet))->isProtected();
    }

    /// The document as a flat file.
    [[nodiscard]] std::string flat(const Document& document, const std::string& name) const
    {
        query<css::frame::XStorable>(document)->storeToURL(
            from_utf8(url_of(name)),
            sequence<css::beans::PropertyValue>(
                {property("FilterName", css::uno::Any(rtl::OUString("OpenDocument Spreadsheet Flat XML")))}));
        std::ifstream file(folder() / name, std::ios::binary);
        std::ostringstream content;
        content << file.rdbuf();
        return content.str();
    }

    static constexpr const char* options = "<loext:table-protection loext:select-protected-cells=\"true\" "
                                           "loext:select-unprotected-cells=\"true\" loext:insert-columns=\"true\"/>";
    static constexpr const char* about_validering =
        "Arket Validering er beskyttet. Skal det låses op, mens der skrives i det, og beskyttes igen bagefter?";

    VirtualScreen m_screen;
    RunningOffice m_office{{.locale = "da", .window = true}};
    Model m_model;
    Document m_document;
};

} // namespace

TEST_F(UnlockingTest, YesUnlocksWritesAndProtectsAgainAsOneStepAndNoLeavesAllAsItIs)
{
    begin();
    const Lines before = content_of(m_document);
    choose("Validér");
    answer(about_validering, "Nej");
    EXPECT_EQ(difference(before, content_of(m_document)), "");
    EXPECT_EQ(undo_titles(m_document), Lines{});
    EXPECT_TRUE(is_protected("Validering"));

    choose("Validér");
    answer(about_validering, "Ja");
    // The step stands on the stack from its begin; it is over when the sheet is protected again.
    ASSERT_TRUE(comes_true([&] { return !undo_titles(m_document).empty() && is_protected("Validering"); }));
    EXPECT_EQ(undo_titles(m_document), Lines{"Validér nøgletal"});
    EXPECT_NE(flat(m_document, "efter.fods").find(options), std::string::npos) << "what was allowed is allowed";
    EXPECT_FALSE(marked_cells(sheet_named(m_document, "Indtastning"), "Trinvis Fejlmarkering").empty());
    const Lines after = content_of(m_document);
    EXPECT_NE(difference(before, after), "");

    undo_manager(m_document)->undo();
    EXPECT_EQ(difference(before, content_of(m_document)), "");
    EXPECT_TRUE(is_protected("Validering"));
    EXPECT_NE(flat(m_document, "fortrudt.fods").find(options), std::string::npos);
    undo_manager(m_document)->redo();
    EXPECT_EQ(difference(after, content_of(m_document)), "");
    EXPECT_TRUE(is_protected("Validering"));
    ASSERT_TRUE(m_office.alive());
    close(m_model);
    EXPECT_EQ(m_office.stop(), 0);
}

TEST_F(UnlockingTest, AProtectedStructureIsAskedAboutToo)
{
    begin();
    query<css::util::XProtectable>(m_document)->protect("");
    undo_manager(m_document)->clear();
    const Lines before = content_of(m_document);
    choose("Prøv kontrollerne");
    answer(
        "Dokumentets struktur er beskyttet. Skal den låses op, mens arket Prøve oprettes, og beskyttes igen bagefter?",
        "Ja");
    ASSERT_TRUE(comes_true(
        [&] { return !undo_titles(m_document).empty() && query<css::util::XProtectable>(m_document)->isProtected(); }));
    EXPECT_TRUE(m_document->getSheets()->hasByName(from_utf8("Prøve")));
    undo_manager(m_document)->undo();
    EXPECT_EQ(difference(before, content_of(m_document)), "");
    EXPECT_TRUE(query<css::util::XProtectable>(m_document)->isProtected());
    ASSERT_TRUE(m_office.alive());
    close(m_model);
    EXPECT_EQ(m_office.stop(), 0);
}

} // namespace trinvis::testing
