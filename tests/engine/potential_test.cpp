// SPDX-License-Identifier: MPL-2.0
//
// What a distance is in children and kroner, and where a value stands with the wanted way in mind.
#include "benchmark/potential.hpp"
#include "benchmark/standing.hpp"

#include <gtest/gtest.h>

#include <array>

namespace trinvis
{

namespace
{

Measured measured(FigureKind kind, double numerator, double denominator, double factor)
{
    Figure figure;
    figure.kind = kind;
    figure.factor = factor;
    return measure(figure, Value{ValueState::number, numerator}, Value{ValueState::number, denominator}, {});
}

constexpr std::array<double, 5> values{10, 20, 20, 30, 40};

} // namespace

TEST(Potential, IsTheDistanceTimesTheOwnBase)
{
    // 45 of 100 against 30 pct.: 15 children.
    const auto found = potential(FigureKind::share, measured(FigureKind::share, 45, 100, 100), 100, 30);
    EXPECT_NEAR(found->value, 15, 1e-12);
    const auto fewer = potential(FigureKind::share, measured(FigureKind::share, 12, 4000, 1000), 1000, 5);
    EXPECT_NEAR(fewer->value, 12 - 20, 1e-12);
}

TEST(Potential, HasTheOwnIntervalScaled)
{
    const Measured own = measured(FigureKind::share, 45, 100, 100);
    const auto found = potential(FigureKind::share, own, 100, 30);
    // Wilson's limits for 45 of 100 by hand: 0.356145 and 0.547554.
    EXPECT_NEAR(found->interval->lower, 5.6145, 1e-4);
    EXPECT_NEAR(found->interval->upper, 24.7554, 1e-4);
    EXPECT_NEAR(found->interval->lower, own.interval->lower - 30, 1e-12);
    const Measured rate = measured(FigureKind::rate, 30, 6000, 1000);
    const auto events = potential(FigureKind::rate, rate, 1000, 4);
    EXPECT_NEAR(events->interval->upper, rate.interval->upper * 6 - 24, 1e-12);
}

TEST(Potential, OfKronerHasNoInterval)
{
    const auto kroner = potential(FigureKind::ratio, measured(FigureKind::ratio, 5e6, 1000, 1), 1, 4500);
    EXPECT_NEAR(kroner->value, 500000, 1e-6);
    EXPECT_FALSE(kroner->interval);
}

TEST(Potential, IsNoneWithoutABaseOrAValue)
{
    Measured months;
    months.state = ValueState::number;
    months.value = 25;
    EXPECT_FALSE(potential(FigureKind::average, months, 1, 20));
    EXPECT_FALSE(potential(FigureKind::count, months, 1, 20));
    EXPECT_FALSE(potential(FigureKind::share, Measured{}, 100, 20));
}

TEST(Standing, CountsFromTheLowestWithoutADirection)
{
    const auto found = standing(values, 20, Direction::neither);
    EXPECT_EQ(found->place, 2);
    EXPECT_EQ(found->of, 5);
    EXPECT_EQ(found->quarter, 1) << "quartiles 20, 20 and 30: an edge belongs to the lower band";
    EXPECT_EQ(standing(values, 40, Direction::neither)->place, 5);
}

TEST(Standing, CountsFromTheBestWithADirection)
{
    EXPECT_EQ(standing(values, 10, Direction::lower)->place, 1);
    EXPECT_EQ(standing(values, 10, Direction::lower)->quarter, 1);
    EXPECT_EQ(standing(values, 40, Direction::higher)->place, 1);
    EXPECT_EQ(standing(values, 40, Direction::higher)->quarter, 1);
    EXPECT_EQ(standing(values, 20, Direction::higher)->place, 3) << "ties share the best place";
    EXPECT_EQ(standing(values, 30, Direction::higher)->quarter, 1) << "on the edge: the better quarter";
    EXPECT_EQ(standing(values, 10, Direction::higher)->quarter, 4);
}

TEST(Standing, OfThreeHasNoQuarter)
{
    EXPECT_EQ(standing(std::span(values).first(3), 10, Direction::neither)->quarter, 0);
    EXPECT_FALSE(standing({}, 10, Direction::neither));
}

} // namespace trinvis
