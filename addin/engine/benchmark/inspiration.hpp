// SPDX-License-Identifier: MPL-2.0
//
// Where to seek inspiration: which municipalities of a group do better on a figure, and clearly so.
//
//     better_beyond_chance(FigureKind::share, Direction::lower, {45, 100}, others);    // {7, 2}: the best first
#pragma once

#include "catalogue/catalogue.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace trinvis
{

struct CountAndBase
{
    double count = 0;
    double base = 0;
};

/// The places in `others` of those that lie on the better side of the own value by more than chance gives, the best
/// first. Each is held against the own one by the two-sample score test (shares: pooled share, Fleiss, Levin & Paik 2003,
/// Statistical methods for rates and proportions, ch. 3; rates: pooled rate, the same with the Poisson variance), and
/// Benjamini & Hochberg's adjusted p over all that could be tested must be below 5 %. Pairs with fewer than five expected
/// in any cell cannot be tested. Empty without a direction and for kinds whose spread is unknown.
[[nodiscard]] std::vector<std::size_t> better_beyond_chance(FigureKind kind, Direction direction,
                                                            const CountAndBase& own,
                                                            std::span<const CountAndBase> others);

/// The two-sided p that two shares or rates differ as much by chance; empty where fewer than five are expected in any cell,
/// for impossible numbers and for other kinds. 81 of 263 against 15 of 148 gives 2.0e-6.
[[nodiscard]] std::optional<double> difference_p(FigureKind kind, const CountAndBase& a, const CountAndBase& b);

} // namespace trinvis
