// SPDX-License-Identifier: MPL-2.0
//
// The sheets of the advisory course in the demonstration: mini-analysis, focus areas, inspiration and the plan of the
// course, filled with an invented example that says so.
//
//     fill_mini_analysis(document, office);
//     fill_course(document, office);
#pragma once

#include "demo_workbook.hpp"

namespace trinvis::demo
{

/// Makes Minianalyse, Fokusområder and Inspiration by their command, writes into them as a consultant would, and runs the
/// command again so that evidence and focus areas have their links.
void fill_mini_analysis(const SpreadsheetDocument& document, const testing::RunningOffice& office);

/// Makes the plan of the course by its command, fills in hours, and draws the timeline.
void fill_course(const SpreadsheetDocument& document, const testing::RunningOffice& office);

} // namespace trinvis::demo
