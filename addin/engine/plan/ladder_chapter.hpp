// SPDX-License-Identifier: MPL-2.0
//
// The chapter of the plan about the ladder: children on the steps, movements between them, and what is not settled.
//
//     PlanBlocks blocks = ladder_chapter(result, workbook, texts);
//     blocks.empty();                               // true when nothing was typed in the ladder's sheets
#pragma once

#include "ladder/ladder_result.hpp"
#include "plan/plan_block.hpp"

namespace trinvis
{

/// The blocks of the chapter; small numbers are hidden where `result` hides them.
[[nodiscard]] PlanBlocks ladder_chapter(const LadderResult& result, const Workbook& workbook, const Texts& texts);

} // namespace trinvis
