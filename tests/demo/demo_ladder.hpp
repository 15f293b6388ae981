// SPDX-License-Identifier: MPL-2.0
//
// The ladder in the demonstration workbook: invented children on the steps and invented movements that agree with each
// other and with what Indtastning says.
//
//     fill_ladder(document, office);     // before on_document("ladder")
#pragma once

#include "demo_workbook.hpp"

namespace trinvis::demo
{

/// Makes the sheets of the ladder with the extension's own command and fills them from the numbers of Indtastning; what
/// those do not say (step 1, durations, who came and left) is invented, and every row says so.
void fill_ladder(const SpreadsheetDocument& document, const testing::RunningOffice& office);

} // namespace trinvis::demo
