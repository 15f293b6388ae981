// SPDX-License-Identifier: MPL-2.0
//
// The movement of the own figure. The p were computed apart from the product with Python's math module alone: χ² for
// trend by Cochran's sums, Mann and Kendall's S by counting pairs.
#include "benchmark/trend.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace trinvis
{

namespace
{

Measured share(double count, double base)
{
    Measured measured;
    measured.state = ValueState::number;
    measured.numerator = count;
    measured.denominator = base;
    measured.value = count / base * 100;
    return measured;
}

std::vector<Measured> shares(std::initializer_list<double> counts, double base)
{
    std::vector<Measured> rounds;
    for (const double count : counts)
        rounds.push_back(share(count, base));
    return rounds;
}

/// A number below 0 is a round without a value.
std::vector<Measured> values(std::initializer_list<double> numbers)
{
    std::vector<Measured> rounds;
    for (const double number : numbers)
    {
        Measured measured;
        measured.state = number < 0 ? ValueState::missing : ValueState::number;
        measured.value = number;
        rounds.push_back(measured);
    }
    return rounds;
}

} // namespace

TEST(Trend, OfAShareIsChiSquareOverTheLastFiveRounds)
{
    const Trend rising = trend_of(FigureKind::share, shares({40, 44, 50, 58, 66}, 400));
    EXPECT_EQ(rising.state, TrendState::rising);
    EXPECT_TRUE(rising.of_counts);
    EXPECT_NEAR(rising.p.value(), 0.0018505713567362, 1e-14);
    const Trend none = trend_of(FigureKind::share, shares({50, 48, 52, 49, 51}, 400));
    EXPECT_EQ(none.state, TrendState::none);
    EXPECT_NEAR(none.p.value(), 0.8859526184536240, 1e-12);
    EXPECT_EQ(trend_of(FigureKind::share, shares({66, 58, 50, 44, 40}, 400)).state, TrendState::falling);
}

TEST(Trend, OfAShareForgetsWhatLiesBeforeTheLastFiveRounds)
{
    const Trend trend = trend_of(FigureKind::share, shares({200, 180, 40, 44, 50, 58, 66}, 400));
    EXPECT_NEAR(trend.p.value(), 0.0018505713567362, 1e-14);
    EXPECT_EQ(trend.rounds, 5U);
}

TEST(Trend, OfOtherValuesIsMannAndKendalls)
{
    const Trend rising = trend_of(FigureKind::average, values({10, 11, 12, 13, 14}));
    EXPECT_EQ(rising.state, TrendState::rising);
    EXPECT_FALSE(rising.of_counts);
    EXPECT_NEAR(rising.p.value(), 0.0274863361115104, 1e-13);
    EXPECT_NEAR(rising.step.value(), 1, 1e-12);
    const Trend unsure = trend_of(FigureKind::average, values({10, 11, 13, 12, 14}));
    EXPECT_EQ(unsure.state, TrendState::none);
    EXPECT_NEAR(unsure.p.value(), 0.0864107329737001, 1e-13);
}

TEST(Trend, KeepsAGapInItsPlace)
{
    const Trend trend = trend_of(FigureKind::ratio, values({20, -1, 19, 18, 17, 16}));
    EXPECT_EQ(trend.state, TrendState::falling);
    EXPECT_EQ(trend.rounds, 5U);
    EXPECT_NEAR(trend.p.value(), 0.0274863361115104, 1e-13);
    // Of the ten slopes six are -1 and those from the first round on are -0.5, -0.667, -0.75 and -0.8.
    EXPECT_NEAR(trend.step.value(), -1, 1e-12);
}

TEST(Trend, OfAShareWithAGapIsMannAndKendalls)
{
    std::vector<Measured> rounds = shares({40, 44, 47, 50, 58, 66}, 400);
    rounds[3].state = ValueState::missing;
    const Trend trend = trend_of(FigureKind::share, rounds);
    EXPECT_FALSE(trend.of_counts);
    EXPECT_EQ(trend.rounds, 5U);
    EXPECT_EQ(trend.state, TrendState::rising);
}

TEST(Trend, NeedsFiveRounds)
{
    EXPECT_EQ(trend_of(FigureKind::share, shares({40, 44, 50, 58}, 400)).state, TrendState::too_few_rounds);
    EXPECT_EQ(trend_of(FigureKind::average, values({10, -1, 12, 13, 14})).state, TrendState::too_few_rounds);
    EXPECT_EQ(trend_of(FigureKind::share, shares({40, 44, 50, 58}, 400)).rounds, 4U);
    EXPECT_EQ(trend_of(FigureKind::share, {}).state, TrendState::too_few_rounds);
    EXPECT_EQ(trend_of(FigureKind::average, values({10, 11, 12, 13, 14, -1})).state, TrendState::too_few_rounds)
        << "the last round itself has no value";
}

TEST(Trend, OfVeryFewChildrenIsNone)
{
    EXPECT_EQ(trend_of(FigureKind::share, shares({1, 2, 3, 5, 8}, 400)).state, TrendState::too_small);
    EXPECT_EQ(trend_of(FigureKind::share, shares({0, 0, 0, 0, 0}, 400)).state, TrendState::too_small);
    EXPECT_EQ(trend_of(FigureKind::share, shares({399, 398, 399, 397, 399}, 400)).state, TrendState::too_small);
    EXPECT_EQ(trend_of(FigureKind::share, shares({5, 6, 7, 8, 9}, 400)).state, TrendState::none);
}

TEST(Trend, OfValuesThatNeverMovedIsNone)
{
    EXPECT_EQ(trend_of(FigureKind::average, values({7, 7, 7, 7, 7})).state, TrendState::none);
}

TEST(Trend, IsLessCertainInAFamily)
{
    const Trend rising = trend_of(FigureKind::share, shares({40, 44, 50, 58, 66}, 400));
    EXPECT_EQ(trend_at(rising, 0.05), TrendState::rising);
    EXPECT_EQ(trend_at(rising, 0.001), TrendState::none);
    EXPECT_EQ(trend_at(trend_of(FigureKind::share, {}), 0.05), TrendState::too_few_rounds);
}

} // namespace trinvis
