// SPDX-License-Identifier: MPL-2.0
//
// Which days Danish municipalities do not meet on: weekends, public holidays, and the days that are no holidays by law
// but on which most are closed.
//
//     danish_holiday(Date{2027y / 3 / 26});         // Holiday::good_friday
//     easter_sunday(2027y);                          // 2027-03-28
#pragma once

#include "table/date_text.hpp"

#include <optional>
#include <string_view>

namespace trinvis
{

enum class Holiday
{
    new_year,
    maundy_thursday,
    good_friday,
    easter_sunday,
    easter_monday,
    prayer_day, ///< up to 2023
    ascension,
    whit_sunday,
    whit_monday,
    christmas_day,
    boxing_day
};

/// A day that is no public holiday, but on which most municipalities are closed or close early.
enum class QuietDay
{
    constitution_day,
    christmas_eve,
    new_years_eve
};

/// Key of a holiday's name in the text files.
[[nodiscard]] std::string_view holiday_key(Holiday holiday);
[[nodiscard]] std::string_view quiet_day_key(QuietDay day);

/// Easter Sunday of a year of the Gregorian calendar, 1583 or later: the anonymous algorithm that Nature printed in 1876
/// (volume 13, page 487), as in Meeus, Astronomical Algorithms, chapter 8.
[[nodiscard]] Date easter_sunday(std::chrono::year year);

/// The public holiday that a date is. The list is the one that Folketinget's papers give for the law on shops' closing
/// days (the minister's answer KIU 2022-23 alm. del, question 19); store bededag ended with 2023 (L 13, 2022-23). A date
/// that does not exist is none.
[[nodiscard]] std::optional<Holiday> danish_holiday(Date date);

/// Grundlovsdag, juleaftensdag and nytårsaftensdag.
[[nodiscard]] std::optional<QuietDay> quiet_day(Date date);

/// Saturday and Sunday. A date that does not exist is none.
[[nodiscard]] bool is_weekend(Date date);

/// The date itself or the next one that is neither weekend nor holiday nor a quiet day. The date must exist.
[[nodiscard]] Date next_working_day(Date date);

} // namespace trinvis
