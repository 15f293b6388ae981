// SPDX-License-Identifier: MPL-2.0
//
// The sheets Sammenligning and Diagramdata: the table of comparisons, the charts beneath it, and the numbers that the
// charts are drawn from.
#pragma once

#include "benchmark/charts.hpp"
#include "table/sheet_content.hpp"

namespace trinvis
{

/// A chart with its place in Sammenligning and the cells of Diagramdata that it is drawn from.
struct PlacedChart
{
    ChartContent content;
    int anchor_row = 0; ///< the cell of Sammenligning at whose corner it hangs: it follows when rows grow
    int anchor_column = 0;
    double width_mm = 150;
    double height_mm = 86;
    CellRange cells; ///< in Diagramdata: a row of names above, x or categories on the left, a column a series
};

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
