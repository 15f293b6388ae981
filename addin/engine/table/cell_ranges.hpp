// SPDX-License-Identifier: MPL-2.0
//
// Ranges of cells taken apart by others. Ranges, not cells: a whole column may lie under a format.
//
//     const PartedRanges parts = parted({{0, 0, 9, 0}}, {{2, 0, 3, 5}});
//     parts.under;                                  // rows 2 to 3 of the first column
//     parts.free;                                   // rows 0 to 1 and 4 to 9
#pragma once

#include "table/cell.hpp"

#include <vector>

namespace trinvis
{

struct PartedRanges
{
    std::vector<CellRange> under; ///< what some other range covers; a cell that several cover stands here once
    std::vector<CellRange> free;  ///< the rest
};

/// Parts ranges into what lies under others and what does not.
[[nodiscard]] PartedRanges parted(const std::vector<CellRange>& ranges, const std::vector<CellRange>& others);

} // namespace trinvis
