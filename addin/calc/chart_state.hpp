// SPDX-License-Identifier: MPL-2.0
//
// All that a renewal may change in a chart, so that undo and redo can put it back: the office keeps no undo for what
// happens inside a chart that is not open for editing.
//
//     const ChartState before = state_of(chart);
//     ...
//     step.undo_manager()->addUndoAction(charts_action(document, title, {{name, before, after}}));
#pragma once

#include "calc/drawn_charts.hpp"
#include "office/chart_look.hpp"

#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/table/CellAddress.hpp>

namespace trinvis::calc
{

using LabelledSequence = css::uno::Reference<css::chart2::data::XLabeledDataSequence>;

struct SeriesState
{
    office::DataSeries series;
    std::vector<LabelledSequence> data;
    std::optional<sal_Int32> labelled;
};

struct ChartState
{
    office::ChartDocument chart;
    std::vector<std::pair<office::ChartType, std::vector<SeriesState>>> types;
    LabelledSequence categories;
    std::map<office::ChartText, std::string> texts;
    std::map<office::AxisEnd, std::optional<double>> ends;
    css::awt::Point position;
    css::awt::Size size;
    std::optional<css::table::CellAddress> anchor; ///< nothing when it hangs on the sheet
    rtl::OUString title;                           ///< of the shape, for screen readers
    rtl::OUString description;
};

[[nodiscard]] ChartState state_of(const DrawnChart& chart);

/// Puts a state back into a chart, which may be another object by now: undoing and redoing a drawing makes it anew. Then
/// series are told apart by their order, and where their number differs they are left alone.
void restore(const office::Context& context, const Document& document, const DrawnChart& chart,
             const ChartState& state);

/// Hangs a shape on a cell, its corner in the cell's. Position and size come after the anchor: LibreOffice 7.4 stores a
/// shape as hanging on the sheet when only its anchor was set.
void hang_on_cell(const css::uno::Reference<css::drawing::XShape>& shape, const Sheet& sheet, sal_Int32 column,
                  sal_Int32 row, css::awt::Size size);

/// A renewed chart, by the name of its shape.
struct RenewedChart
{
    std::string name;
    ChartState before;
    ChartState after;
};

/// Takes renewals back and does them again.
[[nodiscard]] css::uno::Reference<css::document::XUndoAction> charts_action(const office::Context& context,
                                                                            const Document& document,
                                                                            const rtl::OUString& title,
                                                                            std::vector<RenewedChart> renewed);

} // namespace trinvis::calc
