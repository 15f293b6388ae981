// SPDX-License-Identifier: MPL-2.0
#include "commands/course.hpp"

#include "calc/charts.hpp"
#include "calc/styles.hpp"
#include "commands/open_workbook.hpp"
#include "commands/result_sheet.hpp"
#include "commands/shipped_form.hpp"
#include "course/calendar.hpp"
#include "course/timeline.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "table/text_match.hpp"

namespace trinvis::commands
{

using namespace office;

namespace
{

std::string make_course(const Context& context, const OpenWorkbook& open)
{
    const Texts& texts = open.texts();
    const CourseForm form = course_form(context);
    write_result(open, course_sheet(form, proposed_start(form, today()), texts), texts.get("undo.course"));
    if (const calc::Sheet sheet = calc::find_sheet(open.document, "course"); sheet.is())
        calc::show_cell(open.document, sheet, 0, 0);
    return texts.get("course.made");
}

void refuse_faulty_dates(const Course& course, const CourseForm& form, const Texts& texts)
{
    for (const CourseRemark& remark : course_remarks(course, form, texts))
        if (remark.severity == Severity::error)
            throw UserError(
                texts.format("course.calendar.faulty", {{"message", remark.message},
                                                        {"cell", cell_address(remark.place.row, remark.place.column)},
                                                        {"remedy", remark.remedy}}));
}

} // namespace

CourseForm course_form(const Context& context)
{
    return CourseForm::from_json(shipped_form(context, "templates/course.json"));
}

std::string run_course(const Context& context, const Model& model)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, model);
    const Texts& texts = open.texts();
    if (open.workbook.working_table("course").sheet < 0)
        return make_course(context, open);
    require_table(open, "course");
    const Course course = read_course(open.workbook, package.words());
    ChartedReport report = course_report(course, course_form(context), open.workbook, texts);
    calc::refuse_unwritable(open.document, report, texts);
    progress.show(texts.get("progress.writing"), 45);
    calc::add_styles(model, texts);
    calc::Sheet sheet;
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("undo.course")));
        sheet = calc::put_report(context, open.document, report, texts, step);
        step.keep();
    }
    calc::show_cell(open.document, sheet, 0, 0);
    return {};
}

std::string export_calendar(const Context& context, const Model& model, const rtl::OUString& url)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, model);
    const Texts& texts = open.texts();
    if (url.isEmpty() || url.indexOf(':') < 0)
        throw UserError(texts.get("course.calendar.no_target"), Blame::target);
    if (!folded(to_utf8(url)).ends_with(".ics"))
        throw UserError(texts.format("course.calendar.ending", {{"url", readable_url(url)}}), Blame::target);
    if (open.workbook.working_table("course").sheet < 0)
        throw UserError(texts.get("course.calendar.no_sheet"));
    require_table(open, "course");
    const Course course = read_course(open.workbook, package.words());
    refuse_faulty_dates(course, course_form(context), texts);
    const CalendarFile file =
        calendar_file(course,
                      {.municipality = open.workbook.municipality ? open.workbook.municipality->code : std::string{},
                       .now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()),
                       .version = package.version(),
                       .note = open.workbook.data_note},
                      texts);
    if (file.events == 0)
        throw UserError(texts.get("course.calendar.nothing"));
    progress.show(texts.get("progress.writing"), 70);
    save_text(context, url, file.text, texts);
    std::string said = texts.count("course.calendar.done", file.events);
    if (file.undated > 0)
        said += " " + texts.count("course.calendar.undated", file.undated);
    return said;
}

} // namespace trinvis::commands
