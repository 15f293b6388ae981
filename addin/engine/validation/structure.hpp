// SPDX-License-Identifier: MPL-2.0
//
// Faults of the sheets themselves, which need no rule: what is hidden or merged, what Calc took for something else than
// was typed, numbers typed over formulas, and formulas that reach outside the file.
//
//     for (const Finding& finding : structure_findings(workbook, words))
//         finding.rule;                             // "layout-hidden-row"
//
// The ids, which never change:
//     layout-hidden-sheet, layout-hidden-row, layout-hidden-column    data that nobody sees
//     layout-merged             merged cells in a table
//     layout-heading            a heading that is close to a known one (a required one is layout-column)
//     layout-number-text        a number stored as text where no rule looks
//     layout-date-text          dates stored as text
//     layout-date-value         a number that Calc took for a date
//     layout-percent-format, layout-currency-format    a format that does not go with the unit
//     layout-thousandfold       perhaps a decimal point that Calc took for a thousand separator
//     layout-overtyped          a number typed over a formula
//     layout-external           formulas that reach outside the file
#pragma once

#include "validation/finding.hpp"

#include <string>
#include <vector>

namespace trinvis
{

/// Everything of the kinds above, in the workbook's language. Sheets that the product writes itself are passed over.
[[nodiscard]] std::vector<Finding> structure_findings(const Workbook& workbook, const Words& words);

} // namespace trinvis
