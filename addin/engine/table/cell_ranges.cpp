// SPDX-License-Identifier: MPL-2.0
#include "table/cell_ranges.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

bool meet(const CellRange& a, const CellRange& b)
{
    return a.first_row <= b.last_row && b.first_row <= a.last_row && a.first_column <= b.last_column &&
           b.first_column <= a.last_column;
}

CellRange common(const CellRange& a, const CellRange& b)
{
    return {std::max(a.first_row, b.first_row), std::max(a.first_column, b.first_column),
            std::min(a.last_row, b.last_row), std::min(a.last_column, b.last_column)};
}

/// What is left of a range without a part of it: the rows above and below, and what stands to either side.
void add_rest(std::vector<CellRange>& rest, const CellRange& whole, const CellRange& part)
{
    if (whole.first_row < part.first_row)
        rest.push_back({whole.first_row, whole.first_column, part.first_row - 1, whole.last_column});
    if (part.last_row < whole.last_row)
        rest.push_back({part.last_row + 1, whole.first_column, whole.last_row, whole.last_column});
    if (whole.first_column < part.first_column)
        rest.push_back({part.first_row, whole.first_column, part.last_row, part.first_column - 1});
    if (part.last_column < whole.last_column)
        rest.push_back({part.first_row, part.last_column + 1, part.last_row, whole.last_column});
}

} // namespace

PartedRanges parted(const std::vector<CellRange>& ranges, const std::vector<CellRange>& others)
{
    PartedRanges parts{{}, ranges};
    for (const CellRange& other : others)
    {
        std::vector<CellRange> still_free;
        still_free.reserve(parts.free.size());
        for (const CellRange& range : parts.free)
        {
            if (!meet(range, other))
            {
                still_free.push_back(range);
                continue;
            }
            parts.under.push_back(common(range, other));
            add_rest(still_free, range, parts.under.back());
        }
        parts.free = std::move(still_free);
    }
    return parts;
}

} // namespace trinvis
