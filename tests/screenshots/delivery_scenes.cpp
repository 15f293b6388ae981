// SPDX-License-Identifier: MPL-2.0
#include "demo/demo_workbook.hpp"
#include "studio.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <fstream>
#include <stdexcept>

namespace trinvis::testing
{

using namespace office;
namespace AccessibleRole = css::accessibility::AccessibleRole;

namespace
{

/// A number that cannot be, so that the overview has something to tell.
void spoil(const Studio& studio, const demo::SpreadsheetDocument& document)
{
    constexpr sal_Int32 column = 15;
    constexpr sal_Int32 row = 8;
    query<css::sheet::XSpreadsheet>(
        document->getSheets()->getByName(from_utf8(studio.person.texts().get("sheet.entry"))))
        ->getCellByPosition(column, row)
        ->setValue(-12);
}

/// Some municipalities' workbooks and a file that is none, as an adviser has them.
std::filesystem::path folder_of_workbooks(const Studio& studio)
{
    std::filesystem::path folder = studio.work() / (studio.name() == "da" ? "Runde 2" : "Round 2");
    std::filesystem::create_directories(folder);
    for (const auto& [code, name] : {std::pair("510", "haderslev.ods"), std::pair("540", "soenderborg.ods"),
                                     std::pair("573", "varde.ods"), std::pair("580", "aabenraa.ods")})
    {
        const auto document = demo::make_municipality_workbook(studio.office, code);
        const auto model = query<css::frame::XModel>(document);
        if (code == std::string_view("573"))
            spoil(studio, document);
        query<css::frame::XStorable>(document)->storeAsURL(
            from_utf8(file_url((folder / name).string())),
            sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("calc8")))}));
        close(model);
    }
    std::ofstream(folder / "vejen.xlsx") << "PK no workbook";
    return folder;
}

} // namespace

void take_delivery_pictures(Studio& studio)
{
    const Person& person = studio.person;
    const Model model = studio.open("trinvis-uden-fejl.ods");
    const std::filesystem::path package = studio.work() / (studio.name() == "da" ? "noegletal.zip" : "key figures.zip");
    std::string title = person.word("dialog.deliver.title");
    person.choose(model, {"menu.delivery_menu", "menu.deliver"});
    static_cast<void>(person.window(title));
    studio.camera.take("delivery", title);
    person.save_as(title, package.string());
    static_cast<void>(person.message());
    studio.camera.take("delivered", person.word("error.title"));
    static_cast<void>(person.read_message());
    title = person.word("dialog.read_receipt.title");
    person.choose(model, {"menu.delivery_menu", "menu.read_receipt"});
    person.open_file(title, package.string());
    static_cast<void>(person.read_message());
    studio.show(model, "sheet.delivery_check");
    studio.camera.take("receipt");
    close(model);
}

void take_folder_pictures(Studio& studio)
{
    const Person& person = studio.person;
    const std::filesystem::path folder = folder_of_workbooks(studio);
    const Model model = studio.open("trinvis-uden-fejl.ods");
    std::string title = person.word("dialog.folder.validate");
    person.choose(model, {"menu.folder_menu", "menu.validate_folder"});
    person.write_path(title, folder.string());
    studio.camera.take("folder", title);
    person.choose_folder(title, folder.string());
    const auto desktop = studio.office.create<css::frame::XDesktop>("com.sun.star.frame.Desktop");
    Model overview;
    if (!comes_true(
            [&] {
                return (overview = query_if<css::frame::XModel>(desktop->getCurrentComponent())).is() &&
                       overview != model;
            }))
        throw std::runtime_error("no overview came");
    studio.fill_screen(overview);
    studio.camera.take("folder-overview");
    close(overview);

    title = person.word("dialog.gather.title");
    person.choose(model, {"menu.folder_menu", "menu.gather_figures"});
    static_cast<void>(person.control(title, AccessibleRole::PUSH_BUTTON, person.word("dialog.gather.ok")));
    studio.camera.take("gather", title);
    person.press(title, person.word("dialog.gather.ok"));
    person.choose_folder(person.word("dialog.folder.gather"), folder.string());
    static_cast<void>(person.message());
    studio.camera.take("gathered", person.word("error.title"));
    static_cast<void>(person.read_message());
    close(model);
}

} // namespace trinvis::testing
