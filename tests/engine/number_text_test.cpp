// SPDX-License-Identifier: MPL-2.0
//
// Numbers as text, and text that was meant as a number or is built like a person's number.
#include "shipped.hpp"

#include "table/number_text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace trinvis
{

TEST(NumberText, WritesDanishDecimalsWithComma)
{
    EXPECT_EQ(format_number(12.5, 1, Language::danish), "12,5");
    EXPECT_EQ(format_number(1234567.891, 2, Language::danish), "1.234.567,89");
}

TEST(NumberText, WritesEnglishDecimalsWithPoint)
{
    EXPECT_EQ(format_number(12.5, 1, Language::english), "12.5");
    EXPECT_EQ(format_number(1234567.891, 2, Language::english), "1,234,567.89");
}

TEST(NumberText, SeparatesThousandsFromFourDigitsOn)
{
    EXPECT_EQ(format_number(999, 0, Language::danish), "999");
    EXPECT_EQ(format_number(1000, 0, Language::danish), "1.000");
    EXPECT_EQ(format_number(-1000, 0, Language::danish), "-1.000");
}

TEST(NumberText, WritesMinusZeroAsZero)
{
    EXPECT_EQ(format_number(-0.0, 0, Language::danish), "0");
    EXPECT_EQ(format_number(-0.04, 1, Language::danish), "0,0");
    EXPECT_EQ(format_number(-0.06, 1, Language::danish), "-0,1");
}

TEST(NumberText, RoundsHalvesAwayFromZeroAsCalcShowsThem)
{
    EXPECT_EQ(format_number(6.25, 1, Language::danish), "6,3");
    EXPECT_EQ(format_number(-6.25, 1, Language::danish), "-6,3");
    EXPECT_EQ(format_number(0.125, 2, Language::danish), "0,13");
    EXPECT_EQ(format_number(2.5, 0, Language::danish), "3");
}

TEST(NumberText, WritesADashForWhatIsNotFinite)
{
    EXPECT_EQ(format_number(std::numeric_limits<double>::quiet_NaN(), 1, Language::danish), "–");
    EXPECT_EQ(format_number(-std::numeric_limits<double>::infinity(), 1, Language::danish), "–");
    EXPECT_EQ(format_plain(std::numeric_limits<double>::infinity(), Language::danish), "–");
}

TEST(NumberText, HoldsTheLargestNumberThereIs)
{
    EXPECT_EQ(format_number(std::numeric_limits<double>::max(), 9, Language::english).size(), 309U + 102U + 10U);
}

TEST(PlainNumber, HasNoMoreDecimalsThanItNeeds)
{
    EXPECT_EQ(format_plain(12, Language::danish), "12");
    EXPECT_EQ(format_plain(12.5, Language::danish), "12,5");
    EXPECT_EQ(format_plain(0.1 + 0.2, Language::danish), "0,3");
    EXPECT_EQ(format_plain(1234.25, Language::english), "1,234.25");
}

TEST(PlainNumber, HasAtMostSixDecimals)
{
    EXPECT_EQ(format_plain(1.0 / 3.0, Language::danish), "0,333333");
}

TEST(NumberLikeText, IsToldFromTheOtherTextsThatCalcKeepsInADanishSheet)
{
    const nlohmann::json cases = tests::test_data("number_like_texts.json").at("left_as_text");
    ASSERT_EQ(cases.size(), 32U);
    for (const nlohmann::json& one : cases)
        EXPECT_EQ(looks_like_number(one.at("text").get<std::string>()), one.at("number").get<bool>()) << one.at("text");
}

TEST(NumberLikeText, MayHaveAUnitASignAndBlanksBetweenThousands)
{
    const nlohmann::json cases = tests::test_data("number_like_texts.json").at("our_own");
    for (const nlohmann::json& one : cases)
        EXPECT_EQ(looks_like_number(one.at("text").get<std::string>()), one.at("number").get<bool>()) << one.at("text");
}

TEST(PersonNumber, IsKnownWithHyphenBlankOrNothingBetween)
{
    for (const char* text : {"010190-1234", "010190 1234", "0101901234", "010190–1234", "010190−1234"})
        EXPECT_TRUE(looks_like_cpr(text)) << text;
}

TEST(PersonNumber, IsKnownWithinASentence)
{
    EXPECT_TRUE(looks_like_cpr("Barnet (010190-1234) er flyttet"));
    EXPECT_TRUE(looks_like_cpr("2 børn: 311299-4321."));
    EXPECT_TRUE(looks_like_cpr("tlf 12345678, cpr 290200-0000"));
}

TEST(PersonNumber, NeedsADayAndAMonthThatExist)
{
    for (const char* text : {"320190-1234", "300290-1234", "310490-1234", "011390-1234", "000190-1234", "010090-1234"})
        EXPECT_FALSE(looks_like_cpr(text)) << text;
    EXPECT_TRUE(looks_like_cpr("290201-1234")) << "the century is unknown, so 29 February is possible";
}

TEST(PersonNumber, HasNoCheckDigit)
{
    EXPECT_TRUE(looks_like_cpr("010107-0000"));
    EXPECT_TRUE(looks_like_cpr("010107-0001"));
}

TEST(PersonNumber, IsNotFoundInLongerOrShorterNumbers)
{
    for (const char* text : {"010190-123", "010190-12345", "1010190-1234", "01019-01234", "010190--1234",
                             "010190 - 1234", "12.345.678", "30-09-2026", "", "ingen tal"})
        EXPECT_FALSE(looks_like_cpr(text)) << text;
}

TEST(ReadableNumber, IsWrittenInFullUpToTheDecimalsAskedFor)
{
    EXPECT_EQ(format_readable(12, 2, Language::danish), "12");
    EXPECT_EQ(format_readable(120.25, 2, Language::danish), "120,25");
    EXPECT_EQ(format_readable(0.1234, 4, Language::english), "0.1234");
    EXPECT_EQ(format_readable(-5, 0, Language::danish), "-5");
}

TEST(ReadableNumber, IsRoundedBeyondThem)
{
    EXPECT_EQ(format_readable(69.2383781, 2, Language::danish), "69,24");
    EXPECT_EQ(format_readable(-608.3333333, 2, Language::danish), "-608,33");
    EXPECT_EQ(format_readable(128311.47543, 2, Language::danish), "128.311");
    EXPECT_EQ(format_readable(0.0176834, 2, Language::danish), "0,0177");
    EXPECT_EQ(format_readable(std::numeric_limits<double>::infinity(), 2, Language::danish), "–");
}

TEST(PersonNumber, TypedAsANumberHasTenDigits)
{
    EXPECT_TRUE(looks_like_cpr(3112991234.0));
    EXPECT_FALSE(looks_like_cpr(3212991234.0));
}

TEST(PersonNumber, TypedAsANumberMayHaveLostItsLeadingZero)
{
    EXPECT_TRUE(looks_like_cpr(101901234.0));
    EXPECT_FALSE(looks_like_cpr(113901234.0)) << "01-13 is no date";
}

TEST(PersonNumber, IsNoFractionAndNoOtherSize)
{
    for (const double value : {101901234.5, -101901234.0, 10190123.0, 31129912345.0, 0.0,
                               std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
        EXPECT_FALSE(looks_like_cpr(value)) << value;
}

} // namespace trinvis
