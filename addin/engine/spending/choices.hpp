// SPDX-License-Identifier: MPL-2.0
//
// What a person chose on top of the sheet Regnskab: the basis year of the extra spending, and the year whose prices fixed
// prices are.
//
//     const Choices choices = read_choices(workbook, words);
//     choices.basis_year;                           // nothing: the first year with accounts
#pragma once

#include "spending/accounts.hpp"

#include <array>
#include <optional>

namespace trinvis::spending
{

struct Choices
{
    std::optional<int> basis_year;
    std::optional<int> price_year;
    Place basis_place; ///< the cells that say so; sheet -1 where none does
    Place price_place;
    bool fixed_prices = true; ///< extra spending is computed in fixed prices where there is an index
    std::vector<SpendingFault> faults;
};

/// The keys of the choices' texts in the order of the sheet: "spending_choice." + key, and ".meaning".
inline constexpr std::array<std::string_view, 3> choice_keys{"basis_year", "price_year", "prices"};

/// The keys of the words for the prices, the default first: "spending_choice.prices." + key.
inline constexpr std::array<std::string_view, 2> price_kinds{"fixed", "current"};

/// Reads the choices; an empty cell is the default, and so is one that cannot be understood, with a fault.
[[nodiscard]] Choices read_choices(const Workbook& workbook, const Words& words);

} // namespace trinvis::spending
