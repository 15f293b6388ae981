// SPDX-License-Identifier: MPL-2.0
//
// How a chart looks, the same in Calc and in Writer. The own municipality is told apart by shape, size and label as well
// as by colour; the colours are those of Okabe and Ito, which colour-blind people can tell apart.
//
//     set_chart_type(chart, content.kind);
//     ...give it its data...
//     dress_chart(chart, content);
#pragma once

#include "office/uno.hpp"
#include "table/chart_content.hpp"

#include <com/sun/star/chart/XChartDocument.hpp>

namespace trinvis::office
{

void set_chart_type(const css::uno::Reference<css::chart::XChartDocument>& chart, ChartKind kind);

/// For a scatter chart with a table of its own: the first column becomes the x values of all the others.
void use_first_column_as_x(const Context& context, const css::uno::Reference<css::chart::XChartDocument>& chart);

/// Titles, axes, legend and the look of each series. The chart must have its data.
void dress_chart(const css::uno::Reference<css::chart::XChartDocument>& chart, const ChartContent& content);

} // namespace trinvis::office
