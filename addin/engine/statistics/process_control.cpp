// SPDX-License-Identifier: MPL-2.0
#include "statistics/process_control.hpp"

#include "statistics/gaps.hpp"
#include "statistics/summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace trinvis::statistics
{

namespace
{

// 3/1.128 as Wheeler and every table after him print it.
constexpr double limit_factor = 2.66;
constexpr double screening_factor = 3.27;

using Series = std::span<const std::optional<double>>;

std::vector<double> moving_ranges(Series observations)
{
    std::vector<double> ranges;
    ranges.reserve(observations.size());
    for (std::size_t i = 1; i < observations.size(); ++i)
    {
        if (is_present(observations[i - 1]) && is_present(observations[i]))
            ranges.push_back(std::abs(*observations[i] - *observations[i - 1]));
    }
    return ranges;
}

int sign(double value)
{
    return (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0);
}

/// 1 above the upper bound, -1 below the lower one, 0 between or when empty.
int side(const std::optional<double>& observation, double lower, double upper)
{
    if (!is_present(observation) || (*observation >= lower && *observation <= upper))
        return 0;
    return *observation > upper ? 1 : -1;
}

std::vector<int> sides(Series observations, double lower, double upper)
{
    std::vector<int> result(observations.size());
    std::ranges::transform(observations, result.begin(),
                           [&](const std::optional<double>& observation) { return side(observation, lower, upper); });
    return result;
}

/// Adds a pattern for every unbroken row of at least `length` equal directions. A direction at i stands for the
/// observations from i - `before` to i.
void add_rows(std::vector<SpecialCause>& causes, SpecialCauseRule rule, const std::vector<int>& directions,
              std::size_t length, std::size_t before)
{
    for (std::size_t first = 0; first < directions.size();)
    {
        std::size_t end = first + 1;
        while (end < directions.size() && directions[end] == directions[first])
            ++end;
        if (directions[first] != 0 && end - first + before >= length)
            causes.push_back({rule, first - before, end - 1, directions[first]});
        first = end;
    }
}

std::vector<int> courses(Series observations)
{
    std::vector<int> result(observations.size());
    for (std::size_t i = 1; i < observations.size(); ++i)
    {
        if (is_present(observations[i - 1]) && is_present(observations[i]))
            result[i] = sign(*observations[i] - *observations[i - 1]);
    }
    return result;
}

void add_threes(std::vector<SpecialCause>& causes, Series observations, const std::vector<int>& thirds)
{
    std::vector<SpecialCause> found;
    for (const int direction : {1, -1})
    {
        const std::size_t first_of_side = found.size();
        for (std::size_t i = 0; i + 2 < thirds.size(); ++i)
        {
            const auto window = observations.subspan(i, 3);
            const std::array near{thirds[i] == direction, thirds[i + 1] == direction, thirds[i + 2] == direction};
            if (!std::ranges::all_of(window, is_present) || std::ranges::count(near, true) < 2)
                continue;
            const std::size_t first = near[0] ? i : i + 1;
            const std::size_t last = near[2] ? i + 2 : i + 1;
            if (found.size() > first_of_side && first <= found.back().last)
                found.back().last = last;
            else
                found.push_back({SpecialCauseRule::near_limit, first, last, direction});
        }
    }
    std::ranges::stable_sort(found, {}, &SpecialCause::first);
    causes.insert(causes.end(), found.begin(), found.end());
}

} // namespace

std::optional<XmrLimits> xmr_limits(std::span<const std::optional<double>> observations, MovingRanges ranges)
{
    std::vector<double> values;
    values.reserve(observations.size());
    for (const std::optional<double>& observation : observations)
    {
        if (is_present(observation))
            values.push_back(*observation);
    }
    std::vector<double> moving = moving_ranges(observations);
    const std::optional<double> mean = mean_of(values);
    std::optional<double> mean_range = mean_of(moving);
    if (!mean || !mean_range)
        return std::nullopt;
    if (ranges == MovingRanges::screened)
    {
        std::erase_if(moving, [most = screening_factor * *mean_range](double range) { return range > most; });
        mean_range = mean_of(moving);
    }
    const double reach = limit_factor * mean_range.value_or(0);
    const XmrLimits limits{*mean, *mean - reach, *mean + reach};
    if (!std::isfinite(limits.lower) || !std::isfinite(limits.upper))
        return std::nullopt;
    return limits;
}

std::vector<SpecialCause> special_causes(std::span<const std::optional<double>> observations, const XmrLimits& limits,
                                         PatternLengths lengths)
{
    const bool usable_limits = limits.lower <= limits.mean && limits.mean <= limits.upper;
    if (!usable_limits || lengths.same_side < 2 || lengths.steady_course < 2)
        return {};
    std::vector<SpecialCause> causes;
    const std::vector<int> outside = sides(observations, limits.lower, limits.upper);
    for (std::size_t i = 0; i < outside.size(); ++i)
    {
        if (outside[i] != 0)
            causes.push_back({SpecialCauseRule::outside_limits, i, i, outside[i]});
    }
    add_rows(causes, SpecialCauseRule::same_side, sides(observations, limits.mean, limits.mean), lengths.same_side, 0);
    add_rows(causes, SpecialCauseRule::steady_course, courses(observations), lengths.steady_course, 1);
    add_threes(causes, observations,
               sides(observations, std::lerp(limits.mean, limits.lower, 2.0 / 3),
                     std::lerp(limits.mean, limits.upper, 2.0 / 3)));
    return causes;
}

} // namespace trinvis::statistics
