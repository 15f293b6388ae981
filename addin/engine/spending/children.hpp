// SPDX-License-Identifier: MPL-2.0
//
// How many children stand on each step in a year: what spending per child is divided by.
//
//     const std::optional<Children> children = children_of(workbook, ladder_result(workbook, shipped, words), words, 2019);
//     children->by_step[5];                         // on institutions at the last cut-off date of 2019
//
// The sheet Børn på trin counts where it has rows of the year; else the items of Indtastning that the twelve figures are
// computed from, foster families without the network families that they include by the tool's own definition.
#pragma once

#include "ladder/ladder_result.hpp"
#include "spending/step_amounts.hpp"

#include <array>
#include <optional>

namespace trinvis::spending
{

struct Children
{
    std::array<std::optional<double>, steps_in_parts> by_step{}; ///< nothing where it is not known
    Date date;                                                   ///< on which they were counted
    bool from_ladder = false;                                    ///< from Børn på trin, not from Indtastning
};

/// The children of the own municipality on the last cut-off date of a year that has any; nothing when none is known.
[[nodiscard]] std::optional<Children> children_of(const Workbook& workbook, const LadderResult& ladder,
                                                  const Words& words, int year);

} // namespace trinvis::spending
