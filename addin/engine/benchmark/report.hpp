// SPDX-License-Identifier: MPL-2.0
//
// The sheets Sammenligning and Diagramdata: the table of comparisons, the charts beneath it, and the numbers that the
// charts are drawn from.
#pragma once

#include "benchmark/charts.hpp"
#include "table/chart_data.hpp"

namespace trinvis
{

/// Makes the report of the latest round of each figure.
[[nodiscard]] ChartedReport benchmark_report(const Benchmark& benchmark, const FigureSource& source,
                                             const Workbook& workbook, const Texts& texts);

} // namespace trinvis
