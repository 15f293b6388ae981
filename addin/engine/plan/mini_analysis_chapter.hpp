// SPDX-License-Identifier: MPL-2.0
//
// The plan's chapter on the mini-analysis: the municipality's own assessment, and the focus areas that it chose with the
// reasons and the examples that may inspire.
//
//     blocks = mini_analysis_chapter({workbook, form, reasons, words});
#pragma once

#include "mini_analysis/focus_reasons.hpp"
#include "plan/plan_block.hpp"

#include <span>

namespace trinvis
{

struct MiniAnalysisInputs
{
    const Workbook& workbook;
    const MiniAnalysisForm& form;
    std::span<const FocusReason> reasons; ///< as they are now: in a shared plan no earlier ones are told
    const Words& words;
};

/// Empty where nothing is assessed and no focus area is chosen.
[[nodiscard]] PlanBlocks mini_analysis_chapter(const MiniAnalysisInputs& inputs);

} // namespace trinvis
