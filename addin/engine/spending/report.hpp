// SPDX-License-Identifier: MPL-2.0
//
// The sheet Udgifter: short conclusions, charts, and the tables behind them.
//
//     ChartedReport report = spending_report(spending, workbook, municipalities, texts);
#pragma once

#include "spending/spending.hpp"
#include "table/chart_data.hpp"

namespace trinvis::spending
{

/// The report with its charts and their data. Amounts in thousands of kroner; the control line is to the øre.
/// Takes an analysis that has years.
[[nodiscard]] ChartedReport spending_report(const Spending& spending, const Workbook& workbook,
                                            const Municipalities& municipalities, const Texts& texts);

} // namespace trinvis::spending
