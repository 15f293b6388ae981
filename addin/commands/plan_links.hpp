// SPDX-License-Identifier: MPL-2.0
//
// Between a workbook and its plan: which of the plan's numbers are out of date, and where a cell's number stands in it.
//
//     check_plan(context, workbook, {});            // the plan that the workbook remembers
//     show_in_plan(context, workbook, {});          // again: the next place
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/frame/XModel.hpp>

namespace trinvis::commands
{

/// Writes the sheet Plantjek. Returns how many numbers are stale or gone. Without an address the remembered plan is read.
/// Throws office::UserError as PlanFile does, and for a workbook that is to be shared: the plan may say what it hides.
sal_Int32 check_plan_of(const office::Context& context, const css::uno::Reference<css::frame::XModel>& model,
                        const rtl::OUString& url);

/// Selects the next place in the plan with the number of the cell that the cursor is in, and opens the plan for that.
/// Returns how many places there are. Throws office::UserError as PlanFile does, when the workbook has no window, and when
/// the number stands nowhere in the plan.
sal_Int32 show_in_plan(const office::Context& context, const css::uno::Reference<css::frame::XModel>& model,
                       const rtl::OUString& url);

} // namespace trinvis::commands
