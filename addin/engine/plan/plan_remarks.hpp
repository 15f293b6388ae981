// SPDX-License-Identifier: MPL-2.0
//
// What a reader of the document must know of what lies behind it: a workbook that was never validated or has errors, no
// comparison data, no goals. Nothing of it keeps a document from being made.
//
//     for (const PlanRemark& remark : plan_remarks(inputs, gathered))
//         remark.sentence;                       // "Mappen har ingen sammenligningstal: …"
#pragma once

#include "plan/plan_content.hpp"

#include <string>
#include <vector>

namespace trinvis
{

struct PlanRemark
{
    std::string section; ///< the one that it is about
    std::string sentence;
};

/// The remarks, in the order of the sections.
[[nodiscard]] std::vector<PlanRemark> plan_remarks(const PlanInputs& inputs, const PlanContent& gathered);

/// True when the only table is one to be filled in: no goals, activities or follow-up are written in the workbook.
[[nodiscard]] bool is_to_fill_in(const PlanBlocks& blocks);

} // namespace trinvis
