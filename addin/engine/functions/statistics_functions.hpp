// SPDX-License-Identifier: MPL-2.0
//
// The spreadsheet functions that take ranges: ranges of cells in, one row or one column of cells out.
//
//     const auto answer = mann_kendall(range);       // one row: tau-b and p
//
// Nothing is what a wrong argument gives, and what cannot be computed: a cell then shows Calc's own error. Which ranges
// are wrong, and what an empty cell does, range_values.hpp says; the methods are those of the room statistics.
#pragma once

#include "statistics/interval.hpp"
#include "table/cell.hpp"

#include <optional>

namespace trinvis::functions
{

/// The limits of the mean of the values.
[[nodiscard]] std::optional<statistics::Interval> mean_limits(const Grid& values, double confidence);

/// One row: value, lower, upper.
[[nodiscard]] std::optional<Grid> standardised_rate(const Grid& counts, const Grid& populations,
                                                    const Grid& standard_populations, double multiplier,
                                                    double confidence);

/// One row: observed, expected, ratio, lower, upper.
[[nodiscard]] std::optional<Grid> indirect_ratio(const Grid& counts, const Grid& populations,
                                                 const Grid& reference_counts, const Grid& reference_populations,
                                                 double confidence);

/// One row: phi, tau-squared; the second is empty without standard errors. Null or a range without cells is none.
[[nodiscard]] std::optional<Grid> overdispersion(const Grid& z_scores, double trim, const Grid* standard_errors);

/// One column: the quantile group of each cell; all empty when there are fewer values than groups. Takes a whole number
/// of groups from 1.
[[nodiscard]] std::optional<Grid> quantile_group(const Grid& values, double groups, bool inverted);

/// One column: the rank of each cell.
[[nodiscard]] std::optional<Grid> rank_of(const Grid& values, bool descending);

/// One row: chi-square, p.
[[nodiscard]] std::optional<Grid> trend_chi_square(const Grid& counts, const Grid& totals);

/// One row: tau-b, p.
[[nodiscard]] std::optional<Grid> mann_kendall(const Grid& values);

/// The change per period.
[[nodiscard]] std::optional<double> theil_sen(const Grid& values);

/// One row: mean, lower, upper.
[[nodiscard]] std::optional<Grid> xmr_limits(const Grid& values);

/// One row: W, p.
[[nodiscard]] std::optional<Grid> mann_whitney(const Grid& a, const Grid& b);

[[nodiscard]] std::optional<double> cliffs_delta(const Grid& a, const Grid& b);

/// One row: t, degrees of freedom, p.
[[nodiscard]] std::optional<Grid> welch(const Grid& a, const Grid& b);

/// One column: the adjusted p of each cell. Takes p-values in [0, 1].
[[nodiscard]] std::optional<Grid> benjamini_hochberg(const Grid& p_values);

/// k rows: the number of a row of `indicators`, counted from 1, and its distance from `row`; fewer when there are not so
/// many other rows without gaps. Takes whole numbers from 1 for row and k, and one weight a column; a weight must not be
/// empty.
[[nodiscard]] std::optional<Grid> nearest(const Grid& indicators, double row, const Grid& weights, double k);

} // namespace trinvis::functions
