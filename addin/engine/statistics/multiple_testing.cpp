// SPDX-License-Identifier: MPL-2.0
#include "statistics/multiple_testing.hpp"

#include "statistics/gaps.hpp"

#include <algorithm>
#include <cstddef>

namespace trinvis::statistics
{

std::vector<std::optional<double>> benjamini_hochberg(std::span<const std::optional<double>> p_values)
{
    std::vector<std::optional<double>> adjusted(p_values.size());
    std::vector<std::size_t> largest_first;
    largest_first.reserve(p_values.size());
    for (std::size_t i = 0; i < p_values.size(); ++i)
    {
        if (!is_present(p_values[i]))
            continue;
        if (!(*p_values[i] >= 0 && *p_values[i] <= 1))
            return adjusted;
        largest_first.push_back(i);
    }
    std::ranges::stable_sort(largest_first, [&](std::size_t a, std::size_t b) { return *p_values[a] > *p_values[b]; });
    const auto tests = static_cast<double>(largest_first.size());
    double rank = tests;
    double smallest = 1;
    for (const std::size_t i : largest_first)
    {
        smallest = std::min(smallest, *p_values[i] * (tests / rank));
        adjusted[i] = smallest;
        --rank;
    }
    return adjusted;
}

} // namespace trinvis::statistics
