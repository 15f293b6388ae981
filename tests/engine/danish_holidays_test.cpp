// SPDX-License-Identifier: MPL-2.0
//
// Easter against published tables, and which days are public holidays in Denmark.
#include "shipped.hpp"

#include "table/danish_holidays.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

using tests::day;

TEST(DanishHolidays, HaveEasterOnTheDatesOfThePublishedTables)
{
    // U.S. Census Bureau, Easter Dates from 1600 to 2099; 1818 and 1943 are the earliest and the latest Easter there are.
    for (const char* easter : {"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23",
                               "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
                               "2028-04-16", "2038-04-25", "2049-04-18", "2076-04-19"})
        EXPECT_EQ(easter_sunday(day(easter).year()), day(easter)) << easter;
}

TEST(DanishHolidays, AreThoseOfACalendarYear)
{
    // The dates of 2027 as Danish calendars print them.
    const std::map<Date, Holiday> expected{
        {day("2027-01-01"), Holiday::new_year},      {day("2027-03-25"), Holiday::maundy_thursday},
        {day("2027-03-26"), Holiday::good_friday},   {day("2027-03-28"), Holiday::easter_sunday},
        {day("2027-03-29"), Holiday::easter_monday}, {day("2027-05-06"), Holiday::ascension},
        {day("2027-05-16"), Holiday::whit_sunday},   {day("2027-05-17"), Holiday::whit_monday},
        {day("2027-12-25"), Holiday::christmas_day}, {day("2027-12-26"), Holiday::boxing_day}};
    std::map<Date, Holiday> found;
    for (std::chrono::sys_days date{day("2027-01-01")}; date <= std::chrono::sys_days{day("2027-12-31")};
         date += std::chrono::days{1})
        if (const auto holiday = danish_holiday(date))
            found.emplace(date, *holiday);
    EXPECT_EQ(found, expected);
}

TEST(DanishHolidays, HadStoreBededagUntil2023)
{
    EXPECT_EQ(danish_holiday(day("2023-05-05")), Holiday::prayer_day);
    EXPECT_EQ(danish_holiday(day("2022-05-13")), Holiday::prayer_day);
    EXPECT_EQ(danish_holiday(day("2024-04-26")), std::nullopt);
}

TEST(DanishHolidays, DoNotCountTheDaysOnWhichMostAreClosedAllTheSame)
{
    for (const char* date : {"2027-06-05", "2027-12-24", "2027-12-31"})
    {
        EXPECT_FALSE(danish_holiday(day(date))) << date;
        EXPECT_TRUE(quiet_day(day(date))) << date;
    }
    EXPECT_FALSE(quiet_day(day("2027-05-01")));
}

TEST(DanishHolidays, HaveANameInBothLanguages)
{
    for (int i = 0; i <= static_cast<int>(Holiday::boxing_day); ++i)
        for (const Language language : {Language::danish, Language::english})
            EXPECT_FALSE(tests::words().in(language).get(holiday_key(static_cast<Holiday>(i))).empty());
    for (int i = 0; i <= static_cast<int>(QuietDay::new_years_eve); ++i)
        EXPECT_FALSE(tests::words().danish.get(quiet_day_key(static_cast<QuietDay>(i))).empty());
}

TEST(WorkingDays, SkipWeekendsHolidaysAndClosedDays)
{
    EXPECT_TRUE(is_weekend(day("2026-11-22")));
    EXPECT_FALSE(is_weekend(day("2026-11-23")));
    EXPECT_EQ(next_working_day(day("2026-11-23")), day("2026-11-23"));
    EXPECT_EQ(next_working_day(day("2026-11-21")), day("2026-11-23"));
    // From Christmas Eve, a Thursday, past the weekend.
    EXPECT_EQ(next_working_day(day("2026-12-24")), day("2026-12-28"));
    EXPECT_EQ(next_working_day(day("2027-03-25")), day("2027-03-30"));
    // 2021-02-29 is no date.
    EXPECT_FALSE(is_weekend(Date{std::chrono::year{2021}, std::chrono::month{2}, std::chrono::day{29}}));
    EXPECT_FALSE(danish_holiday(Date{std::chrono::year{2021}, std::chrono::month{2}, std::chrono::day{29}}));
}

} // namespace trinvis
