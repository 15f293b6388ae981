// SPDX-License-Identifier: MPL-2.0
//
// How sure a key figure is: confidence limits for a share, a rate and a mean.
//
//     const auto limits = statistics::wilson(81, 263, 0.95);    // 81 of 263 children
//     if (limits)
//         show(limits->lower, limits->upper);                   // 0.2553 and 0.3662
//
// Nothing here throws: what cannot be computed is an empty result.
#pragma once

#include <optional>
#include <span>

namespace trinvis::statistics
{

/// Two limits in the unit of the figure that they belong to; lower <= upper.
struct Interval
{
    double lower;
    double upper;
};

/// The z that leaves (1 - confidence)/2 in each tail of the standard normal distribution, at full precision:
/// 1.959963984540054 for 0.95, 3.090232306167813 for 0.998.
/// Takes a confidence strictly between 0 and 1; refuses anything else with NaN.
[[nodiscard]] double two_sided_z(double confidence);

/// The probability that a standard normal number lies further from 0 than z, on either side: 0.05 for
/// 1.959963984540054, 0 for an infinite z. NaN for NaN. Takes any z.
[[nodiscard]] double two_sided_p(double z);

/// Limits for the share count/total, as a fraction in [0, 1]; exactly 0 below a count of 0, exactly 1 above a full
/// count. Takes a count in [0, total] (need not be whole), a total above 0 and a confidence strictly between 0 and 1;
/// refuses anything else, also what is not finite. Source: Wilson (1927), J. Am. Stat. Assoc. 22, 209-212; the score
/// method of OHID's Fingertips technical guidance.
[[nodiscard]] std::optional<Interval> wilson(double count, double total, double confidence);

/// Limits for the rate count/population*multiplier, in events per `multiplier` persons. The population is taken as
/// known without error, and the count may exceed it (one child can have several contacts). Takes a count of 0 or more,
/// a population and a multiplier above 0 and a confidence strictly between 0 and 1; refuses anything else, also what is
/// not finite, and limits too large for a double. Source: below 10 events the exact limits of exact_count.hpp, from 10
/// events Byar's approximation (Breslow & Day 1987, Statistical methods in cancer research II, p. 69), as OHID's
/// Fingertips technical guidance combines them.
[[nodiscard]] std::optional<Interval> rate(double count, double population, double multiplier, double confidence);

/// Limits for the mean of the values, in their unit.
/// Takes at least two finite values and a confidence strictly between 0 and 1; refuses anything else, and limits too
/// large for a double.
/// Source: Student (1908), Biometrika 6, 1-25: mean -/+ t(n-1) s/sqrt(n).
[[nodiscard]] std::optional<Interval> mean(std::span<const double> values, double confidence);

} // namespace trinvis::statistics
