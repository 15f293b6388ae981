// SPDX-License-Identifier: MPL-2.0
#include "benchmark/chance.hpp"

#include "statistics/funnel.hpp"
#include "statistics/overdispersion.hpp"
#include "statistics/summary.hpp"

#include <algorithm>
#include <vector>

namespace trinvis
{

namespace
{

constexpr double drawn_in = 0.1; // of each tail

bool has_chance(FigureKind kind)
{
    return kind == FigureKind::share || kind == FigureKind::rate;
}

bool large_enough(FigureKind kind, double level, double base)
{
    const double expected = level * base;
    return std::min(expected, kind == FigureKind::share ? base - expected : expected) >= smallest_expected;
}

double limit_among(const std::vector<double>& sorted, double level)
{
    const auto m = static_cast<double>(sorted.size() + 1);
    for (std::size_t j = sorted.size(); j > 0; --j)
        if (const double limit = level * static_cast<double>(j + 1) / m; sorted[j - 1] < limit)
            return limit;
    return level / m;
}

} // namespace

std::optional<ChancePlace> place_of(const AgainstOthers& own, double count)
{
    if (!has_chance(own.kind) || !(own.base > 0) || !(count >= 0) ||
        (own.kind == FigureKind::share && count > own.base))
        return std::nullopt;
    const double level_base = own.others_base + (own.own_counted ? own.base : 0);
    const double level_count = own.others_count + (own.own_counted ? count : 0);
    if (!(level_base > 0))
        return std::nullopt;
    const double level = level_count / level_base;
    if (!large_enough(own.kind, level, own.base))
        return std::nullopt;
    ChancePlace place;
    place.level = level;
    place.expected = level * own.base;
    place.high = count > place.expected;
    const auto p = own.kind == FigureKind::share
                       ? statistics::proportion_p(count, own.base, level, own.between_variance)
                       : statistics::count_p(count, place.expected, own.between_variance);
    if (!p)
        return std::nullopt;
    place.p = *p;
    return place;
}

Verdict verdict_at(const std::optional<ChancePlace>& place, const SignificanceLimits& limits)
{
    if (!place)
        return Verdict::small_base;
    if (place->p < limits.outer)
        return place->high ? Verdict::high_998 : Verdict::low_998;
    if (place->p < limits.inner)
        return place->high ? Verdict::high_95 : Verdict::low_95;
    return Verdict::not_significant;
}

std::optional<Spread> spread_among(FigureKind kind, std::span<const double> counts, std::span<const double> bases)
{
    const double base = statistics::sum(bases);
    if (!has_chance(kind) || counts.size() != bases.size() || !(base > 0))
        return std::nullopt;
    const double level = statistics::sum(counts) / base;
    std::vector<double> scores;
    std::vector<double> errors;
    for (std::size_t i = 0; i < counts.size(); ++i)
    {
        if (!large_enough(kind, level, bases[i]))
            continue;
        const bool share = kind == FigureKind::share;
        const double expected = level * bases[i];
        const auto score =
            share ? statistics::proportion_z(counts[i], bases[i], level) : statistics::count_z(counts[i], expected);
        const auto error =
            share ? statistics::proportion_standard_error(bases[i], level) : statistics::count_standard_error(expected);
        if (!score || !error)
            continue;
        scores.push_back(*score);
        errors.push_back(*error);
    }
    if (scores.size() < smallest_spread)
        return std::nullopt;
    const auto found = statistics::overdispersion(scores, drawn_in, errors);
    if (!found || !found->tau_squared)
        return std::nullopt;
    return Spread{found->phi, *found->tau_squared, scores.size(), false};
}

SignificanceLimits limits_among(std::span<const double> others)
{
    std::vector<double> sorted(others.begin(), others.end());
    std::ranges::sort(sorted);
    const SignificanceLimits alone;
    return {limit_among(sorted, alone.inner), limit_among(sorted, alone.outer)};
}

} // namespace trinvis
