// SPDX-License-Identifier: MPL-2.0
#include "table/chart_content.hpp"

#include <algorithm>

namespace trinvis
{

int category_lines(const ChartContent& content)
{
    std::ptrdiff_t most = 0;
    for (const std::string& category : content.categories)
        most = std::max(most, std::count(category.begin(), category.end(), '\n'));
    return static_cast<int>(most) + 1;
}

} // namespace trinvis
