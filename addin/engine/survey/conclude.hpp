// SPDX-License-Identifier: MPL-2.0
//
// Which questions a conclusion is about: the strongest and the most challenged, those in which the own answer stands out,
// and those in which the others differ most. The limits are the product's own proposal.
//
//     conclude(results);
//     results.strong;                                  // {5, 3, 9}
#pragma once

#include "survey/results.hpp"

namespace trinvis
{

/// The own answer stands out when it is higher, or lower, than so many of the others.
inline constexpr double standing_out = 0.75;
/// The others differ where their answers spread at least a step of the scale (standard deviation).
inline constexpr double wide_spread = 1;
/// So many questions are named as the strongest, the most challenged and the widest spread.
inline constexpr std::size_t named_questions = 3;

/// Fills in the lists of the results. Equal means share a place: all that share the third are named. A question that
/// would be both among the strongest and the most challenged is neither.
void conclude(SurveyResults& results);

} // namespace trinvis
