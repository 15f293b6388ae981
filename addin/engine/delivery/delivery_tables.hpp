// SPDX-License-Identifier: MPL-2.0
//
// What a delivery tells: the figures, their definitions, the explanations, the findings and the rules, as tables.
//
//     const DeliveryTables tables = delivery_tables({workbook, validation, words});
//     tables.tables.front().name;                   // "figures"
//
// Decisions, all of them ours, since no official form of delivery is known:
//   * The figures are the items as they stand in Indtastning, a row for each item and cut-off date. A row without a
//     number says why there is none; a missing number is never zero.
//   * The findings say which rule, where and why, but not what stands in the cell, what was expected or the message:
//     these repeat cells, and a cell may hold what a delivery must not.
//   * A text that looks like a person's name is left out, and counted. Who explained something is told nowhere.
//   * In a workbook that is set to be shared, explanations and findings are left out too: they may tell hidden numbers.
#pragma once

#include "delivery/delivery_table.hpp"
#include "validation/validate.hpp"

#include <cstddef>

namespace trinvis
{

/// What a delivery is made from.
struct DeliverySource
{
    const Workbook& workbook;     ///< as it is delivered: hidden numbers are blanked already
    const Validation& validation; ///< of the workbook before anything was blanked
    const Words& words;
};

struct DeliveryTables
{
    std::vector<DeliveryTable> tables; ///< figures, definitions, rules and, unless it is shared, explanations, findings
    std::size_t numbers = 0;           ///< figures that are numbers
    std::size_t without_number = 0;    ///< figures that say why there is none
    std::size_t names_left_out = 0;    ///< texts that looked like a person's name
};

/// Makes all tables; titles come in the workbook's language.
[[nodiscard]] DeliveryTables delivery_tables(const DeliverySource& source);

/// What Stamdata says of the numbers; empty where that looks like a person's name.
[[nodiscard]] std::string delivered_note(const Workbook& workbook);

/// Why a cell of Indtastning holds no number: the end of the key of a typed blank ("not_reported", "confidential"),
/// "not_entered" for an empty cell, "unreadable" for anything else; empty for a number.
[[nodiscard]] std::string missing_kind(const Cell& cell, const Words& words);

/// All that missing_kind may give but the empty text.
[[nodiscard]] std::vector<std::string> missing_kinds();

} // namespace trinvis
