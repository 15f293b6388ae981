// SPDX-License-Identifier: MPL-2.0
//
// A funnel: every municipality as a dot by its denominator and value, around the country's level with the limits within
// which chance alone keeps 95 and 99.8 per cent.
//
//     const auto chart = funnel_chart(figure, benchmark, country, source, workbook, texts);
#pragma once

#include "benchmark/compare.hpp"
#include "table/chart_content.hpp"

namespace trinvis
{

/// Takes a share or a rate and its comparison with the whole country, whose date it is drawn for. The limits are those
/// that give the verdict. Nothing when the country has no level above 0.
[[nodiscard]] std::optional<ChartContent> funnel_chart(const Figure& figure, const Benchmark& benchmark,
                                                       const Comparison& country, const FigureSource& source,
                                                       const Workbook& workbook, const Texts& texts);

} // namespace trinvis
