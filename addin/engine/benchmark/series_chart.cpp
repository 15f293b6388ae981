// SPDX-License-Identifier: MPL-2.0
#include "benchmark/series_chart.hpp"

#include "benchmark/chart_parts.hpp"
#include "benchmark/words.hpp"
#include "table/number_text.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis
{

namespace
{

bool any_known(const ChartSeries& series)
{
    return std::any_of(series.y.begin(), series.y.end(), [](const auto& y) { return y.has_value(); });
}

/// A region may be another one in the later rounds; the latest is named.
std::string label_of_main_group(const Benchmark& benchmark)
{
    std::string label;
    for (const Comparison& comparison : benchmark.comparisons)
        if (comparison.group == benchmark.main_group)
            label = comparison.group_label;
    return label;
}

/// The own municipality, its group and the country, one value a round.
struct Development
{
    ChartSeries band;
    ChartSeries band_start;
    ChartSeries median;
    ChartSeries country;
    ChartSeries own;
    std::size_t known = 0;
    Weighting weighting = Weighting::ratio_of_sums; ///< of the country's level
};

Development gather(const Figure& figure, const Benchmark& benchmark, const FigureSource& source,
                   const Workbook& workbook, const Texts& texts, std::vector<std::string>& dates)
{
    const std::string label = label_of_main_group(benchmark);
    const auto named = [&](const char* key) { return texts.format(key, {{"group", label}}); };
    Development all{{named("chart.series.band"), SeriesRole::band, {}, {}, false},
                    {named("chart.series.band_start"), SeriesRole::band_start, {}, {}, false},
                    {named("chart.series.median"), SeriesRole::average, {}, {}, false},
                    {{}, SeriesRole::country, {}, {}, false},
                    {workbook.municipality->name, SeriesRole::own, {}, {}, false}};
    for (const Comparison& comparison : benchmark.comparisons)
    {
        if (comparison.figure != figure.id)
            continue;
        if (comparison.group == GroupKind::country)
        {
            dates.push_back(format_date(comparison.period, workbook.language));
            all.country.y.push_back(comparison.level);
            all.weighting = comparison.weighting;
            if (comparison.own.known())
            {
                all.own.labelled = all.own.y.size();
                ++all.known;
            }
            all.own.y.push_back(comparison.own.known() ? std::optional(comparison.own.value) : std::nullopt);
        }
        const bool main = comparison.group == benchmark.main_group;
        if (const Group* group = main ? main_group(benchmark, comparison.period) : nullptr)
        {
            const auto spread = group_spread(*group, figure, comparison.period, source);
            all.band.y.push_back(spread ? std::optional(spread->upper_quartile) : std::nullopt);
            all.band_start.y.push_back(spread ? std::optional(spread->lower_quartile) : std::nullopt);
            all.median.y.push_back(comparison.median);
        }
    }
    all.country.name = texts.get("chart.series.country." + std::string(weighting_code(all.weighting)));
    return all;
}

/// Whether a line comes down to the own point steeply, or nearest to it lies that of others, where a label above would
/// stand.
bool room_below(const Development& all)
{
    constexpr double steep = 0.2; // of the largest own value
    const std::size_t at = *all.own.labelled;
    const double own = *all.own.y[at];
    double largest = 0;
    for (const std::optional<double>& value : all.own.y)
        largest = std::max(largest, value.value_or(0));
    if (const double before = at > 0 ? all.own.y[at - 1].value_or(own) : own; std::fabs(before - own) > steep * largest)
        return before > own;
    std::optional<double> nearest;
    for (const ChartSeries* series : {&all.median, &all.country})
        if (at < series->y.size() && series->y[at] &&
            (!nearest || std::fabs(*series->y[at] - own) < std::fabs(*nearest - own)))
            nearest = series->y[at];
    return nearest && *nearest >= own;
}

} // namespace

std::optional<ChartContent> series_chart(const Figure& figure, const Benchmark& benchmark, const FigureSource& source,
                                         const Workbook& workbook, const Texts& texts)
{
    ChartContent chart;
    chart.name = "trinvis_" + figure.id + "_series";
    chart.kind = ChartKind::lines;
    chart.title = figure.id + " " + figure.name;
    chart.y_title = figure.unit;
    Development all = gather(figure, benchmark, source, workbook, texts, chart.categories);
    if (all.known == 0)
        return std::nullopt;
    const double last = *all.own.y[*all.own.labelled];
    const std::string last_date = chart.categories[*all.own.labelled];
    chart.decimals = shown_decimals(figure, last);
    const std::size_t missing = chart.categories.size() - all.known;
    // Where the group is the whole country, its level would only lie beside its own median.
    if (benchmark.main_group == GroupKind::country)
        all.country.y.assign(all.country.y.size(), std::nullopt);
    all.own.label_below = room_below(all);
    const bool banded = any_known(all.band);
    // The own line is drawn last, above all others.
    for (ChartSeries* series : {&all.band, &all.band_start, &all.median, &all.country, &all.own})
        if (any_known(*series))
            chart.series.push_back(std::move(*series));
    const std::string key = banded ? "chart.series.subtitle.band" : "chart.series.subtitle";
    chart.subtitle = subtitle(texts.format(key, {{"group", label_of_main_group(benchmark)}}), benchmark,
                              chart.series.size() > 1, texts);
    chart.alt_text = texts.format(
        "chart.series.alt",
        {{"figure", chart.title},
         {"first", chart.categories.front()},
         {"to", chart.categories.back()},
         {"rounds", texts.count("chart.series.alt.rounds", all.known)},
         {"missing", missing == 0 ? std::string{} : " " + texts.count("chart.series.alt.missing", missing)},
         {"last", shown_value(figure, last, workbook.language)},
         {"date", last_date}});
    return chart;
}

} // namespace trinvis
