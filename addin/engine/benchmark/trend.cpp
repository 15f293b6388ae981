// SPDX-License-Identifier: MPL-2.0
#include "benchmark/trend.hpp"

#include "benchmark/chance.hpp"
#include "statistics/trend.hpp"

#include <algorithm>
#include <vector>

namespace trinvis
{

namespace
{

std::span<const Measured> last(std::span<const Measured> rounds, std::size_t most)
{
    return rounds.last(std::min(most, rounds.size()));
}

std::size_t known(std::span<const Measured> rounds)
{
    return static_cast<std::size_t>(std::ranges::count_if(rounds, &Measured::known));
}

/// At least 1 expected in every cell of count and rest, and at least 5 in four fifths of them.
bool large_enough(std::span<const Measured> rounds)
{
    double count = 0;
    double total = 0;
    for (const Measured& round : rounds)
    {
        count += round.numerator;
        total += round.denominator;
    }
    std::size_t small = 0;
    for (const Measured& round : rounds)
        for (const double share : {count / total, 1 - count / total})
        {
            const double expected = round.denominator * share;
            if (expected < 1)
                return false;
            small += expected < smallest_expected ? 1U : 0U;
        }
    return small * 5 <= 2 * rounds.size();
}

void judge_counts(Trend& trend, std::span<const Measured> rounds)
{
    std::vector<std::optional<double>> counts;
    std::vector<std::optional<double>> totals;
    counts.reserve(rounds.size());
    totals.reserve(rounds.size());
    for (const Measured& round : rounds)
    {
        counts.emplace_back(round.numerator);
        totals.emplace_back(round.denominator);
    }
    trend.of_counts = true;
    trend.state = TrendState::too_small;
    if (!large_enough(rounds))
        return;
    if (const auto found = statistics::chi_square_trend(counts, totals))
    {
        trend.p = found->p;
        trend.direction = found->direction;
    }
}

void judge_values(Trend& trend, std::span<const std::optional<double>> values)
{
    trend.state = TrendState::none;
    if (const auto found = statistics::mann_kendall(values))
    {
        trend.p = found->p;
        trend.direction = found->s > 0 ? 1 : found->s < 0 ? -1 : 0;
    }
}

} // namespace

std::string_view trend_code(TrendState state)
{
    switch (state)
    {
    case TrendState::too_few_rounds:
        return "too-few";
    case TrendState::too_small:
        return "too-small";
    case TrendState::none:
        return "none";
    case TrendState::falling:
        return "falling";
    default:
        return "rising";
    }
}

Trend trend_of(FigureKind kind, std::span<const Measured> rounds)
{
    Trend trend;
    const std::span<const Measured> five = last(rounds, trend_rounds);
    const bool by_counts = kind == FigureKind::share && known(five) == trend_rounds;
    const std::span<const Measured> looked_at = by_counts ? five : last(rounds, most_trend_rounds);
    trend.rounds = known(looked_at);
    if (rounds.empty() || !rounds.back().known() || trend.rounds < trend_rounds)
        return trend;
    std::vector<std::optional<double>> values;
    values.reserve(looked_at.size());
    for (const Measured& round : looked_at)
        values.push_back(round.known() ? std::optional(round.value) : std::nullopt);
    trend.step = statistics::theil_sen(values);
    if (by_counts)
        judge_counts(trend, looked_at);
    else
        judge_values(trend, values);
    trend.state = trend_at(trend, SignificanceLimits{}.inner);
    return trend;
}

TrendState trend_at(const Trend& trend, double certain_p)
{
    if (!trend.p)
        return trend.state;
    if (*trend.p >= certain_p || trend.direction == 0)
        return TrendState::none;
    return trend.direction < 0 ? TrendState::falling : TrendState::rising;
}

} // namespace trinvis
