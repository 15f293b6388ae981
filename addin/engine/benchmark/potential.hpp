// SPDX-License-Identifier: MPL-2.0
//
// What a distance to a group's level is in children, cases or kroner of the own municipality.
//
//     potential(FigureKind::share, own, 1000, 12.0)->value;    // 14.6: so many more than at the level of 12 per 1,000
#pragma once

#include "benchmark/measure.hpp"

#include <optional>

namespace trinvis
{

/// In the unit of the figure's numerator; above 0 where the own municipality has more than at the level.
struct Potential
{
    double value = 0;
    std::optional<statistics::Interval> interval; ///< 95 %; nothing where the own value has none
};

/// (own value − level) × own base / factor, and the same of the own interval's ends; the level is taken as it is.
/// For shares and rates it is a number of children or cases, for ratios the amount (kroner), which has no interval since
/// its spread is unknown. Empty for averages and counts, which have no base, and where the own value is missing. The
/// level is in the figure's unit; the factor is the figure's and above 0.
[[nodiscard]] std::optional<Potential> potential(FigureKind kind, const Measured& own, double factor, double level);

} // namespace trinvis
