// SPDX-License-Identifier: MPL-2.0
//
// The pieces in which a plan is put into a document, in order: each becomes a section of its own there. A heading shares
// its piece with what stands below it, for a section's end would part them at the end of a page.
//
//     for (const PartStep& step : part_steps({"status", "figures"}, plan.slots))
//         step.id;                                       // "status.intro", "status.table", …
#pragma once

#include "plan/plan_part.hpp"

#include <map>

namespace trinvis
{

struct PartStep
{
    std::string id; ///< of the part; of the one below where a heading comes first
    PartKind kind = PartKind::prose;
    PlanBlocks blocks;
    std::string slot;                        ///< of the template in which it stands
    std::string hash;                        ///< part_hash of the blocks
    bool holds_chart = false;                ///< renewed inside, whatever a person did around it
    bool to_fill_in = false;                 ///< a table with empty rows, which a person may write in
    std::string under{};                     ///< the nearest heading above in the slot; empty where there is none
    [[nodiscard]] std::string title() const; ///< for a person: heading, caption, title or the first words
};

/// The parts of the slots, slot by slot in the given order. A slot that is not among the content is empty.
/// Throws std::invalid_argument where a part stands in two places (plan_part.hpp).
[[nodiscard]] std::vector<PartStep> part_steps(const std::vector<std::string>& slots_in_order,
                                               const std::map<std::string, PlanBlocks, std::less<>>& content);

/// The first words of a text, with "…" where it goes on.
[[nodiscard]] std::string first_words(const std::string& text);

} // namespace trinvis
