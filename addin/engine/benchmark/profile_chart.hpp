// SPDX-License-Identifier: MPL-2.0
//
// The profile of the municipality (a spine chart): every figure on a line of its own, with the group's range, its middle
// half and its median, and the own municipality as a diamond.
//
//     const auto chart = profile_chart(benchmark, source, workbook, texts);
//
// Each figure has its own scale from 0 to 100: the group's median is 50, and whichever of the group's lowest value, its
// highest and the own value lies furthest from the median touches 0 or 100. Higher is to the right; where a direction
// is set for the figure, the wanted way is. After the spine charts of OHID's Fingertips, with the median for the mean.
#pragma once

#include "benchmark/compare.hpp"
#include "table/chart_content.hpp"

namespace trinvis
{

/// No more figures than can be read on a page.
inline constexpr std::size_t most_profile_rows = 36;

/// The latest round of each figure whose group has four values to show. A figure that the municipality does not have
/// shows its group alone. What is more than most_profile_rows is left out, which the subtitle says. Nothing when there is
/// no group or no such figure.
[[nodiscard]] std::optional<ChartContent> profile_chart(const Benchmark& benchmark, const FigureSource& source,
                                                        const Workbook& workbook, const Texts& texts);

} // namespace trinvis
