// SPDX-License-Identifier: MPL-2.0
//
// The dialog of a document in a real Danish window on a screen of our own: called from the menu, gone through forward and
// back, answered wrongly and left. Up to the file dialog, which is the office's own.
#include "cells.hpp"
#include "dialog_room.hpp"
#include "document_content.hpp"
#include "function_cases.hpp"
#include "office/settings.hpp"

#include <algorithm>
#include <com/sun/star/accessibility/AccessibleStateType.hpp>
#include <com/sun/star/accessibility/XAccessibleSelection.hpp>
#include <com/sun/star/accessibility/XAccessibleStateSet.hpp>
#include <com/sun/star/accessibility/XAccessibleText.hpp>
#include <fstream>
#include <memory>

namespace trinvis::testing
{

namespace
{

using namespace office;
namespace AccessibleRole = css::accessibility::AccessibleRole;

class DocumentDialogTest : public OfficeTest
{
protected:
    DocumentDialogTest()
    {
        close(query<css::frame::XModel>(reloaded(filled_workbook(), "mappe.ods", "calc8")));
        m_office = std::make_unique<RunningOffice>(OfficeOptions{.locale = "da", .window = true});
        m_model = m_office->load(url_of("mappe.ods"));
        m_document = query<css::sheet::XSpreadsheetDocument>(m_model);
        m_before = content_of(m_document);
    }

    /// Chooses an entry of the submenu and waits for the dialog.
    void call(const std::string& entry, const std::string& title)
    {
        Accessible menu;
        ASSERT_TRUE(comes_true([&] { return (menu = menu_named(window_of(m_model), "Nøgletal")).is(); }));
        click(menu);
        ASSERT_TRUE(comes_true(
            [&]
            {
                for (const Accessible& submenu : children_of(menu))
                    if (name_of(submenu) == "Plan og dokumenter")
                        for (const Accessible& one : children_of(submenu))
                            if (name_of(one) == entry)
                            {
                                click(one);
                                return true;
                            }
                return false;
            }));
        ASSERT_TRUE(comes_true([&] { return control(title, AccessibleRole::PUSH_BUTTON, "Næste").is(); }));
    }

    [[nodiscard]] Accessible control(const std::string& title, sal_Int16 role, const std::string& name) const
    {
        const Accessible dialog = dialog_named(*m_office, title);
        return dialog.is() ? in_dialog(dialog, role, name) : Accessible();
    }

    /// Presses a button or chooses a radio button; the one that is there in the end.
    void press(const std::string& title, const std::string& name, sal_Int16 role = AccessibleRole::PUSH_BUTTON) const
    {
        EXPECT_TRUE(comes_true(
            [&]
            {
                const Accessible button = control(title, role, name);
                if (button.is())
                    click(button);
                return button.is();
            }))
            << title << ": " << name;
    }

    /// Waits for a label whose words begin so.
    [[nodiscard]] bool told(const std::string& title, const std::string& words) const
    {
        return comes_true(
            [&]
            {
                const Accessible dialog = dialog_named(*m_office, title);
                return dialog.is() &&
                       find(dialog, [&](const Accessible& one) { return name_of(one).starts_with(words); }).is();
            });
    }

    [[nodiscard]] std::vector<std::string> lines(const std::string& title, const std::string& list) const
    {
        std::vector<std::string> names;
        EXPECT_TRUE(comes_true(
            [&]
            {
                const Accessible found = control(title, AccessibleRole::LIST, list);
                names = found.is() ? names_of(children_of(found)) : std::vector<std::string>();
                return !names.empty();
            }))
            << list;
        return names;
    }

    [[nodiscard]] sal_Int32 chosen(const std::string& title, const std::string& list) const
    {
        return query<css::accessibility::XAccessibleSelection>(control(title, AccessibleRole::LIST, list))
            ->getSelectedAccessibleChildCount();
    }

    void write_file(const std::string& title, const std::string& path) const
    {
        EXPECT_TRUE(comes_true(
            [&]
            {
                const Accessible field = control(title, AccessibleRole::TEXT, "Fil:");
                if (field.is())
                    type_into(field, path);
                return field.is();
            }));
    }

    void expect_room_in(const std::string& title) const
    {
        EXPECT_TRUE(comes_true(
            [&]
            {
                const auto windows = windows_in(*m_office, title);
                for (const auto& child : windows)
                    expect_room(child);
                return !windows.empty();
            }));
    }

    /// The dialog is gone, and nothing was changed or written.
    void expect_nothing_left(const std::string& title)
    {
        EXPECT_TRUE(comes_true([&] { return !dialog_named(*m_office, title).is(); }));
        EXPECT_EQ(difference(m_before, content_of(m_document)), "");
        EXPECT_FALSE(is_modified(m_document));
        for (const auto& file : std::filesystem::directory_iterator(folder()))
            EXPECT_TRUE(file.path().extension() != ".odt" && file.path().extension() != ".pdf") << file.path();
        ASSERT_TRUE(m_office->alive());
        close(m_model);
        EXPECT_EQ(m_office->stop(), 0);
    }

    /// What stands in the field of the template's file, where the municipality's own is chosen; else empty.
    [[nodiscard]] std::string own_template(const std::string& title) const
    {
        namespace State = css::accessibility::AccessibleStateType;
        const Accessible own = control(title, AccessibleRole::RADIO_BUTTON, "Kommunens egen:");
        return own.is() && own->getAccessibleStateSet()->contains(State::CHECKED)
                   ? to_utf8(query<css::accessibility::XAccessibleText>(control(title, AccessibleRole::TEXT, "Fil:"))
                                 ->getText())
                   : std::string();
    }

    void keep(const Settings& settings) const
    {
        write_settings(m_office->context(), settings);
    }

    const std::string m_sections = "Afsnit i dokumentet, og hvad der mangler:";
    const std::string m_figures = "Nøgletal i dokumentet:";

private:
    const VirtualScreen m_screen;
    std::unique_ptr<RunningOffice> m_office;
    Model m_model;
    Document m_document;
    std::vector<std::string> m_before;
};

} // namespace

TEST_F(DocumentDialogTest, ShowsWhatIsMissingAndLetsOneGoBackAndOut)
{
    const std::string title = "Udviklingsplan";
    call("Udviklingsplan …", title);
    expect_room_in(title);
    const std::vector<std::string> sections = lines(title, m_sections);
    EXPECT_EQ(sections.size(), 20U);
    for (const char* line :
         {"Nøgletal: status – Der er ingen sammenligningstal: teksten handler kun om kommunens egne tal.",
          "Spørgeskema: jeres og de øvriges svar – Der er ingen svar på spørgeskemaet.",
          "Organisering – Skrives af jer i dokumentet.", "Kilder og metode"})
        EXPECT_NE(std::find(sections.begin(), sections.end(), line), sections.end()) << line;
    EXPECT_EQ(chosen(title, m_sections), 12) << "those with content";
    press(title, "Næste");
    EXPECT_EQ(lines(title, m_figures).size(), 12U);
    EXPECT_EQ(chosen(title, m_figures), 12);
    expect_room_in(title);
    press(title, "Ingen");
    press(title, "Gem …");
    EXPECT_TRUE(told(title, "Vælg mindst ét nøgletal."));
    press(title, "Tilbage");
    EXPECT_EQ(lines(title, m_sections).size(), 20U);
    press(title, "Annuller");
    expect_nothing_left(title);
}

TEST_F(DocumentDialogTest, HasTheTemplateInTheMunicipalitysFolderChosen)
{
    std::ofstream(folder() / "udviklingsplan.ott") << "en skabelon";
    Settings settings;
    settings.template_folder = file_url(folder().string());
    keep(settings);
    call("Nøgletalsrapport …", "Nøgletalsrapport");
    EXPECT_EQ(own_template("Nøgletalsrapport"), "") << "there is none for it";
    press("Nøgletalsrapport", "Annuller");
    EXPECT_TRUE(comes_true([&] { return !control("Nøgletalsrapport", AccessibleRole::PUSH_BUTTON, "Næste").is(); }));
    call("Udviklingsplan …", "Udviklingsplan");
    EXPECT_EQ(own_template("Udviklingsplan"), (folder() / "udviklingsplan.ott").string());
    press("Udviklingsplan", "Annuller");
    expect_nothing_left("Udviklingsplan");
}

TEST_F(DocumentDialogTest, TellsWhatIsWrongWithTheAnswers)
{
    const std::string title = "Nøgletalsrapport";
    call("Nøgletalsrapport …", title);
    expect_room_in(title);
    EXPECT_EQ(lines(title, m_sections).size(), 6U);
    press(title, "Ingen");
    press(title, "Næste");
    EXPECT_TRUE(told(title, "Vælg mindst ét afsnit."));
    press(title, "Alle");
    press(title, "Kommunens egen:", AccessibleRole::RADIO_BUTTON);
    press(title, "Næste");
    EXPECT_TRUE(told(title, "Vælg filen med kommunens skabelon"));
    write_file(title, (folder() / "findes ikke.ott").string());
    press(title, "Næste");
    const std::string box = package_texts(Language::danish).get("error.title");
    EXPECT_TRUE(told(box, "Skabelonen " + (folder() / "findes ikke.ott").string()));
    press(box, "OK");
    // The page comes again with what was chosen.
    EXPECT_EQ(lines(title, m_sections).size(), 6U);
    EXPECT_EQ(chosen(title, m_sections), 5) << "those with content";
    press(title, "Annuller");
    expect_nothing_left(title);
}

} // namespace trinvis::testing
