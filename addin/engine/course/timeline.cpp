// SPDX-License-Identifier: MPL-2.0
#include "course/timeline.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace trinvis
{

namespace
{

using std::chrono::days;
using std::chrono::sys_days;

constexpr double row_height_mm = 4.5;
constexpr double chart_width_mm = 250;
constexpr double mm_per_activity = 8;
constexpr double mm_around_bars = 38;
/// What a page across holds of this sheet once its columns are scaled to the page's width.
constexpr double page_height_mm = 165;
/// A bar is at least this share of the whole time wide.
constexpr double narrowest = 1.0 / 90;

struct KindLook
{
    ActivityKind kind;
    SeriesRole role;
};

/// In the order of the legend; guidance days stand out by being the darkest.
constexpr std::array<KindLook, 4> looks{{{ActivityKind::guidance_day, SeriesRole::step_6},
                                         {ActivityKind::product, SeriesRole::step_2},
                                         {ActivityKind::dialogue, SeriesRole::step_4},
                                         {ActivityKind::meeting, SeriesRole::outside}}};

/// An activity whose kind is none of the four is drawn as a meeting.
ActivityKind drawn_kind(const Activity& activity)
{
    return activity.kind.value_or(ActivityKind::meeting);
}

std::vector<const Activity*> drawn(const Course& course)
{
    std::vector<const Activity*> activities = in_order_of_time(course);
    std::erase_if(activities, [](const Activity* activity)
                  { return !activity->date || activity->end_is_faulty || *activity->last_day() < *activity->date; });
    return activities;
}

std::string category_of(const Activity& activity, Language language)
{
    return (activity.number.empty() ? "" : activity.number + " ") + activity.activity + "\n" +
           dates_of(activity, language);
}

Style style_of(Severity severity)
{
    return severity == Severity::error     ? Style::error
           : severity == Severity::warning ? Style::warning
                                           : Style::information;
}

std::string_view word_of(Severity severity)
{
    return severity == Severity::error     ? "severity.error"
           : severity == Severity::warning ? "severity.warning"
                                           : "severity.information";
}

void add_remarks(SheetContent& sheet, const Course& course, const CourseForm& form, const Workbook& workbook,
                 const Texts& texts)
{
    const std::vector<CourseRemark> remarks = course_remarks(course, form, texts);
    if (remarks.empty())
    {
        sheet.rows.push_back({texts.get("course.check.fine")});
        sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, 2}, Style::good);
        return;
    }
    const int heading = sheet.row_count();
    sheet.rows.push_back({texts.get("course.remark.severity"), texts.get("course.remark.place"),
                          texts.get("course.remark.message"), texts.get("course.remark.remedy")});
    sheet.style({heading, 0, heading, 3}, Style::heading);
    for (const CourseRemark& remark : remarks)
    {
        const std::string& name = workbook.cells.sheets.at(static_cast<std::size_t>(remark.place.sheet)).sheet_name;
        sheet.rows.push_back({texts.get(word_of(remark.severity)),
                              LinkTo{name + " " + cell_address(remark.place.row, remark.place.column), name,
                                     remark.place.row, remark.place.column},
                              remark.message, remark.remedy});
        const int row = sheet.row_count() - 1;
        sheet.style({row, 0, row, 3}, Style::cell);
        sheet.style({row, 0, row, 0}, style_of(remark.severity));
        sheet.style({row, 1, row, 1}, Style::cell_link);
    }
    sheet.table = CellRange{heading, 0, sheet.row_count() - 1, 3};
}

} // namespace

std::optional<ChartContent> timeline_chart(const Course& course, Date null_date, const Texts& texts)
{
    const std::vector<const Activity*> activities = drawn(course);
    if (activities.empty())
        return std::nullopt;
    const Language language = texts.language();
    Date first = *activities.front()->date;
    Date last = first;
    for (const Activity* activity : activities)
        last = std::max(last, *activity->last_day());
    const double whole = static_cast<double>((sys_days{last} - sys_days{first}).count() + 1);
    ChartContent chart;
    chart.name = "trinvis_course_timeline";
    chart.kind = ChartKind::timeline;
    chart.language = language;
    chart.decimals = 0;
    chart.title = texts.get("course.chart.title");
    chart.subtitle = texts.format("course.chart.subtitle",
                                  {{"from", format_date(first, language)}, {"to", format_date(last, language)}});
    // Whole weeks, so that the dates along the axis are Mondays.
    const sys_days monday = sys_days{first} - (std::chrono::weekday{sys_days{first}} - std::chrono::Monday);
    const sys_days end = sys_days{last} + days{7} - (std::chrono::weekday{sys_days{last}} - std::chrono::Monday);
    chart.x_from = serial_from_date(Date{monday}, null_date);
    chart.x_to = serial_from_date(Date{end}, null_date);
    ChartSeries gap;
    gap.name = texts.get("course.chart.gap");
    gap.role = SeriesRole::gap;
    std::vector<ChartSeries> spans(looks.size());
    for (std::size_t i = 0; i < looks.size(); ++i)
    {
        spans[i].name = texts.get(activity_kind_key(looks[i].kind));
        spans[i].role = looks[i].role;
    }
    std::string listed;
    for (const Activity* activity : activities)
    {
        chart.categories.push_back(category_of(*activity, language));
        listed += (listed.empty() ? "" : "; ") + activity->activity + " " + dates_of(*activity, language);
        gap.y.emplace_back(serial_from_date(*activity->date, null_date));
        const auto length = static_cast<double>((sys_days{*activity->last_day()} - sys_days{*activity->date}).count());
        for (std::size_t i = 0; i < looks.size(); ++i)
            spans[i].y.push_back(looks[i].kind == drawn_kind(*activity)
                                     ? std::optional(std::max(length + 1, std::ceil(whole * narrowest)))
                                     : std::nullopt);
    }
    chart.alt_text = texts.format("course.chart.alt", {{"activities", listed}});
    chart.series.push_back(std::move(gap));
    for (ChartSeries& series : spans)
        if (std::any_of(series.y.begin(), series.y.end(), [](const auto& value) { return value.has_value(); }))
            chart.series.push_back(std::move(series));
    return chart;
}

ChartedReport course_report(const Course& course, const CourseForm& form, const Workbook& workbook, const Texts& texts)
{
    ChartedReport report;
    SheetContent& sheet = report.sheet;
    sheet.id = "course_result";
    sheet.name = texts.get("sheet.course_result");
    sheet.column_widths_mm = {26, 34, 110, 90};
    sheet.keeps_heights = true;
    sheet.repeat_headings = false;
    sheet.rows.push_back({texts.get("course.result.title")});
    sheet.rows.push_back({course_sentence(course, texts)});
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 1, 0}, Style::subtitle);
    if (!workbook.data_note.empty())
    {
        sheet.rows.push_back({workbook.data_note});
        sheet.style({2, 0, 2, 3}, Style::invented);
    }
    sheet.rows.emplace_back();
    add_remarks(sheet, course, form, workbook, texts);
    if (auto chart = timeline_chart(course, workbook.cells.null_date, texts))
    {
        sheet.rows.emplace_back();
        PlacedChart placed;
        placed.width_mm = chart_width_mm;
        placed.height_mm =
            std::min(page_height_mm, mm_around_bars + mm_per_activity * static_cast<double>(chart->categories.size()));
        placed.first_row = sheet.row_count();
        placed.content = *std::move(chart);
        const int free_rows = static_cast<int>(placed.height_mm / row_height_mm) + 2;
        if (row_height_mm * placed.first_row + placed.height_mm > page_height_mm)
            sheet.page_breaks.push_back(placed.first_row);
        for (int i = 0; i < free_rows; ++i)
            sheet.rows.emplace_back();
        report.charts.push_back(std::move(placed));
    }
    report.chart_data = chart_data_sheet("course_chart_data", report.charts, texts);
    return report;
}

} // namespace trinvis
