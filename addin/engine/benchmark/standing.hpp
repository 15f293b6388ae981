// SPDX-License-Identifier: MPL-2.0
//
// Rank and quarter with the wanted way in mind: the best first where Katalog says which way is better, the lowest first
// where it does not.
//
//     standing(values, 12.5, Direction::lower)->place;    // 3 of 20; 1 is best
#pragma once

#include "catalogue/catalogue.hpp"

#include <optional>
#include <span>

namespace trinvis
{

struct Standing
{
    int place = 0; ///< 1 is the best, or the lowest value without a direction; ties share the best place
    int of = 0;
    int quarter = 0; ///< 1 holds the best, or the lowest without a direction; 0 with fewer than four
};

/// The own value must be one of the values, which are finite; empty when there are none. Quarters are
/// statistics::quartile_band's, of the values with their signs turned where higher is better: a value on an edge belongs to
/// the better quarter (the lower one without a direction).
[[nodiscard]] std::optional<Standing> standing(std::span<const double> values, double own, Direction direction);

} // namespace trinvis
