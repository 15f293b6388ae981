// SPDX-License-Identifier: MPL-2.0
//
// XmR charts: the limits within which a series varies by itself, and the patterns that say that something has changed.
//
//     const auto limits = statistics::xmr_limits(notifications);    // per month
//     if (limits)
//         for (const auto& cause : statistics::special_causes(notifications, *limits))
//             show(cause.rule, cause.first, cause.last);
//
// The observations are equally spaced in time. An empty one, or one with NaN, keeps its position: the observations on
// its two sides are not successive, so no difference is taken and no pattern goes on across it.
// Nothing here throws but for want of memory: what cannot be computed is an empty result.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace trinvis::statistics
{

/// The mean and the natural process limits, in the observations' unit.
struct XmrLimits
{
    double mean;
    double lower;
    double upper;
};

/// Which moving ranges count in the limits.
enum class MovingRanges
{
    all,
    screened ///< those above 3.27 times their mean are left out once, so that single jumps do not widen the limits
};

/// What kind of pattern a special cause is.
enum class SpecialCauseRule
{
    outside_limits, ///< one observation beyond a limit
    same_side,      ///< eight in a row on one side of the mean
    steady_course,  ///< six in a row that each rise, or each fall
    near_limit      ///< two of three in a row in the outer third of the same side, or beyond it
};

/// How many observations in a row make a pattern. Eight on one side (Western Electric's) and six rising or falling
/// (Nelson's) are what Provost & Murray (2011) recommend for health care; NHS England's "Making data count" takes seven
/// for both.
struct PatternLengths
{
    std::size_t same_side = 8;
    std::size_t steady_course = 6;
};

/// One pattern, from the position `first` to `last` in the series, both included and counted from 0.
struct SpecialCause
{
    SpecialCauseRule rule;
    std::size_t first;
    std::size_t last;
    int direction; ///< 1 above the mean or rising, -1 below it or falling

    [[nodiscard]] bool operator==(const SpecialCause&) const = default;
};

/// The mean of the observations -/+ 2.66 times the mean moving range of successive observations.
/// Takes at least two successive observations, none infinite; refuses anything else.
/// Source: Wheeler & Chambers (1992), Understanding statistical process control, 2nd ed.; 2.66 is 3/1.128 as published.
/// Screening: Nelson (1982), Journal of Quality Technology 14, 172-173; Provost & Murray (2011), The health care data
/// guide, p. 155 and 192.
[[nodiscard]] std::optional<XmrLimits> xmr_limits(std::span<const std::optional<double>> observations,
                                                  MovingRanges ranges = MovingRanges::all);

/// Every pattern in the series that the limits call a special cause, in the order of the rules and then of time; a
/// longer row than the rule asks for is one pattern, and so are overlapping threes near the same limit. An observation
/// on the mean is on neither side of it, one on a limit is inside it, and an equal neighbour ends a rise or a fall.
/// Takes any series, limits in their order and lengths of at least 2; refuses anything else with no pattern.
/// Source: Western Electric (1956), Statistical quality control handbook, p. 23-28; Nelson (1984), Journal of Quality
/// Technology 16, 237-239 (six rising or falling, two of three beyond two thirds of the way to the limit).
[[nodiscard]] std::vector<SpecialCause> special_causes(std::span<const std::optional<double>> observations,
                                                       const XmrLimits& limits, PatternLengths lengths = {});

} // namespace trinvis::statistics
