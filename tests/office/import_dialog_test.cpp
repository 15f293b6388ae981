// SPDX-License-Identifier: MPL-2.0
//
// The dialogs of an import in a real window on a screen of our own, clicked through as a person does, with a StatBank of
// our own on this machine.
#include "import_test_fixture.hpp"
#include "loopback_server.hpp"
#include "window.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/XAccessibleSelection.hpp>
#include <cstdlib>

namespace trinvis::testing
{

namespace
{

using namespace office;
namespace AccessibleRole = css::accessibility::AccessibleRole;

std::string placement_info()
{
    return R"({"id":"ANBAAR12","text":"Anbragte børn og unge, opdigtet","unit":"Antal","variables":[)"
           R"({"id":"ADMKOMMUNE","text":"administrationskommune","elimination":true,"time":false,"values":[)"
           R"({"id":"851","text":"Aalborg"},{"id":"787","text":"Thisted"},{"id":"730","text":"Randers"}]},)"
           R"({"id":"ANBRSTED","text":"anbringelsessted","elimination":true,"time":false,"values":[)"
           R"({"id":"0","text":"Anbringelsessteder i alt"},{"id":"7","text":"Døgninstitution"},{"id":"21","text":"Plejefamilie"}]},)"
           R"({"id":"TID","text":"tid","elimination":false,"time":true,"values":[{"id":"2023","text":"2023"},)"
           R"({"id":"2024","text":"2024"}]}]})";
}

class ImportDialogTest : public ImportTest
{
protected:
    ImportDialogTest()
    {
        close(query<css::frame::XModel>(reloaded(yearly_workbook(), "mappe.ods", "calc8")));
    }

    /// Waits for a dialog to come and clicks one of its buttons, found by its words.
    void click_in(const std::string& title, sal_Int16 role, const std::string& name)
    {
        Accessible found;
        ASSERT_TRUE(comes_true(
            [&]
            {
                const Accessible dialog = dialog_named(*m_office, title);
                found = dialog.is() ? in_dialog(dialog, role, name) : Accessible();
                return found.is();
            }))
            << title << ": " << name;
        click(found);
    }
    void write_in(const std::string& title, const std::string& field, const std::string& text)
    {
        Accessible found;
        ASSERT_TRUE(comes_true(
            [&]
            {
                const Accessible dialog = dialog_named(*m_office, title);
                found = dialog.is() ? in_dialog(dialog, AccessibleRole::TEXT, field) : Accessible();
                return found.is();
            }))
            << title << ": " << field;
        type_into(found, text);
    }

    void look(const std::string& name) const
    {
        std::this_thread::sleep_for(std::chrono::milliseconds(1200));
        static_cast<void>(std::system(("import -window root /tmp/wH/shots/" + m_prefix + name + ".png").c_str()));
    }

    static void dump(const Accessible& one, int depth = 0)
    {
        if (depth > 9)
            return;
        printf("%*s role %d '%s' children %d\n", depth * 2, "", int(one->getAccessibleRole()), name_of(one).c_str(),
               int(one->getAccessibleChildCount()));
        for (const Accessible& child : children_of(one))
            dump(child, depth + 1);
    }

    const VirtualScreen m_screen;
    std::unique_ptr<RunningOffice> m_office;
    std::string m_prefix;
};

} // namespace

TEST_F(ImportDialogTest, Look)
{
    for (const char* locale : {"da", "en-US"})
    {
        const bool danish = locale == std::string("da");
        m_prefix = danish ? "da_" : "en_";
        const LoopbackServer server(
            [](const std::string& target)
            {
                return LoopbackServer::Answer{
                    .body = target.find("/tableinfo/") == std::string::npos ? placements() : placement_info()};
            });
        m_office = std::make_unique<RunningOffice>(OfficeOptions{.locale = locale, .window = true});
        const Model model = m_office->load(url_of("mappe.ods"));
        const Accessible window = window_of(model);
        const std::string menu_name = danish ? "Nøgletal" : "Key Figures";
        ASSERT_TRUE(comes_true([&] { return menu_named(window, menu_name).is(); }));
        const Accessible menu = menu_named(window, menu_name);
        click(menu);
        look("menu");
        for (const Accessible& item : children_of(menu))
            if (name_of(item).starts_with(danish ? "Hent tal" : "Get figures"))
                click(item);
        const std::string title = danish ? "Hent tal" : "Get figures";
        ASSERT_TRUE(comes_true([&] { return dialog_named(*m_office, title).is(); }));
        look("source");
        dump(dialog_named(*m_office, title));
        click_in(title, AccessibleRole::RADIO_BUTTON,
                 danish ? "Fra Statistikbanken over netværket:" : "From the StatBank over the network:");
        write_in(title, danish ? "Tabel:" : "Table:", "anbaar12");
        write_in(title, danish ? "Adresse:" : "Address:", server.address());
        look("source2");
        click_in(title, AccessibleRole::PUSH_BUTTON, danish ? "Næste" : "Next");
        const std::string fetch = danish ? "Hent tabellen" : "Fetch the table";
        ASSERT_TRUE(comes_true(
            [&]
            {
                return dialog_named(*m_office, title).is() &&
                       in_dialog(dialog_named(*m_office, title), AccessibleRole::PUSH_BUTTON, fetch).is();
            }));
        look("statbank");
        click_in(title, AccessibleRole::PUSH_BUTTON, fetch);
        const std::string next_title = title + ": ANBAAR12";
        ASSERT_TRUE(comes_true([&] { return dialog_named(*m_office, next_title).is(); }));
        for (int page = 1; page < 7; ++page)
        {
            look("answers" + std::to_string(page));
            if (!dialog_named(*m_office, next_title).is())
                break;
            dump(dialog_named(*m_office, next_title));
            click_in(next_title, AccessibleRole::PUSH_BUTTON, danish ? "Næste" : "Next");
        }
        look("end");
        m_office.reset();
    }
}

} // namespace trinvis::testing
