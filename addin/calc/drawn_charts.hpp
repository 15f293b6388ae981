// SPDX-License-Identifier: MPL-2.0
//
// The product's charts as they stand before a report is written again: what the product wrote into each, by the list
// in its chart data, and the charts themselves, which their user may have changed.
//
//     const DrawnCharts drawn = drawn_charts(document, "benchmark", "chart_data");
//     drawn.records.at("trinvis_1_funnel").title;
#pragma once

#include "calc/sheet_writer.hpp"
#include "office/chart_series.hpp"
#include "table/chart_data.hpp"

#include <com/sun/star/drawing/XShape.hpp>
#include <set>

namespace trinvis::calc
{

struct DrawnChart
{
    std::string name; ///< of the shape
    css::uno::Reference<css::drawing::XShape> shape;
    office::ChartDocument chart;
    std::vector<std::string> series; ///< their names, in the order of office::series_of
};

struct DrawnCharts
{
    std::map<std::string, ChartRecord> records;
    std::multimap<std::string, DrawnChart> charts; ///< by the name of what the product drew; a user may copy one
};

/// Reads the charts of a report, by the ids of its two sheets; none where it was never written. The names of series are
/// cells of the chart data, so this comes before that sheet is written.
[[nodiscard]] DrawnCharts drawn_charts(const Document& document, std::string_view report, std::string_view data);

/// The embedded charts on a sheet whose shapes bear a name of the product, and copies of them: these show the same cells,
/// which move. Ours are known by the name of the shape: a chart that undo brings back is called "Object 1" by the office.
[[nodiscard]] std::multimap<std::string, DrawnChart> own_charts(const Document& document, const Sheet& sheet);

} // namespace trinvis::calc
