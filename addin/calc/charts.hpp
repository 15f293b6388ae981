// SPDX-License-Identifier: MPL-2.0
//
// Native Calc charts from the cells of a sheet of chart data, placed in their report.
//
//     refuse_unwritable(document, report, texts);
//     const Sheet sheet = put_report(context, document, report, texts, step);
#pragma once

#include "calc/drawn_charts.hpp"

namespace trinvis::calc
{

/// As for a single sheet: refuses where one of the report's two could not be written.
void refuse_unwritable(const Document& document, const ChartedReport& report, const Texts& texts);

/// Writes a report, its chart data and its charts, and returns the report's sheet. Draws the charts that are not there
/// yet and renews the others: their cells follow, and so do the texts, sizes, places and ends of axes that still are as
/// the product made them. All else in a chart is its user's and stays. A chart that the user deleted stays away as long as
/// the list in the chart data names it and any other is left; a chart of a thing that is no more is taken away; charts of
/// the user stay. Part of the open undo step. Fills in the places of the charts and writes the chart data by them.
Sheet put_report(const office::Context& context, const Document& document, ChartedReport& report, const Texts& texts,
                 office::UndoStep& step);

} // namespace trinvis::calc
