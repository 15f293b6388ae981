// SPDX-License-Identifier: MPL-2.0
//
// The sheet Trinfordeling: children on the steps, movements between them, and what must be settled, with two charts.
//
//     ChartedReport report = ladder_report(result, workbook, texts);
//     put_report(context, document, report, texts, step);
#pragma once

#include "ladder/ladder_result.hpp"
#include "table/chart_data.hpp"

namespace trinvis
{

/// The result as a sheet. The newest rounds stand in the tables; charts show all of them.
[[nodiscard]] ChartedReport ladder_report(const LadderResult& result, const Workbook& workbook, const Texts& texts);

} // namespace trinvis
