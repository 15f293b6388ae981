// SPDX-License-Identifier: MPL-2.0
//
// Spending in words: what the sheet and the plan say of it before any table. They describe and never explain.
//
//     conclusions(spending, municipalities, texts).front();
//     // "I 2020 er der bogført 231,4 mio. kr. …"
//
// The traced sentences name their numbers "spending/latest/total", "spending/basis/upper_share" and the like, and
// number_places.hpp finds the cells.
#pragma once

#include "spending/spending.hpp"
#include "table/traced_text.hpp"

#include <string>
#include <vector>

namespace trinvis::spending
{

/// "Trin 5 Anbringelse i plejefamilie", "Uden for trappen", "Afklares lokalt", "Ikke fordelt".
[[nodiscard]] std::string part_name(const Spending& spending, std::size_t part, const Texts& texts);

/// The short conclusions, most important first; none without years.
[[nodiscard]] std::vector<std::string> conclusions(const Spending& spending, const Texts& texts);
[[nodiscard]] std::vector<TracedText> traced_conclusions(const Spending& spending, const Texts& texts);

/// What a reader must know: cells that were not counted, choices that could not be followed, rounding, missing index.
[[nodiscard]] std::vector<std::string> warnings(const Spending& spending, const Workbook& workbook, const Texts& texts);

/// How the numbers are made: units, extra spending, fixed prices, residents, children, what is not held against key
/// figure 11.
[[nodiscard]] std::vector<std::string> conventions(const Spending& spending, const Texts& texts);

/// The line that proves that nothing was lost: lines, parts and their difference, to the øre.
[[nodiscard]] std::string control_sentence(const Spending& spending, const Texts& texts);
[[nodiscard]] TracedText traced_control_sentence(const Spending& spending, const Texts& texts);

/// Why there is no comparison; empty when there is one.
[[nodiscard]] std::string no_comparison_sentence(const Spending& spending, const Texts& texts);
[[nodiscard]] TracedText traced_no_comparison_sentence(const Spending& spending, const Texts& texts);

/// Why there is no spending per child; empty when there is.
[[nodiscard]] std::string no_children_sentence(const Spending& spending, const Texts& texts);

/// "Kilde: …" with what the accounts name, or that they name none.
[[nodiscard]] std::string source_line(const Spending& spending, const Texts& texts);

} // namespace trinvis::spending
