// SPDX-License-Identifier: MPL-2.0
//
// Whether a figure rises or falls over its periods.
//
//     const std::vector<std::optional<double>> placed{14, 17, 19, 22, 26}, children{900, 910, 905, 890, 880};
//     const auto trend = statistics::chi_square_trend(placed, children);    // p = 0.028, direction 1
//     const auto slope = statistics::theil_sen(placed);                     // 3 a period
//
// The observations are equally spaced in time. An empty one, or one with NaN, keeps its position and is not counted.
// Nothing here throws but for want of memory: what cannot be computed is an empty result.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace trinvis::statistics
{

/// A test for a steady rise or fall of a share.
struct ChiSquareTrend
{
    double chi_square; ///< one degree of freedom
    double p;          ///< two-sided, in [0, 1]
    int direction;     ///< 1 rising, -1 falling, 0 neither
};

/// A rank test for a steady rise or fall of any figure.
struct MannKendall
{
    double tau_b; ///< -1 for falling all the way to 1 for rising all the way
    double p;     ///< two-sided, in [0, 1]
    double s;     ///< pairs that rise less pairs that fall
};

/// With more observations than this the slopes of all pairs would fill the memory.
constexpr std::size_t most_slopes_from = 5000;

/// The chi-square test for trend in the shares counts/totals with equally spaced scores.
/// Takes as many counts as totals, each total 0 or more and its count in [0, total]; a period where either is empty is
/// left out, and one with a total of 0 adds nothing. Refuses anything else, fewer than two periods with a total above 0,
/// and shares that are 0 or 1 throughout, where the test is not defined.
/// Source: Armitage (1955), Biometrics 11, 375-386; Cochran (1954), Biometrics 10, 417-451.
[[nodiscard]] std::optional<ChiSquareTrend> chi_square_trend(std::span<const std::optional<double>> counts,
                                                             std::span<const std::optional<double>> totals);

/// The Mann-Kendall test, with tau-b and the normal approximation corrected for ties and continuity.
/// Takes at least two observations that are not all equal, none infinite; refuses anything else. With fewer than some
/// eight observations the p-value is rough, and with three or fewer never below 0.29.
/// Source: Mann (1945), Econometrica 13, 245-259; Kendall (1975), Rank correlation methods, 4th ed., chapters 3 and 4.
[[nodiscard]] std::optional<MannKendall> mann_kendall(std::span<const std::optional<double>> observations);

/// The median of the slopes between all pairs of observations, in their unit a period.
/// Takes 2 to `most_slopes_from` observations, none infinite; refuses anything else, and slopes too large for a double.
/// Source: Sen (1968), Journal of the American Statistical Association 63, 1379-1389.
[[nodiscard]] std::optional<double> theil_sen(std::span<const std::optional<double>> observations);

} // namespace trinvis::statistics
