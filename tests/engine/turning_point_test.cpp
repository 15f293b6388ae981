// SPDX-License-Identifier: MPL-2.0
//
// What would change a verdict: at limits computed by hand, and against trying every count.
#include "benchmark/turning_point.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace trinvis
{

namespace
{

AgainstOthers share_of_thirty(double count, double base)
{
    return {FigureKind::share, count, base, 300, 1000, false, 0};
}

constexpr int most_tried = 2000;

/// Tries one more and one more, as far as a place is known.
std::optional<int> tried(const AgainstOthers& own, const SignificanceLimits& limits, int sign)
{
    const int now = difference_claimed(verdict_at(place_of(own, own.count), limits));
    for (int steps = 1; steps <= most_tried; ++steps)
    {
        const auto place = place_of(own, own.count + sign * steps);
        if (!place)
            return std::nullopt;
        const int then = difference_claimed(verdict_at(place, limits));
        if (now == 0 ? then == sign : then == 0)
            return steps;
        if (now == sign && steps > 200)
            return std::nullopt; // further out stays outside
    }
    return std::nullopt;
}

std::optional<int> within_reach(std::optional<int> steps)
{
    return steps && *steps <= most_tried ? steps : std::nullopt;
}

AgainstOthers some_case(std::mt19937& bits)
{
    const auto between = [&](double low, double high)
    { return std::uniform_real_distribution<double>(low, high)(bits); };
    AgainstOthers own;
    own.kind = bits() % 2 == 0 ? FigureKind::share : FigureKind::rate;
    own.base = std::floor(std::exp(between(2, 8)));
    own.others_base = std::floor(own.base * std::exp(between(-2, 4))) + 1;
    const double level = own.kind == FigureKind::share ? between(0.02, 0.98) : between(0.01, 1.5);
    own.others_count = std::floor(level * own.others_base);
    own.count = std::floor(own.base * std::min(level * std::exp(between(-0.7, 0.7)), 1.0));
    own.own_counted = bits() % 2 == 0;
    own.between_variance = bits() % 3 == 0 ? between(0, 0.01) : 0;
    return own;
}

} // namespace

TEST(TurningPoint, LeadsIntoTheLimitsFromOutside)
{
    // 0.3 ∓ z·√(0.3·0.7/100) at 95 pct.: 21.02 to 38.98 of 100.
    const TurningPoint high = turning_point(share_of_thirty(45, 100), {});
    EXPECT_EQ(high.fewer, 7);
    EXPECT_FALSE(high.more);
    const TurningPoint low = turning_point(share_of_thirty(15, 100), {});
    EXPECT_EQ(low.more, 7);
    EXPECT_FALSE(low.fewer);
}

TEST(TurningPoint, LeadsOutOfTheLimitsFromInside)
{
    const TurningPoint inside = turning_point(share_of_thirty(30, 100), {});
    EXPECT_EQ(inside.fewer, 9);
    EXPECT_EQ(inside.more, 9);
}

TEST(TurningPoint, IsFurtherOutWhereTheLimitsAreWider)
{
    AgainstOthers own = share_of_thirty(45, 100);
    own.between_variance = 0.002;
    // 0.3 + 1.959964·√(0.0021 + 0.002) = 0.4255
    EXPECT_EQ(turning_point(own, {}).fewer, 3);
    // Two-sided p of 0.005 is z = 2.8070: 0.3 + 2.8070·√0.0021 = 0.4286
    EXPECT_EQ(turning_point(share_of_thirty(45, 100), {0.005, 0.0002}).fewer, 3);
}

TEST(TurningPoint, IsMissingWhereNoNumberLeadsThere)
{
    const AgainstOthers own{FigureKind::share, 17, 17, 980, 1000, false, 0};
    EXPECT_FALSE(turning_point(own, {}).known()) << "0.34 expected outside: no verdict at all";
    const AgainstOthers most{FigureKind::share, 60, 60, 900, 1000, false, 0};
    EXPECT_FALSE(turning_point(most, {}).more) << "60 of 60 are outside already";
    const AgainstOthers few{FigureKind::rate, 3, 5100, 100, 100000, false, 0};
    EXPECT_EQ(turning_point(few, {}).fewer, 3) << "of 5.1 expected none at all is low: exp(-5.1) = 0.0061 < 0.025";
}

TEST(TurningPoint, StopsWhereTheBaseBecomesTooSmall)
{
    // Where the own counts in the level, fewer own events make fewer expected: 0.4·(10 + x) is below 5 from x = 2 on.
    const AgainstOthers own{FigureKind::rate, 8, 4000, 10, 6000, true, 0};
    EXPECT_EQ(turning_point(own, {}).fewer, tried(own, {}, -1));
    EXPECT_FALSE(turning_point(own, {}).fewer);
}

TEST(TurningPoint, KeepsAFractionAsItIs)
{
    const TurningPoint high = turning_point(share_of_thirty(45.5, 100), {});
    EXPECT_EQ(high.fewer, 7) << "38.5 is inside, 39.5 is not";
}

TEST(TurningPoint, IsWhatTryingEveryCountFinds)
{
    std::mt19937 bits(42);
    int known = 0;
    for (int i = 0; i < 1500; ++i)
    {
        const AgainstOthers own = some_case(bits);
        const SignificanceLimits limits = i % 2 == 0 ? SignificanceLimits{} : SignificanceLimits{0.012, 0.0003};
        const TurningPoint found = turning_point(own, limits);
        known += found.known() ? 1 : 0;
        if (!place_of(own, own.count))
        {
            EXPECT_FALSE(found.known());
            continue;
        }
        EXPECT_EQ(within_reach(found.fewer), tried(own, limits, -1)) << i << ": " << own.count << " of " << own.base;
        EXPECT_EQ(within_reach(found.more), tried(own, limits, 1)) << i << ": " << own.count << " of " << own.base;
    }
    EXPECT_GT(known, 1000);
}

} // namespace trinvis
