// SPDX-License-Identifier: MPL-2.0
#include "benchmark/charts.hpp"

#include "benchmark/words.hpp"
#include "statistics/funnel.hpp"
#include "table/number_text.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis
{

namespace
{

constexpr int limit_points = 40;

const Comparison* of_group(const std::vector<const Comparison*>& comparisons, GroupKind kind)
{
    for (const Comparison* comparison : comparisons)
        if (comparison->group == kind)
            return comparison;
    return nullptr;
}

std::string subtitle(const Benchmark& benchmark, std::string_view key, const Replacements& values, const Texts& texts)
{
    std::string text = texts.format(key, values);
    if (benchmark.invented)
        text += " · " + texts.get("word.invented_figures");
    return text;
}

/// The share of the expected value at which a count of that size sits on the limit, as a rate: for rates the funnel is
/// drawn by turning the count's limits round, the same limits that give the verdict.
std::optional<statistics::Interval> limits_at(const Figure& figure, double average, double denominator, double level)
{
    if (figure.kind == FigureKind::share)
        return statistics::funnel_proportion(average, denominator, level);
    const double expected = average * denominator;
    // Observed counts are whole; the limits lie between the last count inside and the first one outside.
    const auto outside = [&](double observed)
    {
        const auto limits = statistics::funnel_count(observed, level);
        return limits && (expected < limits->lower || expected > limits->upper);
    };
    const auto first_outside = [&](double inside, double far)
    {
        while (std::fabs(far - inside) > 1)
        {
            const double middle = std::floor((inside + far) / 2);
            (outside(middle) ? far : inside) = middle;
        }
        return far;
    };
    const double reach = 10 + 8 * std::sqrt(expected);
    const double low = first_outside(std::floor(expected), std::max(0.0, std::floor(expected - reach)));
    const double high = first_outside(std::ceil(expected), std::ceil(expected + reach));
    return statistics::Interval{std::max(0.0, low) / denominator, high / denominator};
}

std::optional<ChartContent> funnel(const Figure& figure, const Benchmark& benchmark, const Comparison& country,
                                   const FigureSource& source, const Workbook& workbook, const Texts& texts)
{
    if (!country.ratio_of_sums || *country.ratio_of_sums <= 0)
        return std::nullopt;
    const double average = *country.ratio_of_sums / figure.factor;
    ChartContent chart;
    chart.name = "trinvis_" + figure.id + "_funnel";
    chart.kind = ChartKind::scatter;
    chart.title = figure.id + " " + figure.name;
    chart.decimals = shown_decimals(figure, *country.ratio_of_sums);
    const std::string date = format_date(country.period, workbook.language);
    chart.subtitle = subtitle(benchmark, "chart.funnel.subtitle", {{"date", date}}, texts);
    chart.x_title = texts.format("chart.funnel.x", {{"denominator", item_name(workbook, figure.denominator)}});
    chart.y_title = figure.unit;
    struct Dot
    {
        double denominator;
        double value;
        bool own;
    };
    std::vector<Dot> dots{{country.own.denominator, country.own.value, true}};
    for (std::size_t i = 0; i < source.municipalities().all().size(); ++i)
        if (const Measured other = i == source.own_index() ? Measured{} : source.of(i, figure, country.period);
            other.known())
            dots.push_back({other.denominator, other.value, false});
    const auto [smallest, largest] = std::minmax_element(
        dots.begin(), dots.end(), [](const Dot& a, const Dot& b) { return a.denominator < b.denominator; });
    // The limits of the smallest municipalities reach far; the dots decide how much of them is shown.
    const double highest =
        std::max_element(dots.begin(), dots.end(), [](const Dot& a, const Dot& b) { return a.value < b.value; })->value;
    chart.y_max = figure.kind == FigureKind::share ? std::min(figure.factor, highest * 1.3) : highest * 1.3;
    const double first = std::max(1.0, std::floor(smallest->denominator * 0.8));
    const double last = std::ceil(largest->denominator * 1.05);
    for (const Dot& dot : dots)
        chart.x.push_back(dot.denominator);
    // Between the dots equal steps of the logarithm put points where the funnel bends.
    for (int point = 0; point < limit_points; ++point)
        chart.x.push_back(std::round(first * std::pow(last / first, static_cast<double>(point) / (limit_points - 1))));
    std::sort(chart.x.begin(), chart.x.end());
    const std::size_t points = chart.x.size();
    const std::vector<std::optional<double>> nothing(points);
    ChartSeries others{texts.get("chart.series.others"), SeriesRole::others, nothing};
    ChartSeries own{workbook.municipality->name, SeriesRole::own, nothing};
    ChartSeries level{texts.get("chart.series.average"), SeriesRole::average,
                      std::vector<std::optional<double>>(points, *country.ratio_of_sums)};
    for (const Dot& dot : dots)
    {
        ChartSeries& series = dot.own ? own : others;
        auto at = static_cast<std::size_t>(std::lower_bound(chart.x.begin(), chart.x.end(), dot.denominator) -
                                           chart.x.begin());
        while (series.y[at])
            ++at;
        series.y[at] = dot.value;
    }
    const auto limit_series = [&](std::string_view key, bool upper, SeriesRole role, double level_of_limits)
    {
        ChartSeries series{texts.get(key), role, nothing};
        for (std::size_t point = 0; point < points; ++point)
            if (const auto limits = limits_at(figure, average, chart.x[point], level_of_limits))
                series.y[point] = (upper ? limits->upper : limits->lower) * figure.factor;
        return series;
    };
    chart.series = {std::move(others),
                    std::move(own),
                    std::move(level),
                    limit_series("chart.series.limit_95", false, SeriesRole::limit_95, 0.95),
                    limit_series("chart.series.limit_95", true, SeriesRole::limit_95, 0.95),
                    limit_series("chart.series.limit_998", false, SeriesRole::limit_998, 0.998),
                    limit_series("chart.series.limit_998", true, SeriesRole::limit_998, 0.998)};
    chart.alt_text = texts.format(
        "chart.funnel.alt",
        {{"figure", chart.title}, {"date", date}, {"sentence", verdict_sentence(country, figure, workbook, texts)}});
    return chart;
}

std::optional<ChartContent> ranked_bars(const Figure& figure, const Benchmark& benchmark, const Comparison& group,
                                        const FigureSource& source, const Workbook& workbook, const Texts& texts)
{
    if (group.ranked < 2)
        return std::nullopt;
    struct Bar
    {
        std::string name;
        double value;
        bool own;
    };
    std::vector<Bar> bars;
    if (const Group* candidate = group_on(benchmark.groups, group.group, group.period))
        for (const std::size_t member : candidate->members)
            if (const Measured measured = source.of(member, figure, group.period); measured.known())
                bars.push_back(
                    {source.municipalities().all()[member].name, measured.value, member == source.own_index()});
    std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.value < b.value; });
    ChartContent chart;
    chart.name = "trinvis_" + figure.id + "_bars";
    chart.kind = ChartKind::bars;
    chart.title = figure.id + " " + figure.name;
    chart.decimals = shown_decimals(figure, group.own.value);
    const std::string date = format_date(group.period, workbook.language);
    chart.subtitle = subtitle(benchmark, "chart.bars.subtitle", {{"date", date}, {"group", group.group_label}}, texts);
    chart.y_title = figure.unit;
    ChartSeries series{figure.unit, SeriesRole::others, {}};
    for (const Bar& bar : bars)
    {
        if (bar.own)
            chart.own_point = chart.categories.size();
        chart.categories.push_back(bar.own ? texts.format("chart.bars.own", {{"name", bar.name}}) : bar.name);
        series.y.emplace_back(bar.value);
    }
    chart.series.push_back(std::move(series));
    chart.alt_text = texts.format(
        "chart.bars.alt",
        {{"figure", chart.title}, {"date", date}, {"sentence", verdict_sentence(group, figure, workbook, texts)}});
    return chart;
}

std::optional<ChartContent> development(const Figure& figure, const Benchmark& benchmark, const Workbook& workbook,
                                        const Texts& texts)
{
    ChartContent chart;
    chart.name = "trinvis_" + figure.id + "_series";
    chart.kind = ChartKind::lines;
    chart.title = figure.id + " " + figure.name;
    chart.y_title = figure.unit;
    ChartSeries own{workbook.municipality->name, SeriesRole::own, {}};
    ChartSeries country{texts.get("group.country"), SeriesRole::country, {}};
    ChartSeries group{{}, SeriesRole::average, {}};
    // The country has a line of its own.
    const GroupKind group_kind =
        benchmark.main_group == GroupKind::country ? GroupKind::municipality_group : benchmark.main_group;
    const bool ratio = benchmark.weighting == Weighting::ratio_of_sums;
    const Weighting weighting = ratio && !figure.value.empty() ? Weighting::unweighted_mean : benchmark.weighting;
    std::size_t known = 0;
    double last = 0;
    for (const Comparison& comparison : benchmark.comparisons)
    {
        if (comparison.figure != figure.id)
            continue;
        if (comparison.group == GroupKind::country)
        {
            chart.categories.push_back(format_date(comparison.period, workbook.language));
            own.y.push_back(comparison.own.known() ? std::optional(comparison.own.value) : std::nullopt);
            known += comparison.own.known() ? 1U : 0U;
            last = comparison.own.known() ? comparison.own.value : last;
            country.y.push_back(comparison.level);
        }
        if (comparison.group == group_kind)
        {
            group.name = comparison.group_label;
            group.y.push_back(comparison.level);
        }
    }
    if (known == 0)
        return std::nullopt;
    chart.decimals = shown_decimals(figure, last);
    chart.subtitle = subtitle(benchmark, "chart.series.subtitle." + std::string(weighting_code(weighting)), {}, texts);
    chart.series.push_back(std::move(own));
    for (ChartSeries* series : {&group, &country})
        if (std::any_of(series->y.begin(), series->y.end(), [](const auto& y) { return y.has_value(); }))
            chart.series.push_back(std::move(*series));
    chart.alt_text = texts.format("chart.series.alt", {{"figure", chart.title},
                                                       {"n", std::to_string(known)},
                                                       {"last", shown_value(figure, last, workbook.language)}});
    return chart;
}

} // namespace

std::vector<ChartContent> figure_charts(const Figure& figure, const Benchmark& benchmark, const FigureSource& source,
                                        const Workbook& workbook, const Texts& texts)
{
    std::vector<ChartContent> charts;
    const std::vector<const Comparison*> comparisons = latest(benchmark, figure.id);
    const bool spread_known = figure.kind == FigureKind::share || figure.kind == FigureKind::rate;
    std::optional<ChartContent> standing;
    if (const Comparison* country = of_group(comparisons, GroupKind::country); country && spread_known)
        standing = funnel(figure, benchmark, *country, source, workbook, texts);
    else
        // Three municipalities make the smallest group; the region then has more to show.
        for (const GroupKind kind : {benchmark.main_group, GroupKind::municipality_group, GroupKind::region})
            if (const Comparison* group = of_group(comparisons, kind); group && !standing)
                standing = ranked_bars(figure, benchmark, *group, source, workbook, texts);
    if (standing)
        charts.push_back(std::move(*standing));
    if (auto series = development(figure, benchmark, workbook, texts))
        charts.push_back(std::move(*series));
    for (ChartContent& chart : charts)
        chart.language = workbook.language;
    return charts;
}

} // namespace trinvis
