// SPDX-License-Identifier: MPL-2.0
//
// What would change a verdict: how many children fewer or more.
//
//     turning_point(own, own.count, limits).fewer;    // 3: with three fewer the figure is inside the limits
//
// All else is kept as it is: the own base, the others' numbers, their spread, and the other figures of the family. The
// group's level moves along where the own municipality counts in it, so that whoever enters the new number and compares
// again sees the verdict change.
#pragma once

#include "benchmark/chance.hpp"

#include <optional>

namespace trinvis
{

/// The least whole number fewer and more that changes the verdict: into "no certain difference" for one outside the
/// limits (only the one of the two that leads there), out of it for one inside. Empty where no number does, or where
/// the answer would be that the base is too small.
struct TurningPoint
{
    std::optional<int> fewer;
    std::optional<int> more;

    [[nodiscard]] bool known() const
    {
        return fewer || more;
    }
};

/// Searches on verdict_at(place_of(...)) itself. The verdict rises with the count (for shares proved by the derivative,
/// for rates tried out for own parts of the level from 5 to 99 %), so halving finds the exact number; a test holds it
/// against trying every count.
[[nodiscard]] TurningPoint turning_point(const AgainstOthers& own, const SignificanceLimits& limits);

} // namespace trinvis
