// SPDX-License-Identifier: MPL-2.0
//
// What has changed between two readings of a workbook: nothing, single cells, or so much that all must be looked at anew.
//
//     const Changes changes = changes_between(before, now);
//     changes.cells.size();                         // 1, after a number was typed
#pragma once

#include "catalogue/workbook.hpp"

#include <utility>
#include <vector>

namespace trinvis
{

struct Changes
{
    bool anew = false; ///< sheets, names or what sheets hold besides their cells changed, or too many cells
    std::vector<std::pair<Place, Cell>> cells; ///< with their new content; empty where all is to be done anew

    [[nodiscard]] bool none() const
    {
        return !anew && cells.empty();
    }
};

/// Compares two readings of one workbook; with more than `most` changed cells it is not worth following them singly.
[[nodiscard]] Changes changes_between(const WorkbookCells& before, const WorkbookCells& now, std::size_t most = 64);

} // namespace trinvis
