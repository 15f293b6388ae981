// SPDX-License-Identifier: MPL-2.0
#include "benchmark/inspiration.hpp"

#include "benchmark/chance.hpp"
#include "statistics/multiple_testing.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis
{

namespace
{

constexpr double sure = 0.05;

double quotient(const CountAndBase& one)
{
    return one.count / one.base;
}

bool possible(FigureKind kind, const CountAndBase& one)
{
    return one.base > 0 && one.count >= 0 && (kind == FigureKind::rate || one.count <= one.base);
}

} // namespace

std::optional<double> difference_p(FigureKind kind, const CountAndBase& a, const CountAndBase& b)
{
    const bool share = kind == FigureKind::share;
    if ((!share && kind != FigureKind::rate) || !possible(kind, a) || !possible(kind, b))
        return std::nullopt;
    const double pooled = (a.count + b.count) / (a.base + b.base);
    const double rarest = std::min(a.base, b.base) * (share ? std::min(pooled, 1 - pooled) : pooled);
    if (rarest < smallest_expected)
        return std::nullopt;
    const double variance = pooled * (share ? 1 - pooled : 1) * (1 / a.base + 1 / b.base);
    return std::erfc(std::fabs(quotient(a) - quotient(b)) / std::sqrt(2 * variance));
}

std::vector<std::size_t> better_beyond_chance(FigureKind kind, Direction direction, const CountAndBase& own,
                                              std::span<const CountAndBase> others)
{
    std::vector<std::size_t> better;
    if (direction == Direction::neither)
        return better;
    std::vector<std::optional<double>> p;
    p.reserve(others.size());
    for (const CountAndBase& other : others)
        p.push_back(difference_p(kind, own, other));
    const std::vector<std::optional<double>> adjusted = statistics::benjamini_hochberg(p);
    const bool higher = direction == Direction::higher;
    for (std::size_t i = 0; i < others.size(); ++i)
        if (adjusted[i] && *adjusted[i] < sure && (quotient(others[i]) > quotient(own)) == higher)
            better.push_back(i);
    std::ranges::stable_sort(
        better, [&](std::size_t a, std::size_t b)
        { return higher ? quotient(others[a]) > quotient(others[b]) : quotient(others[a]) < quotient(others[b]); });
    return better;
}

} // namespace trinvis
