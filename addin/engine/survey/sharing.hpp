// SPDX-License-Identifier: MPL-2.0
//
// What may be told of the others' answers when a workbook is to be shared: a score that fewer than the threshold have
// given points at single municipalities.
//
//     hide_small_counts(results, workbook.sharing);
//     shown_groups(result.others.given, 5);            // {{1, 2, 7}, {3, 3, 12}, {4, 4, 14}, {5, 5, 0}}
//
// Neighbouring scores are shown together until every count is 0 or at least the threshold. With scores merged, the mean,
// its interval, the spread and the test are left out, since the exact counts could be worked out from them; a share or
// a position is told only where it is a sum of what is shown. No municipality is named. The own answers are the
// municipality's to share.
#pragma once

#include "catalogue/sharing.hpp"
#include "survey/results.hpp"

#include <vector>

namespace trinvis
{

/// The scores from 1 to 5, neighbours merged until no count lies between 1 and the threshold less 1. Empty when that
/// leaves all of them in one.
[[nodiscard]] std::vector<ScoreGroup> shown_groups(const ScoreCounts& counts, std::size_t threshold);

/// Takes out of the results what must not be seen; does nothing where the workbook is not to be shared.
void hide_small_counts(SurveyResults& results, const Sharing& sharing);

} // namespace trinvis
