// SPDX-License-Identifier: MPL-2.0
#include "table/danish_holidays.hpp"

#include <array>

namespace trinvis
{

namespace
{

using std::chrono::days;
using std::chrono::sys_days;

struct MovingDay
{
    Holiday holiday;
    int after_easter; ///< days
};

constexpr std::array<MovingDay, 8> moving_days{{{Holiday::maundy_thursday, -3},
                                                {Holiday::good_friday, -2},
                                                {Holiday::easter_sunday, 0},
                                                {Holiday::easter_monday, 1},
                                                {Holiday::prayer_day, 26},
                                                {Holiday::ascension, 39},
                                                {Holiday::whit_sunday, 49},
                                                {Holiday::whit_monday, 50}}};

constexpr std::chrono::year last_prayer_day{2023};

bool is(Date date, unsigned month, unsigned day)
{
    return date.month() == std::chrono::month{month} && date.day() == std::chrono::day{day};
}

} // namespace

std::string_view holiday_key(Holiday holiday)
{
    static constexpr std::array<std::string_view, 11> keys{
        "holiday.new_year",      "holiday.maundy_thursday", "holiday.good_friday", "holiday.easter_sunday",
        "holiday.easter_monday", "holiday.prayer_day",      "holiday.ascension",   "holiday.whit_sunday",
        "holiday.whit_monday",   "holiday.christmas_day",   "holiday.boxing_day"};
    return keys[static_cast<std::size_t>(holiday)];
}

std::string_view quiet_day_key(QuietDay day)
{
    static constexpr std::array<std::string_view, 3> keys{"holiday.constitution_day", "holiday.christmas_eve",
                                                          "holiday.new_years_eve"};
    return keys[static_cast<std::size_t>(day)];
}

Date easter_sunday(std::chrono::year year)
{
    // The letters are the source's.
    const int y = static_cast<int>(year);
    const int a = y % 19;
    const int b = y / 100;
    const int c = y % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return Date{year, std::chrono::month{static_cast<unsigned>(sum / 31)},
                std::chrono::day{static_cast<unsigned>(sum % 31 + 1)}};
}

std::optional<Holiday> danish_holiday(Date date)
{
    if (!date.ok())
        return std::nullopt;
    if (is(date, 1, 1))
        return Holiday::new_year;
    if (is(date, 12, 25))
        return Holiday::christmas_day;
    if (is(date, 12, 26))
        return Holiday::boxing_day;
    const sys_days easter{easter_sunday(date.year())};
    for (const MovingDay& moving : moving_days)
        if (sys_days{date} == easter + days{moving.after_easter} &&
            (moving.holiday != Holiday::prayer_day || date.year() <= last_prayer_day))
            return moving.holiday;
    return std::nullopt;
}

std::optional<QuietDay> quiet_day(Date date)
{
    if (is(date, 6, 5))
        return QuietDay::constitution_day;
    if (is(date, 12, 24))
        return QuietDay::christmas_eve;
    if (is(date, 12, 31))
        return QuietDay::new_years_eve;
    return std::nullopt;
}

bool is_weekend(Date date)
{
    if (!date.ok())
        return false;
    const std::chrono::weekday weekday{sys_days{date}};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

Date next_working_day(Date date)
{
    while (is_weekend(date) || danish_holiday(date) || quiet_day(date))
        date = Date{sys_days{date} + days{1}};
    return date;
}

} // namespace trinvis
