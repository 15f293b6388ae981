// SPDX-License-Identifier: MPL-2.0
//
// Funnels: how far a municipality may lie from the average by chance alone, given its size, and whether it lies
// further.
//
//     const auto limits = statistics::funnel_proportion(0.2, 100, 0.95);       // 0.1216 to 0.2784
//     const auto verdict = statistics::proportion_verdict(30, 100, 0.2);       // FunnelVerdict::high_95
//     const auto p = statistics::proportion_p(30, 100, 0.2);                   // 0.0124
//
// Where units differ more than chance explains, tau_squared, the variance between them (see overdispersion.hpp), widens
// every limit to average -/+ z sqrt(se^2 + tau_squared). It is in the share's or the ratio's (observed/expected) unit
// squared, and 0 leaves the limits as they are.
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
/// average -/+ z sqrt(average(1-average)/total + tau_squared).
/// Takes an average in [0, 1], a total above 0, a level strictly between 0 and 1 (0.95 or 0.998) and a tau_squared of 0
/// or more; refuses anything else, also what is not finite.
[[nodiscard]] std::optional<Interval> funnel_proportion(double average, double total, double level,
                                                        double tau_squared = 0);

/// The expected numbers of events at which the observed number lies exactly on the funnel's limit: below `lower` the
/// observed number is significantly high, above `upper` significantly low.
/// Takes 0 to 1e9 observed events and a level strictly between 0 and 1 (0.95 or 0.998); refuses anything else. Divide
/// the observed number by a limit to draw the funnel of a ratio.
/// The formula is exact_count's, chi2(p; 2 obs)/2 and chi2(1-p; 2 obs + 2)/2 with p = (1-level)/2.
[[nodiscard]] std::optional<Interval> funnel_count(double observed, double level);

/// The observed numbers of events between which a unit that expects `expected` lies inside the funnel, as drawn: a whole
/// number below `lower` or above `upper` is outside, in agreement with count_verdict. They need not be whole; the lower is
/// 0 where no number is significantly low.
/// Takes an expected number above 0 and at most 1e9, a level strictly between 0 and 1 and a tau_squared of 0 or more;
/// refuses anything else, and limits beyond 1e15.
[[nodiscard]] std::optional<Interval> funnel_observed(double expected, double level, double tau_squared = 0);

/// Where the share count/total lies around the average; a share on a limit is still inside it. Around an average of 0
/// or 1 there is no chance variation, and any other share lies outside at 99.8 % unless tau_squared widens the limits.
/// Takes a count in [0, total], a total above 0, an average in [0, 1] and a tau_squared of 0 or more; refuses anything
/// else, also what is not finite.
[[nodiscard]] std::optional<FunnelVerdict> proportion_verdict(double count, double total, double average,
                                                              double tau_squared = 0);

/// Where the observed number of events lies around the expected one; a number on a limit is still inside it.
/// Takes 0 to 1e9 observed events, an expected number above 0 and a tau_squared of 0 or more; refuses anything else, also
/// what is not finite. With tau_squared the exact z of the observed number is divided by sqrt(1 + tau_squared expected),
/// by which the additive model widens the standard error of a ratio, sqrt(1/expected).
[[nodiscard]] std::optional<FunnelVerdict> count_verdict(double observed, double expected, double tau_squared = 0);

/// The two-sided p-value of the share count/total against the average: below 0.05 exactly when proportion_verdict is
/// outside the 95 % limits, below 0.002 exactly when it is outside the 99.8 % ones. Takes and refuses what
/// proportion_verdict does.
[[nodiscard]] std::optional<double> proportion_p(double count, double total, double average, double tau_squared = 0);

/// The two-sided p-value of the observed number of events against the expected one, twice the exact Poisson tail and at
/// most 1: below 0.05 exactly when count_verdict is outside the 95 % limits, below 0.002 exactly when it is outside the
/// 99.8 % ones. Takes and refuses what count_verdict does.
[[nodiscard]] std::optional<double> count_p(double observed, double expected, double tau_squared = 0);

/// How far the share lies from the average, in standard errors: what overdispersion() takes, with
/// proportion_standard_error. Takes what proportion_verdict does, and an average strictly between 0 and 1.
[[nodiscard]] std::optional<double> proportion_z(double count, double total, double average);

/// sqrt(average(1-average)/total), in the share's unit. Takes an average strictly between 0 and 1 and a total above 0.
[[nodiscard]] std::optional<double> proportion_standard_error(double total, double average);

/// How far the observed number lies from the expected one, in standard errors: (observed - expected)/sqrt(expected),
/// whose square is 1 on average where chance alone is at work, also for small numbers. What overdispersion() takes, with
/// count_standard_error. Takes what count_verdict does.
[[nodiscard]] std::optional<double> count_z(double observed, double expected);

/// sqrt(1/expected), the standard error of the ratio observed/expected. Takes an expected number above 0.
[[nodiscard]] std::optional<double> count_standard_error(double expected);

} // namespace trinvis::statistics
