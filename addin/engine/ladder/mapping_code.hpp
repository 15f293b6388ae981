// SPDX-License-Identifier: MPL-2.0
//
// Codes as people write them, brought to one form in which they can be compared. The levels of a code are parted by '|',
// so that a code without its last level is the one above it.
//
//     mapping_code(MappingKind::section_sel, Cell{std::string("SEL § 52, stk. 3, nr. 7")});   // "52|3|7"
//     mapping_code(MappingKind::account, Cell{52821.0});                                      // "5|28|21"
//     account_code(Cell{52821.0}, Cell{1.0});                                                 // "5|28|21|001"
#pragma once

#include "ladder/ladder.hpp"
#include "table/cell.hpp"

#include <optional>
#include <string>
#include <utility>

namespace trinvis
{

/// The form in which codes are compared; empty for a cell that holds none.
/// Sections: "§ 76 a, stk. 2", "76-a.2" and "76a.2" are the same. Accounts: "5.28.20", "05.28.20", 52820 and "52820"
/// are a function; "5.28.20.001", "5.28.20-1-001" and "52820001" a grouping of it. Places: "07" and 7. Measures: capital
/// letters and spare blanks make no difference. Text behind a code of a place or an account is left out.
[[nodiscard]] std::string mapping_code(MappingKind kind, const Cell& cell);

/// A function and its grouping, each in a cell of its own; a grouping is padded to three digits, and one that is missing
/// gives the function. Empty when the function cannot be read.
[[nodiscard]] std::string account_code(const Cell& function, const Cell& grouping);

/// The first and last section of "§§ 108-123"; nothing for any other text.
[[nodiscard]] std::optional<std::pair<int, int>> section_range(std::string_view text);

/// True for a number in a cell for sections that can only be a date: Calc reads "11-3" as one.
[[nodiscard]] bool is_section_turned_date(MappingKind kind, const Cell& cell);

/// The code above, empty for one without levels: "52|3" for "52|3|7".
[[nodiscard]] std::string code_above(std::string_view code);

} // namespace trinvis
