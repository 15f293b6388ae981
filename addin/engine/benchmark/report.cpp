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
constexpr int sections_per_page = 3;
constexpr double chart_gap_mm = 6;

/// Writes a chart's numbers below what already stands in the sheet and notes where each series came to stand.
void add_chart_data(SheetContent& data, PlacedChart& chart, const Texts& texts)
{
    const ChartContent& content = chart.content;
    data.rows.push_back({content.title + " – " + content.subtitle});
    data.style({data.row_count() - 1, 0, data.row_count() - 1, 0}, Style::subtitle);
    const int names = data.row_count();
    const int first = names + 1;
    const bool scatter = content.kind == ChartKind::scatter;
    const std::size_t length = scatter ? content.x.size() : content.categories.size();
    const int last = first + static_cast<int>(length) - 1;
    std::vector<Row> block(length + 1, Row(content.series.size() + 1));
    block[0][0] = scatter ? content.x_title : texts.get("chart_data.category");
    for (std::size_t i = 0; i < length; ++i)
    {
        if (scatter)
            block[i + 1][0] = content.x[i];
        else
            block[i + 1][0] = content.categories[i];
        for (std::size_t s = 0; s < content.series.size(); ++s)
            if (content.series[s].y[i])
                block[i + 1][s + 1] = *content.series[s].y[i];
    }
    for (std::size_t s = 0; s < content.series.size(); ++s)
        block[0][s + 1] = content.series[s].name;
    const int last_column = static_cast<int>(content.series.size());
    chart.cells = {names, 0, last, last_column};
    for (Row& row : block)
        data.rows.push_back(std::move(row));
    data.style({names, 0, names, last_column}, Style::heading);
    data.style({first, 0, last, last_column}, Style::cell_plain_number);
    data.rows.emplace_back();
}

/// The first column that begins at or behind a distance from the left edge.
int column_at(const SheetContent& sheet, double distance_mm)
{
    int column = 0;
    for (double edge = 0; edge < distance_mm; ++column)
        edge += sheet.column_widths_mm[static_cast<std::size_t>(column)];
    return column;
}

void add_charts(BenchmarkReport& report, const Benchmark& benchmark, const FigureSource& source,
                const Workbook& workbook, const Texts& texts)
{
    int sections = 0;
    for (const Figure& figure : workbook.figures)
    {
        std::vector<ChartContent> charts = figure_charts(figure, benchmark, source, workbook, texts);
        if (charts.empty())
            continue;
        report.sheet.rows.emplace_back();
        const int row = report.sheet.row_count();
        if (sections++ % sections_per_page == 0)
            report.sheet.page_breaks.push_back(row);
        report.sheet.rows.push_back({figure.id + " " + figure.name});
        report.sheet.style({row, 0, row, 0}, Style::section);
        double left_edge = 0;
        double tallest = 0;
        for (ChartContent& content : charts)
        {
            PlacedChart chart;
            chart.content = std::move(content);
            chart.anchor_row = row + 1;
            chart.anchor_column = column_at(report.sheet, left_edge);
            if (chart.content.kind == ChartKind::bars)
                chart.height_mm =
                    std::max(chart.height_mm, 30 + mm_per_bar * static_cast<double>(chart.content.categories.size()));
            tallest = std::max(tallest, chart.height_mm);
            add_chart_data(report.chart_data, chart, texts);
            left_edge += chart.width_mm + chart_gap_mm;
            report.charts.push_back(std::move(chart));
        }
        for (int i = 0; i <= static_cast<int>(tallest / row_height_mm) + 1; ++i)
            report.sheet.rows.emplace_back();
    }
}

} // namespace

BenchmarkReport benchmark_report(const Benchmark& benchmark, const FigureSource& source, const Workbook& workbook,
                                 const Texts& texts)
{
    BenchmarkReport report;
    SheetContent& sheet = report.sheet;
    sheet.id = "benchmark";
    sheet.name = texts.get("sheet.benchmark");
    sheet.column_widths_mm = overview_widths_mm();
    sheet.printed_columns = static_cast<int>(sheet.column_widths_mm.size());
    const std::vector<double>& further = further_widths_mm();
    sheet.column_widths_mm.insert(sheet.column_widths_mm.end(), further.begin(), further.end());
    sheet.repeat_headings = false;
    sheet.frozen_columns = 2;
    sheet.rows.push_back({texts.format("benchmark.title", {{"municipality", workbook.municipality->name}})});
    sheet.rows.push_back({overview_sentence(benchmark, workbook, texts)});
    sheet.rows.push_back({conventions_sentence(benchmark, source.municipalities(), texts)});
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 2, 0}, Style::subtitle);
    const std::string note =
        workbook.data_note.empty() && benchmark.invented ? texts.get("benchmark.invented") : workbook.data_note;
    if (!note.empty())
    {
        sheet.rows.push_back({note});
        sheet.style({3, 0, 3, 4}, Style::invented);
    }
    std::vector<std::string> warnings = group_warnings(benchmark, source.municipalities(), texts);
    if (benchmark.left_out > 0)
        warnings.insert(warnings.begin(), texts.count("benchmark.left_out", benchmark.left_out));
    for (std::string& warning : warnings)
    {
        sheet.rows.push_back({std::move(warning)});
        sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, 4}, Style::warning);
    }
    sheet.rows.emplace_back();
    report.chart_data.id = "chart_data";
    report.chart_data.name = texts.get("sheet.chart_data");
    report.chart_data.column_widths_mm.assign(16, 32);
    report.chart_data.rows.push_back({texts.get("chart_data.title")});
    report.chart_data.rows.push_back({texts.get("chart_data.note")});
    report.chart_data.rows.emplace_back();
    report.chart_data.style({0, 0, 0, 0}, Style::title);
    report.chart_data.style({1, 0, 1, 0}, Style::subtitle);
    add_overview(sheet, benchmark, source, workbook, texts);
    add_details(sheet, benchmark, workbook, texts);
    add_charts(report, benchmark, source, workbook, texts);
    return report;
}

} // namespace trinvis
