// SPDX-License-Identifier: MPL-2.0
//
// How a chart looks, the same in Calc and in Writer. The own municipality is told apart by shape, size and label as well
// as by colour; the colours are those of Okabe and Ito, which colour-blind people can tell apart, and differ in lightness.
//
//     set_chart_type(chart, content);
//     ...give it its data...
//     part_lines_from_columns(context, chart, content);
//     dress_chart(chart, content);
#pragma once

#include "office/chart_series.hpp"

namespace trinvis::office
{

/// Titles, axes, legend and the look of each series. The chart must have its data.
void dress_chart(const ChartDocument& chart, const ChartContent& content);

/// The look of one series, for one that comes to a chart later.
void dress_series(const ChartDocument& chart, const DataSeries& series, const ChartContent& content,
                  std::size_t position);

/// Which point bears the name of its series; nothing when none does.
[[nodiscard]] std::optional<sal_Int32> labelled_point(const DataSeries& series);

/// Gives a series other cells. All that makes the point with the name differ from its series goes over to `labelled`.
void set_series_data(const DataSeries& series, const std::vector<LabelledSequence>& data,
                     const std::optional<sal_Int32>& labelled);

/// The texts of a chart that the product writes.
enum class ChartText
{
    title,
    subtitle,
    x_title,
    y_title
};

/// The text as it stands; nothing when the chart has no such title.
[[nodiscard]] std::optional<std::string> chart_text(const ChartDocument& chart, ChartText which);
/// Changes the words of a title that is there; its look stays.
void set_chart_text(const ChartDocument& chart, ChartText which, const std::string& text);

/// The ends of the axes that the product sets.
enum class AxisEnd
{
    x_from,
    x_to,
    y_to
};

/// Where an axis begins or ends; nothing when the office decides.
[[nodiscard]] std::optional<double> end_of_axis(const ChartDocument& chart, AxisEnd which);
void set_end_of_axis(const ChartDocument& chart, AxisEnd which, const std::optional<double>& value);

} // namespace trinvis::office
