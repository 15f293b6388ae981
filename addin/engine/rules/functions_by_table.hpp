// SPDX-License-Identifier: MPL-2.0
//
// Functions of the rule language that need all rows of a table, or another table: earlier rounds, groups, look-ups.
//
//     const Answers answers = by_table::group_sum(call);
//
// Internal to the room; functions.cpp gives them their names and says what they take.
#pragma once

#include "rules/functions.hpp"

namespace trinvis::rules::by_table
{

/// @name The same thing earlier
/// @{
[[nodiscard]] Answers previous_round(const Call& call);
[[nodiscard]] Answers same_round_last_year(const Call& call);
[[nodiscard]] Answers before_in_order(const Call& call);
/// @}

/// @name Groups of rows that share their keys; values that are missing make a sum missing and are left out of the rest
/// @{
[[nodiscard]] Answers count_same(const Call& call);
[[nodiscard]] Answers count_distinct(const Call& call);
[[nodiscard]] Answers group_count(const Call& call);
[[nodiscard]] Answers group_sum(const Call& call);
[[nodiscard]] Answers group_mean(const Call& call);
[[nodiscard]] Answers group_median(const Call& call);
[[nodiscard]] Answers group_spread(const Call& call);
[[nodiscard]] Answers group_smallest(const Call& call);
[[nodiscard]] Answers group_largest(const Call& call);
/// @}

/// @name Rows of this or another table that match the row's keys
/// @{
[[nodiscard]] Answers look_up_number(const Call& call);
[[nodiscard]] Answers look_up_text(const Call& call);
[[nodiscard]] Answers exists(const Call& call);
[[nodiscard]] Answers count_matching(const Call& call);
[[nodiscard]] Answers sum_matching(const Call& call);
[[nodiscard]] Answers mean_matching(const Call& call);
[[nodiscard]] Answers smallest_matching(const Call& call);
[[nodiscard]] Answers largest_matching(const Call& call);
/// @}

} // namespace trinvis::rules::by_table
