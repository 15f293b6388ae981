// SPDX-License-Identifier: MPL-2.0
//
// Sums, means, variances and quantiles that stay right where the naive formulas lose their digits (NIST's NumAcc sets).
//
//     const std::vector<double> shares{0.12, 0.18, 0.15};
//     const auto middle = statistics::median(shares);            // 0.15
//     const auto upper = statistics::quantile(shares, 0.75);     // 0.165
//
// Nothing here throws but for want of memory: what cannot be computed is an empty result.
#pragma once

#include <optional>
#include <span>

namespace trinvis::statistics
{

/// The sum of the values, in their unit; 0 for none. Refuses nothing: NaN and infinity pass through as in plain
/// addition. Source: Neumaier (1974), Z. angew. Math. Mech. 54, 39-51 (compensated summation).
[[nodiscard]] double sum(std::span<const double> values);

/// The arithmetic mean, in the values' unit. Takes at least one finite value; refuses none, anything not finite, and a
/// sum too large for a double.
[[nodiscard]] std::optional<double> mean_of(std::span<const double> values);

/// The variance with n-1 in the denominator, in the values' unit squared. Takes at least two finite values; refuses
/// fewer, anything not finite, and a result too large for a double.
/// Source: the corrected two-pass formula, Chan, Golub & LeVeque (1983), American Statistician 37, 242-247.
[[nodiscard]] std::optional<double> sample_variance(std::span<const double> values);

/// The middle value, or the mean of the two middle ones, in the values' unit and in any order given. Takes at least one
/// finite value; refuses none and anything not finite.
[[nodiscard]] std::optional<double> median(std::span<const double> values);

/// The median of the values' distances from their median, times 1 / Φ⁻¹(0.75), which makes it the standard deviation
/// where the values are normally distributed; in the values' unit. Takes at least one finite value; refuses none,
/// anything not finite, and a result too large for a double.
/// Source: Rousseeuw & Croux (1993), Journal of the American Statistical Association 88, 1273-1283.
[[nodiscard]] std::optional<double> median_deviation(std::span<const double> values);

/// The value below which the fraction p of the values lies, in their unit and in any order given; linear between the
/// order statistics at (n-1)p, which is Excel's and Calc's PERCENTILE.INC and R's default.
/// Takes at least one finite value and a p in [0, 1]; refuses anything else.
/// Source: Hyndman & Fan (1996), American Statistician 50, 361-365, type 7.
[[nodiscard]] std::optional<double> quantile(std::span<const double> values, double p);

} // namespace trinvis::statistics
