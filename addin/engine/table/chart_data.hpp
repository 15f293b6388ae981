// SPDX-License-Identifier: MPL-2.0
//
// The sheets of chart data (Diagramdata …): a list of the charts of one report with everything about them that the
// product wrote, and below it the numbers that they are drawn from.
//
//     const SheetContent sheet = chart_data_sheet("chart_data", charts, texts);      // fills in charts[i].cells
//     const auto earlier = read_chart_list(rows);                      // the list of an earlier run
//
// The list is what lets a chart be renewed without touching what its user changed: what still says what the list says was
// written by the product and may be written again; all else is the user's.
#pragma once

#include "table/chart_content.hpp"
#include "table/sheet_content.hpp"

#include <map>
#include <set>

namespace trinvis
{

/// A chart with its place in its report and the cells of the chart data that it is drawn from.
struct PlacedChart
{
    ChartContent content;
    int first_row = 0; ///< of the report's cell in whose corner it is put
    int first_column = 0;
    double left_mm = 0; ///< where that corner is, known once the sheet has its rows
    double top_mm = 0;
    double width_mm = 150;
    double height_mm = 86;
    CellRange cells; ///< in the chart data: a row of names above, x or categories on the left, a column a series
};

/// What the product wrote into a chart when it drew or renewed it.
struct ChartRecord
{
    std::string title;
    std::string subtitle;
    std::string x_title;
    std::string y_title;
    std::string alt_text;
    double left_mm = 0;
    double top_mm = 0;
    double width_mm = 0;
    double height_mm = 0;
    std::optional<double> x_from;
    std::optional<double> x_to;
    std::optional<double> y_to;
    std::string cells;            ///< "A20:H83"
    std::set<std::string> series; ///< what the product called them
};

[[nodiscard]] ChartRecord record_of(const PlacedChart& chart);

/// A report whose charts stand on its sheet.
struct ChartedReport
{
    SheetContent sheet;
    SheetContent chart_data; ///< of chart_data_sheet()
    std::vector<PlacedChart> charts;
};

/// The sheet, by its id in sheet_kinds(); gives every chart its cells.
[[nodiscard]] SheetContent chart_data_sheet(std::string_view id, std::vector<PlacedChart>& charts, const Texts& texts);

/// The list as it stands in a sheet, by the charts' names. A sheet without such a list gives none.
[[nodiscard]] std::map<std::string, ChartRecord> read_chart_list(const std::vector<std::vector<ContentCell>>& rows);

} // namespace trinvis
