// SPDX-License-Identifier: MPL-2.0
//
// What the mini-analysis gives to the plan: the municipality's own assessment as the starting point, present strategies
// and target groups, and the focus areas that it chose with the reasons and the examples that may inspire.
//
//     const MiniAnalysisInputs inputs{workbook, form, reasons, words};
//     blocks = mini_analysis_chapter(inputs);
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

/// The assessment, with its heading; empty where nothing is assessed.
[[nodiscard]] PlanBlocks mini_analysis_chapter(const MiniAnalysisInputs& inputs);

/// Strategies and target groups of today, without a heading; empty where none are named.
[[nodiscard]] PlanBlocks practice_chapter(const MiniAnalysisInputs& inputs);

/// The chosen focus areas, without a heading. Where something is assessed but none is chosen, a place for them; else
/// empty.
[[nodiscard]] PlanBlocks focus_chapter(const MiniAnalysisInputs& inputs);

} // namespace trinvis
