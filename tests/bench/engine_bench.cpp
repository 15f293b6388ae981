// SPDX-License-Identifier: MPL-2.0
//
// The engine alone: reading a workbook's model out of 100,000 cells and validating it, as time per cell and as a ratio to
// copying the same cells.
#include "new_workbook/sheets.hpp"
#include "reference/comparison_data.hpp"
#include "validation/validate.hpp"

#include <benchmark/benchmark.h>
#include <fstream>
#include <sstream>

namespace
{

using namespace trinvis;

constexpr int items = 5000;
constexpr int rounds = 20;
constexpr Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{1}};

std::string content(const std::string& path)
{
    std::ifstream file(std::string(TRINVIS_SOURCE_DIR) + "/" + path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const Words& words()
{
    static const Words both{Texts::from_json(content("addin/package/texts/da.json")),
                            Texts::from_json(content("addin/package/texts/en.json"))};
    return both;
}

const Municipalities& municipalities()
{
    static const Municipalities all = Municipalities::from_json(content("templates/municipalities.json"));
    return all;
}

Cell to_cell(const ContentCell& content_cell, Date null_date)
{
    if (const double* number = std::get_if<double>(&content_cell))
        return *number;
    if (const std::string* text = std::get_if<std::string>(&content_cell))
        return text->empty() ? Cell{} : Cell{*text};
    if (const Date* date = std::get_if<Date>(&content_cell))
        return serial_from_date(*date, null_date);
    return {};
}

/// A new workbook whose Indtastning has 5,000 items in 20 rounds.
WorkbookCells large_workbook()
{
    const Catalogue catalogue = Catalogue::from_json(content("templates/catalogue.json"), Language::danish);
    const auto rules = rules::shipped_rules(content("templates/rules.json"), Language::danish);
    std::vector<Date> dates;
    for (int round = 0; round < rounds; ++round)
        dates.push_back(Date{std::chrono::year{2010 + round / 2}, std::chrono::month{round % 2 == 0 ? 3U : 9U},
                             std::chrono::day{30}});
    auto sheets = new_workbook_sheets(
        {*municipalities().find("101"), dates, catalogue, rules, words().danish, "2026-12-31", "bench"});
    WorkbookCells cells;
    for (SheetContent& sheet : sheets)
    {
        if (sheet.id == "entry")
            for (int item = 0; item < items; ++item)
            {
                std::vector<ContentCell> row{"post_" + std::to_string(item), std::to_string(1 + item % 12),
                                             std::string("En post"), std::string("tæller"), std::string("antal")};
                for (int round = 0; round < rounds; ++round)
                    row.emplace_back(static_cast<double>(100 + (item * 7 + round * 3) % 40));
                sheet.rows.push_back(std::move(row));
            }
        Grid grid;
        grid.sheet_name = sheet.name;
        grid.columns = sheet.column_count();
        for (const std::vector<ContentCell>& row : sheet.rows)
            for (int column = 0; column < grid.columns; ++column)
                grid.cells.push_back(static_cast<std::size_t>(column) < row.size()
                                         ? to_cell(row[static_cast<std::size_t>(column)], cells.null_date)
                                         : Cell{});
        cells.sheets.push_back(std::move(grid));
    }
    return cells;
}

void copy_cells(benchmark::State& state)
{
    const WorkbookCells cells = large_workbook();
    for (auto _ : state)
    {
        WorkbookCells copy = cells;
        benchmark::DoNotOptimize(copy);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * items * rounds);
}

void read_model(benchmark::State& state)
{
    const WorkbookCells cells = large_workbook();
    for (auto _ : state)
    {
        const Workbook workbook = read_workbook(cells, words(), municipalities());
        benchmark::DoNotOptimize(workbook.lines.size());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * items * rounds);
}

void validate_model(benchmark::State& state)
{
    const Workbook workbook = read_workbook(large_workbook(), words(), municipalities());
    for (auto _ : state)
    {
        const Validation validation = validate(workbook, words(), municipalities(), today);
        benchmark::DoNotOptimize(validation.findings.size());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * items * rounds);
}

BENCHMARK(copy_cells)->Unit(benchmark::kMillisecond);
BENCHMARK(read_model)->Unit(benchmark::kMillisecond);
BENCHMARK(validate_model)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
