// SPDX-License-Identifier: MPL-2.0
//
// The charts of a figure: a funnel where the spread is known, ranked bars where it is not, and the development over time.
//
//     const auto charts = figure_charts(figure, benchmark, source, workbook, texts);
#pragma once

#include "benchmark/compare.hpp"
#include "table/chart_content.hpp"

namespace trinvis
{

/// Two charts, or one when there is nothing to compare with, or none when the figure was never reported.
[[nodiscard]] std::vector<ChartContent> figure_charts(const Figure& figure, const Benchmark& benchmark,
                                                      const FigureSource& source, const Workbook& workbook,
                                                      const Texts& texts);

} // namespace trinvis
