// SPDX-License-Identifier: MPL-2.0
#include "benchmark/standing.hpp"

#include "statistics/ranking.hpp"

#include <algorithm>
#include <vector>

namespace trinvis
{

std::optional<Standing> standing(std::span<const double> values, double own, Direction direction)
{
    if (values.empty())
        return std::nullopt;
    const bool from_above = direction == Direction::higher;
    const auto ahead =
        std::ranges::count_if(values, [&](double value) { return from_above ? value > own : value < own; });
    // Turned round, the best lie lowest, and an edge belongs to the better quarter either way.
    std::vector<double> turned(values.begin(), values.end());
    if (from_above)
        for (double& value : turned)
            value = -value;
    Standing found;
    found.place = static_cast<int>(ahead) + 1;
    found.of = static_cast<int>(values.size());
    found.quarter = statistics::quartile_band(turned, from_above ? -own : own).value_or(0);
    return found;
}

} // namespace trinvis
