// SPDX-License-Identifier: MPL-2.0
//
// False alarms: what the shipped rules say of workbooks in which there is no fault, from the smallest municipality to the
// largest, with two rounds and with eleven, in full and with figures left out.
#include "clean_workbooks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

namespace trinvis
{

namespace
{

using tests::clean_workbook;
using tests::CleanWish;
using tests::WorkbookFixture;

/// The errors and warnings of a clean workbook, as lines.
std::vector<std::string> alarms(const CleanWish& wish)
{
    std::vector<std::string> lines;
    for (const Finding& finding : clean_workbook(wish).validate().findings)
        if (finding.severity != rules::Severity::information)
            lines.push_back(testing::PrintToString(wish) + ": " + finding.rule + " " + finding.cell + " " +
                            finding.message);
    return lines;
}

/// The mean number of alarms a workbook; tells them all, and the most in one.
double mean_alarms(const std::vector<CleanWish>& wishes)
{
    std::size_t sum = 0;
    std::size_t most = 0;
    for (const CleanWish& wish : wishes)
    {
        const std::vector<std::string> found = alarms(wish);
        for (const std::string& line : found)
            std::cout << line << "\n";
        sum += found.size();
        most = std::max(most, found.size());
    }
    const double mean = static_cast<double>(sum) / static_cast<double>(wishes.size());
    std::cout << "false alarms in " << wishes.size() << " clean workbooks: " << mean << " on average, at most " << most
              << "\n";
    return mean;
}

} // namespace

TEST(CleanWorkbooks, RaiseHardlyAFalseAlarm)
{
    const std::vector<CleanWish> wishes = tests::clean_wishes();
    ASSERT_GE(wishes.size(), 20U);
    for (const CleanWish& wish : wishes)
        EXPECT_GT(clean_workbook(wish).validate().values_checked, 0U);
    EXPECT_LE(mean_alarms(wishes), 0.5);
}

TEST(CleanWorkbooks, RaiseHardlyAFalseAlarmWhereManyRoundsOfFewAreCounted)
{
    std::vector<CleanWish> wishes;
    for (const char* municipality : {"825", "563", "492", "482", "155", "773", "665", "727", "201", "420"})
        for (const std::uint64_t seed : {11U, 12U, 13U})
            wishes.push_back({.municipality = municipality, .rounds = 11, .seed = seed});
    EXPECT_LE(mean_alarms(wishes), 0.5);
}

TEST(CleanWorkbooks, MayLeaveOutAnyFigure)
{
    for (const Figure& figure : tests::catalogue(Language::danish).figures)
        EXPECT_EQ(alarms({.municipality = "851", .rounds = 3, .absent = {figure.id}, .lively = false}),
                  std::vector<std::string>())
            << figure.id;
}

TEST(CleanWorkbooks, AreAsLargeAndAsCompleteAsIsWished)
{
    const Workbook small = clean_workbook({.municipality = "825", .rounds = 2}).read();
    EXPECT_EQ(small.municipality->name, "Læsø");
    EXPECT_EQ(small.rounds.size(), 2U);
    const CleanWish whole{.municipality = "101", .rounds = 5, .peers = 2};
    CleanWish parts = whole;
    parts.unfilled = 2;
    parts.absent = {"10", "12"};
    EXPECT_EQ(clean_workbook(whole).validate().values_checked, 5U * 17U);
    EXPECT_EQ(clean_workbook(parts).validate().values_checked, 3U * 14U);
    EXPECT_EQ(clean_workbook(parts).read().rounds.size(), 5U);
    const Workbook compared = clean_workbook(whole).read();
    EXPECT_EQ(compared.comparison.last_row - compared.comparison.heading_row, 2 * 5 * 17);
}

} // namespace trinvis
