// SPDX-License-Identifier: MPL-2.0
//
// Charts on a sheet as the tests look at them: what each series is called, the cells that it is drawn from, and all that
// a person sees of a chart, line by line.
//
//     const auto charts = charts_on(document, "Sammenligning");
//     EXPECT_EQ(cells_in(charts.at("trinvis_1_funnel")), listed_cells(document, "trinvis_1_funnel"));
#pragma once

#include "cells.hpp"

#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/chart2/XDataSeries.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <map>
#include <set>

namespace trinvis::testing
{

using ChartDocument = css::uno::Reference<css::chart::XChartDocument>;
using DataSeries = css::uno::Reference<css::chart2::XDataSeries>;

struct ChartOnSheet
{
    css::uno::Reference<css::drawing::XShape> shape;
    ChartDocument chart;
};

/// The charts of a sheet by the names of their shapes; the last of those that share a name.
[[nodiscard]] std::map<std::string, ChartOnSheet> charts_on(const Document& document, const std::string& sheet);

[[nodiscard]] std::vector<DataSeries> all_series(const ChartOnSheet& chart);
/// What the legend calls a series.
[[nodiscard]] std::string name_of(const DataSeries& series);
/// The first series of that name; throws std::runtime_error when there is none.
[[nodiscard]] DataSeries series_named(const ChartOnSheet& chart, const std::string& name);
/// The values of a series, those that are missing left out.
[[nodiscard]] std::vector<double> values_of(const DataSeries& series);

/// The cells of each series, its name's and its values': "B33 B34:B45".
[[nodiscard]] std::set<std::string> cells_in(const ChartOnSheet& chart);
/// The cells that the list in Diagramdata gives a chart, in the same manner.
[[nodiscard]] std::set<std::string> listed_cells(const Document& document, const std::string& chart);

/// The words of a chart's title.
[[nodiscard]] std::string title_of(const ChartOnSheet& chart);

/// Every chart of a sheet with its place, size, texts, series, cells and values, one thing a line.
[[nodiscard]] std::vector<std::string> shown_in_charts(const Document& document, const std::string& sheet);

} // namespace trinvis::testing
