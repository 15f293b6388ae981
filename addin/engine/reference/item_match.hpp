// SPDX-License-Identifier: MPL-2.0
//
// Which of the workbook's items and rounds a heading of a foreign table means.
//
//     match_item("Anbragte i plejefamilie", workbook).item;      // "plejefamilie", near: to be looked at
//     round_of(Cell{"september 2026"}, workbook, null_date);     // 2026-09-30 where that is a round
#pragma once

#include "catalogue/workbook.hpp"
#include "reference/time_period.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace trinvis::reference
{

struct ItemMatch
{
    std::string item;  ///< id; empty where none is meant, or several are as near
    bool near = false; ///< not the very id or name
};

/// By id or name; else by a name with a slip in it.
[[nodiscard]] ItemMatch match_item(std::string_view heading, const Workbook& workbook);

/// The round whose date a heading is: the date itself, or the last or first day of a period, in that order.
[[nodiscard]] std::optional<Date> round_of(const Cell& heading, const Workbook& workbook, Date null_date);

/// True when the workbook has a round with a date.
[[nodiscard]] bool is_round(const Workbook& workbook, Date date);

} // namespace trinvis::reference
