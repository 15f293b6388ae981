// SPDX-License-Identifier: MPL-2.0
//
// The engine alone, over 100,000 and 1,000,000 values of Indtastning: reading the model out of the cells, validating it
// with 250 rules (those that ship, and variants of some of them), and following a change of one cell; beside it the bare
// copying of the same cells. Time per cell ("items_per_second") tells whether growth is linear.
#include "shipped_content.hpp"

#include "validation/live_validation.hpp"
#include "validation/validate.hpp"

#include <benchmark/benchmark.h>

namespace
{

using namespace trinvis;
using namespace trinvis::bench;

constexpr int rounds = 20;
constexpr std::size_t rule_count = 250;
constexpr Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{1}};

/// The rules that ship, and variants with limits of their own until there are 250.
std::vector<rules::Rule> many_rules()
{
    std::vector<rules::Rule> all = rules::shipped_rules(content("templates/rules.json"), Language::danish);
    for (std::size_t i = 0; all.size() < rule_count; ++i)
    {
        rules::Rule rule;
        const std::string limit = std::to_string(1000 + i);
        rule.id = "X" + limit;
        rule.table = "values";
        rule.severity = "error";
        rule.message = "{Navn} er {Værdi}";
        switch (i % 4)
        {
        case 0:
            rule.when = "ER.TAL(Værdi)";
            rule.must = "Værdi <= " + limit;
            break;
        case 1:
            rule.when = "OG(Enhed = \"antal\"; ER.TAL(Værdi); Forrige > 0)";
            rule.must = "ABS(Værdi - Forrige) <= MAKS(0,5 * Forrige; " + limit + ")";
            break;
        case 2:
            rule.when = "OG(Rolle = \"tæller\"; ER.TAL(Værdi))";
            rule.must = "ELLER(Værdi + Forrige < 3 * " + limit + "; Værdi * 2 > Forrige)";
            break;
        default:
            rule.must = "IKKE(OG(ER.TAL(Værdi); FORRIGE(Værdi) > " + limit + "; Værdi = 0))";
            break;
        }
        all.push_back(std::move(rule));
    }
    return all;
}

/// A new workbook whose Indtastning has that many items in 20 rounds.
WorkbookCells large_workbook(std::int64_t items)
{
    const Catalogue catalogue = Catalogue::from_json(content("templates/catalogue.json"), Language::danish);
    const auto rules = many_rules();
    std::vector<Date> dates;
    for (int round = 0; round < rounds; ++round)
        dates.push_back(Date{std::chrono::year{2010 + round / 2}, std::chrono::month{round % 2 == 0 ? 3U : 9U},
                             std::chrono::day{30}});
    auto sheets = new_workbook_sheets(
        {*municipalities().find("101"), dates, catalogue, rules, words().danish, municipalities(), "bench"});
    for (SheetContent& sheet : sheets)
    {
        if (sheet.id == "entry")
            for (std::int64_t item = 0; item < items; ++item)
            {
                std::vector<ContentCell> row{"post_" + std::to_string(item), std::to_string(1 + item % 12),
                                             std::string("En post"), std::string("tæller"), std::string("antal")};
                for (int round = 0; round < rounds; ++round)
                    row.emplace_back(static_cast<double>(100 + (item * 7 + round * 3) % 40));
                sheet.rows.push_back(std::move(row));
            }
    }
    return cells_of(sheets);
}

/// Values of Indtastning a second.
void count_values(benchmark::State& state)
{
    state.SetItemsProcessed(state.iterations() * state.range(0) * rounds);
}

void copy_cells(benchmark::State& state)
{
    const WorkbookCells cells = large_workbook(state.range(0));
    for (auto _ : state)
    {
        WorkbookCells copy = cells;
        benchmark::DoNotOptimize(copy);
    }
    count_values(state);
}

void read_model(benchmark::State& state)
{
    const WorkbookCells cells = large_workbook(state.range(0));
    for (auto _ : state)
    {
        const Workbook workbook = read_workbook(cells, words(), municipalities());
        benchmark::DoNotOptimize(workbook.lines.size());
    }
    count_values(state);
}

void validate_with_250_rules(benchmark::State& state)
{
    const Workbook workbook = read_workbook(large_workbook(state.range(0)), words(), municipalities());
    for (auto _ : state)
    {
        const Validation validation = validate(workbook, words(), municipalities(), today);
        benchmark::DoNotOptimize(validation.findings.size());
    }
    count_values(state);
}

void follow_a_changed_cell(benchmark::State& state)
{
    LiveValidation live(read_workbook(large_workbook(state.range(0)), words(), municipalities()), words(),
                        municipalities(), today);
    const Workbook& workbook = live.workbook();
    double value = 100;
    std::size_t asked = 0;
    for (auto _ : state)
    {
        value = value > 130 ? 100 : value + 1;
        asked = live.change({workbook.entry.sheet, workbook.lines[1234].row, workbook.rounds[7].column}, Cell{value});
    }
    state.counters["rules"] = static_cast<double>(asked);
}

BENCHMARK(copy_cells)->Arg(5'000)->Arg(50'000)->Unit(benchmark::kMillisecond);
BENCHMARK(read_model)->Arg(5'000)->Arg(50'000)->Unit(benchmark::kMillisecond);
BENCHMARK(validate_with_250_rules)->Arg(5'000)->Arg(50'000)->Unit(benchmark::kMillisecond);
BENCHMARK(follow_a_changed_cell)->Arg(5'000)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
