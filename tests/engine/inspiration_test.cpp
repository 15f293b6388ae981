// SPDX-License-Identifier: MPL-2.0
//
// Who does clearly better. The p were computed apart from the product with Python's math module alone.
#include "benchmark/inspiration.hpp"

#include <gtest/gtest.h>

#include <array>

namespace trinvis
{

namespace
{

using Places = std::vector<std::size_t>;

constexpr CountAndBase own{120, 400};

/// 30 pct. is the own; these are 20, 29, 10, 30, 42 and 15 pct., the last on a base of 20.
constexpr std::array<CountAndBase, 6> others{{{80, 400}, {116, 400}, {40, 400}, {120, 400}, {168, 400}, {3, 20}}};

} // namespace

TEST(DifferenceP, IsThatOfTheScoreTest)
{
    EXPECT_NEAR(difference_p(FigureKind::share, {81, 263}, {15, 148}).value(), 2.007294420255707e-06, 1e-18);
    EXPECT_NEAR(difference_p(FigureKind::rate, {40, 1000}, {20, 1000}).value(), 0.009823274507519254, 1e-14);
    EXPECT_NEAR(difference_p(FigureKind::share, own, own).value(), 1, 1e-15);
}

TEST(DifferenceP, IsNoneOnSmallOrImpossibleNumbers)
{
    EXPECT_FALSE(difference_p(FigureKind::share, {81, 263}, {2, 15})) << "3.5 expected";
    EXPECT_FALSE(difference_p(FigureKind::share, {0, 263}, {0, 148}));
    EXPECT_FALSE(difference_p(FigureKind::share, {81, 263}, {0, 0}));
    EXPECT_FALSE(difference_p(FigureKind::share, {81, 263}, {149, 148}));
    EXPECT_FALSE(difference_p(FigureKind::ratio, {5e6, 1000}, {4e6, 1000}));
}

TEST(Inspiration, IsThoseClearlyBetterTheBestFirst)
{
    EXPECT_EQ(better_beyond_chance(FigureKind::share, Direction::lower, own, others), (Places{2, 0}));
    EXPECT_EQ(better_beyond_chance(FigureKind::share, Direction::higher, own, others), (Places{4}));
}

TEST(Inspiration, NeedsADirection)
{
    EXPECT_TRUE(better_beyond_chance(FigureKind::share, Direction::neither, own, others).empty());
}

TEST(Inspiration, IsNoneWhereTheSpreadIsUnknown)
{
    EXPECT_TRUE(better_beyond_chance(FigureKind::ratio, Direction::lower, own, others).empty());
    EXPECT_TRUE(better_beyond_chance(FigureKind::average, Direction::lower, {}, others).empty());
}

TEST(Inspiration, DoesNotTakeTheLuckiestOfManyForBetter)
{
    // 23.25 against 30 pct. has p = 0.031 alone; among forty who are alike it holds no longer.
    const std::vector<CountAndBase> one{{93, 400}};
    EXPECT_EQ(better_beyond_chance(FigureKind::share, Direction::lower, own, one), (Places{0}));
    std::vector<CountAndBase> many(40, own);
    many.front() = one.front();
    EXPECT_TRUE(better_beyond_chance(FigureKind::share, Direction::lower, own, many).empty());
}

} // namespace trinvis
