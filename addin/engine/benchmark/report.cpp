// SPDX-License-Identifier: MPL-2.0
#include "benchmark/report.hpp"

#include "benchmark/details.hpp"
#include "benchmark/group_words.hpp"
#include "benchmark/overview.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr double row_height_mm = 4.5;
constexpr double mm_per_bar = 4.4;
constexpr double mm_per_text_line = 3.4;
constexpr double mm_between_texts = 1.6;
constexpr double profile_width_mm = 200;
/// What a landscape page holds of this sheet once its columns are scaled to the page's width.
constexpr double page_height_mm = 207;
constexpr double empty_row_mm = 4.52;
constexpr double heading_mm = 5.2;
constexpr double chart_gap_mm = 6;

/// The first column that begins at or behind a distance from the left edge.
int column_at(const SheetContent& sheet, double distance_mm)
{
    int column = 0;
    for (double edge = 0; edge < distance_mm; ++column)
        edge += sheet.column_widths_mm[static_cast<std::size_t>(column)];
    return column;
}

/// Charts that are tall enough for the names in them.
std::vector<PlacedChart> sized(std::vector<ChartContent> contents)
{
    std::vector<PlacedChart> charts;
    for (ChartContent& content : contents)
    {
        PlacedChart& chart = charts.emplace_back();
        chart.content = std::move(content);
        const auto names = static_cast<double>(chart.content.categories.size());
        if (chart.content.kind == ChartKind::bars)
            chart.height_mm = std::max(chart.height_mm, 32 + mm_per_bar * names);
        if (chart.content.kind != ChartKind::profile)
            continue;
        chart.width_mm = profile_width_mm;
        chart.height_mm = 45 + (mm_between_texts + mm_per_text_line * category_lines(chart.content)) * names;
    }
    return charts;
}

/// The rows that are left free for charts that stand side by side.
int rows_for(const std::vector<PlacedChart>& charts)
{
    double tallest = 0;
    for (const PlacedChart& chart : charts)
        tallest = std::max(tallest, chart.height_mm);
    return static_cast<int>(tallest / row_height_mm) + 2;
}

/// Puts charts side by side under a heading, from the left edge on, and leaves rows free beneath it for them.
void place_charts(ChartedReport& report, const std::string& heading, std::vector<PlacedChart> charts)
{
    const int free_rows = rows_for(charts);
    report.sheet.rows.emplace_back();
    const int row = report.sheet.row_count();
    report.sheet.rows.push_back({heading});
    report.sheet.style({row, 0, row, 0}, Style::section);
    double left_edge = 0;
    for (PlacedChart& chart : charts)
    {
        chart.first_row = row + 1;
        chart.first_column = column_at(report.sheet, left_edge);
        left_edge += chart.width_mm + chart_gap_mm;
        report.charts.push_back(std::move(chart));
    }
    for (int i = 0; i < free_rows; ++i)
        report.sheet.rows.emplace_back();
}

void add_charts(ChartedReport& report, const Benchmark& benchmark, const FigureSource& source, const Workbook& workbook,
                const Texts& texts)
{
    // The profile begins a page of its own, and so does the first figure after it.
    if (auto profile = profile_chart(benchmark, source, workbook, texts))
    {
        report.sheet.page_breaks.push_back(report.sheet.row_count() + 1);
        place_charts(report, texts.get("chart.profile.heading"), sized({std::move(*profile)}));
    }
    double used_mm = page_height_mm;
    for (const Figure& figure : workbook.figures)
    {
        std::vector<PlacedChart> charts = sized(figure_charts(figure, benchmark, source, workbook, texts));
        if (charts.empty())
            continue;
        // No chart is cut in two by the end of a page.
        const double section_mm = heading_mm + empty_row_mm * rows_for(charts);
        used_mm += empty_row_mm + section_mm;
        if (used_mm > page_height_mm)
        {
            report.sheet.page_breaks.push_back(report.sheet.row_count() + 1);
            used_mm = section_mm;
        }
        place_charts(report, figure.id + " " + figure.name, std::move(charts));
    }
    report.chart_data = chart_data_sheet("chart_data", report.charts, texts);
}

} // namespace

ChartedReport benchmark_report(const Benchmark& benchmark, const FigureSource& source, const Workbook& workbook,
                               const Texts& texts)
{
    ChartedReport report;
    SheetContent& sheet = report.sheet;
    sheet.id = "benchmark";
    sheet.name = texts.get("sheet.benchmark");
    sheet.column_widths_mm = overview_widths_mm();
    sheet.printed_columns = static_cast<int>(sheet.column_widths_mm.size());
    const std::vector<double>& further = further_widths_mm();
    sheet.column_widths_mm.insert(sheet.column_widths_mm.end(), further.begin(), further.end());
    sheet.repeat_headings = false;
    sheet.keeps_heights = true;
    sheet.frozen_columns = 2;
    sheet.rows.push_back({texts.format("benchmark.title", {{"municipality", workbook.municipality->name}})});
    sheet.rows.push_back({overview_sentence(benchmark, workbook, texts)});
    sheet.rows.push_back({texts.get("benchmark.overview.descriptive")});
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 2, 0}, Style::subtitle);
    if (const std::string note = invented_sentence(benchmark, workbook, texts); !note.empty())
    {
        sheet.rows.push_back({note});
        sheet.style({3, 0, 3, 4}, Style::invented);
    }
    for (std::string& warning : reservations(benchmark, source.municipalities(), texts))
    {
        sheet.rows.push_back({std::move(warning)});
        sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, 4}, Style::warning);
    }
    for (const std::string& line : benchmark.sharing)
    {
        sheet.rows.push_back({line});
        sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, 4}, Style::information);
    }
    sheet.rows.emplace_back();
    add_overview(sheet, benchmark, source, workbook, texts);
    add_details(sheet, benchmark, workbook, texts);
    add_charts(report, benchmark, source, workbook, texts);
    return report;
}

} // namespace trinvis
