// SPDX-License-Identifier: MPL-2.0
#include "benchmark/funnel_chart.hpp"

#include "benchmark/chart_parts.hpp"
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
/// Room above the highest dot, of its height.
constexpr double headroom = 1.15;

struct Dot
{
    double denominator;
    double numerator;
    double value;
    bool own;
};

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

bool beyond_998(const Figure& figure, const Dot& dot, double average)
{
    const auto verdict = figure.kind == FigureKind::share
                             ? statistics::proportion_verdict(dot.numerator, dot.denominator, average)
                             : statistics::count_verdict(dot.numerator, dot.denominator * average);
    return verdict &&
           (*verdict == statistics::FunnelVerdict::low_998 || *verdict == statistics::FunnelVerdict::high_998);
}

std::vector<Dot> dots_of(const Figure& figure, const Comparison& country, const FigureSource& source)
{
    std::vector<Dot> dots{{country.own.denominator, country.own.numerator, country.own.value, true}};
    const std::vector<Municipality>& all = source.municipalities().all();
    const bool invented = source.own_index() && all[*source.own_index()].invented;
    for (std::size_t i = 0; i < all.size(); ++i)
    {
        // Those of the practice workbook are no part of the country, nor the country of theirs.
        if (i == source.own_index() || all[i].invented != invented)
            continue;
        if (const Measured other = source.of(i, figure, country.period); other.known())
            dots.push_back({other.denominator, other.numerator, other.value, false});
    }
    return dots;
}

} // namespace

std::optional<ChartContent> funnel_chart(const Figure& figure, const Benchmark& benchmark, const Comparison& country,
                                         const FigureSource& source, const Workbook& workbook, const Texts& texts)
{
    if (!country.ratio_of_sums || *country.ratio_of_sums <= 0)
        return std::nullopt;
    const double average = *country.ratio_of_sums / figure.factor;
    ChartContent chart;
    chart.name = "trinvis_" + figure.id + "_funnel";
    chart.kind = ChartKind::scatter;
    chart.title = figure.id + " " + figure.name;
    chart.decimals = shown_decimals(figure, country.own.value);
    const std::string date = format_date(country.period, workbook.language);
    // The verdict allows for it; the drawn limits do not, and a reader would wonder.
    const bool spread = country.judgement.spread && country.judgement.spread->between_variance > 0;
    chart.subtitle =
        subtitle(texts.format(spread ? "chart.funnel.subtitle.spread" : "chart.funnel.subtitle", {{"date", date}}),
                 benchmark, true, texts);
    chart.x_title = texts.format("chart.funnel.x", {{"denominator", item_name(workbook, figure.denominator)}});
    chart.y_title = figure.unit;
    const std::vector<Dot> dots = dots_of(figure, country, source);
    const auto [smallest, largest] = std::minmax_element(
        dots.begin(), dots.end(), [](const Dot& a, const Dot& b) { return a.denominator < b.denominator; });
    // The limits of the smallest municipalities reach far; the dots decide how much of them is shown.
    const double highest =
        std::max_element(dots.begin(), dots.end(), [](const Dot& a, const Dot& b) { return a.value < b.value; })->value;
    chart.y_to = axis_end(highest * headroom);
    if (figure.kind == FigureKind::share)
        chart.y_to = std::min(figure.factor, *chart.y_to);
    const double first = std::max(1.0, std::floor(smallest->denominator * 0.8));
    const double last = std::ceil(largest->denominator * 1.05);
    chart.x_from = axis_begin(first);
    chart.x_to = last;
    for (const Dot& dot : dots)
        chart.x.push_back(dot.denominator);
    // Between the dots equal steps of the logarithm put points where the funnel bends.
    for (int point = 0; point < limit_points; ++point)
        chart.x.push_back(std::round(*chart.x_from *
                                     std::pow(last / *chart.x_from, static_cast<double>(point) / (limit_points - 1))));
    std::sort(chart.x.begin(), chart.x.end());
    const std::size_t points = chart.x.size();
    const std::vector<std::optional<double>> nothing(points);
    ChartSeries others{texts.get("chart.series.others"), SeriesRole::others, nothing, {}, false};
    ChartSeries own{workbook.municipality->name, SeriesRole::own, nothing, {}, false};
    ChartSeries level{texts.get("chart.series.average"),
                      SeriesRole::average,
                      std::vector<std::optional<double>>(points, *country.ratio_of_sums),
                      {}};
    for (const Dot& dot : dots)
    {
        ChartSeries& series = dot.own ? own : others;
        auto at = static_cast<std::size_t>(std::lower_bound(chart.x.begin(), chart.x.end(), dot.denominator) -
                                           chart.x.begin());
        while (series.y[at])
            ++at;
        series.y[at] = dot.value;
        if (dot.own)
            series.labelled = at;
    }
    const auto limit_series = [&](std::string_view key, bool upper, SeriesRole role, double level_of_limits)
    {
        ChartSeries series{texts.get(key), role, nothing, {}, false};
        for (std::size_t point = 0; point < points; ++point)
            if (const auto limits = limits_at(figure, average, chart.x[point], level_of_limits))
                series.y[point] = (upper ? limits->upper : limits->lower) * figure.factor;
        return series;
    };
    // The own dot is drawn last, above all others.
    chart.series = {std::move(others),
                    std::move(level),
                    limit_series("chart.series.limit_95", false, SeriesRole::limit_95, 0.95),
                    limit_series("chart.series.limit_95", true, SeriesRole::limit_95, 0.95),
                    limit_series("chart.series.limit_998", false, SeriesRole::limit_998, 0.998),
                    limit_series("chart.series.limit_998", true, SeriesRole::limit_998, 0.998),
                    std::move(own)};
    const auto beyond =
        std::count_if(dots.begin(), dots.end(), [&](const Dot& dot) { return beyond_998(figure, dot, average); });
    chart.alt_text =
        texts.format("chart.funnel.alt", {{"figure", chart.title},
                                          {"date", date},
                                          {"n", std::to_string(dots.size())},
                                          {"beyond", std::to_string(beyond)},
                                          {"sentence", verdict_sentence(country, figure, workbook, texts)}});
    return chart;
}

} // namespace trinvis
