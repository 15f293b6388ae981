// SPDX-License-Identifier: MPL-2.0
//
// The plan's chapter on spending: the conclusions, two charts, and the latest year beside the basis year.
//
//     const PlanBlocks chapter = spending_chapter(spending, workbook, texts);
#pragma once

#include "plan/plan_block.hpp"
#include "spending/spending.hpp"

namespace trinvis
{

/// The chapter; empty where the workbook has no accounts of its own municipality.
[[nodiscard]] PlanBlocks spending_chapter(const spending::Spending& spending, const Workbook& workbook,
                                          const Texts& texts);

} // namespace trinvis
