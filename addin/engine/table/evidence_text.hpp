// SPDX-License-Identifier: MPL-2.0
//
// What a text refers to in the workbook: key figures, questions of the survey, and steps of the ladder in the spending.
//
//     references_in("nøgletal 3 og 9, spørgsmål 1");       // figure 3, figure 9, question 1
//     references_in("samtaler med lederne");               // none
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

enum class ReferenceKind
{
    figure,
    question,
    spending_step, ///< a step of the ladder, in the spending
    step           ///< a step of the ladder
};

struct Reference
{
    ReferenceKind kind = ReferenceKind::figure;
    std::string number; ///< "3", or the id of an own indicator in small letters: "e1"

    bool operator==(const Reference&) const = default;
};

/// The references of a text in either language, in the order in which they stand, each once. A word for a thing
/// ("nøgletal", "key figures", "spørgsmål", "question", "udgifter trin", "spending step", "trin", "step") is followed by
/// one number or several, with commas, "og", "and" or "til"/"to" or a hyphen (a range of at most 20) between them. All
/// else is taken for words.
[[nodiscard]] std::vector<Reference> references_in(std::string_view text);

} // namespace trinvis
