// SPDX-License-Identifier: MPL-2.0
//
// Spending: what the accounts of a municipality tell of the steps of the ladder. Its files, from the cells to the words:
// money, account_code, accounts (lines as they stand), price_index, choices, step_amounts (lines on steps), residents and
// children (what spending is held against), spending (the three analyses), comparison, words, charts, report; and
// account_file with account_import for files.
//
// This file: amounts in whole øre. Sums of floating-point kroner drift; sums of øre do not.
//
//     read_amount(0.1 + 0.2)->oere;                           // 30
//     format_kroner(-123456, Language::danish);               // "-1.234,56"
#pragma once

#include "texts/texts.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace trinvis::spending
{

using Oere = std::int64_t;

/// The largest amount of one line, in kroner: a million lines of it still fit into an Oere.
inline constexpr double most_kroner = 5e9;

struct ReadAmount
{
    Oere oere = 0;
    bool rounded = false; ///< there were more than two decimals; halves go away from zero
};

/// Kroner as a sheet holds them, in whole øre. What lies within the precision of a double of a whole øre is that øre
/// and not rounded: 0.1 + 0.2 is 30 øre. Nothing for a number that is not finite or beyond most_kroner.
[[nodiscard]] std::optional<ReadAmount> read_amount(double kroner);

/// Kroner for a sheet or chart; exact to the øre up to 90 trillion kroner.
[[nodiscard]] double kroner_of(Oere amount);

/// Thousands of kroner for a sheet or chart.
[[nodiscard]] double thousands_of(Oere amount);

/// With two decimals and thousand separators, computed without floating point.
[[nodiscard]] std::string format_kroner(Oere amount, Language language);

/// For a sentence: "912 kr.", "45,6 mio. kr." and "813 t.kr.", or "DKK 45.6 million" and "DKK 813,000"; the sign stands in
/// front.
[[nodiscard]] std::string readable_kroner(double kroner, const Texts& texts);

} // namespace trinvis::spending
