// SPDX-License-Identifier: MPL-2.0
//
// Native Calc charts from the cells of Diagramdata, placed in Sammenligning.
//
//     const DrawnCharts drawn = drawn_charts(document);       // before the sheets are written
//     find_corners(sheet, report.charts);                     // between the two sheets: Diagramdata keeps the places
//     put_charts({context, document, sheet, data_sheet, texts}, report.charts, drawn, step);
#pragma once

#include "benchmark/report.hpp"
#include "calc/drawn_charts.hpp"

namespace trinvis::calc
{

/// Where charts are put.
struct ChartPlace
{
    office::Context context;
    Document document;
    Sheet sheet;
    Sheet data_sheet;
    const Texts& texts;
};

/// Gives every chart the place of its cell in Sammenligning, which must be written already.
void find_corners(const Sheet& sheet, std::vector<PlacedChart>& charts);

/// Draws the charts that are not there yet and renews the others: their cells follow, and so do the texts, sizes, places
/// and ends of axes that still are as the product made them. All else in a chart is its user's and stays. A chart that the
/// user deleted stays away as long as the list in Diagramdata names it and any other is left; a chart of a figure that is
/// no more is taken away; charts of the user stay. Part of the open undo step.
void put_charts(const ChartPlace& place, const std::vector<PlacedChart>& charts, const DrawnCharts& drawn,
                office::UndoStep& step);

} // namespace trinvis::calc
