// SPDX-License-Identifier: MPL-2.0
//
// The sheets Sammenligning and Diagramdata: the table of comparisons, the charts beneath it, and the numbers that the
// charts are drawn from.
#pragma once

#include "benchmark/chart_data.hpp"
#include "benchmark/charts.hpp"

namespace trinvis
{

struct BenchmarkReport
{
    SheetContent sheet;
    SheetContent chart_data;
    std::vector<PlacedChart> charts;
};

/// Makes the report of the latest round of each figure.
[[nodiscard]] BenchmarkReport benchmark_report(const Benchmark& benchmark, const FigureSource& source,
                                               const Workbook& workbook, const Texts& texts);

} // namespace trinvis
