// SPDX-License-Identifier: MPL-2.0
//
// The survey of the demonstration: the invented answers of tests/data/survey/39_kommuner.csv, through the extension's own
// import.
//
//     fill_survey(document, office);
#pragma once

#include "demo_workbook.hpp"

namespace trinvis::demo
{

/// Makes the sheet Spørgeskema with the answers of the 39 municipalities and says in it that they are invented; the demo's
/// municipality is one of them. Writes Svarfordeling.
void fill_survey(const SpreadsheetDocument& document, const testing::RunningOffice& office);

} // namespace trinvis::demo
