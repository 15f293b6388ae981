// SPDX-License-Identifier: MPL-2.0
//
// The chapters that the working tools give to the plan.
//
//     const OpenWorkbook untouched = open;
//     const Results results = compute(open);
//     add_tool_chapters(context, plan, untouched, open, results);
#pragma once

#include "commands/open_workbook.hpp"
#include "plan/plan_content.hpp"

namespace trinvis::commands
{

/// Fills the slots "survey", "ladder", "spending", "mini_analysis", "practice", "focus", "theory" and "course", and where
/// there are goals "goals", "activities" and "follow_up". A tool that is not used leaves its slot empty; one whose sheet
/// cannot be read says in its place what is wrong, so that it keeps no plan from being made. `untouched` is the workbook
/// as it was read, `open` what compute() left of it.
void add_tool_chapters(const office::Context& context, PlanContent& plan, const OpenWorkbook& untouched,
                       const OpenWorkbook& open, const Results& results);

} // namespace trinvis::commands
