// SPDX-License-Identifier: MPL-2.0
//
// What stands around the chapters of the working tools: background, present practice, organisation, the places where
// the municipality writes, and what a reader must know of the numbers.
//
//     PlanContent plan = plan_content(inputs);
//     add_tool_chapters(context, plan, …);
//     add_front_matter(plan, inputs);
#pragma once

#include "plan/plan_content.hpp"

namespace trinvis
{

/// Fills the slots "background" and "organisation", adds a place to write to "practice" and to the tables that are to
/// be filled in, and puts the remarks (plan_remarks.hpp) in front of "findings". Comes after all other content; where
/// goals are written in the workbook, the empty table of activities goes.
void add_front_matter(PlanContent& plan, const PlanInputs& inputs);

} // namespace trinvis
