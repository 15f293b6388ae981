// SPDX-License-Identifier: MPL-2.0
#include "statistics/trend.hpp"

#include "statistics/gaps.hpp"
#include "statistics/interval.hpp"
#include "statistics/summary.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace trinvis::statistics
{

namespace
{

struct Observation
{
    double time;
    double value;
};

/// The observations that are there; empty when one is infinite.
std::optional<std::vector<Observation>> observed(std::span<const std::optional<double>> cells)
{
    std::vector<Observation> result;
    result.reserve(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
    {
        if (!is_present(cells[i]))
            continue;
        if (std::isinf(*cells[i]))
            return std::nullopt;
        result.push_back({static_cast<double>(i), *cells[i]});
    }
    return result;
}

/// How many pairs stand in falling order; the values are sorted on the way.
double falling_pairs(std::span<double> values)
{
    if (values.size() < 2)
        return 0;
    const std::span<double> left = values.first(values.size() / 2);
    const std::span<double> right = values.subspan(left.size());
    double pairs = falling_pairs(left) + falling_pairs(right);
    auto above = left.begin();
    for (const double value : right)
    {
        above = std::upper_bound(above, left.end(), value);
        pairs += static_cast<double>(left.end() - above);
    }
    std::inplace_merge(values.begin(), right.begin(), values.end());
    return pairs;
}

struct Ties
{
    double pairs = 0;    ///< pairs of equal values
    double variance = 0; ///< what they take from 18 times the variance of S
};

Ties ties_of(std::span<const double> sorted)
{
    Ties ties;
    for (auto first = sorted.begin(); first != sorted.end();)
    {
        const auto last = std::upper_bound(first, sorted.end(), *first);
        const auto size = static_cast<double>(last - first);
        ties.pairs += size * (size - 1) / 2;
        ties.variance += size * (size - 1) * (2 * size + 5);
        first = last;
    }
    return ties;
}

struct Period
{
    double score;
    double count;
    double total;
};

std::optional<std::vector<Period>> periods_of(std::span<const std::optional<double>> counts,
                                              std::span<const std::optional<double>> totals)
{
    if (counts.size() != totals.size())
        return std::nullopt;
    std::vector<Period> periods;
    periods.reserve(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i)
    {
        if (!is_present(counts[i]) || !is_present(totals[i]))
            continue;
        if (!std::isfinite(*totals[i]) || !(*counts[i] >= 0 && *counts[i] <= *totals[i]))
            return std::nullopt;
        if (*totals[i] > 0)
            periods.push_back({static_cast<double>(i), *counts[i], *totals[i]});
    }
    return periods;
}

template <typename Term>
double sum_over(const std::vector<Period>& periods, Term term)
{
    std::vector<double> terms(periods.size());
    std::ranges::transform(periods, terms.begin(), term);
    return sum(terms);
}

} // namespace

std::optional<ChiSquareTrend> chi_square_trend(std::span<const std::optional<double>> counts,
                                               std::span<const std::optional<double>> totals)
{
    const std::optional<std::vector<Period>> periods = periods_of(counts, totals);
    if (!periods || periods->size() < 2)
        return std::nullopt;
    const double total = sum_over(*periods, [](const Period& period) { return period.total; });
    const double share = sum_over(*periods, [](const Period& period) { return period.count; }) / total;
    const double with_none =
        sum_over(*periods, [](const Period& period) { return period.total - period.count; }) / total;
    const double middle = sum_over(*periods, [&](const Period& period) { return period.total / total * period.score; });
    const double trend = sum_over(*periods, [&](const Period& period)
                                  { return (period.score - middle) * (period.count - period.total * share); });
    const double spread = sum_over(*periods, [&](const Period& period)
                                   { return period.total * (period.score - middle) * (period.score - middle); });
    const double deviation = std::sqrt(share * with_none * spread);
    const double z = trend / deviation;
    if (!(deviation > 0) || !std::isfinite(z))
        return std::nullopt;
    return ChiSquareTrend{z * z, two_sided_p(z), (trend > 0 ? 1 : 0) - (trend < 0 ? 1 : 0)};
}

std::optional<MannKendall> mann_kendall(std::span<const std::optional<double>> observations)
{
    const std::optional<std::vector<Observation>> series = observed(observations);
    if (!series || series->size() < 2)
        return std::nullopt;
    std::vector<double> values(series->size());
    std::ranges::transform(*series, values.begin(), &Observation::value);
    const double falling = falling_pairs(values);
    const Ties ties = ties_of(values);
    const auto size = static_cast<double>(values.size());
    const double pairs = size * (size - 1) / 2;
    const double untied = pairs - ties.pairs;
    if (!(untied > 0))
        return std::nullopt;
    const double s = untied - 2 * falling;
    const double variance = (size * (size - 1) * (2 * size + 5) - ties.variance) / 18;
    const double z = std::max(0.0, std::abs(s) - 1) / std::sqrt(variance);
    return MannKendall{s / std::sqrt(pairs * untied), two_sided_p(z), s};
}

std::optional<double> theil_sen(std::span<const std::optional<double>> observations)
{
    const std::optional<std::vector<Observation>> series = observed(observations);
    if (!series || series->size() > most_slopes_from)
        return std::nullopt;
    std::vector<double> slopes;
    slopes.reserve(series->size() * series->size() / 2);
    for (auto later = series->begin(); later != series->end(); ++later)
    {
        for (auto earlier = series->begin(); earlier != later; ++earlier)
            slopes.push_back((later->value - earlier->value) / (later->time - earlier->time));
    }
    return median(slopes);
}

} // namespace trinvis::statistics
