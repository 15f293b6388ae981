// SPDX-License-Identifier: MPL-2.0
//
// What a piece of the plan says and how it looks, as a short mark: it changes when the piece is to be written anew. The
// cells that numbers come from are not part of it, since a row put into the workbook changes nothing in the plan.
//
//     part_hash(piece.blocks) == state.parts[0].hash       // nothing new
#pragma once

#include "plan/plan_block.hpp"

#include <string>

namespace trinvis
{

/// The mark of the blocks (text_hash.hpp).
[[nodiscard]] std::string part_hash(const PlanBlocks& blocks);

/// The words alone, a line for each paragraph and cell, as they are read back from a document.
[[nodiscard]] std::string part_words(const PlanBlocks& blocks);

} // namespace trinvis
