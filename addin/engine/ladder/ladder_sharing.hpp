// SPDX-License-Identifier: MPL-2.0
//
// Hides small numbers of children in the ladder's result when the workbook is to be shared.
//
//     hide_small_numbers(result, workbook, hidden);
//     result.rounds.back().buckets[3].hidden;       // true for 3 children, and for what would give them away
//
// Decided with the method of privacy/suppression.hpp over all that the result shows and all that follows from it: the sum
// of a round, sums of movements, stock before − left + came = stock after, and how many stayed. What Indtastning says of
// the same children is taken as known where it is shown, and is hidden here where it is hidden there. A mean duration goes
// with its children, and the mean of all goes with any of its parts.
#pragma once

#include "ladder/ladder_result.hpp"
#include "privacy/workbook_suppression.hpp"

#include <string>

namespace trinvis
{

/// Does nothing unless the workbook is to be shared. `hidden` is what is hidden of the same workbook's key figures.
void hide_small_numbers(LadderResult& result, const Workbook& workbook, const privacy::HiddenNumbers& hidden);

/// What a reader must know of it; empty when nothing may be hidden.
[[nodiscard]] std::string ladder_sharing_note(const LadderResult& result, const Texts& texts);

} // namespace trinvis
