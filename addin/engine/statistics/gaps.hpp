// SPDX-License-Identifier: MPL-2.0
//
// What counts as a value among cells that may be empty.
#pragma once

#include <cmath>
#include <optional>

namespace trinvis::statistics
{

/// Whether the cell holds a value; NaN is none.
[[nodiscard]] inline bool is_present(const std::optional<double>& cell)
{
    return cell && !std::isnan(*cell);
}

} // namespace trinvis::statistics
