// SPDX-License-Identifier: MPL-2.0
//
// A day's work through the real windows, with clicks and keys alone, in Danish and in English: faults are repaired, a
// warning is explained, the figures are delivered and the receipt is read, a folder is validated and gathered, a setting is
// changed, the help is opened. What the commands write is tested elsewhere; here a person gets to it.
#include "cells.hpp"
#include "demo/demo_workbook.hpp"
#include "document_content.hpp"
#include "person.hpp"

#include "office/settings.hpp"

#include <chrono>
#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/XAccessibleSelection.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cstdlib>
#include <memory>
#include <thread>

namespace trinvis::testing
{

namespace
{

using namespace office;
namespace AccessibleRole = css::accessibility::AccessibleRole;

class DailyWorkTest : public OfficeTest, public ::testing::WithParamInterface<Language>
{
protected:
    DailyWorkTest()
        : m_office({.locale = GetParam() == Language::danish ? "da" : "en-US", .window = true}),
          m_person(m_office, GetParam())
    {
    }

    [[nodiscard]] const Person& person() const
    {
        return m_person;
    }
    [[nodiscard]] RunningOffice& office()
    {
        return m_office;
    }
    [[nodiscard]] std::string words(const std::string& danish, const std::string& english) const
    {
        return GetParam() == Language::danish ? danish : english;
    }

    /// A workbook in the language of the menus, with invented figures and no fault, as a file.
    std::string saved_workbook(const std::string& municipality, const std::string& name) const
    {
        const auto document = demo::make_municipality_workbook(m_office, municipality);
        std::string path = (folder() / name).string();
        query<css::frame::XStorable>(document)->storeAsURL(
            from_utf8(file_url(path)),
            sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("calc8")))}));
        close(query<css::frame::XModel>(document));
        return path;
    }

    [[nodiscard]] Sheet sheet(const Model& model, const std::string& key) const
    {
        return sheet_named(query<css::sheet::XSpreadsheetDocument>(model), person().texts().get(key));
    }

    [[nodiscard]] bool has_sheet(const Model& model, const std::string& key) const
    {
        return query<css::sheet::XSpreadsheetDocument>(model)->getSheets()->hasByName(
            from_utf8(person().texts().get(key)));
    }

    /// The open document of which that is true, wherever its window stands; none while there is none.
    [[nodiscard]] Model open_document(const std::function<bool(const Model&)>& wanted) const
    {
        const auto open = m_office.create<css::frame::XDesktop>("com.sun.star.frame.Desktop")->getComponents();
        for (const auto all = open->createEnumeration(); all->hasMoreElements();)
            if (const auto one = query_if<css::frame::XModel>(all->nextElement()); one.is() && wanted(one))
                return one;
        return {};
    }

    /// Whether a document is loaded and seen.
    [[nodiscard]] static bool in_a_window(const Model& document)
    {
        const auto controller = document->getCurrentController();
        if (!controller.is() || !controller->getFrame().is())
            return false;
        const auto window = query_if<css::awt::XWindow2>(controller->getFrame()->getContainerWindow());
        return window.is() && window->isVisible();
    }

    /// The workbook with the overview of a folder.
    [[nodiscard]] Model overview() const
    {
        return open_document(
            [&](const Model& one) {
                return query_if<css::sheet::XSpreadsheetDocument>(one).is() && has_sheet(one, "sheet.folder_overview");
            });
    }

    void finish(const Model& model)
    {
        ASSERT_TRUE(m_office.alive());
        close(model);
        EXPECT_EQ(m_office.stop(), 0);
    }

private:
    const VirtualScreen m_screen;
    RunningOffice m_office;
    const Person m_person;
};

/// The row of a finding in the report by its place and rule, counted from 1; 0 where there is none.
sal_Int32 finding_row(const Sheet& report, const std::string& place, const std::string& rule)
{
    for (sal_Int32 row = 1; row <= last_used_row(report) + 1; ++row)
        if (shown(report, "C" + std::to_string(row)) == place && shown(report, "L" + std::to_string(row)) == rule)
            return row;
    return 0;
}

} // namespace

TEST_P(DailyWorkTest, FaultsAreRepairedAndAWarningIsExplained)
{
    const Model model = office().load(file_url(saved_workbook("510", "mappe.ods")));
    const Sheet entry = sheet(model, "sheet.entry");
    const std::string row = std::to_string(item_row(entry, "forebyggende") + 1);
    const std::string last = std::to_string(item_row(entry, "befolkning_0_22") + 1);
    set_text(entry, "P" + last, "10 000");
    set_number(entry, "O" + row, number(entry, "O" + row) * 4);

    person().choose(model, {"menu.repair"});
    const std::string title = person().word("dialog.repair.title");
    person().press(title, person().word("dialog.repair.ok"));
    EXPECT_EQ(person().read_message(), person().texts().count("done.repair", 1));
    EXPECT_EQ(number(entry, "P" + last), 10000);

    person().choose(model, {"menu.validate"});
    const std::string place = person().texts().get("sheet.entry") + " O" + row;
    sal_Int32 found = 0;
    ASSERT_TRUE(comes_true(
        [&]
        {
            return has_sheet(model, "sheet.validation") &&
                   (found = finding_row(sheet(model, "sheet.validation"), place, "V08")) > 0;
        }))
        << place;

    // Typed on the keyboard where the report asks for it, and validated again.
    ASSERT_TRUE(
        comes_true([&] { return std::system("xdotool search --onlyvisible --name mappe.ods windowfocus") == 0; }));
    query<css::view::XSelectionSupplier>(model->getCurrentController())
        ->select(css::uno::Any(
            sheet(model, "sheet.validation")->getCellRangeByName(from_utf8("K" + std::to_string(found)))));
    ASSERT_EQ(std::system("xdotool type --delay 30 'It is right' && xdotool key Return"), 0);
    EXPECT_TRUE(comes_true(
        [&] { return shown(sheet(model, "sheet.validation"), "K" + std::to_string(found)) == "It is right"; }));
    person().choose(model, {"menu.validate"});
    EXPECT_TRUE(comes_true(
        [&]
        {
            const Sheet report = sheet(model, "sheet.validation");
            const sal_Int32 again = finding_row(report, place, "V08");
            return again > 0 && shown(report, "B" + std::to_string(again)) == person().texts().get("status.explained");
        }));
    EXPECT_TRUE(has_sheet(model, "sheet.explanations"));
    finish(model);
}

TEST_P(DailyWorkTest, FiguresAreDeliveredAndTheReceiptIsRead)
{
    const Model model = office().load(file_url(saved_workbook("510", "mappe.ods")));
    const Sheet entry = sheet(model, "sheet.entry");
    const std::string cell = "O" + std::to_string(item_row(entry, "netvaerk") + 1);
    const double before = number(entry, cell);
    set_number(entry, cell, -1);
    person().choose(model, {"menu.delivery_menu", "menu.deliver"});
    EXPECT_NE(person().read_message().find(person().texts().get("sheet.entry") + " " + cell), std::string::npos)
        << "refused with the place";

    set_number(entry, cell, before);
    const std::string package = (folder() / "pakke.zip").string();
    person().choose(model, {"menu.delivery_menu", "menu.deliver"});
    person().save_as(person().word("dialog.deliver.title"), package);
    EXPECT_NE(person().read_message().find(package), std::string::npos);
    EXPECT_TRUE(std::filesystem::exists(package));

    person().choose(model, {"menu.delivery_menu", "menu.read_receipt"});
    person().open_file(person().word("dialog.read_receipt.title"), package);
    EXPECT_EQ(person().read_message(), person().texts().get("done.read_receipt.same"));
    EXPECT_TRUE(has_sheet(model, "sheet.delivery_check"));
    finish(model);
}

TEST_P(DailyWorkTest, AFolderIsValidatedAndGathered)
{
    const Model model = office().load(file_url(saved_workbook("510", "mappe.ods")));
    std::filesystem::create_directory(folder() / "runde");
    for (const char* municipality : {"540", "573"})
        std::filesystem::rename(saved_workbook(municipality, "ny.ods"),
                                folder() / "runde" / (std::string(municipality) + ".ods"));

    person().choose(model, {"menu.folder_menu", "menu.validate_folder"});
    person().choose_folder(person().word("dialog.folder.validate"), (folder() / "runde").string());
    Model made;
    ASSERT_TRUE(comes_true([&] { return (made = overview()).is(); }));
    close(made);

    person().choose(model, {"menu.folder_menu", "menu.gather_figures"});
    const std::string title = person().word("dialog.gather.title");
    person().press(title, person().word("dialog.gather.ok"));
    person().choose_folder(person().word("dialog.folder.gather"), (folder() / "runde").string());
    EXPECT_NE(person().read_message().find('2'), std::string::npos);
    const Sheet comparison = sheet(model, "sheet.comparison");
    EXPECT_EQ(shown(comparison, "A" + std::to_string(last_used_row(comparison) + 1)), "573");
    finish(model);
}

/// What was read until then is shown, and nothing is half written.
TEST_P(DailyWorkTest, AFolderIsCancelledOnTheWay)
{
    constexpr int many = 200;
    const std::string first = saved_workbook("510", "mappe.ods");
    std::filesystem::create_directory(folder() / "runde");
    for (int i = 0; i < many; ++i)
        std::filesystem::copy_file(first, folder() / "runde" / (std::to_string(1000 + i) + ".ods"));
    const Model model = office().load(file_url(first));
    const std::vector<std::string> before = content_of(query<css::sheet::XSpreadsheetDocument>(model));

    person().choose(model, {"menu.folder_menu", "menu.validate_folder"});
    person().choose_folder(person().word("dialog.folder.validate"), (folder() / "runde").string());
    const std::string title = person().word("dialog.steps.validate");
    // The windows of the files come and go above it, so that the dialog is asked of the screen, and answered by keyboard.
    const std::string dialog = "xdotool search --onlyvisible --name '^" + title + "$' ";
    const auto shown_now = [&] { return std::system((dialog + ">/dev/null 2>&1").c_str()) == 0; };
    ASSERT_TRUE(comes_true(shown_now));
    // Of a run that is cancelled before the first file was read there is nothing to show.
    std::this_thread::sleep_for(std::chrono::seconds(4));
    EXPECT_TRUE(comes_true(
        [&]
        {
            (void)!std::system((dialog + "windowfocus key Escape >/dev/null 2>&1").c_str());
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            return !shown_now();
        }));
    Model made;
    ASSERT_TRUE(comes_true([&] { return (made = overview()).is(); }));
    const Sheet listed = sheet(made, "sheet.folder_overview");
    EXPECT_LT(last_used_row(listed), many);
    bool told = false;
    for (sal_Int32 row = 1; row < 12; ++row)
        told = told || shown(listed, "A" + std::to_string(row)).find(std::to_string(many)) != std::string::npos;
    EXPECT_TRUE(told) << "that there are more files is said";
    EXPECT_EQ(difference(before, content_of(query<css::sheet::XSpreadsheetDocument>(model))), "");
    close(made);
    finish(model);
}

TEST_P(DailyWorkTest, ASettingIsChangedAndTheHelpIsOpened)
{
    const Model model = office().load("private:factory/scalc");
    person().choose(model, {"menu.help_menu", "menu.settings"});
    // The window is the office's own; the page in it is ours.
    const std::string title = words("Indstillinger", "Options");
    type_into(person().control(title, AccessibleRole::TEXT, person().word("options.folder")), folder().string());
    person().press(title, "OK");
    EXPECT_TRUE(
        comes_true([&] { return read_settings(office().context()).template_folder == file_url(folder().string()); }));
    EXPECT_TRUE(comes_true([&] { return !dialog_beginning(office(), title).is(); }));

    person().choose(model, {"menu.help_menu", "menu.about"});
    EXPECT_NE(person().read_message().find("Mozilla Public License 2.0"), std::string::npos);

    person().choose(model, {"menu.help_menu", "menu.help"});
    Model page;
    EXPECT_TRUE(comes_true(
        [&]
        {
            page = open_document(
                [&](const Model& one)
                { return to_utf8(one->getURL()).ends_with(words("/help/da/index.fodt", "/help/en/index.fodt")); });
            return page.is() && in_a_window(page);
        }));
    close(page);
    finish(model);
}

INSTANTIATE_TEST_SUITE_P(In, DailyWorkTest, ::testing::Values(Language::danish, Language::english),
                         [](const auto& language)
                         { return language.param == Language::danish ? "Danish" : "English"; });

} // namespace trinvis::testing
