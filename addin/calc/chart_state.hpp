// SPDX-License-Identifier: MPL-2.0
//
// All that a renewal may change in a chart, so that undo and redo can put it back: the office keeps no undo for what
// happens inside a chart that is not open for editing.
//
//     const ChartState before = state_of(chart);
//     ...
//     step.undo_manager()->addUndoAction(charts_action(context, document, "benchmark", title, {{name, before, after}}));
#pragma once

#include "calc/drawn_charts.hpp"
#include "office/chart_look.hpp"

#include <com/sun/star/document/XUndoAction.hpp>

namespace trinvis::calc
{

struct SeriesState
{
    office::DataSeries series;
    std::vector<office::LabelledSequence> data;
    std::optional<sal_Int32> labelled;
};

struct ChartState
{
    office::ChartDocument chart;
    std::vector<std::pair<office::ChartType, std::vector<SeriesState>>> types;
    office::LabelledSequence categories;
    std::map<office::ChartText, std::string> texts;
    std::map<office::AxisEnd, std::optional<double>> ends;
    css::awt::Point position;
    css::awt::Size size;
    rtl::OUString title; ///< of the shape, for screen readers
    rtl::OUString description;
};

[[nodiscard]] ChartState state_of(const DrawnChart& chart);

/// Puts a state back into a chart, which may be another object by now: undoing and redoing a drawing makes it anew. Then
/// series are told apart by their order, and where their number differs they are left alone.
void restore(const office::Context& context, const DrawnChart& chart, const ChartState& state);

/// Gives a shape its place on the sheet and its size; one that has them is not touched.
void place_shape(const css::uno::Reference<css::drawing::XShape>& shape, css::awt::Point position, css::awt::Size size);

/// A renewed chart, by the name of its shape.
struct RenewedChart
{
    std::string name;
    ChartState before;
    ChartState after;
};

/// Takes renewals back and does them again.
[[nodiscard]] css::uno::Reference<css::document::XUndoAction>
charts_action(const office::Context& context, const Document& document, std::string sheet_id,
              const rtl::OUString& title, std::vector<RenewedChart> renewed);

} // namespace trinvis::calc
