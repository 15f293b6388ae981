// SPDX-License-Identifier: MPL-2.0
//
// Faults of the sheets themselves, which need no rule: what is hidden or merged, what Calc took for something else than
// was typed, numbers typed over formulas, and formulas that reach outside the file.
//
//     for (const Finding& finding : structure_findings(workbook, words))
//         finding.rule == check_id(Check::hidden_row);
//
// What is looked for stands with the ids in catalogue/built_in_checks.hpp.
#pragma once

#include "validation/finding.hpp"

#include <string>
#include <vector>

namespace trinvis
{

/// Everything of these kinds, in the workbook's language. Sheets that the product writes itself are passed over.
[[nodiscard]] std::vector<Finding> structure_findings(const Workbook& workbook, const Words& words);

} // namespace trinvis
