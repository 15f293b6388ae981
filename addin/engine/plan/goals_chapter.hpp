// SPDX-License-Identifier: MPL-2.0
//
// The plan's chapters on goals: what is to be reached and done, why it should work, and how far it is. Nothing in them is
// made up: a goal shows what Udviklingsplan says of it and what the reported figures carry.
//
//     const Goals goals = read_goals(workbook, words);
//     const FollowUp follow = follow_up(goals, workbook, words, today);
//     plan.slots["goals"] = goals_chapter(follow, workbook, texts);
#pragma once

#include "goals/follow_up.hpp"
#include "plan/plan_block.hpp"

namespace trinvis
{

/// Focus areas, their goals with what they are measured by, and each goal's activities. Empty without goals.
[[nodiscard]] PlanBlocks goals_chapter(const FollowUp& follow, const Workbook& workbook, const Texts& texts);

/// All activities in the order in which they begin. Empty without any.
[[nodiscard]] PlanBlocks activities_overview(const FollowUp& follow, const Texts& texts);

/// The chain of each goal, from prerequisites and activities to what shows that it is reached. Empty where no goal has
/// both a goal and an activity.
[[nodiscard]] PlanBlocks theory_of_change_chapter(const FollowUp& follow, const Texts& texts);

/// Each goal against the rounds so far: words, chart and table. Empty without goals.
[[nodiscard]] PlanBlocks follow_up_chapter(const FollowUp& follow, const Workbook& workbook, const Texts& texts);

} // namespace trinvis
