// SPDX-License-Identifier: MPL-2.0
//
// Which rows of a table are most like one of them, for instance municipalities by their indicators.
//
//     // one row a municipality, one column an indicator: children, share of single parents
//     const std::vector<double> indicators{8800, 0.16, 9100, 0.17, 21000, 0.15, 8700, 0.24};
//     const std::vector<double> weights{1, 2};
//     const auto similar = statistics::nearest(indicators, 2, 0, weights, 2);    // rows 1 and 2, with their distances
//
// Nothing here throws but for want of memory: what cannot be computed is an empty result.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace trinvis::statistics
{

/// A row of the table, counted from 0, and how far it lies from the row that was asked for.
struct Neighbour
{
    std::size_t row;
    double distance;
};

/// The `k` rows nearest to `row`, or all others when they are fewer, nearest first and ties in the order of the rows
/// (distances that differ only by rounding are ties). The row itself is left out. The distance is sqrt(sum w dz^2), with
/// z by the column's sample standard deviation; a column without variation, or with the weight 0, adds nothing.
/// Takes the table row by row with `columns` values each, a row in it, and one weight of 0 or more a column, at least one
/// above 0; k of at least 1. Refuses anything else, also what is infinite. NaN is a missing value: a row that lacks an
/// indicator that counts is nobody's neighbour, and when the row itself lacks one the answer is refused.
/// Source: z-standardised Euclidean distance as in Kaufman & Rousseeuw (1990), Finding groups in data, section 1.2.
[[nodiscard]] std::optional<std::vector<Neighbour>> nearest(std::span<const double> table, std::size_t columns,
                                                            std::size_t row, std::span<const double> weights,
                                                            std::size_t k);

} // namespace trinvis::statistics
