// SPDX-License-Identifier: MPL-2.0
//
// The small chart of a goal: the straight line from the baseline to the target, and the reported values with their
// intervals beside it.
//
//     const auto chart = goal_chart(follow.goals[0], follow, workbook, texts);
//     chart->name;                                  // "trinvis_goal_1"
#pragma once

#include "goals/follow_up.hpp"
#include "table/chart_content.hpp"

namespace trinvis
{

/// One category a round, and half-yearly or yearly ones from the last round to the target's date, so that the line is
/// straight. What must not be seen is in no series. Nothing without a figure, a target, and a value to show.
[[nodiscard]] std::optional<ChartContent> goal_chart(const GoalFollowUp& one, const FollowUp& follow,
                                                     const Workbook& workbook, const Texts& texts);

} // namespace trinvis
