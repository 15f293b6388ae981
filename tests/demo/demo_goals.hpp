// SPDX-License-Identifier: MPL-2.0
//
// The goals of the demonstration's development plan: an invented example that says so, written as a consultant would.
//
//     fill_goals(document, office);
#pragma once

#include "demo_workbook.hpp"

namespace trinvis::demo
{

/// Makes Udviklingsplan by its command from the focus areas that were chosen, writes goals and activities into it, and runs
/// the command again, so that baselines are filled in and Opfølgning stands. The focus areas must be chosen before.
void fill_goals(const SpreadsheetDocument& document, const testing::RunningOffice& office);

} // namespace trinvis::demo
