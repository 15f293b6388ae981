// SPDX-License-Identifier: MPL-2.0
#include "statistics/ranking.hpp"

#include "statistics/gaps.hpp"
#include "statistics/summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>

namespace trinvis::statistics
{

namespace
{

std::vector<double> present(std::span<const std::optional<double>> values)
{
    std::vector<double> result;
    result.reserve(values.size());
    for (const std::optional<double>& value : values)
    {
        if (is_present(value))
            result.push_back(*value);
    }
    return result;
}

template <typename Before>
std::vector<std::optional<int>> ranks_by(std::span<const std::optional<double>> values, Before before)
{
    std::vector<double> sorted = present(values);
    std::ranges::sort(sorted, before);
    std::vector<std::optional<int>> result;
    result.reserve(values.size());
    for (const std::optional<double>& value : values)
    {
        if (!is_present(value))
        {
            result.emplace_back();
            continue;
        }
        const auto first_equal = std::ranges::lower_bound(sorted, *value, before);
        result.emplace_back(static_cast<int>(first_equal - sorted.begin()) + 1);
    }
    return result;
}

int group_of(int rank, std::int64_t members, std::int64_t groups)
{
    const std::int64_t ahead = (members + 1 - rank) * groups;
    const std::int64_t rounded_up = (ahead + members - 1) / members;
    return static_cast<int>(groups + 1 - rounded_up);
}

} // namespace

std::vector<std::optional<int>> ranks(std::span<const std::optional<double>> values, bool descending)
{
    return descending ? ranks_by(values, std::greater<>()) : ranks_by(values, std::less<>());
}

std::optional<int> quartile_band(std::span<const double> values, double own)
{
    constexpr std::array edges{0.25, 0.5, 0.75};
    if (values.size() <= edges.size() || !std::isfinite(own))
        return std::nullopt;
    int band = 1;
    for (const double edge : edges)
    {
        const std::optional<double> quartile = quantile(values, edge);
        if (!quartile)
            return std::nullopt;
        if (own > *quartile)
            ++band;
    }
    return band;
}

std::vector<std::optional<int>> quantile_groups(std::span<const std::optional<double>> values, int groups,
                                                bool inverted)
{
    const std::int64_t members = std::ranges::count_if(values, is_present);
    if (groups < 1 || members < groups)
        return std::vector<std::optional<int>>(values.size());
    std::vector<std::optional<int>> result = ranks(values, inverted);
    for (std::optional<int>& place : result)
    {
        if (place)
            place = group_of(*place, members, groups);
    }
    return result;
}

} // namespace trinvis::statistics
