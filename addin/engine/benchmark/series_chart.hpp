// SPDX-License-Identifier: MPL-2.0
//
// The development over the rounds: the own municipality's line over the middle half and the median of its group, with
// the country's level beside them.
//
//     const auto chart = series_chart(figure, benchmark, source, workbook, texts);
#pragma once

#include "benchmark/compare.hpp"
#include "table/chart_content.hpp"

namespace trinvis
{

/// One category a round. A value that is missing is a gap; a series without any value is left out. Nothing when the
/// own municipality has no value at all.
[[nodiscard]] std::optional<ChartContent> series_chart(const Figure& figure, const Benchmark& benchmark,
                                                       const FigureSource& source, const Workbook& workbook,
                                                       const Texts& texts);

} // namespace trinvis
