// SPDX-License-Identifier: MPL-2.0
#include "statistics/standardisation.hpp"

#include "statistics/interval.hpp"
#include "statistics/summary.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace trinvis::statistics
{

namespace
{

bool none_negative(std::span<const double> values)
{
    return std::ranges::all_of(values, [](double value) { return value >= 0 && std::isfinite(value); });
}

bool all_positive(std::span<const double> values)
{
    return std::ranges::all_of(values, [](double value) { return value > 0 && std::isfinite(value); });
}

} // namespace

std::optional<StandardisedRate> standardised_rate(std::span<const double> counts, std::span<const double> populations,
                                                  std::span<const double> standard_populations, double multiplier,
                                                  double confidence)
{
    const std::size_t groups = counts.size();
    if (populations.size() != groups || standard_populations.size() != groups || !none_negative(counts) ||
        !all_positive(populations) || !none_negative(standard_populations))
        return std::nullopt;
    const double events = sum(counts);
    const double standard = sum(standard_populations);
    const std::optional<Interval> limits = rate(events, 1, 1, confidence);
    if (!(events > 0) || !(standard > 0) || !limits || !(multiplier > 0))
        return std::nullopt;
    std::vector<double> rates(groups);
    std::vector<double> variances(groups);
    for (std::size_t i = 0; i < groups; ++i)
    {
        const double weight = standard_populations[i] / standard / populations[i];
        rates[i] = weight * counts[i];
        variances[i] = weight * rates[i];
    }
    const double value = sum(rates);
    // The count's limits are about the number of events; this is how far one event moves the rate.
    const double step = std::sqrt(sum(variances) / events);
    const StandardisedRate result{value * multiplier,
                                  std::max(0.0, value + step * (limits->lower - events)) * multiplier,
                                  (value + step * (limits->upper - events)) * multiplier};
    if (!std::isfinite(result.value) || !std::isfinite(result.upper))
        return std::nullopt;
    return result;
}

std::optional<IndirectRatio> indirect_ratio(std::span<const double> counts, std::span<const double> populations,
                                            std::span<const double> reference_counts,
                                            std::span<const double> reference_populations, double confidence)
{
    const std::size_t groups = counts.size();
    if (populations.size() != groups || reference_counts.size() != groups || reference_populations.size() != groups ||
        !none_negative(counts) || !none_negative(populations) || !none_negative(reference_counts) ||
        !all_positive(reference_populations))
        return std::nullopt;
    std::vector<double> expected_events(groups);
    for (std::size_t i = 0; i < groups; ++i)
        expected_events[i] = reference_counts[i] / reference_populations[i] * populations[i];
    const double observed = sum(counts);
    const double expected = sum(expected_events);
    const std::optional<Interval> limits = rate(observed, expected, 1, confidence);
    if (!limits)
        return std::nullopt;
    return IndirectRatio{observed, expected, observed / expected, limits->lower, limits->upper};
}

} // namespace trinvis::statistics
