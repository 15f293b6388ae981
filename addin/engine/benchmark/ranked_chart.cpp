// SPDX-License-Identifier: MPL-2.0
#include "benchmark/ranked_chart.hpp"

#include "benchmark/chart_parts.hpp"
#include "benchmark/words.hpp"
#include "table/number_text.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

struct Bar
{
    std::string name;
    double value;
    bool own;
};

std::vector<Bar> ranked(const Figure& figure, const Benchmark& benchmark, const Comparison& comparison,
                        const FigureSource& source)
{
    std::vector<Bar> bars;
    if (const Group* group = group_on(benchmark.groups, comparison.group, comparison.period))
        for (const std::size_t member : group->members)
            if (const Measured measured = source.of(member, figure, comparison.period); measured.known())
                bars.push_back(
                    {source.municipalities().all()[member].name, measured.value, member == source.own_index()});
    std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.value < b.value; });
    return bars;
}

/// Where the part of a ranking begins that has the own place as near its middle as can be.
std::size_t first_shown(const std::vector<Bar>& bars)
{
    if (bars.size() <= most_bars)
        return 0;
    const auto own = std::find_if(bars.begin(), bars.end(), [](const Bar& bar) { return bar.own; });
    const auto place = static_cast<std::size_t>(own - bars.begin());
    const std::size_t before = std::min(place, most_bars / 2);
    return std::min(place - before, bars.size() - most_bars);
}

} // namespace

std::optional<ChartContent> ranked_chart(const Figure& figure, const Benchmark& benchmark, const Comparison& comparison,
                                         const FigureSource& source, const Workbook& workbook, const Texts& texts)
{
    if (comparison.ranked < 2)
        return std::nullopt;
    const std::vector<Bar> bars = ranked(figure, benchmark, comparison, source);
    const std::size_t first = first_shown(bars);
    const std::size_t last = std::min(first + most_bars, bars.size());
    ChartContent chart;
    chart.name = "trinvis_" + figure.id + "_bars";
    chart.kind = ChartKind::bars;
    chart.title = figure.id + " " + figure.name;
    chart.decimals = shown_decimals(figure, comparison.own.value);
    const std::string date = format_date(comparison.period, workbook.language);
    std::string shown = texts.format("chart.bars.subtitle", {{"date", date}, {"group", comparison.group_label}});
    if (last - first < bars.size())
        shown += " · " + texts.format("chart.bars.part", {{"first", std::to_string(first + 1)},
                                                          {"last", std::to_string(last)},
                                                          {"all", std::to_string(bars.size())}});
    chart.subtitle = subtitle(std::move(shown), benchmark, true, texts);
    chart.y_title = figure.unit;
    ChartSeries others{texts.get("chart.series.others"), SeriesRole::others, {}, {}, false};
    ChartSeries own{workbook.municipality->name, SeriesRole::own, {}, {}, false};
    for (std::size_t i = first; i < last; ++i)
    {
        const Bar& bar = bars[i];
        chart.categories.push_back(bar.own ? texts.format("chart.bars.own", {{"name", bar.name}}) : bar.name);
        if (bar.own)
            own.labelled = own.y.size();
        own.y.push_back(bar.own ? std::optional(bar.value) : std::nullopt);
        others.y.push_back(bar.own ? std::nullopt : std::optional(bar.value));
    }
    chart.series = {std::move(others), std::move(own)};
    chart.alt_text =
        texts.format("chart.bars.alt", {{"figure", chart.title},
                                        {"date", date},
                                        {"n", std::to_string(last - first)},
                                        {"all", std::to_string(bars.size())},
                                        {"sentence", verdict_sentence(comparison, figure, workbook, texts)}});
    return chart;
}

} // namespace trinvis
