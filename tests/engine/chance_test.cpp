// SPDX-License-Identifier: MPL-2.0
//
// Places in the funnel with over-dispersion and many figures in mind. The numbers were computed apart from the product
// with Python's math module alone (erfc, lgamma, sums of Poisson terms), from the formulas that chance.hpp names.
#include "benchmark/chance.hpp"
#include "statistics/multiple_testing.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>

namespace trinvis
{

namespace
{

AgainstOthers share(double count, double base, double between_variance = 0)
{
    return {FigureKind::share, count, base, 300, 1000, false, between_variance};
}

double p_of(const AgainstOthers& own)
{
    return place_of(own, own.count).value().p;
}

/// Twelve units that differ far more than chance lets them.
constexpr std::array<double, 12> bases{100, 150, 120, 200, 180, 300, 260, 400, 310, 450, 350, 500};
constexpr std::array<double, 12> spread_out{10, 45, 20, 80, 25, 110, 60, 150, 50, 190, 95, 60};
constexpr std::array<double, 12> all_alike{30, 45, 36, 60, 54, 90, 78, 120, 93, 135, 105, 150};

} // namespace

TEST(Place, OfAShareIsThatOfTheFunnel)
{
    const auto place = place_of(share(45, 100), 45).value();
    EXPECT_NEAR(place.p, 0.0010631149171586, 1e-14);
    EXPECT_TRUE(place.high);
    EXPECT_NEAR(place.expected, 30, 1e-12);
    EXPECT_EQ(verdict_at(place, {}), Verdict::high_998);
    EXPECT_EQ(verdict_at(place_of(share(45, 100), 21), {}), Verdict::low_95);
    EXPECT_EQ(verdict_at(place_of(share(45, 100), 22), {}), Verdict::not_significant);
}

TEST(Place, MovesItsLevelWhereTheOwnCounts)
{
    AgainstOthers own = share(45, 100);
    own.own_counted = true;
    EXPECT_NEAR(place_of(own, 45)->level, 345.0 / 1100, 1e-15);
    EXPECT_NEAR(p_of(own), 0.0032921089237220, 1e-14);
    EXPECT_NEAR(place_of(own, 20)->level, 320.0 / 1100, 1e-15);
}

TEST(Place, OfARateIsTwiceTheExactTail)
{
    const AgainstOthers own{FigureKind::rate, 30, 10000, 200, 100000, false, 0};
    EXPECT_NEAR(p_of(own), 0.0436364350511209, 1e-12);
    const auto low = place_of(own, 10).value();
    EXPECT_NEAR(low.p, 0.0216234376533055, 1e-12);
    EXPECT_FALSE(low.high);
}

TEST(Place, IsNearerWhereTheOthersDifferMoreThanChance)
{
    EXPECT_NEAR(p_of(share(45, 100, 0.002)), 0.0191495715007661, 1e-13);
    EXPECT_EQ(verdict_at(place_of(share(45, 100, 0.002), 45), {}), Verdict::high_95);
    EXPECT_EQ(verdict_at(place_of(share(45, 100, 0.01), 45), {}), Verdict::not_significant);
}

TEST(Place, IsNoneOnASmallBaseOrForImpossibleNumbers)
{
    EXPECT_FALSE(place_of(share(5, 16), 5)) << "4.8 expected";
    EXPECT_TRUE(place_of(share(5, 17), 5)) << "5.1 expected";
    EXPECT_FALSE(place_of(share(45, 100), 101));
    EXPECT_FALSE(place_of(share(45, 100), -1));
    EXPECT_FALSE(place_of({FigureKind::ratio, 5e6, 1000, 3e6, 3000, false, 0}, 5e6));
    EXPECT_FALSE(place_of({FigureKind::rate, 20, 4000, 100, 100000, false, 0}, 20)) << "4 expected";
    EXPECT_FALSE(place_of({FigureKind::rate, 20, 4000, 0, 0, false, 0}, 20)) << "no others";
    EXPECT_EQ(verdict_at(std::nullopt, {}), Verdict::small_base);
}

TEST(Spread, IsThatOfTheWinsorisedZ)
{
    const auto shares = spread_among(FigureKind::share, spread_out, bases).value();
    EXPECT_NEAR(shares.phi, 12.614320703532849, 1e-10);
    EXPECT_NEAR(shares.between_variance, 0.009255721462561735, 1e-13);
    EXPECT_EQ(shares.units, 12U);
    std::array<double, 12> populations{};
    for (std::size_t i = 0; i < bases.size(); ++i)
        populations[i] = 10 * bases[i];
    const auto rates = spread_among(FigureKind::rate, spread_out, populations).value();
    EXPECT_NEAR(rates.phi, 9.213773405441918, 1e-10);
    EXPECT_NEAR(rates.between_variance, 0.1236786165340359, 1e-12);
}

TEST(Spread, IsNoneBetweenUnitsThatAreAlike)
{
    EXPECT_EQ(spread_among(FigureKind::share, all_alike, bases)->between_variance, 0);
}

TEST(Spread, IsUnknownAmongFewerThanTenUnitsOrWithoutChance)
{
    const std::span<const double> counts(spread_out);
    const std::span<const double> totals(bases);
    EXPECT_FALSE(spread_among(FigureKind::share, counts.first(9), totals.first(9)));
    EXPECT_TRUE(spread_among(FigureKind::share, counts.first(10), totals.first(10)));
    EXPECT_FALSE(spread_among(FigureKind::ratio, counts, totals));
    std::array<double, 12> small = bases;
    for (std::size_t i = 0; i < 3; ++i)
        small[i] = 5;
    EXPECT_FALSE(spread_among(FigureKind::share, all_alike, small)) << "only nine have five expected";
}

TEST(Limits, AreThoseOfTheExampleThatBenjaminiAndHochbergGave)
{
    // Benjamini & Hochberg (1995), section 4: of these fifteen the first four are significant at 0.05.
    const std::array<double, 15> p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                   0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
    for (std::size_t i = 0; i < p.size(); ++i)
    {
        std::vector<double> others(p.begin(), p.end());
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_EQ(p[i] < limits_among(others).inner, i < 4) << p[i];
    }
}

TEST(Limits, AreThoseOfOneTestWhenThereIsOne)
{
    EXPECT_EQ(limits_among({}).inner, 0.05);
    EXPECT_EQ(limits_among({}).outer, 0.002);
}

TEST(Limits, AgreeWithTheAdjustedP)
{
    std::mt19937 bits(7);
    std::uniform_real_distribution<double> uniform;
    for (int family = 0; family < 500; ++family)
    {
        std::vector<std::optional<double>> p(1 + bits() % 20);
        for (auto& one : p)
            one = std::pow(uniform(bits), 4);
        const auto adjusted = statistics::benjamini_hochberg(p);
        for (std::size_t i = 0; i < p.size(); ++i)
        {
            std::vector<double> others;
            for (std::size_t j = 0; j < p.size(); ++j)
                if (j != i)
                    others.push_back(*p[j]);
            const SignificanceLimits limits = limits_among(others);
            EXPECT_EQ(*p[i] < limits.inner, *adjusted[i] < 0.05) << *p[i] << " " << *adjusted[i];
            EXPECT_EQ(*p[i] < limits.outer, *adjusted[i] < 0.002) << *p[i] << " " << *adjusted[i];
        }
    }
}

} // namespace trinvis
