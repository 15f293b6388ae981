// SPDX-License-Identifier: MPL-2.0
//
// Functions of the rule language that answer row by row: logic, arithmetic, what a cell is, texts, dates.
//
//     const Answers answers = by_row::all_of(call);
//
// Internal to the room; functions.cpp gives them their names and says what they take.
#pragma once

#include "rules/functions.hpp"

namespace trinvis::rules::by_row
{

[[nodiscard]] Answers all_of(const Call& call);
[[nodiscard]] Answers any_of(const Call& call);
[[nodiscard]] Answers negated(const Call& call);
[[nodiscard]] Answers exactly_one_of(const Call& call);
[[nodiscard]] Answers implies(const Call& call);
[[nodiscard]] Answers number_if(const Call& call);
[[nodiscard]] Answers text_if(const Call& call);
[[nodiscard]] Answers truth_if(const Call& call);
[[nodiscard]] Answers number_if_missing(const Call& call);
[[nodiscard]] Answers is_number(const Call& call);
[[nodiscard]] Answers is_empty_number(const Call& call);
[[nodiscard]] Answers is_text(const Call& call);
[[nodiscard]] Answers is_error(const Call& call);
[[nodiscard]] Answers is_confidential(const Call& call);
[[nodiscard]] Answers is_not_applicable(const Call& call);
[[nodiscard]] Answers is_reported_missing(const Call& call);
[[nodiscard]] Answers is_whole(const Call& call);
[[nodiscard]] Answers is_between(const Call& call);
[[nodiscard]] Answers is_about(const Call& call);
[[nodiscard]] Answers absolute(const Call& call);
[[nodiscard]] Answers square_root(const Call& call);
[[nodiscard]] Answers rounded(const Call& call);
[[nodiscard]] Answers whole_part(const Call& call);
[[nodiscard]] Answers smallest(const Call& call);
[[nodiscard]] Answers largest(const Call& call);
[[nodiscard]] Answers total(const Call& call);
[[nodiscard]] Answers has_no_text(const Call& call);
[[nodiscard]] Answers length_of_text(const Call& call);
[[nodiscard]] Answers contains_text(const Call& call);
[[nodiscard]] Answers begins_with_text(const Call& call);
[[nodiscard]] Answers looks_like_number_text(const Call& call);
[[nodiscard]] Answers looks_like_cpr_text(const Call& call);
[[nodiscard]] Answers looks_like_name_text(const Call& call);
[[nodiscard]] Answers looks_like_date_text(const Call& call);
[[nodiscard]] Answers known_municipality(const Call& call);
[[nodiscard]] Answers known_item(const Call& call);
[[nodiscard]] Answers known_figure(const Call& call);
[[nodiscard]] Answers known_references(const Call& call);
[[nodiscard]] Answers count_references(const Call& call);
[[nodiscard]] Answers municipality_code(const Call& call);
[[nodiscard]] Answers today(const Call& call);
[[nodiscard]] Answers year(const Call& call);
[[nodiscard]] Answers month(const Call& call);
[[nodiscard]] Answers day(const Call& call);
[[nodiscard]] Answers falls_on_weekend(const Call& call);
[[nodiscard]] Answers falls_on_holiday(const Call& call);
[[nodiscard]] Answers date(const Call& call);

} // namespace trinvis::rules::by_row
