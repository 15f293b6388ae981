// SPDX-License-Identifier: MPL-2.0
#include "benchmark/turning_point.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis
{

namespace
{

/// A rate has no end, but no municipality has so many events.
constexpr double most_events = 1e7;

/// The least k of 1 to `most` for which a predicate that stays true holds; empty when it holds for none.
template <typename Predicate>
std::optional<int> least(int most, Predicate holds)
{
    int below = 0;
    int step = 1;
    while (step < most - below && !holds(below + step))
    {
        below += step;
        step *= 2;
    }
    int found = std::min(most, below + step);
    if (found < 1 || !holds(found))
        return std::nullopt;
    while (found - below > 1)
    {
        const int middle = below + (found - below) / 2;
        (holds(middle) ? found : below) = middle;
    }
    return found;
}

} // namespace

TurningPoint turning_point(const AgainstOthers& own, const SignificanceLimits& limits)
{
    const auto place = place_of(own, own.count);
    if (!place)
        return {};
    const int now = difference_claimed(verdict_at(place, limits));
    const double most_more = own.kind == FigureKind::share ? own.base - own.count : most_events;
    const auto search = [&](int sign)
    {
        const auto at = [&](int steps) { return place_of(own, own.count + sign * steps); };
        const int end = static_cast<int>(std::min(most_events, std::floor(sign < 0 ? own.count : most_more)));
        const int known = least(end, [&](int steps) { return !at(steps).has_value(); }).value_or(end + 1) - 1;
        return least(known,
                     [&](int steps)
                     {
                         const int then = difference_claimed(verdict_at(at(steps), limits));
                         return sign < 0 ? then < now : then > now;
                     });
    };
    TurningPoint point;
    if (now >= 0)
        point.fewer = search(-1);
    if (now <= 0)
        point.more = search(1);
    return point;
}

} // namespace trinvis
