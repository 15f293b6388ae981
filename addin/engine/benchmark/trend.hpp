// SPDX-License-Identifier: MPL-2.0
//
// Whether the own figure has moved over the last rounds by more than chance gives.
//
//     const Trend trend = trend_of(FigureKind::share, rounds);    // one Measured a round, the oldest first
//     trend.state;                                                // TrendState::rising
#pragma once

#include "benchmark/measure.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace trinvis
{

/// A share is judged over so many rounds.
inline constexpr std::size_t trend_rounds = 5;

/// Values whose spread is unknown are judged over up to so many rounds, at least five of them with a value.
inline constexpr std::size_t most_trend_rounds = 10;

enum class TrendState
{
    too_few_rounds, ///< fewer than five rounds with a value
    too_small,      ///< too few children for the test
    none,           ///< no certain movement
    falling,
    rising
};

/// "too-few", "too-small", "none", "falling", "rising".
[[nodiscard]] std::string_view trend_code(TrendState state);

struct Trend
{
    TrendState state = TrendState::too_few_rounds;
    std::size_t rounds = 0;     ///< with a value, among those looked at
    std::optional<double> p;    ///< of the one test
    int direction = 0;          ///< -1, 0 or 1: the way it went, certain or not
    bool of_counts = false;     ///< by χ² for trend; otherwise by Mann and Kendall
    std::optional<double> step; ///< a round, in the figure's unit: Theil and Sen's slope
};

/// The movement up to the last of the rounds, whose value must be known: otherwise too_few_rounds. A share whose last five
/// rounds are all known: χ² for trend over them (Cochran 1954, Biometrics 10, 417-451), too_small where an expected number
/// is below 1 or more than a fifth of them below 5 (the same paper). Anything else: Mann and Kendall's test over the last
/// ten rounds, gaps keeping their place in time.
/// Rounds follow each other by half years, and children who are counted in several of them make either test too ready.
[[nodiscard]] Trend trend_of(FigureKind kind, std::span<const Measured> rounds);

/// The state that the trend's own p gives at a limit: falling or rising below it, none at or above it; states without a
/// p stay.
[[nodiscard]] TrendState trend_at(const Trend& trend, double certain_p);

} // namespace trinvis
