// SPDX-License-Identifier: MPL-2.0
//
// Whether two groups of answers differ, and by how much: rank tests for a 1-5 scale, and means beside them.
//
//     const std::vector<double> own{4, 5, 3, 4}, others{3, 2, 4, 3, 3, 2};
//     const auto test = statistics::mann_whitney(own, others);     // W = 20.5, p = 0.07
//     const auto size = statistics::cliffs_delta(own, others);     // 0.71: own answers are mostly higher
//
// Every function refuses an empty group and a value that is not finite.
// Nothing here throws but for want of memory: what cannot be computed is an empty result.
#pragma once

#include <optional>
#include <span>

namespace trinvis::statistics
{

/// A rank test of two groups.
struct RankTest
{
    double w; ///< pairs in which the first group's value is the higher, ties counting half
    double p; ///< two-sided, in [0, 1]
};

/// A test of two means.
struct Welch
{
    double t; ///< above 0 where the first group's mean is the higher
    double degrees_of_freedom;
    double p; ///< two-sided, in [0, 1]
};

/// The Mann-Whitney test by the normal approximation, corrected for ties and continuity.
/// Takes at least one value in each group. When all values are equal nothing speaks for a difference, and p is 1.
/// Source: Mann & Whitney (1947), Annals of Mathematical Statistics 18, 50-60; Lehmann (1975), Nonparametrics, p. 20.
[[nodiscard]] std::optional<RankTest> mann_whitney(std::span<const double> a, std::span<const double> b);

/// The share of pairs in which a's value is the higher less the share in which b's is: -1 to 1, positive when a is
/// larger. Takes at least one value in each group. Source: Cliff (1993), Psychological Bulletin 114, 494-509.
[[nodiscard]] std::optional<double> cliffs_delta(std::span<const double> a, std::span<const double> b);

/// Welch's t-test of mean(a) - mean(b), for groups with different spread.
/// Takes at least two values in each group; refuses groups that both have no spread, and results too large for a double.
/// Source: Welch (1947), Biometrika 34, 28-35; degrees of freedom by Satterthwaite (1946), Biometrics Bulletin 2.
[[nodiscard]] std::optional<Welch> welch(std::span<const double> a, std::span<const double> b);

} // namespace trinvis::statistics
