// SPDX-License-Identifier: MPL-2.0
//
// The numbers behind the charts as tables for printing, one a figure: the latest rounds, own value and change, country
// and group. They follow the figures, each of which fills a page with its charts.
//
//     add_figure_rounds(plan, inputs);                     // at the end of the slot "figures"
#pragma once

#include "plan/plan_content.hpp"

namespace trinvis
{

/// Adds the tables; a figure without a known value gets none.
void add_figure_rounds(PlanContent& plan, const PlanInputs& inputs);

} // namespace trinvis
