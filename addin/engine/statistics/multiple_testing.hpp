// SPDX-License-Identifier: MPL-2.0
//
// A guard against reading a hundred comparisons as a hundred tests.
//
//     const std::vector<std::optional<double>> p{0.01, std::nullopt, 0.04, 0.03};
//     const auto adjusted = statistics::benjamini_hochberg(p);    // 0.03, empty, 0.04, 0.04
//
// Nothing here throws but for want of memory.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace trinvis::statistics
{

/// The p-values adjusted for how many they are, one answer a cell: those at most q hold at most the share q of false
/// discoveries. They keep the order of the p-values and lie in [0, 1]. An empty cell, or one with NaN, keeps its place
/// empty and is not counted. Takes p-values in [0, 1]; refuses anything else with only empty answers.
/// Source: Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300.
[[nodiscard]] std::vector<std::optional<double>> benjamini_hochberg(std::span<const std::optional<double>> p_values);

} // namespace trinvis::statistics
