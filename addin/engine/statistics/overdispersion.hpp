// SPDX-License-Identifier: MPL-2.0
//
// Whether the units of a funnel differ more than chance and size explain, and by how much its limits must then widen.
//
//     const auto spread = statistics::overdispersion(z_scores, 0.1, standard_errors);
//     if (spread && spread->tau_squared)
//         show(statistics::proportion_verdict(30, 100, 0.2, *spread->tau_squared));
//
// Source: Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24,
// 1185-1202, section 5 and appendix A.
// Nothing here throws but for want of memory: what cannot be computed is an empty result.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace trinvis::statistics
{

/// How much the units differ: phi is 1 where chance alone is at work, above 1 where they differ more.
struct Overdispersion
{
    double phi;                        ///< the mean of the squared, winsorised z-scores
    std::optional<double> tau_squared; ///< variance between units, in the standard errors' unit squared
};

/// The values with the `trim` fraction of each tail pulled in to the quantiles (type 7) at `trim` and 1 - `trim`; one
/// answer a value, in the values' order. Takes at least one finite value and a trim in [0, 0.5); refuses anything else
/// with no values.
[[nodiscard]] std::vector<double> winsorised(std::span<const double> values, double trim);

/// The over-dispersion of k units' z-scores, winsorised by `trim` in each tail: phi = sum z^2/k, and by the method of
/// moments tau^2 = max(0, (k phi - k + 1)/(sum w - sum w^2/sum w)) with w = 1/se^2.
/// Takes at least one finite z-score, a trim in [0, 0.5) and either no standard errors or one above 0 a z-score; refuses
/// anything else. tau_squared is empty without standard errors and with a single unit, where nothing lies between units.
[[nodiscard]] std::optional<Overdispersion> overdispersion(std::span<const double> z_scores, double trim,
                                                           std::span<const double> standard_errors = {});

} // namespace trinvis::statistics
