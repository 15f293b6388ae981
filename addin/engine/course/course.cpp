// SPDX-License-Identifier: MPL-2.0
#include "course/course.hpp"

#include "catalogue/working_tables.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr int rows_with_choices = 60;
constexpr std::array<ActivityKind, 4> all_kinds{ActivityKind::guidance_day, ActivityKind::product,
                                                ActivityKind::dialogue, ActivityKind::meeting};

std::optional<ActivityKind> activity_kind_from_word(std::string_view word, const Words& words)
{
    for (const ActivityKind kind : all_kinds)
        if (same_text(word, words.danish.get(activity_kind_key(kind))) ||
            same_text(word, words.english.get(activity_kind_key(kind))))
            return kind;
    return std::nullopt;
}

std::string resources_sentence(const CourseForm& form, const Texts& texts)
{
    std::string listed;
    for (std::size_t i = 0; i < form.resources.size(); ++i)
        listed += (i == 0 ? "" : "; ") + form.resources[i].second.in(texts.language());
    return texts.format("course.resources", {{"resources", listed}});
}

Row row_of(const ProposedActivity& activity, const CourseForm& form, Date start, const Texts& texts)
{
    const Language language = texts.language();
    const auto [first, last] = proposed_dates(form, activity, start);
    return {static_cast<double>(activity.number),
            texts.get(activity_kind_key(activity.kind)),
            activity.activity.in(language),
            first,
            activity.ends ? ContentCell{last} : ContentCell{},
            activity.participants.in(language),
            activity.preparation.in(language),
            activity.product.in(language),
            activity.dialogue.in(language),
            std::monostate{},
            activity.responsible.in(language),
            std::monostate{}};
}

} // namespace

SheetContent course_sheet(const CourseForm& form, Date start, const Texts& texts)
{
    const auto& columns = working_table_kind("course").columns;
    const int last_column = static_cast<int>(columns.size()) - 1;
    SheetContent sheet;
    sheet.id = "course";
    sheet.name = texts.get("sheet.course");
    sheet.column_widths_mm = {12, 28, 54, 24, 24, 46, 44, 40, 40, 24, 30, 36};
    sheet.rows.push_back({texts.get("course.title")});
    sheet.rows.push_back({texts.get("course.subtitle")});
    sheet.rows.push_back({form.status.in(texts.language())});
    sheet.rows.push_back({resources_sentence(form, texts)});
    sheet.rows.push_back({texts.get("course.how")});
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 4, 0}, Style::subtitle);
    const int heading = sheet.row_count();
    Row headings;
    headings.reserve(columns.size());
    for (const std::string_view key : columns)
        headings.emplace_back(texts.get("column.course." + std::string(key)));
    sheet.rows.push_back(std::move(headings));
    for (const ProposedActivity& activity : form.activities)
        sheet.rows.push_back(row_of(activity, form, start, texts));
    const int last = sheet.row_count() - 1;
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    sheet.style({heading + 1, 0, last, last_column}, Style::input_text);
    sheet.style({heading + 1, 0, last, 0}, Style::cell_number);
    sheet.style({heading + 1, 3, last, 4}, Style::cell_date);
    sheet.style({heading + 1, 9, last, 9}, Style::input);
    std::vector<std::string> kinds;
    kinds.reserve(all_kinds.size());
    for (const ActivityKind kind : all_kinds)
        kinds.push_back(texts.get(activity_kind_key(kind)));
    sheet.drop_downs.push_back({{heading + 1, 1, heading + rows_with_choices, 1}, std::move(kinds)});
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.frozen_rows = heading + 1;
    sheet.frozen_columns = 3;
    return sheet;
}

Course read_course(const Workbook& workbook, const Words& words)
{
    Course course;
    course.table = workbook.working_table("course");
    const TableArea& table = course.table;
    if (!table.found())
        return course;
    for (int row = table.heading_row + 1; row <= table.last_row; ++row)
    {
        const auto text = [&](std::string_view key) { return workbook.text(table, row, key); };
        const auto number = [&](std::string_view key)
        {
            const double* value = std::get_if<double>(&workbook.cell(table, row, key));
            return value ? std::optional(*value) : std::nullopt;
        };
        Activity one;
        one.row = row;
        one.number = text("number");
        one.order = number("number");
        one.kind_text = text("kind");
        one.kind = activity_kind_from_word(one.kind_text, words);
        one.activity = text("activity");
        one.date = date_in(workbook.cell(table, row, "date"), workbook.cells.null_date);
        one.end = date_in(workbook.cell(table, row, "end"), workbook.cells.null_date);
        one.date_is_faulty = !one.date && !text("date").empty();
        one.end_is_faulty = !one.end && !text("end").empty();
        one.participants = text("participants");
        one.preparation = text("preparation");
        one.product = text("product");
        one.dialogue = text("dialogue");
        one.resources = text("resources");
        one.hours = number("resources");
        one.responsible = text("responsible");
        one.remark = text("remark");
        if (!one.activity.empty() || one.date || one.date_is_faulty || !one.kind_text.empty())
            course.activities.push_back(std::move(one));
    }
    return course;
}

std::vector<const Activity*> in_order_of_time(const Course& course)
{
    std::vector<const Activity*> ordered;
    ordered.reserve(course.activities.size());
    for (const Activity& activity : course.activities)
        ordered.push_back(&activity);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Activity* a, const Activity* b)
                     {
                         if (a->date.has_value() != b->date.has_value())
                             return a->date.has_value();
                         if (a->date != b->date)
                             return *a->date < *b->date;
                         return a->order && b->order && *a->order < *b->order;
                     });
    return ordered;
}

std::string dates_of(const Activity& activity, Language language)
{
    if (!activity.date)
        return {};
    std::string text = format_date(*activity.date, language);
    if (activity.end && *activity.end != *activity.date)
        text += " – " + format_date(*activity.end, language);
    return text;
}

} // namespace trinvis
