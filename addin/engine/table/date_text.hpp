// SPDX-License-Identifier: MPL-2.0
//
// Dates as text and as the numbers that a sheet stores.
//
//     parse_date("30. september 2026");                      // 2026-09-30
//     format_date(date, Language::danish);                   // "30-09-2026"
//     date_from_serial(46295, null_date);                    // 2026-09-30 where the null date is 1899-12-30
#pragma once

#include "texts/texts.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace trinvis
{

using Date = std::chrono::year_month_day;

/// Reads a date that a person typed: 30-09-2026, 30.9.2026, 30/9/2026, 2026-09-30, 30-09-26, "30. september 2026",
/// "30 Sep 2026". A date that does not exist (31-09-2026) gives nothing.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// "30-09-2026" in Danish, "2026-09-30" in English.
[[nodiscard]] std::string format_date(Date date, Language language);

/// "2026-09-30", the form of the scripting interface and of files.
[[nodiscard]] std::string iso_date(Date date);

/// The date of a sheet's day number, counted from the document's null date. Only days from 1990 to 2100 are taken for
/// dates, so that an ordinary number in a heading is not.
[[nodiscard]] std::optional<Date> date_from_serial(double serial, Date null_date);

/// The sheet's day number of a date.
[[nodiscard]] double serial_from_date(Date date, Date null_date);

} // namespace trinvis
