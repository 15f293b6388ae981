// SPDX-License-Identifier: MPL-2.0
#include "benchmark/chart_parts.hpp"

#include "statistics/summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace trinvis
{

namespace
{

constexpr std::size_t least_for_quarters = 4;

} // namespace

const Group* main_group(const Benchmark& benchmark, Date period)
{
    return group_on(benchmark.groups, benchmark.main_group, period);
}

std::optional<GroupSpread> group_spread(const Group& group, const Figure& figure, Date period,
                                        const FigureSource& source)
{
    std::vector<double> values;
    values.reserve(group.members.size());
    for (const std::size_t member : group.members)
    {
        if (member == source.own_index() && !group.own_counted)
            continue;
        if (const Measured measured = source.of(member, figure, period); measured.known())
            values.push_back(measured.value);
    }
    if (values.size() < least_for_quarters)
        return std::nullopt;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const auto lower = statistics::quantile(values, 0.25);
    const auto middle = statistics::median(values);
    const auto upper = statistics::quantile(values, 0.75);
    if (!lower || !middle || !upper)
        return std::nullopt;
    return GroupSpread{values.size(), *least, *lower, *middle, *upper, *most};
}

const Comparison* of_group(const std::vector<const Comparison*>& comparisons, GroupKind kind)
{
    for (const Comparison* comparison : comparisons)
        if (comparison->group == kind)
            return comparison;
    return nullptr;
}

std::string subtitle(std::string shown, const Benchmark& benchmark, bool with_others, const Texts& texts)
{
    if (benchmark.invented)
        shown += " · " + texts.get("word.invented_figures");
    return shown + "\n" + texts.get(with_others ? "chart.source.all" : "chart.source.own");
}

double axis_end(double value)
{
    if (!std::isfinite(value) || value <= 0)
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    // A value that is one of the steps may come out a hair above it when it is divided.
    constexpr double hair = 1e-9;
    for (const double step : std::array{1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (value / power <= step + hair)
            return step * power;
    return 10 * power;
}

double axis_begin(double value)
{
    return std::isfinite(value) && value > 0 ? std::pow(10.0, std::floor(std::log10(value))) : 1;
}

} // namespace trinvis
