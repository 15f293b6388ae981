// SPDX-License-Identifier: MPL-2.0
//
// The appendices that tell how far the numbers can be relied on: the validation log, and what is withheld when the
// document is to be shared.
//
//     add_appendices(plan, inputs);
//     plan.slots["disclosure"].empty();                    // true where everything is shown
#pragma once

#include "plan/plan_content.hpp"

namespace trinvis
{

/// Fills the slots "validation" and "disclosure". A shared document quotes no finding, since findings name numbers.
void add_appendices(PlanContent& plan, const PlanInputs& inputs);

} // namespace trinvis
