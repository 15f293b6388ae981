// SPDX-License-Identifier: MPL-2.0
#include "plan/course_chapter.hpp"

#include "course/timeline.hpp"
#include "plan/known_places.hpp"
#include "plan/plan_part.hpp"

namespace trinvis
{

namespace
{

std::string dash_if_empty(const std::string& text)
{
    return text.empty() ? "–" : text;
}

PlanTable course_table(const Course& course, const Texts& texts)
{
    PlanTable table;
    table.name = texts.get("plan.table.course");
    table.caption = texts.get("plan.course.caption");
    std::vector<std::string> headings;
    headings.reserve(6);
    for (const char* key : {"date", "kind", "activity", "participants", "product", "responsible"})
        headings.push_back(texts.get("column.course." + std::string(key)));
    table.rows.push_back(std::move(headings));
    table.widths = {19, 23, 32, 30, 25, 18};
    table.numeric.assign(table.widths.size(), false);
    for (const Activity* activity : in_order_of_time(course))
        table.rows.push_back({dash_if_empty(dates_of(*activity, texts.language())), dash_if_empty(activity->kind_text),
                              dash_if_empty(activity->activity), dash_if_empty(activity->participants),
                              dash_if_empty(activity->product), dash_if_empty(activity->responsible)});
    return table;
}

} // namespace

PlanBlocks course_chapter(const Workbook& workbook, const CourseForm& form, const Words& words)
{
    const Texts& texts = words.in(workbook.language);
    const Course course = read_course(workbook, words);
    if (course.activities.empty())
        return {};
    PlanChapter chapter("course");
    chapter.add("heading", PlanHeading{1, texts.get("plan.course.heading"), true});
    chapter.add("text", traced_paragraph(traced_course_sentence(course, texts)));
    chapter.add("table", course_table(course, texts));
    for (const CourseRemark& remark : course_remarks(course, form, texts))
        if (remark.severity != Severity::information)
            chapter.add("remarks", PlanParagraph{remark.message, ParagraphLook::note});
    if (auto chart = timeline_chart(course, workbook.cells.null_date, texts))
        chapter.add(*std::move(chart));
    chapter.add("source", PlanParagraph{form.status.in(workbook.language), ParagraphLook::note});
    PlanBlocks blocks = chapter.blocks();
    locate_numbers(blocks, course_places(workbook));
    return blocks;
}

} // namespace trinvis
