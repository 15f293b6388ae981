// SPDX-License-Identifier: MPL-2.0
//
// From what a run of the rules said to the findings that a person reads.
//
//     const Validation validation = validation_of(run, workbook, words);
#pragma once

#include "validation/rule_run.hpp"
#include "validation/validate.hpp"

namespace trinvis
{

/// Gathers the hits of all rules, the rules that cannot be used and the faults of the layout, errors first, then by place.
[[nodiscard]] Validation validation_of(RuleRun& run, const Workbook& workbook, const Words& words, Extent extent);

} // namespace trinvis
