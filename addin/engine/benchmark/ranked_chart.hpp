// SPDX-License-Identifier: MPL-2.0
//
// Ranked bars: the municipalities of a group by value, for figures whose uncertainty nobody knows.
//
//     const auto chart = ranked_chart(figure, benchmark, comparison, source, workbook, texts);
#pragma once

#include "benchmark/compare.hpp"
#include "table/chart_content.hpp"

namespace trinvis
{

/// No more bars than can be read on a page.
inline constexpr std::size_t most_bars = 35;

/// Takes the comparison with the group that is ranked, whose date it is drawn for. The lowest value comes first. Of a
/// group larger than most_bars the own municipality is shown with those nearest in rank, which the subtitle says.
/// Nothing when fewer than two are ranked.
[[nodiscard]] std::optional<ChartContent> ranked_chart(const Figure& figure, const Benchmark& benchmark,
                                                       const Comparison& comparison, const FigureSource& source,
                                                       const Workbook& workbook, const Texts& texts);

} // namespace trinvis
