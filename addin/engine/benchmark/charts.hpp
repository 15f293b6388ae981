// SPDX-License-Identifier: MPL-2.0
//
// The charts of a benchmark: one profile of all figures, and of each figure a funnel where the spread is known, ranked
// bars where it is not, and the development over time.
//
//     const auto charts = figure_charts(figure, benchmark, source, workbook, texts);
//     const auto profile = profile_chart(benchmark, source, workbook, texts);
#pragma once

#include "benchmark/profile_chart.hpp"

namespace trinvis
{

/// Two charts, or one when there is nothing to compare with, or none when the figure was never reported.
[[nodiscard]] std::vector<ChartContent> figure_charts(const Figure& figure, const Benchmark& benchmark,
                                                      const FigureSource& source, const Workbook& workbook,
                                                      const Texts& texts);

} // namespace trinvis
