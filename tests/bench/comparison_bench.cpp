// SPDX-License-Identifier: MPL-2.0
//
// The comparison alone, over 98 municipalities, 100 figures and 40 rounds: reading the data out of the cells, comparing
// (funnels with over-dispersion, ranks, trends, Benjamini-Hochberg over six groups a round), and the sheet with its charts;
// beside it the bare copying of the same cells. Time per value ("items_per_second").
#include "benchmark/report.hpp"
#include "reference/comparison_data.hpp"
#include "shipped_content.hpp"

#include <benchmark/benchmark.h>

#include <random>

namespace
{

using namespace trinvis;
using namespace trinvis::bench;

constexpr std::size_t figures = 100;
constexpr int rounds = 40;
constexpr Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{1}};
constexpr std::string_view own_code = "706";
constexpr const char* population = "befolkning_0_22";

/// The catalogue that ships, and shares of the population until there are 100 figures.
Catalogue large_catalogue()
{
    Catalogue catalogue = Catalogue::from_json(content("templates/catalogue.json"), Language::danish);
    for (std::size_t number = catalogue.figures.size() + 1; number <= figures; ++number)
    {
        Figure figure;
        figure.id = "E" + std::to_string(number);
        figure.name = "En indikator i en stor mappe";
        figure.numerator = "post_" + std::to_string(number);
        figure.denominator = population;
        figure.factor = 1000;
        figure.unit = "pr. 1.000 0-22-årige";
        figure.direction = number % 2 == 0 ? Direction::lower : Direction::neither;
        catalogue.items.push_back({figure.numerator, "En post", "antal", "role.numerator", {figure.id}});
        catalogue.figures.push_back(std::move(figure));
    }
    return catalogue;
}

std::vector<Date> dates()
{
    std::vector<Date> all;
    for (int round = 0; round < rounds; ++round)
        all.push_back(Date{std::chrono::year{2006 + round / 2}, std::chrono::month{round % 2 == 0 ? 3U : 9U},
                           std::chrono::day{30}});
    return all;
}

/// Counts as chance and differences between municipalities give them.
class Counts
{
public:
    double population(std::size_t municipality, int round) const
    {
        return 1500 + static_cast<double>((municipality * 977) % 30'000) + 10 * round;
    }
    double of(const std::string& item, std::size_t municipality, int round)
    {
        if (item == ::population)
            return population(municipality, round);
        const double level = 0.002 + 0.0004 * static_cast<double>(std::hash<std::string>{}(item) % 60);
        const double own = 0.7 + 0.06 * static_cast<double>((municipality * 7 + item.size()) % 11);
        return static_cast<double>(
            std::poisson_distribution<int>(population(municipality, round) * level * own)(m_bits));
    }

private:
    std::mt19937 m_bits{42};
};

const WorkbookCells& large_workbook()
{
    static const WorkbookCells cells = []
    {
        const Catalogue catalogue = large_catalogue();
        const std::vector<Date> cut_offs = dates();
        std::vector<SheetContent> sheets = new_workbook_sheets(
            {*municipalities().find(own_code), cut_offs, catalogue, {}, words().danish, municipalities(), "bench"});
        Counts counts;
        for (SheetContent& sheet : sheets)
            if (sheet.id == "entry")
                for (std::vector<ContentCell>& row : sheet.rows)
                {
                    const std::string* first = row.empty() ? nullptr : std::get_if<std::string>(&row.front());
                    const std::string id = first ? *first : std::string{};
                    const auto known = [&](const Item& item) { return item.id == id; };
                    if (std::none_of(catalogue.items.begin(), catalogue.items.end(), known))
                        continue;
                    row.resize(5);
                    for (int round = 0; round < rounds; ++round)
                        row.emplace_back(counts.of(id, 0, round));
                }
            else if (sheet.id == "comparison")
                for (std::size_t municipality = 0; municipality < municipalities().all().size(); ++municipality)
                    for (const Item& item : catalogue.items)
                        for (int round = 0; round < rounds; ++round)
                            sheet.rows.push_back({municipalities().all()[municipality].code, item.id,
                                                  cut_offs[static_cast<std::size_t>(round)],
                                                  counts.of(item.id, municipality + 1, round)});
        return cells_of(sheets);
    }();
    return cells;
}

void count_values(benchmark::State& state)
{
    state.SetItemsProcessed(state.iterations() *
                            static_cast<std::int64_t>(municipalities().all().size() * figures * rounds));
}

void copy_comparison_cells(benchmark::State& state)
{
    for (auto _ : state)
    {
        WorkbookCells copy = large_workbook();
        benchmark::DoNotOptimize(copy);
    }
    count_values(state);
}

void read_comparison_data(benchmark::State& state)
{
    const Workbook workbook = read_workbook(large_workbook(), words(), municipalities());
    for (auto _ : state)
    {
        const ComparisonData data(workbook, words(), municipalities());
        benchmark::DoNotOptimize(data.empty());
    }
    count_values(state);
}

void compare_100_figures(benchmark::State& state)
{
    const Workbook workbook = read_workbook(large_workbook(), words(), municipalities());
    const ComparisonData data(workbook, words(), municipalities());
    for (auto _ : state)
    {
        const Benchmark compared = compare(workbook, data, words(), municipalities(), today);
        state.counters["comparisons"] = static_cast<double>(compared.comparisons.size());
    }
    count_values(state);
}

void report_100_figures(benchmark::State& state)
{
    const Workbook workbook = read_workbook(large_workbook(), words(), municipalities());
    const ComparisonData data(workbook, words(), municipalities());
    const Benchmark compared = compare(workbook, data, words(), municipalities(), today);
    for (auto _ : state)
    {
        const FigureSource source(workbook, data, words(), municipalities());
        const ChartedReport report = benchmark_report(compared, source, workbook, words().danish);
        state.counters["rows"] = report.sheet.row_count();
        state.counters["charts"] = static_cast<double>(report.charts.size());
    }
    count_values(state);
}

BENCHMARK(copy_comparison_cells)->Unit(benchmark::kMillisecond);
BENCHMARK(read_comparison_data)->Unit(benchmark::kMillisecond);
BENCHMARK(compare_100_figures)->Unit(benchmark::kMillisecond);
BENCHMARK(report_100_figures)->Unit(benchmark::kMillisecond);

} // namespace
