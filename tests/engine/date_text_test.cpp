// SPDX-License-Identifier: MPL-2.0
//
// Dates as people type them, as the product writes them, and as the numbers of a sheet.
#include "shipped.hpp"

#include "table/date_text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace trinvis
{

namespace
{

using tests::day;

const Date null_date = day(1899, 12, 30);

} // namespace

TEST(DateText, IsReadInEveryFormThatDanesType)
{
    for (const char* text : {"30-09-2026", "30-9-2026", "30.9.2026", "30.09.2026", "30/9/2026", "30/09/2026",
                             "30-09-26", "30.9.26", "30. september 2026", "30 september 2026", "30. sep. 2026",
                             "30. Sep 2026", "30 SEP 2026", "  30-09-2026\xC2\xA0"})
        EXPECT_EQ(parse_date(text), day(2026, 9, 30)) << text;
}

TEST(DateText, IsReadInTheIsoForm)
{
    EXPECT_EQ(parse_date("2026-09-30"), day(2026, 9, 30));
    EXPECT_EQ(parse_date("2026/9/30"), day(2026, 9, 30));
}

TEST(DateText, KnowsTheMonthsOfBothLanguages)
{
    struct Month
    {
        unsigned number;
        const char* danish;
        const char* english;
    };
    for (const Month& month :
         {Month{1, "januar", "January"}, Month{2, "februar", "February"}, Month{3, "marts", "March"},
          Month{4, "april", "April"}, Month{5, "maj", "May"}, Month{6, "juni", "June"}, Month{7, "juli", "July"},
          Month{8, "august", "August"}, Month{9, "september", "September"}, Month{10, "oktober", "October"},
          Month{11, "november", "November"}, Month{12, "december", "December"}})
    {
        EXPECT_EQ(parse_date("1. " + std::string(month.danish) + " 2024"), day(2024, month.number, 1)) << month.danish;
        EXPECT_EQ(parse_date("1 " + std::string(month.english) + " 2024"), day(2024, month.number, 1)) << month.english;
    }
}

TEST(DateText, OfADayThatDoesNotExistIsNothing)
{
    for (const char* text : {"31-09-2026", "29-02-2025", "00-01-2026", "01-00-2026", "01-13-2026", "2026-02-30",
                             "31. april 2026", "30. hest 2026", "3. børn 2026"})
        EXPECT_EQ(parse_date(text), std::nullopt) << text;
}

TEST(DateText, KnowsLeapYears)
{
    EXPECT_EQ(parse_date("29-02-2024"), day(2024, 2, 29));
    EXPECT_EQ(parse_date("29-02-2100"), std::nullopt);
}

TEST(DateText, OfAnythingElseIsNothing)
{
    for (const char* text : {"", "2026", "30-09", "30-09-026", "30-09-20266", "2016K1", "2026M01", "0-17", "sep 2016",
                             "30-09-2026 kl. 12", "Bemærkning", "30 09 2026", "30--09-2026"})
        EXPECT_EQ(parse_date(text), std::nullopt) << text;
}

TEST(DateText, IsWrittenInTheMannerOfTheLanguage)
{
    EXPECT_EQ(format_date(day(2026, 3, 1), Language::danish), "01-03-2026");
    EXPECT_EQ(format_date(day(2026, 3, 1), Language::english), "2026-03-01");
    EXPECT_EQ(iso_date(day(2026, 3, 1)), "2026-03-01");
}

TEST(DateText, ReadsWhatItWrites)
{
    for (const Language language : {Language::danish, Language::english})
        EXPECT_EQ(parse_date(format_date(day(2024, 2, 29), language)), day(2024, 2, 29));
}

TEST(SheetDate, CountsDaysFromTheNullDate)
{
    EXPECT_EQ(date_from_serial(46295, null_date), day(2026, 9, 30));
    EXPECT_EQ(serial_from_date(day(2026, 9, 30), null_date), 46295);
}

TEST(SheetDate, FollowsTheNullDateOfTheDocument)
{
    EXPECT_EQ(date_from_serial(46295 - 1462, day(1904, 1, 1)), day(2026, 9, 30));
}

TEST(SheetDate, IsOnlyTakenFrom1990To2100)
{
    EXPECT_EQ(date_from_serial(serial_from_date(day(1989, 12, 31), null_date), null_date), std::nullopt);
    EXPECT_EQ(date_from_serial(serial_from_date(day(1990, 1, 1), null_date), null_date), day(1990, 1, 1));
    EXPECT_EQ(date_from_serial(serial_from_date(day(2100, 12, 31), null_date), null_date), day(2100, 12, 31));
    EXPECT_EQ(date_from_serial(serial_from_date(day(2101, 1, 1), null_date), null_date), std::nullopt);
}

TEST(SheetDate, IsAWholeNumberOfAnOrdinarySize)
{
    for (const double serial : {46295.5, 2016.0, -1.0, 1e300, std::numeric_limits<double>::quiet_NaN(),
                                std::numeric_limits<double>::infinity()})
        EXPECT_EQ(date_from_serial(serial, null_date), std::nullopt) << serial;
}

} // namespace trinvis
