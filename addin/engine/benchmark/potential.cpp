// SPDX-License-Identifier: MPL-2.0
#include "benchmark/potential.hpp"

namespace trinvis
{

std::optional<Potential> potential(FigureKind kind, const Measured& own, double factor, double level)
{
    if (kind == FigureKind::average || kind == FigureKind::count || !own.known() || !(own.denominator > 0) ||
        !(factor > 0))
        return std::nullopt;
    const auto of = [&](double value) { return (value - level) * own.denominator / factor; };
    Potential found{of(own.value), {}};
    if (own.interval)
        found.interval = statistics::Interval{of(own.interval->lower), of(own.interval->upper)};
    return found;
}

} // namespace trinvis
