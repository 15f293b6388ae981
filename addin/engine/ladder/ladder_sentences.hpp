// SPDX-License-Identifier: MPL-2.0
//
// The result of the ladder in sentences, which the sheet Trinfordeling and the plan share. They describe and explain
// nothing: higher on the ladder is further from everyday life, not worse.
//
//     ladder_sentences(result, texts);     // "Pr. 31-12-2020 er 1.204 børn talt med. 12 af dem er ikke placeret …"
//
// The traced sentences name their numbers "ladder/latest/children/total", "ladder/moved/latest/up" and the like, and
// number_places.hpp finds the cells.
#pragma once

#include "ladder/ladder_result.hpp"
#include "table/traced_text.hpp"

#include <string>
#include <vector>

namespace trinvis
{

/// "3 Hjemmebaserede foranstaltninger".
[[nodiscard]] std::string step_label(const StepMapping& mapping, int step);

/// The name of a bucket: a step, outside the ladder, not placed.
[[nodiscard]] std::string bucket_label(const LadderResult& result, std::size_t bucket, const Texts& texts);

/// A bucket in a key: "1" to "6", "outside", "unplaced"; "total" for bucket_count.
[[nodiscard]] std::string bucket_code(std::size_t bucket);

/// The end of a movement: a step's number, or outside the ladder.
[[nodiscard]] std::string end_label(std::size_t end, const Texts& texts);

/// "30-06-2020 til 31-12-2020".
[[nodiscard]] std::string period_label(const MovementRound& round, const Texts& texts);

/// A number of children for a table: "–" for none, the word for hidden.
[[nodiscard]] std::string moved_text(const Moved& moved, const Texts& texts);
[[nodiscard]] std::string stock_text(const Stock& stock, const Texts& texts);

/// The latest round, the latest movements, and whether stocks and movements agree.
[[nodiscard]] std::vector<std::string> ladder_sentences(const LadderResult& result, const Texts& texts);
[[nodiscard]] std::vector<TracedText> traced_ladder_sentences(const LadderResult& result, const Texts& texts);

/// What must be known to read the numbers: rows without a number, several kinds in a round, sums that differ.
[[nodiscard]] std::vector<std::string> ladder_cautions(const LadderResult& result, const Texts& texts);
[[nodiscard]] std::vector<TracedText> traced_ladder_cautions(const LadderResult& result, const Texts& texts);

/// Why a code has no step: "afklares lokalt", "flere trin", "står ikke i Indsatstrappe".
[[nodiscard]] std::string why_unsettled(const ToSettle& one, const Texts& texts);

} // namespace trinvis
