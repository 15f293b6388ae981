// SPDX-License-Identifier: MPL-2.0
//
// Periods as sources write them, and the day that they stand for.
//
//     parse_period("2024K1")->first;                        // 2024-01-01
//     day_of(*parse_period("2024"), PeriodDay::last);       // 2024-12-31
//
// Which day of a period a number is about no file tells: FOLK1A counts on the first day of the quarter, the statistics on
// placements on the last day of the year. It is asked for (import_mapping.hpp).
#pragma once

#include "table/cell.hpp"
#include "table/date_text.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace trinvis::reference
{

enum class PeriodKind : std::uint8_t
{
    year,
    half_year,
    quarter,
    month,
    week,
    day
};

struct Period
{
    PeriodKind kind = PeriodKind::year;
    int year = 0;
    unsigned number = 0; ///< of the half-year, quarter, month or week; 0 for years and days
    Date first;
    Date last;

    bool operator==(const Period&) const = default;
};

enum class PeriodDay : std::uint8_t
{
    first,
    last
};

/// Reads 2024, 2024H1, 2024K1 (also Q), 2024M06, 2020U01 (also W; ISO 8601 weeks), a date in any of parse_date's forms,
/// "1. kvartal 2024", "juni 2024", "31-12-2024", "pr. 31. december 2024". Years from 1900 to 2199. Nothing for anything
/// else, and for periods that do not exist (2024K5, 2021U53).
[[nodiscard]] std::optional<Period> parse_period(std::string_view text);

/// The same for a cell: a whole number from 1900 to 2199 is a year, a larger one the sheet's day number.
[[nodiscard]] std::optional<Period> period_in(const Cell& cell, Date null_date);

[[nodiscard]] Date day_of(const Period& period, PeriodDay which);

} // namespace trinvis::reference
