// SPDX-License-Identifier: MPL-2.0
#include "spending/report.hpp"

#include "spending/charts.hpp"
#include "spending/report_tables.hpp"
#include "spending/words.hpp"

#include <algorithm>

namespace trinvis::spending
{

namespace
{

constexpr double row_height_mm = 4.5;
constexpr double mm_per_bar = 4.4;
constexpr double mm_per_part = 8.5;
constexpr double chart_gap_mm = 6;
constexpr double side_by_side_mm = 144;
constexpr int columns = 11;
constexpr std::size_t most_low_bars = 12;

int column_at(const SheetContent& sheet, double distance_mm)
{
    int column = 0;
    for (double edge = 0; edge < distance_mm; ++column)
        edge += sheet.column_widths_mm[static_cast<std::size_t>(column)];
    return column;
}

PlacedChart placed(ChartContent content, double width_mm)
{
    PlacedChart chart;
    chart.width_mm = width_mm;
    chart.height_mm = 92;
    const auto bars = static_cast<double>(content.categories.size());
    if (content.name == "trinvis_spending_extra")
        chart.height_mm = std::max(chart.height_mm, 38 + mm_per_part * bars);
    else if (content.kind == ChartKind::bars)
        chart.height_mm = std::max(chart.height_mm, 34 + mm_per_bar * bars);
    chart.content = std::move(content);
    return chart;
}

/// Charts side by side under a heading, with rows left free for them.
void place_charts(ChartedReport& report, std::vector<std::optional<ChartContent>> contents, double width_mm)
{
    double left = 0;
    double tallest = 0;
    const int row = report.sheet.row_count();
    for (std::optional<ChartContent>& content : contents)
    {
        if (!content)
            continue;
        PlacedChart chart = placed(std::move(*content), width_mm);
        chart.first_row = row;
        chart.first_column = column_at(report.sheet, left);
        left += chart.width_mm + chart_gap_mm;
        tallest = std::max(tallest, chart.height_mm);
        report.charts.push_back(std::move(chart));
    }
    if (tallest <= 0)
        return;
    const int free_rows = static_cast<int>(tallest / row_height_mm) + 2;
    report.sheet.rows.resize(report.sheet.rows.size() + static_cast<std::size_t>(free_rows));
}

void add_head(SheetContent& sheet, const Spending& spending, const Workbook& workbook, const Texts& texts)
{
    sheet.rows.push_back({texts.format("spending.title", {{"municipality", workbook.municipality->name}})});
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.rows.push_back({texts.format(
        spending.years.size() > 1 ? "spending.subtitle" : "spending.subtitle.one",
        {{"first", std::to_string(spending.years.front().year)}, {"last", std::to_string(spending.latest().year)}})});
    sheet.style({1, 0, 1, 0}, Style::subtitle);
    const std::string note =
        workbook.data_note.empty() && spending.invented ? texts.get("spending.invented") : workbook.data_note;
    if (!note.empty())
    {
        const int row = sheet.row_count();
        sheet.rows.push_back({note});
        sheet.style({row, 0, row, columns - 1}, Style::invented);
    }
    for (const std::string& warning : warnings(spending, workbook, texts))
        for (const std::string& line : lines_of(warning))
        {
            const int row = sheet.row_count();
            sheet.rows.push_back({line});
            sheet.style({row, 0, row, columns - 1}, Style::warning);
        }
    sheet.rows.emplace_back();
    for (const std::string& conclusion : conclusions(spending, texts))
        add_sentence(sheet, "•  " + conclusion);
    sheet.rows.emplace_back();
}

} // namespace

ChartedReport spending_report(const Spending& spending, const Workbook& workbook, const Municipalities& municipalities,
                              const Texts& texts)
{
    ChartedReport report;
    SheetContent& sheet = report.sheet;
    sheet.id = "spending";
    sheet.name = texts.get("sheet.spending");
    sheet.column_widths_mm.assign(columns, 27);
    // Names of groups and steps stand in the first column; the third step's name is the longest word of the headings.
    sheet.column_widths_mm.front() = 36;
    sheet.column_widths_mm[3] = 33;
    sheet.printed_columns = columns;
    sheet.repeat_headings = false;
    sheet.keeps_heights = true;
    add_head(sheet, spending, workbook, texts);
    place_charts(report, {development_chart(spending, texts), distribution_chart(spending, texts)}, side_by_side_mm);
    sheet.page_breaks.push_back(sheet.row_count());
    add_development(sheet, spending, texts);
    add_distribution(sheet, spending, texts);
    add_unplaced(sheet, spending, texts);
    sheet.page_breaks.push_back(sheet.row_count());
    add_extra(sheet, spending, texts);
    place_charts(report, {extra_chart(spending, texts)}, side_by_side_mm * 2 + chart_gap_mm);
    sheet.page_breaks.push_back(sheet.row_count());
    add_children(sheet, spending, texts);
    add_comparison(sheet, spending, texts);
    bool tall = false;
    if (auto chart = comparison_chart(spending, municipalities, texts))
    {
        // Tall bars get a page of their own.
        tall = chart->categories.size() > most_low_bars;
        if (tall)
            sheet.page_breaks.push_back(sheet.row_count());
        place_charts(report, {std::move(chart)}, side_by_side_mm + side_by_side_mm / 2);
    }
    if (tall)
        sheet.page_breaks.push_back(sheet.row_count());
    add_conventions(sheet, spending, texts);
    report.chart_data = chart_data_sheet("spending_chart_data", report.charts, texts);
    return report;
}

} // namespace trinvis::spending
