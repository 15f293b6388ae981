// SPDX-License-Identifier: MPL-2.0
//
// What the ladder says of key figures 8 and 9 (movements from home-based measures up and down the ladder): the items of
// Indtastning that can be computed from it, put where nothing was typed.
//
//     const EntryFilling filling = entry_filling(workbook, result);
//     filling.update.cells.size();                  // cells to be filled; none that holds anything
//
// bevaegelser_op: from step 3 to steps 4-6 since the cut-off date before; bevaegelser_ned: from step 3 to steps 1-2;
// hjemmebaseret_forrige: children on step 3 on the cut-off date before. The definitions are those of
// templates/catalogue.json, with each child counted on its highest step.
#pragma once

#include "ladder/ladder_result.hpp"
#include "table/sheet_update.hpp"

#include <string>
#include <vector>

namespace trinvis
{

/// An item of a round as the ladder has it.
struct EntryFigure
{
    std::string item;
    Date date;
    std::int64_t children = 0;
    Place place; ///< in Indtastning
};

struct EntryFilling
{
    SheetUpdate update;
    std::vector<EntryFigure> filled;
    std::vector<EntryFigure> differing; ///< something else was typed there; it stays
};

/// Compares the ladder's numbers with Indtastning, for rounds with the same date. The number of the round before is used
/// only where Indtastning's round before is the same one; where it has none, one up to 215 days earlier.
[[nodiscard]] EntryFilling entry_filling(const Workbook& workbook, const LadderResult& result);

} // namespace trinvis
