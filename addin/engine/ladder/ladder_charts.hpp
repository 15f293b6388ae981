// SPDX-License-Identifier: MPL-2.0
//
// The charts of the ladder: how children are spread over the steps on each cut-off date, and how many moved up and down.
//
//     const auto chart = distribution_chart(result, workbook, texts);
//     chart->series.size();                         // the six steps, and what stands beside them where there is any
//
// Steps are drawn from light to dark and no way is drawn as the good one.
#pragma once

#include "ladder/ladder_result.hpp"
#include "table/chart_content.hpp"

#include <optional>

namespace trinvis
{

/// Shares in per cent of all who were counted, a column a round; nothing when there is no share to show.
[[nodiscard]] std::optional<ChartContent> distribution_chart(const LadderResult& result, const Workbook& workbook,
                                                             const Texts& texts);

/// Children who moved up and down, the one upon the other for each round; nothing when no movements are known.
[[nodiscard]] std::optional<ChartContent> movement_chart(const LadderResult& result, const Workbook& workbook,
                                                         const Texts& texts);

} // namespace trinvis
