// SPDX-License-Identifier: MPL-2.0
//
// Words and cells that the chapters on goals share. Internal to the room.
#pragma once

#include "goals/follow_up.hpp"
#include "plan/plan_block.hpp"

namespace trinvis
{

/// A text, or a dash where there is none.
[[nodiscard]] std::string or_dash(const std::string& text);

/// A text without the full stops at its end: the sentence around it ends with its own.
[[nodiscard]] std::string open_ended(std::string text);

/// "01-02-2027 –", and "30-06-2027" on a line of its own, for a date is broken at its hyphens; "fra 01-02-2027", "til 30-06-2027" or a dash.
[[nodiscard]] std::string duration_of(const GoalActivity& activity, const Texts& texts);

/// What shows that a goal is reached: its criterion, its figure, or both.
[[nodiscard]] std::string indicator_of(const GoalFollowUp& one, const Texts& texts);

/// The id of a goal's parts: "goal_1" and an ending.
[[nodiscard]] std::string goal_part(const GoalFollowUp& one, std::string_view ending);

/// The name of a goal's table in the document: "Mål 1", with the table's own word.
[[nodiscard]] std::string goal_table_name(const GoalFollowUp& one, std::string_view key, const Texts& texts);

/// A row of headings, the keys of texts behind a prefix.
[[nodiscard]] std::vector<std::string> heading_row(std::string_view prefix, std::initializer_list<const char*> keys,
                                                   const Texts& texts);

} // namespace trinvis
