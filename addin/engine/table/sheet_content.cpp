// SPDX-License-Identifier: MPL-2.0
#include "table/sheet_content.hpp"

#include <algorithm>

namespace trinvis
{

int SheetContent::column_count() const
{
    std::size_t widest = 0;
    for (const std::vector<ContentCell>& row : rows)
        widest = std::max(widest, row.size());
    return static_cast<int>(widest);
}

} // namespace trinvis
