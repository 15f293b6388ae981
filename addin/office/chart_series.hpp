// SPDX-License-Identifier: MPL-2.0
//
// The series of a chart and the types that they are drawn with: filled columns and lines may share one chart.
//
//     set_chart_type(chart, content);
//     ...give it its data...
//     part_lines_from_columns(context, chart, content);
#pragma once

#include "office/uno.hpp"
#include "table/chart_content.hpp"

#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/chart2/XChartType.hpp>
#include <com/sun/star/chart2/XCoordinateSystem.hpp>
#include <com/sun/star/chart2/XDataSeries.hpp>
#include <com/sun/star/chart2/data/XDataSequence.hpp>
#include <com/sun/star/chart2/data/XLabeledDataSequence.hpp>

namespace trinvis::office
{

using ChartDocument = css::uno::Reference<css::chart::XChartDocument>;
using ChartType = css::uno::Reference<css::chart2::XChartType>;
using DataSeries = css::uno::Reference<css::chart2::XDataSeries>;
using LabelledSequence = css::uno::Reference<css::chart2::data::XLabeledDataSequence>;

/// Gives a chart the diagram of a content, before its data.
void set_chart_type(const ChartDocument& chart, const ChartContent& content);

/// Where all series are columns after the data came: moves those that are lines into a type of their own.
void part_lines_from_columns(const Context& context, const ChartDocument& chart, const ChartContent& content);

/// For a scatter chart with a table of its own: the first column becomes the x values of all the others.
void use_first_column_as_x(const Context& context, const ChartDocument& chart);

[[nodiscard]] css::uno::Reference<css::chart2::XCoordinateSystem> coordinates_of(const ChartDocument& chart);
[[nodiscard]] std::vector<ChartType> types_of(const ChartDocument& chart);
[[nodiscard]] std::vector<DataSeries> series_of(const ChartType& type);
/// Those of all types, columns before lines.
[[nodiscard]] std::vector<DataSeries> series_of(const ChartDocument& chart);

/// The type that series of a role are drawn with; a chart that has none yet gets it.
[[nodiscard]] ChartType type_for(const Context& context, const ChartDocument& chart, SeriesRole role, ChartKind kind);

/// Values with the cell or text that names them; the role is one of chart2's: "values-y", "values-x", "categories".
[[nodiscard]] LabelledSequence labelled_sequence(const Context& context,
                                                 const css::uno::Reference<css::chart2::data::XDataSequence>& label,
                                                 const css::uno::Reference<css::chart2::data::XDataSequence>& values,
                                                 const char* role);

} // namespace trinvis::office
