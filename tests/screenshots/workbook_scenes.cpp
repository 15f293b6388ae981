// SPDX-License-Identifier: MPL-2.0
#include "studio.hpp"

#include <algorithm>
#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <stdexcept>

namespace trinvis::testing
{

using namespace office;
namespace AccessibleRole = css::accessibility::AccessibleRole;

namespace
{

/// The document whose window a person sees.
Model current(const Studio& studio)
{
    const auto desktop = studio.office.create<css::frame::XDesktop>("com.sun.star.frame.Desktop");
    return query_if<css::frame::XModel>(desktop->getCurrentComponent());
}

void new_workbook(Studio& studio)
{
    const Person& person = studio.person;
    const Model empty = studio.office.load("private:factory/scalc");
    studio.fill_screen(empty);
    person.choose(empty, {"menu.new_workbook"});
    const std::string title = person.word("dialog.new.title");
    static_cast<void>(person.control(title, AccessibleRole::PUSH_BUTTON, person.word("dialog.ok")));
    studio.camera.take("new-workbook", title);
    person.press(title, person.word("dialog.ok"));
    person.gone(title);
    Model made;
    if (!comes_true([&] { return (made = current(studio)).is() && made != empty; }))
        throw std::runtime_error("no workbook was made");
    studio.fill_screen(made);
    studio.show(made, "sheet.guide");
    studio.camera.take("guide");
    studio.show(made, "sheet.facts");
    studio.camera.take("facts");
    studio.show(made, "sheet.entry");
    studio.camera.take("empty-entry");
    close(made);
    close(empty);
}

/// The first row of the findings that holds texts in two columns.
sal_Int32 row_with(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet,
                   const std::pair<sal_Int32, std::string>& first, const std::pair<sal_Int32, std::string>& second)
{
    constexpr sal_Int32 most_rows = 400;
    for (sal_Int32 row = 0; row < most_rows; ++row)
        if (sheet->getCellByPosition(first.first, row)->getFormula() == from_utf8(first.second) &&
            sheet->getCellByPosition(second.first, row)->getFormula() == from_utf8(second.second))
            return row;
    return -1;
}

/// A warning that is right is explained where it is listed, and counts as explained after the next validation.
void explanation(Studio& studio, const Model& model)
{
    const Person& person = studio.person;
    const auto document = query<css::sheet::XSpreadsheetDocument>(model);
    const auto report = [&]
    {
        return query<css::sheet::XSpreadsheet>(
            document->getSheets()->getByName(from_utf8(person.texts().get("sheet.validation"))));
    };
    const std::string text =
        studio.name() == "da" ? "Tallet er rigtigt: se sagen" : "The number is right: see the case";
    constexpr sal_Int32 severity = 0;
    constexpr sal_Int32 status = 1;
    constexpr sal_Int32 explanation = 10;
    constexpr sal_Int32 rule = 11;
    constexpr sal_Int32 first_shown = 3;
    const sal_Int32 row =
        row_with(report(), {severity, person.texts().get("severity.warning")}, {rule, std::string("V08")});
    studio.show(model, "sheet.validation", row - first_shown, first_shown);
    query<css::view::XSelectionSupplier>(model->getCurrentController())
        ->select(css::uno::Any(report()->getCellByPosition(explanation, row)));
    run_program("xdotool type --delay 30 " + quoted(text));
    Studio::press_keys("Return");
    if (!comes_true([&] { return report()->getCellByPosition(explanation, row)->getFormula() == from_utf8(text); }))
        throw std::runtime_error("the explanation was not typed");
    person.choose(model, {"menu.validate"});
    sal_Int32 explained = -1;
    if (!comes_true(
            [&]
            {
                explained = row_with(report(), {status, person.texts().get("status.explained")}, {explanation, text});
                return explained >= 0;
            }))
        throw std::runtime_error("the explanation was not kept");
    studio.show(model, "sheet.validation", explained - first_shown, first_shown);
    studio.camera.take("explanation");
}

} // namespace

void take_workbook_pictures(Studio& studio)
{
    const Person& person = studio.person;
    new_workbook(studio);
    const Model model = studio.open("trinvis-demo.ods");
    studio.show(model, "sheet.entry");
    studio.camera.take("entry");
    person.open_menu(model);
    studio.camera.take("menu");
    Studio::press_keys("Escape Escape");
    studio.show(model, "sheet.validation");
    studio.camera.take("validation");
    studio.show(model, "sheet.catalogue");
    studio.camera.take("catalogue");
    person.choose(model, {"menu.repair"});
    const std::string title = person.word("dialog.repair.title");
    static_cast<void>(person.control(title, AccessibleRole::PUSH_BUTTON, person.word("dialog.repair.ok")));
    studio.camera.take("repair", title);
    person.press(title, person.word("dialog.repair.ok"));
    static_cast<void>(person.message());
    studio.camera.take("repaired", person.word("error.title"));
    static_cast<void>(person.read_message());
    explanation(studio, model);
    close(model);
}

void take_result_pictures(Studio& studio)
{
    const Model model = studio.open("trinvis-uden-fejl.ods");
    for (const auto& [sheet, name] :
         {std::pair("sheet.benchmark", "comparison"), std::pair("sheet.survey_result", "survey"),
          std::pair("sheet.ladder_result", "ladder"), std::pair("sheet.spending", "spending"),
          std::pair("sheet.groups", "groups")})
    {
        studio.show(model, sheet);
        studio.camera.take(name);
    }
    struct ChartPicture
    {
        const char* sheet;
        const char* chart;
        const char* name;
    };
    for (const ChartPicture& one :
         {ChartPicture{"sheet.benchmark", "trinvis_profile", "comparison-profile"},
          ChartPicture{"sheet.benchmark", "trinvis_1_funnel", "comparison-charts"},
          ChartPicture{"sheet.survey_result", "trinvis_survey_3", "survey-charts"},
          ChartPicture{"sheet.ladder_result", "trinvis_ladder_distribution", "ladder-charts"}})
    {
        studio.show_chart(model, one.sheet, one.chart);
        studio.camera.take(one.name);
    }
    close(model);
}

} // namespace trinvis::testing
