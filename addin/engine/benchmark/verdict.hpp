// SPDX-License-Identifier: MPL-2.0
//
// What may be said of a figure beside a group's level.
//
//     verdict_code(Verdict::low_95);                // "low-95"
#pragma once

#include <string_view>

namespace trinvis
{

enum class Verdict
{
    low_998,
    low_95,
    not_significant,
    high_95,
    high_998,
    small_base,     ///< fewer than five expected either way: chance alone decides too much
    not_computable, ///< durations and kroner: the spread is unknown
    no_group        ///< too few other municipalities have the figure
};

/// "low-99.8", "low-95", "not-significant", "high-95", "high-99.8", "small-base", "not-computable", "no-group".
[[nodiscard]] std::string_view verdict_code(Verdict verdict);

/// -1 for the two low ones, 1 for the two high ones, 0 for the rest, which claim no difference.
[[nodiscard]] int difference_claimed(Verdict verdict);

} // namespace trinvis
