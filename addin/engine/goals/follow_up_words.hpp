// SPDX-License-Identifier: MPL-2.0
//
// The follow-up in words. A sentence claims no more than the interval carries, and numbers know their cell.
//
//     plan_sentence(one, workbook, texts).text;     // "Målet er at gå fra 24,3 pct. pr. 31-12-2025 til 20,0 pct. …"
//     standing_sentence(one, round, workbook, texts).text;
//     // "Det er bagud for den rette linje mod måltallet (23,5 pct.), men forskellen kan være tilfældig."
#pragma once

#include "goals/follow_up.hpp"
#include "table/traced_text.hpp"

namespace trinvis
{

/// A number of a goal with its unit, its source the cell of the sheet Udviklingsplan where `key` ("baseline", "target")
/// stands; a baseline that the sheet does not hold has the reported cell. "–" where there is none to show.
[[nodiscard]] TracedText baseline_text(const GoalFollowUp& one, const Workbook& workbook, const Texts& texts);
[[nodiscard]] TracedText target_text(const GoalFollowUp& one, const Workbook& workbook, const Texts& texts);

/// The value of a round with its unit; why there is none where it is missing: "diskretioneret".
[[nodiscard]] TracedText value_text(const GoalFollowUp& one, const FollowUpRound& round, const Workbook& workbook,
                                    const Texts& texts);

/// Why a round has no value: "mangler", "diskretioneret".
[[nodiscard]] std::string absence_text(const FollowUpRound& round, const Texts& texts);

/// "20,1-26,3"; "–" where the spread is unknown.
[[nodiscard]] TracedText interval_text(const GoalFollowUp& one, const FollowUpRound& round, const Workbook& workbook,
                                       const Texts& texts);

/// What the line gives for a round, without its unit; "–" where there is no line.
[[nodiscard]] TracedText expected_text(const GoalFollowUp& one, const FollowUpRound& round, const Workbook& workbook,
                                       const Texts& texts);

/// What is to be reached, as far as it may be seen; empty without a target.
[[nodiscard]] TracedText plan_sentence(const GoalFollowUp& one, const Workbook& workbook, const Texts& texts);

/// The value of a round with its date and interval; empty for one without a value.
[[nodiscard]] TracedText value_sentence(const GoalFollowUp& one, const FollowUpRound& round, const Workbook& workbook,
                                        const Texts& texts);

/// Where the round stands and whether chance may explain it; empty where nothing can be said.
[[nodiscard]] TracedText standing_sentence(const GoalFollowUp& one, const FollowUpRound& round,
                                           const Workbook& workbook, const Texts& texts);

/// The same for a table: "Bagud, kan være tilfældigt".
[[nodiscard]] std::string standing_words(const FollowUpRound& round, const Texts& texts);

/// Why nothing is followed up: no key figure, no target, no round yet; empty where there is something.
[[nodiscard]] std::string nothing_sentence(const GoalFollowUp& one, const Texts& texts);

/// All sentences of a goal's latest round, one by one.
[[nodiscard]] std::vector<TracedText> goal_sentences(const GoalFollowUp& one, const Workbook& workbook,
                                                     const Texts& texts);

/// What must be known to read the follow-up: the line, the intervals, many rounds, and own words that are shared.
[[nodiscard]] std::vector<std::string> follow_up_conventions(const FollowUp& follow, const Texts& texts);

/// "3 Plejefamilier"; empty without a figure.
[[nodiscard]] std::string figure_title(const GoalFollowUp& one);

} // namespace trinvis
