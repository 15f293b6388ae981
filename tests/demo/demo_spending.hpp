// SPDX-License-Identifier: MPL-2.0
//
// The accounts of the demonstration: invented lines for all 98 municipalities, 2016 to 2020. A municipality's amounts say
// nothing about the municipality.
//
//     fill_spending(document, office);
#pragma once

#include "demo_workbook.hpp"

namespace trinvis::demo
{

/// Makes the sheets Regnskab and Prisindeks by the extension's own command and fills Regnskab; gives the invented accounts
/// their steps in the sheet Indsatstrappe where the workbook has it, and writes the sheet Udgifter.
void fill_spending(const SpreadsheetDocument& document, const testing::RunningOffice& office);

} // namespace trinvis::demo
