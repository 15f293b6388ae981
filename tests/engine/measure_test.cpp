// SPDX-License-Identifier: MPL-2.0
//
// One figure of one municipality: its value, its interval, and why there may be none.
#include "benchmark/measure.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

constexpr Value empty{ValueState::empty};

Value number(double value)
{
    return {ValueState::number, value};
}

Figure quotient(FigureKind kind, double factor)
{
    Figure figure;
    figure.kind = kind;
    figure.factor = factor;
    figure.numerator = "top";
    figure.denominator = "bottom";
    return figure;
}

Figure plain(FigureKind kind)
{
    Figure figure;
    figure.kind = kind;
    figure.value = "value";
    return figure;
}

} // namespace

TEST(Measure, OfAShareIsInTheFiguresUnitWithWilsonsInterval)
{
    const Measured measured = measure(quotient(FigureKind::share, 100), number(15), number(148), empty);
    EXPECT_TRUE(measured.known());
    EXPECT_NEAR(measured.value, 10.1351, 1e-4);
    // Newcombe 1998, 15 of 148: 0.0624 to 0.1605.
    ASSERT_TRUE(measured.interval);
    EXPECT_NEAR(measured.interval->lower, 6.24, 0.005);
    EXPECT_NEAR(measured.interval->upper, 16.05, 0.005);
}

TEST(Measure, OfARateMayExceedItsPopulation)
{
    const Measured measured = measure(quotient(FigureKind::rate, 1000), number(20), number(10), empty);
    EXPECT_TRUE(measured.known());
    EXPECT_EQ(measured.value, 2000);
    EXPECT_TRUE(measured.interval);
}

TEST(Measure, OfKronerAndMonthsHasNoInterval)
{
    EXPECT_FALSE(measure(quotient(FigureKind::ratio, 1), number(1e6), number(100), empty).interval);
    const Measured months = measure(plain(FigureKind::average), empty, empty, number(14.5));
    EXPECT_EQ(months.value, 14.5);
    EXPECT_FALSE(months.interval);
}

TEST(Measure, OfACountHasTheCountsInterval)
{
    const Measured measured = measure(plain(FigureKind::count), empty, empty, number(5));
    // Garwood's exact limits of 5: 1.6235 to 11.6683.
    ASSERT_TRUE(measured.interval);
    EXPECT_NEAR(measured.interval->lower, 1.6235, 1e-4);
    EXPECT_NEAR(measured.interval->upper, 11.6683, 1e-4);
}

TEST(Measure, WithAMissingPartIsMissingForThatPartsReason)
{
    const Figure share = quotient(FigureKind::share, 100);
    EXPECT_EQ(measure(share, {ValueState::confidential}, number(10), empty).state, ValueState::confidential);
    EXPECT_EQ(measure(share, number(1), {ValueState::not_applicable}, empty).state, ValueState::not_applicable);
    EXPECT_EQ(measure(share, empty, number(10), empty).state, ValueState::empty);
    EXPECT_EQ(measure(share, {ValueState::text}, {ValueState::error}, empty).state, ValueState::text);
    EXPECT_EQ(measure(plain(FigureKind::average), empty, empty, {ValueState::missing}).state, ValueState::missing);
}

TEST(Measure, OverZeroIsNotApplicable)
{
    EXPECT_EQ(measure(quotient(FigureKind::share, 100), number(0), number(0), empty).state, ValueState::not_applicable);
}

TEST(Measure, OfZeroOverSomethingIsZeroAndNotMissing)
{
    const Measured measured = measure(quotient(FigureKind::share, 100), number(0), number(10), empty);
    EXPECT_TRUE(measured.known());
    EXPECT_EQ(measured.value, 0);
    ASSERT_TRUE(measured.interval);
    EXPECT_EQ(measured.interval->lower, 0);
}

TEST(Measure, ThatCannotBeTrueIsMissing)
{
    EXPECT_EQ(measure(quotient(FigureKind::share, 100), number(11), number(10), empty).state, ValueState::missing);
    EXPECT_EQ(measure(quotient(FigureKind::rate, 100), number(-1), number(10), empty).state, ValueState::missing);
    EXPECT_EQ(measure(quotient(FigureKind::ratio, 1), number(1), number(-10), empty).state, ValueState::missing);
    EXPECT_EQ(measure(plain(FigureKind::average), empty, empty, number(-1)).state, ValueState::missing);
}

TEST(Measure, SaysWhyThereIsNoValue)
{
    const Figure share = quotient(FigureKind::share, 100);
    EXPECT_EQ(measure(share, number(1), number(10), empty).absence, Absence::none);
    EXPECT_EQ(measure(share, empty, number(10), empty).absence, Absence::not_reported);
    EXPECT_EQ(measure(share, {ValueState::missing}, number(10), empty).absence, Absence::not_reported);
    EXPECT_EQ(measure(share, {ValueState::confidential}, number(10), empty).absence, Absence::confidential);
    EXPECT_EQ(measure(share, number(1), {ValueState::not_applicable}, empty).absence, Absence::not_applicable);
    EXPECT_EQ(measure(share, number(0), number(0), empty).absence, Absence::not_applicable);
    EXPECT_EQ(measure(share, {ValueState::text}, number(10), empty).absence, Absence::invalid);
    EXPECT_EQ(measure(share, number(11), number(10), empty).absence, Absence::invalid);
    EXPECT_EQ(measure(plain(FigureKind::average), empty, empty, {ValueState::error}).absence, Absence::invalid);
    EXPECT_EQ(measure(plain(FigureKind::average), empty, empty, number(-1)).absence, Absence::invalid);
    EXPECT_EQ(Measured{}.absence, Absence::not_reported);
}

} // namespace trinvis
