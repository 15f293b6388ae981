// SPDX-License-Identifier: MPL-2.0
//
// The words of the ladder's sheets, written and read: kinds, statuses, and where something stands.
//
//     answer_words({Placement::spans, {4, 5, 6}}, texts);                     // "trin 4-6"
//     read_answer(Cell{std::string("trin 4-6")}, steps, words);    // spans 4, 5, 6
//
// Steps are written with the word before them: Calc takes "4-6" for a date.
#pragma once

#include "ladder/ladder.hpp"
#include "table/cell.hpp"
#include "texts/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace trinvis
{

/// "Foranstaltning", "Paragraf SEL" …
[[nodiscard]] const std::string& mapping_kind_words(MappingKind kind, const Texts& texts);

/// "officiel", "eksempel" … ; empty for a row that does not say.
[[nodiscard]] std::string mapping_status_words(MappingStatus status, const Texts& texts);

/// "trin 3", "trin 4-6", "uden for trappen", "afklares lokalt" …
[[nodiscard]] std::string answer_words(const StepAnswer& answer, const Texts& texts);

/// Reads a kind in either language; also without its capital letter.
[[nodiscard]] std::optional<MappingKind> read_mapping_kind(const Cell& cell, const Words& words);

/// Reads a status in either language; nothing for what is none, "nothing" for an empty cell.
[[nodiscard]] std::optional<MappingStatus> read_mapping_status(const Cell& cell, const Words& words);

/// Reads where something stands: 3, "3", "trin 3", a step's name alone or behind its number, "trin 4-6", "4, 5 og 6",
/// the words above in either language. An empty cell is to be settled. Nothing for anything else, and for a step that the
/// ladder does not have.
[[nodiscard]] std::optional<StepAnswer> read_answer(const Cell& cell, const std::vector<Step>& steps,
                                                    const Words& words);

} // namespace trinvis
