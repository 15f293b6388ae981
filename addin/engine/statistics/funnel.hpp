// SPDX-License-Identifier: MPL-2.0
//
// Funnels: how far a municipality may lie from the average by chance alone, given its size, and whether it lies
// further.
//
//     const auto limits = statistics::funnel_proportion(0.2, 100, 0.95);       // 0.1216 to 0.2784
//     const auto verdict = statistics::proportion_verdict(30, 100, 0.2);       // FunnelVerdict::high_95
//
// Source: Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24,
// 1185-1202, with the two levels of OHID's Fingertips technical guidance, 95 % and 99.8 %.
// Nothing here throws: what cannot be computed is an empty result.
#pragma once

#include "statistics/interval.hpp"

#include <optional>

namespace trinvis::statistics
{

/// Where a unit lies in the funnel; low means a smaller figure than the average's, and says nothing of good or bad.
/// The sign is the direction and the size the level.
enum class FunnelVerdict
{
    low_998 = -2,
    low_95 = -1,
    not_significant = 0,
    high_95 = 1,
    high_998 = 2
};

/// The limits for the share of a unit of `total` persons around the average, as fractions clipped to [0, 1]:
/// average -/+ z sqrt(average(1-average)/total).
/// Takes an average in [0, 1], a total above 0 and a level strictly between 0 and 1 (0.95 or 0.998); refuses anything
/// else, also what is not finite.
[[nodiscard]] std::optional<Interval> funnel_proportion(double average, double total, double level);

/// The expected numbers of events at which the observed number lies exactly on the funnel's limit: below `lower` the
/// observed number is significantly high, above `upper` significantly low.
/// Takes 0 to 1e9 observed events and a level strictly between 0 and 1 (0.95 or 0.998); refuses anything else. Divide
/// the observed number by a limit to draw the funnel of a ratio.
/// The formula is exact_count's, chi2(p; 2 obs)/2 and chi2(1-p; 2 obs + 2)/2 with p = (1-level)/2.
[[nodiscard]] std::optional<Interval> funnel_count(double observed, double level);

/// Where the share count/total lies around the average; a share on a limit is still inside it. Around an average of 0
/// or 1 there is no chance variation, and any other share lies outside at 99.8 %. Takes a count in [0, total], a total
/// above 0 and an average in [0, 1]; refuses anything else, also what is not finite.
[[nodiscard]] std::optional<FunnelVerdict> proportion_verdict(double count, double total, double average);

/// Where the observed number of events lies around the expected one; a number on a limit is still inside it.
/// Takes 0 to 1e9 observed events and an expected number above 0; refuses anything else, also what is not finite.
[[nodiscard]] std::optional<FunnelVerdict> count_verdict(double observed, double expected);

} // namespace trinvis::statistics
