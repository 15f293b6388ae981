// SPDX-License-Identifier: MPL-2.0
//
// A chart in the plan: drawn with numbers of its own, so that it needs no workbook, and renewed with the look that a
// person gave it.
//
//     draw_chart(context, object, content);
//     renew_chart(context, object, content);                // a year later
#pragma once

#include "office/uno.hpp"
#include "table/chart_content.hpp"

#include <com/sun/star/text/XTextContent.hpp>

namespace trinvis::writer
{

/// Draws the chart into an embedded object that stands in a document.
void draw_chart(const office::Context& context, const css::uno::Reference<css::text::XTextContent>& object,
                const ChartContent& content);

/// Gives a chart that is there new numbers and words; the look stays. One whose series became more or fewer, or that was
/// turned into another kind, is drawn anew.
void renew_chart(const office::Context& context, const css::uno::Reference<css::text::XTextContent>& object,
                 const ChartContent& content);

} // namespace trinvis::writer
