// SPDX-License-Identifier: MPL-2.0
#include "statistics/funnel.hpp"

#include "statistics/exact_count.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis::statistics
{

namespace
{

constexpr double inner_level = 0.95;
constexpr double outer_level = 0.998;

FunnelVerdict place(double value, const Interval& inner, const Interval& outer)
{
    if (value < outer.lower)
        return FunnelVerdict::low_998;
    if (value > outer.upper)
        return FunnelVerdict::high_998;
    if (value < inner.lower)
        return FunnelVerdict::low_95;
    if (value > inner.upper)
        return FunnelVerdict::high_95;
    return FunnelVerdict::not_significant;
}

FunnelVerdict opposite(FunnelVerdict verdict)
{
    return static_cast<FunnelVerdict>(-static_cast<int>(verdict));
}

} // namespace

std::optional<Interval> funnel_proportion(double average, double total, double level)
{
    const double z = two_sided_z(level);
    if (std::isnan(z) || !(average >= 0 && average <= 1) || !std::isfinite(total) || !(total > 0))
        return std::nullopt;
    const double half_width = z * std::sqrt(average * (1 - average) / total);
    return Interval{std::max(0.0, average - half_width), std::min(1.0, average + half_width)};
}

std::optional<Interval> funnel_count(double observed, double level)
{
    return exact_count(observed, level);
}

std::optional<FunnelVerdict> proportion_verdict(double count, double total, double average)
{
    const std::optional<Interval> inner = funnel_proportion(average, total, inner_level);
    const std::optional<Interval> outer = funnel_proportion(average, total, outer_level);
    if (!inner || !outer || !(count >= 0 && count <= total))
        return std::nullopt;
    return place(count / total, *inner, *outer);
}

std::optional<FunnelVerdict> count_verdict(double observed, double expected)
{
    const std::optional<Interval> inner = funnel_count(observed, inner_level);
    const std::optional<Interval> outer = funnel_count(observed, outer_level);
    if (!inner || !outer || !std::isfinite(expected) || !(expected > 0))
        return std::nullopt;
    // The limits lie around the observed number: an expected number above them means that few were observed.
    return opposite(place(expected, *inner, *outer));
}

} // namespace trinvis::statistics
