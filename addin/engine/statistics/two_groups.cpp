// SPDX-License-Identifier: MPL-2.0
#include "statistics/two_groups.hpp"

#include "statistics/interval.hpp"
#include "statistics/summary.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace trinvis::statistics
{

namespace
{

bool usable(std::span<const double> values)
{
    return !values.empty() && std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

double size_of(std::span<const double> values)
{
    return static_cast<double>(values.size());
}

struct Pairs
{
    double higher = 0; ///< pairs in which a's value is the higher
    double lower = 0;  ///< pairs in which b's value is the higher
};

Pairs compare_pairs(std::span<const double> a, std::span<const double> b)
{
    std::vector<double> sorted(b.begin(), b.end());
    std::ranges::sort(sorted);
    Pairs pairs;
    for (const double value : a)
    {
        const auto equal = std::ranges::equal_range(sorted, value);
        pairs.higher += static_cast<double>(equal.begin() - sorted.begin());
        pairs.lower += static_cast<double>(sorted.end() - equal.end());
    }
    return pairs;
}

/// The sum of t^3 - t over the groups of t equal values.
double cubes_of_ties(std::span<const double> a, std::span<const double> b)
{
    std::vector<double> sorted(a.begin(), a.end());
    sorted.insert(sorted.end(), b.begin(), b.end());
    std::ranges::sort(sorted);
    double cubes = 0;
    for (auto first = sorted.begin(); first != sorted.end();)
    {
        const auto last = std::upper_bound(first, sorted.end(), *first);
        const auto ties = static_cast<double>(last - first);
        cubes += ties * (ties - 1) * (ties + 1);
        first = last;
    }
    return cubes;
}

/// As deviations from one of the means, which keeps the digits that means far from 0 have no room for.
double difference_of_means(std::span<const double> a, std::span<const double> b)
{
    const double origin = mean_of(a).value_or(0);
    const auto mean_deviation = [origin](std::span<const double> values)
    {
        std::vector<double> deviations(values.size());
        std::ranges::transform(values, deviations.begin(), [origin](double value) { return value - origin; });
        return sum(deviations) / size_of(values);
    };
    return mean_deviation(a) - mean_deviation(b);
}

} // namespace

std::optional<RankTest> mann_whitney(std::span<const double> a, std::span<const double> b)
{
    if (!usable(a) || !usable(b))
        return std::nullopt;
    const Pairs pairs = compare_pairs(a, b);
    const double all_pairs = size_of(a) * size_of(b);
    const double values = size_of(a) + size_of(b);
    const double half_tied = (all_pairs - pairs.higher - pairs.lower) / 2;
    const double variance = all_pairs / 12 * (values + 1 - cubes_of_ties(a, b) / (values * (values - 1)));
    const double distance = std::max(0.0, (std::abs(pairs.higher - pairs.lower) - 1) / 2);
    // Without a distance there is nothing to divide, also when all values are equal and the variance is 0.
    const double z = distance > 0 ? distance / std::sqrt(variance) : 0;
    return RankTest{pairs.higher + half_tied, two_sided_p(z)};
}

std::optional<double> cliffs_delta(std::span<const double> a, std::span<const double> b)
{
    if (!usable(a) || !usable(b))
        return std::nullopt;
    const Pairs pairs = compare_pairs(a, b);
    return (pairs.higher - pairs.lower) / (size_of(a) * size_of(b));
}

std::optional<Welch> welch(std::span<const double> a, std::span<const double> b)
{
    const std::optional<double> variance_a = sample_variance(a);
    const std::optional<double> variance_b = sample_variance(b);
    if (!variance_a || !variance_b)
        return std::nullopt;
    const double squared_error_a = *variance_a / size_of(a);
    const double squared_error_b = *variance_b / size_of(b);
    const double squared_error = squared_error_a + squared_error_b;
    const double t = difference_of_means(a, b) / std::sqrt(squared_error);
    if (!(squared_error > 0) || !std::isfinite(t))
        return std::nullopt;
    // As shares, so that no square leaves the range of a double.
    const double share_a = squared_error_a / squared_error;
    const double share_b = squared_error_b / squared_error;
    const double freedom = 1 / (share_a * share_a / (size_of(a) - 1) + share_b * share_b / (size_of(b) - 1));
    const boost::math::students_t distribution(freedom);
    return Welch{t, freedom, 2 * boost::math::cdf(boost::math::complement(distribution, std::abs(t)))};
}

} // namespace trinvis::statistics
