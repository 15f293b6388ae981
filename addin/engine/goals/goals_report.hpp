// SPDX-License-Identifier: MPL-2.0
//
// The sheet Opfølgning: where each goal stands, in a table, in words and as a small chart, and every round behind it.
//
//     ChartedReport report = goals_report(follow, sharing, workbook, texts);
#pragma once

#include "goals/follow_up.hpp"
#include "table/chart_data.hpp"

#include <span>

namespace trinvis
{

/// The report with its charts; `sharing` is what a reader of shared results must know. The workbook must be the one that
/// the follow-up was made from.
[[nodiscard]] ChartedReport goals_report(const FollowUp& follow, std::span<const std::string> sharing,
                                         const Workbook& workbook, const Texts& texts);

} // namespace trinvis
