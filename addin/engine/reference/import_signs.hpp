// SPDX-License-Identifier: MPL-2.0
//
// What signs in place of numbers may mean, in words and as typed blanks of the workbook.
//
//     usual_meaning("..");                          // SignMeaning::not_reported, a proposal that a person confirms
//     sign_word(SignMeaning::confidential, texts);  // "diskretioneret"
#pragma once

#include "reference/import_mapping.hpp"

namespace trinvis::reference
{

/// The meaning that is proposed for a sign; unanswered where there is none to propose. A typed blank of the workbook in
/// either language means itself. "-" has none: Statistics Denmark prints it for nought, and
/// in StatBank it may be no data. None is converted before a person has confirmed it.
[[nodiscard]] SignMeaning usual_meaning(std::string_view sign, const Words& words);

/// The word of a meaning: a typed blank's own word, "nul", "udelades".
[[nodiscard]] std::string sign_word(SignMeaning meaning, const Texts& texts);

/// Reads such a word in either language; unanswered where it is none.
[[nodiscard]] SignMeaning meaning_of_word(std::string_view word, const Words& words);

/// Every meaning that can be chosen, in the order in which it is offered.
[[nodiscard]] const std::vector<SignMeaning>& sign_meanings();

} // namespace trinvis::reference
