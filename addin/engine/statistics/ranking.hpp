// SPDX-License-Identifier: MPL-2.0
//
// Where a municipality stands among others: rank, quartile band and quantile group.
//
//     const std::vector<std::optional<double>> shares{0.12, std::nullopt, 0.18, 0.12};
//     const auto places = statistics::ranks(shares, false);    // 1, empty, 3, 1
//
// An empty cell, or one with NaN, keeps its place empty in the answer and is not counted.
// Nothing here throws but for want of memory: what cannot be computed is an empty result.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace trinvis::statistics
{

/// The rank of each value, one answer a value: 1 for the lowest, or for the highest when descending. Ties share the
/// lowest rank, and the ranks that they use up are skipped (1, 2, 2, 4).
[[nodiscard]] std::vector<std::optional<int>> ranks(std::span<const std::optional<double>> values, bool descending);

/// The quarter of the values in which `own` lies: 1 for the lowest to 4 for the highest. An own value on a quartile
/// belongs to the lower band. It need not be one of the values.
/// Takes at least four finite values and a finite own value; refuses anything else.
/// Source: quartiles by Hyndman & Fan (1996), American Statistician 50, 361-365, type 7.
[[nodiscard]] std::optional<int> quartile_band(std::span<const double> values, double own);

/// The quantile group of each value, one answer a value: 1 for the lowest values to `groups` for the highest, the other
/// way round when inverted. Ties are in one group, so groups may be uneven or empty.
/// Takes 1 or more groups and at least as many values that are not empty; refuses anything else with only empty
/// answers. Source: OHID, Assigning deprivation categories, as in PHEindicatormethods' phe_quantile: floor((k+1) -
/// ceil((m+1-rank)/(m/k))) with k groups and m values. In whole numbers here: in doubles m/k is rounded, and a value on
/// an edge can fall into the neighbouring group, even into a group 0.
[[nodiscard]] std::vector<std::optional<int>> quantile_groups(std::span<const std::optional<double>> values, int groups,
                                                              bool inverted);

} // namespace trinvis::statistics
