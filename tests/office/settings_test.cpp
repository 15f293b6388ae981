// SPDX-License-Identifier: MPL-2.0
//
// The settings under Tools ▸ Options: each has an effect, what cannot be is as if it were not there, and a municipality's
// own file locks some. Last, the page itself in a real Danish window.
#include "cells.hpp"
#include "dialog_room.hpp"
#include "function_cases.hpp"
#include "loopback_server.hpp"
#include "office/settings.hpp"

#include <algorithm>
#include <com/sun/star/accessibility/AccessibleStateType.hpp>
#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleSelection.hpp>
#include <com/sun/star/accessibility/XAccessibleStateSet.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>
#include <memory>

namespace trinvis::testing
{

namespace
{

using namespace office;
namespace AccessibleRole = css::accessibility::AccessibleRole;

/// The settings are what they were when the test is over.
class SettingsTest : public OfficeTest
{
protected:
    void TearDown() override
    {
        write_settings(running().context(), Settings{});
        OfficeTest::TearDown();
    }

    void keep(const Settings& settings) const
    {
        write_settings(running().context(), settings);
    }

    /// Writes into the configuration past our own code, as another hand would.
    void write_raw(const char* name, const css::uno::Any& value) const
    {
        const auto provider =
            running().create<css::lang::XMultiServiceFactory>("com.sun.star.configuration.ConfigurationProvider");
        const auto node = provider->createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess",
            sequence<css::uno::Any>(
                {css::uno::Any(property("nodepath", css::uno::Any(rtl::OUString("/org.trinvis.Settings/General"))))}));
        set_property(node, name, value);
        query<css::util::XChangesBatch>(node)->commitChanges();
    }

    [[nodiscard]] Settings now() const
    {
        return read_settings(running().context());
    }
};

/// What stands beside a field's name in Stamdata or among the choices of Grupper.
std::string chosen_in(const Document& document, const std::string& sheet_name, const std::string& field)
{
    const Sheet sheet = sheet_named(document, sheet_name);
    return shown(sheet, "B" + std::to_string(row_with(sheet, 0, field) + 1));
}

} // namespace

TEST_F(SettingsTest, AreTheSchemasDefaultsAtFirstAndWhatWasWrittenAfterwards)
{
    EXPECT_EQ(now(), Settings{});
    const Settings other{.municipality = "851",
                         .workbook_language = Language::english,
                         .comparison_group = GroupKind::landsdel,
                         .group_level = Weighting::median,
                         .small_number_threshold = 3,
                         .live_validation = false,
                         .template_folder = "file:///srv/skabeloner",
                         .statbank_address = "https://api.example.dk/v1"};
    keep(other);
    EXPECT_EQ(now(), other);
    EXPECT_FALSE(live_validation_wanted(running().context()));
    EXPECT_TRUE(locked_settings(running().context()).empty());
}

TEST_F(SettingsTest, ThatCannotBeAreTheDefaults)
{
    for (const char* name : {"WorkbookLanguage", "ComparisonGroup", "GroupLevel", "TemplateFolder", "StatBankAddress"})
        write_raw(name, css::uno::Any(rtl::OUString("noget andet")));
    write_raw("SmallNumberThreshold", css::uno::Any(sal_Int32(7)));
    EXPECT_EQ(now(), Settings{});
    EXPECT_EQ(chosen_in(new_workbook(), "Stamdata", "Grænse for små tal"), "5");
}

TEST_F(SettingsTest, SayWhatANewWorkbookBeginsWith)
{
    keep({.comparison_group = GroupKind::region, .group_level = Weighting::median, .small_number_threshold = 3});
    const Document danish = new_workbook();
    EXPECT_EQ(chosen_in(danish, "Stamdata", "Grænse for små tal"), "3");
    const Texts& texts = package_texts(Language::danish);
    EXPECT_EQ(chosen_in(danish, "Grupper", texts.get("group_choice.main_group")), "regionen");
    EXPECT_EQ(chosen_in(danish, "Grupper", texts.get("group_choice.weighting")), "median");
    keep({.workbook_language = Language::english});
    const Document english = new_workbook();
    EXPECT_TRUE(english->getSheets()->hasByName(from_utf8(package_texts(Language::english).get("sheet.entry"))));
    EXPECT_TRUE(findings(english, "error").empty());
}

TEST_F(SettingsTest, SayWhereAnImportAsks)
{
    const LoopbackServer server([](const std::string& /*target*/) { return LoopbackServer::Answer{.status = 404}; });
    keep({.statbank_address = server.address()});
    EXPECT_NE(refusal("import-data", {property("Document", css::uno::Any(query<css::frame::XModel>(new_workbook()))),
                                      property("Table", css::uno::Any(rtl::OUString("ANBAAR12")))}),
              "");
    ASSERT_FALSE(server.gets().empty());
    EXPECT_TRUE(server.gets().front().starts_with("/v1/tableinfo/ANBAAR12")) << server.gets().front();
}

TEST_F(SettingsTest, OfTheMunicipalityHoldForAllAndCannotBeChanged)
{
    RunningOffice office({.locale = "da", .more_extensions = {TRINVIS_PRESET_OXT}});
    const Settings preset = read_settings(office.context());
    EXPECT_EQ(preset.municipality, "706");
    EXPECT_EQ(preset.workbook_language, Language::danish);
    EXPECT_EQ(preset.comparison_group, GroupKind::region);
    EXPECT_EQ(preset.template_folder, "file:///srv/faelles/trinvis-skabeloner");
    EXPECT_EQ(locked_settings(office.context()),
              (std::vector<std::string_view>{"WorkbookLanguage", "SmallNumberThreshold", "TemplateFolder"}));
    Settings wished = preset;
    wished.municipality = "851";
    wished.workbook_language = Language::english;
    wished.small_number_threshold = 3;
    write_settings(office.context(), wished);
    const Settings kept = read_settings(office.context());
    EXPECT_EQ(kept.municipality, "851") << "not locked";
    EXPECT_EQ(kept.workbook_language, Language::danish);
    EXPECT_EQ(kept.small_number_threshold, 5);
    EXPECT_EQ(office.stop(), 0);
}

TEST_F(SettingsTest, FillTheDialogOfANewWorkbook)
{
    const VirtualScreen screen;
    RunningOffice office({.locale = "da", .window = true});
    write_settings(office.context(), {.municipality = "706", .workbook_language = Language::english});
    const Model model = office.load("private:factory/scalc");
    Accessible menu;
    ASSERT_TRUE(comes_true([&] { return (menu = menu_named(window_of(model), "Nøgletal")).is(); }));
    click(menu);
    ASSERT_TRUE(comes_true([&] { return !children_of(menu).empty(); }));
    click(children_of(menu).at(0));
    const Texts& texts = package_texts(Language::danish);
    const std::string title = texts.get("dialog.new.title");
    ASSERT_TRUE(comes_true([&] { return dialog_named(office, title).is(); }));
    const auto list_named = [&](const std::string& name)
    {
        const Accessible box = in_dialog(dialog_named(office, title), AccessibleRole::COMBO_BOX, name);
        return box.is()
                   ? find(box, [](const Accessible& one) { return one->getAccessibleRole() == AccessibleRole::LIST; })
                   : Accessible();
    };
    const auto chosen = [&](const std::string& name)
    {
        const Accessible list = list_named(name);
        return list.is() ? name_of(query<css::accessibility::XAccessibleSelection>(list)
                                       ->getSelectedAccessibleChild(0)
                                       ->getAccessibleContext())
                         : std::string("no such list");
    };
    EXPECT_EQ(chosen("Kommune:"), "Syddjurs (706)");
    EXPECT_EQ(chosen("Mappens sprog:"), texts.get("language.en"));
    EXPECT_EQ(children_of(list_named("Kommune:")).size(), 98U) << "the invented municipalities are not among them";
    click(in_dialog(dialog_named(office, title), AccessibleRole::PUSH_BUTTON, "Annuller"));
    EXPECT_TRUE(comes_true([&] { return !dialog_named(office, title).is(); }));
    ASSERT_TRUE(office.alive());
    close(model);
    EXPECT_EQ(office.stop(), 0);
}

namespace
{

/// The settings of an office with a window, opened from the menu.
class SettingsPageTest : public OfficeTest
{
protected:
    void open(const std::vector<std::string>& more_extensions = {})
    {
        m_office = std::make_unique<RunningOffice>(
            OfficeOptions{.locale = "da", .window = true, .more_extensions = more_extensions});
        m_model = m_office->load("private:factory/scalc");
        const Accessible entry = menu_entry("Hjælp til Nøgletal", "Indstillinger …");
        ASSERT_TRUE(entry.is());
        click(entry);
        ASSERT_TRUE(comes_true([&] { return control(AccessibleRole::CHECK_BOX, live).is(); }));
    }

    [[nodiscard]] Accessible menu_entry(const std::string& submenu, const std::string& entry) const
    {
        Accessible found;
        EXPECT_TRUE(comes_true(
            [&]
            {
                const Accessible menu = menu_named(window_of(m_model), "Nøgletal");
                if (!menu.is())
                    return false;
                click(menu);
                for (const Accessible& one : children_of(menu))
                    if (name_of(one) == submenu)
                        for (const Accessible& inner : children_of(one))
                            if (name_of(inner) == entry)
                                found = inner;
                return found.is();
            }));
        return found;
    }

    /// The office calls its dialog "Indstillinger" and the page's place behind it.
    [[nodiscard]] Accessible dialog() const
    {
        const auto toolkit = m_office->create<css::awt::XExtendedToolkit>("com.sun.star.awt.Toolkit");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
        for (sal_Int32 i = 0; i < toolkit->getTopWindowCount(); ++i)
        {
            const auto window = query_if<css::accessibility::XAccessible>(toolkit->getTopWindow(i));
            const Accessible one = window.is() ? Accessible(window->getAccessibleContext()) : Accessible();
            if (one.is() && name_of(one).starts_with("Indstillinger"))
                return one;
        }
#pragma GCC diagnostic pop
        return {};
    }

    [[nodiscard]] Accessible control(sal_Int16 role, const std::string& name) const
    {
        const Accessible in = dialog();
        return in.is() ? find_deep(in, role, name) : Accessible();
    }

    [[nodiscard]] static bool has_state(const Accessible& one, sal_Int16 state)
    {
        return one->getAccessibleStateSet()->contains(state);
    }

    void press(const std::string& button) const
    {
        EXPECT_TRUE(comes_true(
            [&]
            {
                const Accessible found = control(AccessibleRole::PUSH_BUTTON, button);
                if (found.is())
                    click(found);
                return found.is();
            }))
            << button;
    }

    void leave()
    {
        EXPECT_TRUE(comes_true([&] { return !dialog().is(); }));
        ASSERT_TRUE(m_office->alive());
        close(m_model);
        EXPECT_EQ(m_office->stop(), 0);
    }

    const std::string live = "Validér, mens der tastes";
    std::unique_ptr<RunningOffice> m_office;
    Model m_model;

private:
    /// Pages lie deeper in the office's own dialogs than find() looks.
    static Accessible find_deep(const Accessible& root, sal_Int16 role, const std::string& name, int depth = 0)
    {
        if (root->getAccessibleRole() == role && name_of(root) == name)
            return root;
        if (depth < 16)
            for (const Accessible& child : children_of(root))
                if (const Accessible found = find_deep(child, role, name, depth + 1); found.is())
                    return found;
        return {};
    }

    const VirtualScreen m_screen;
};

} // namespace

TEST_F(SettingsPageTest, KeepsWhatIsChosenOnIt)
{
    open();
    click(control(AccessibleRole::CHECK_BOX, live));
    type_into(control(AccessibleRole::TEXT, "Skabelonmappe:"), folder().string());
    press("OK");
    EXPECT_TRUE(comes_true([&] { return !live_validation_wanted(m_office->context()); }));
    Settings expected;
    expected.live_validation = false;
    expected.template_folder = file_url(folder().string());
    EXPECT_EQ(read_settings(m_office->context()), expected);
    leave();
}

TEST_F(SettingsPageTest, ShowsWhatTheMunicipalityHasLocked)
{
    open({TRINVIS_PRESET_OXT});
    namespace State = css::accessibility::AccessibleStateType;
    EXPECT_TRUE(control(AccessibleRole::LABEL, "Det grå har kommunen valgt for alle.").is());
    EXPECT_FALSE(has_state(control(AccessibleRole::TEXT, "Skabelonmappe:"), State::ENABLED));
    EXPECT_TRUE(has_state(control(AccessibleRole::TEXT, "Statistikbanken:"), State::ENABLED));
    EXPECT_TRUE(has_state(control(AccessibleRole::CHECK_BOX, live), State::ENABLED));
    press("Annuller");
    leave();
}

} // namespace trinvis::testing
