// SPDX-License-Identifier: MPL-2.0
#include "benchmark/report.hpp"

#include "benchmark/words.hpp"

#include <algorithm>
#include <array>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr double row_height_mm = 4.5;
constexpr double mm_per_bar = 4.4;
constexpr double mm_per_profile_row = 9.5;
constexpr double profile_width_mm = 200;
constexpr int sections_per_page = 3;
constexpr std::size_t verdict_column = 8;
constexpr double chart_gap_mm = 6;

ContentCell optional_number(const std::optional<double>& value)
{
    return value ? ContentCell{*value} : ContentCell{std::string("–")};
}

/// What a reader looks for first stands first: the own value, the group and the verdict.
constexpr std::array<std::string_view, 18> column_keys{
    "figure", "name", "unit",   "period",   "own",     "lower",   "upper", "group",         "verdict",
    "change", "rank", "ranked", "quartile", "counted", "missing", "mean",  "ratio_of_sums", "median"};

ContentCell optional_count(int value)
{
    return value > 0 ? ContentCell{static_cast<double>(value)} : ContentCell{std::string("–")};
}

Row comparison_row(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    const auto interval = comparison.own.interval;
    return {figure.id,
            figure.name,
            figure.unit,
            comparison.period,
            comparison.own.value,
            optional_number(interval ? std::optional(interval->lower) : std::nullopt),
            optional_number(interval ? std::optional(interval->upper) : std::nullopt),
            comparison.group_label,
            verdict_words(comparison, texts),
            optional_number(comparison.change),
            optional_count(comparison.rank),
            optional_count(comparison.rank > 0 ? comparison.ranked : 0),
            optional_count(comparison.quartile),
            static_cast<double>(comparison.counted),
            static_cast<double>(comparison.missing),
            optional_number(comparison.mean),
            optional_number(comparison.ratio_of_sums),
            optional_number(comparison.median)};
}

void add_table(SheetContent& sheet, const Benchmark& benchmark, const Workbook& workbook, const Texts& texts)
{
    const int heading = sheet.row_count();
    const int last_column = static_cast<int>(column_keys.size()) - 1;
    Row headings;
    for (int column = 0; column <= last_column; ++column)
        headings.emplace_back(
            texts.get("benchmark.column." + std::string(column_keys[static_cast<std::size_t>(column)])));
    sheet.rows.push_back(std::move(headings));
    std::vector<std::pair<int, int>> decimals;
    for (const Figure& figure : workbook.figures)
    {
        const std::vector<const Comparison*> comparisons = latest(benchmark, figure.id);
        for (const Comparison* comparison : comparisons)
        {
            decimals.emplace_back(sheet.row_count(), shown_decimals(figure, comparison->own.value));
            sheet.rows.push_back(comparison_row(*comparison, figure, texts));
        }
        if (comparisons.empty())
        {
            Row row(static_cast<std::size_t>(last_column) + 1);
            row[0] = figure.id;
            row[1] = figure.name;
            row[2] = figure.unit;
            row[verdict_column] =
                texts.get(benchmark.left_out > 0 ? "comparison.not_usable" : "comparison.not_reported");
            sheet.rows.push_back(std::move(row));
        }
    }
    const int last = sheet.row_count() - 1;
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    sheet.style_texts({heading + 1, 0, last, last_column});
    sheet.style({heading + 1, 3, last, 3}, Style::cell_date);
    sheet.style({heading + 1, 10, last, 14}, Style::cell_number);
    for (const auto& [row, count] : decimals)
    {
        const Style style =
            count == 0 ? Style::cell_number : (count == 1 ? Style::cell_decimal : Style::cell_two_decimals);
        sheet.style({row, 4, row, 6}, style);
        sheet.style({row, 9, row, 9}, style);
        sheet.style({row, 15, row, 17}, style);
    }
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.filter = true;
    sheet.frozen_rows = heading + 1;
    sheet.frozen_columns = 2;
}

/// The first column that begins at or behind a distance from the left edge.
int column_at(const SheetContent& sheet, double distance_mm)
{
    int column = 0;
    for (double edge = 0; edge < distance_mm; ++column)
        edge += sheet.column_widths_mm[static_cast<std::size_t>(column)];
    return column;
}

/// Puts charts side by side under a heading, from the left edge on, and leaves rows free beneath it for them.
void place_charts(BenchmarkReport& report, const std::string& heading, std::vector<ChartContent> charts)
{
    report.sheet.rows.emplace_back();
    const int row = report.sheet.row_count();
    report.sheet.rows.push_back({heading});
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
                std::max(chart.height_mm, 32 + mm_per_bar * static_cast<double>(chart.content.categories.size()));
        if (chart.content.kind == ChartKind::profile)
        {
            chart.width_mm = profile_width_mm;
            chart.height_mm = 45 + mm_per_profile_row * static_cast<double>(chart.content.categories.size());
        }
        tallest = std::max(tallest, chart.height_mm);
        left_edge += chart.width_mm + chart_gap_mm;
        report.charts.push_back(std::move(chart));
    }
    for (int i = 0; i <= static_cast<int>(tallest / row_height_mm) + 1; ++i)
        report.sheet.rows.emplace_back();
}

void add_charts(BenchmarkReport& report, const Benchmark& benchmark, const FigureSource& source,
                const Workbook& workbook, const Texts& texts)
{
    // The profile begins a page of its own, and so does the first figure after it.
    if (auto profile = profile_chart(benchmark, source, workbook, texts))
    {
        report.sheet.page_breaks.push_back(report.sheet.row_count() + 1);
        place_charts(report, texts.get("chart.profile.heading"), {std::move(*profile)});
    }
    int sections = 0;
    for (const Figure& figure : workbook.figures)
    {
        std::vector<ChartContent> charts = figure_charts(figure, benchmark, source, workbook, texts);
        if (charts.empty())
            continue;
        if (sections++ % sections_per_page == 0)
            report.sheet.page_breaks.push_back(report.sheet.row_count() + 1);
        place_charts(report, figure.id + " " + figure.name, std::move(charts));
    }
    report.chart_data = chart_data_sheet(report.charts, texts);
}

} // namespace

BenchmarkReport benchmark_report(const Benchmark& benchmark, const FigureSource& source, const Workbook& workbook,
                                 const Texts& texts, std::string_view regions_valid_to)
{
    BenchmarkReport report;
    SheetContent& sheet = report.sheet;
    sheet.id = "benchmark";
    sheet.name = texts.get("sheet.benchmark");
    sheet.column_widths_mm = {14, 126, 40, 28, 24, 24, 24, 52, 58, 24, 22, 16, 20, 28, 22, 28, 24, 22};
    sheet.repeat_headings = false;
    sheet.rows.push_back({texts.format("benchmark.title", {{"municipality", workbook.municipality->name}})});
    sheet.rows.push_back({texts.get("benchmark.how")});
    const auto valid_to = parse_date(regions_valid_to);
    sheet.rows.push_back({texts.format(
        "benchmark.conventions",
        {{"date", valid_to ? format_date(*valid_to, workbook.language) : std::string(regions_valid_to)}})});
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 2, 0}, Style::subtitle);
    const std::string note =
        workbook.data_note.empty() && benchmark.invented ? texts.get("benchmark.invented") : workbook.data_note;
    if (!note.empty())
    {
        sheet.rows.push_back({note});
        sheet.style({3, 0, 3, 4}, Style::invented);
    }
    if (benchmark.left_out > 0)
    {
        sheet.rows.push_back({texts.count("benchmark.left_out", benchmark.left_out)});
        sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, 4}, Style::warning);
    }
    sheet.rows.emplace_back();
    add_table(sheet, benchmark, workbook, texts);
    add_charts(report, benchmark, source, workbook, texts);
    return report;
}

} // namespace trinvis
