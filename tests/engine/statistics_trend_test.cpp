// SPDX-License-Identifier: MPL-2.0
//
// Trend tests against published values and values computed independently (see statistics_fixture.hpp).
#include "statistics_fixture.hpp"

#include "statistics/trend.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace trinvis::statistics
{

namespace
{

void expect_trend(const std::optional<ChiSquareTrend>& actual, double chi_square, double p, int direction)
{
    ASSERT_TRUE(actual.has_value());
    EXPECT_NEAR(actual->chi_square, chi_square, 1e-13);
    EXPECT_NEAR(actual->p, p, 1e-15);
    EXPECT_EQ(actual->direction, direction);
}

void expect_kendall(const std::optional<MannKendall>& actual, double tau_b, double p, double s)
{
    ASSERT_TRUE(actual.has_value());
    EXPECT_NEAR(actual->tau_b, tau_b, 1e-15);
    EXPECT_NEAR(actual->p, p, 1e-14);
    EXPECT_EQ(actual->s, s);
}

/// The flow of the Nile at Aswan 1871-1970, Cobb (1978), Biometrika 65, 243-251; R's data set Nile.
const Cells nile{1120, 1160, 963,  1210, 1160, 1160, 813,  1230, 1370, 1140, 995,  935,  1110, 994, 1020, 960,  1180,
                 799,  958,  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774,  840,  874, 694,  940,  833,
                 701,  916,  692,  1020, 1050, 969,  831,  726,  456,  824,  702,  1120, 1100, 832, 764,  821,  768,
                 845,  864,  862,  698,  845,  744,  796,  1040, 759,  781,  865,  845,  944,  984, 897,  822,  1010,
                 771,  676,  649,  846,  812,  742,  801,  1040, 860,  874,  848,  890,  744,  749, 838,  1050, 918,
                 986,  797,  923,  975,  815,  1020, 906,  901,  1170, 912,  746,  919,  718,  714, 740};

Cells nile_with_gaps()
{
    Cells cells = nile;
    for (const std::size_t year : {6U, 7U, 49U})
        cells[year].reset();
    return cells;
}

/// tau-b, p and S straight from their definitions, pair by pair.
std::optional<MannKendall> kendall_by_pairs(const Cells& cells)
{
    double s = 0;
    double pairs = 0;
    double untied = 0;
    for (std::size_t i = 0; i < cells.size(); ++i)
    {
        for (std::size_t j = i + 1; j < cells.size(); ++j)
        {
            if (!cells[i] || !cells[j])
                continue;
            ++pairs;
            untied += *cells[i] != *cells[j] ? 1 : 0;
            s += (*cells[j] > *cells[i] ? 1 : 0) - (*cells[j] < *cells[i] ? 1 : 0);
        }
    }
    if (untied == 0)
        return std::nullopt;
    const auto size = static_cast<double>(std::ranges::count_if(cells, [](const auto& cell) { return bool(cell); }));
    double variance = size * (size - 1) * (2 * size + 5);
    for (double value = 0; value <= 20; ++value)
    {
        const auto ties = static_cast<double>(std::ranges::count(cells, std::optional(value)));
        variance -= ties * (ties - 1) * (2 * ties + 5);
    }
    const double z = s == 0 ? 0 : (std::abs(s) - 1) / std::sqrt(variance / 18);
    return MannKendall{s / std::sqrt(pairs) / std::sqrt(untied), std::erfc(z / std::sqrt(2.0)), s};
}

} // namespace

TEST(ChiSquareTrend, agrees_with_fleiss_smokers)
{
    // Fleiss (1981), Statistical methods for rates and proportions, p. 139, the example of R's prop.trend.test: 8.2249,
    // p = 0.004132; mpmath gives the further digits
    expect_trend(chi_square_trend(Cells{83, 90, 129, 70}, Cells{86, 93, 136, 82}), 8.2249222851976772489,
                 0.0041318974776415651503, -1);
}

TEST(ChiSquareTrend, agrees_with_altmans_shoe_sizes)
{
    // Altman (1991), Practical statistics for medical research, p. 261-264: 8.02, p = 0.005; mpmath the further digits
    expect_trend(chi_square_trend(Cells{5, 7, 6, 7, 8, 10}, Cells{22, 35, 42, 48, 54, 150}), 8.0236794044089398209,
                 0.0046169677962641271346, -1);
}

TEST(ChiSquareTrend, keeps_an_empty_periods_place_in_time)
{
    // R: prop.trend.test(c(14, 17, 22, 26), c(900, 910, 890, 880), score = c(1, 2, 4, 5))
    expect_trend(chi_square_trend(Cells{14, 17, empty, 22, 26}, Cells{900, 910, 905, 890, 880}), 4.7775426783974213,
                 0.028833237274915633, 1);
    expect_trend(chi_square_trend(Cells{14, 17, 19, 22, 26}, Cells{900, 910, nan, 890, 880}), 4.7775426783974213,
                 0.028833237274915633, 1);
}

TEST(ChiSquareTrend, ignores_empty_periods_at_the_ends)
{
    const auto trend = chi_square_trend(Cells{14, 17, 22}, Cells{900, 910, 890});
    const auto shifted =
        chi_square_trend(Cells{empty, empty, 14, 17, 22, empty}, Cells{1, empty, 900, 910, 890, empty});
    expect_trend(shifted, trend->chi_square, trend->p, trend->direction);
}

TEST(ChiSquareTrend, of_two_periods_is_the_test_of_two_shares)
{
    // By hand: Pearson's chi-square of 10/50 and 20/50 is 100 (10*30 - 20*40)^2/(50*50*30*70) = 100/21
    const auto trend = chi_square_trend(Cells{10, 20}, Cells{50, 50});
    ASSERT_TRUE(trend.has_value());
    EXPECT_DOUBLE_EQ(trend->chi_square, 100.0 / 21);
}

TEST(ChiSquareTrend, of_the_others_is_the_same_and_the_other_way)
{
    const auto with = chi_square_trend(Cells{3, 5, 9, 8}, Cells{40, 44, 47, 39});
    const auto without = chi_square_trend(Cells{37, 39, 38, 31}, Cells{40, 44, 47, 39});
    expect_trend(without, with->chi_square, with->p, -with->direction);
}

TEST(ChiSquareTrend, of_equal_shares_is_0)
{
    expect_trend(chi_square_trend(Cells{2, 4, 6}, Cells{8, 16, 24}), 0, 1, 0);
}

TEST(ChiSquareTrend, lets_a_period_without_persons_add_nothing)
{
    const auto gap = chi_square_trend(Cells{3, empty, 9}, Cells{40, empty, 47});
    const auto nobody = chi_square_trend(Cells{3, 0, 9}, Cells{40, 0, 47});
    expect_trend(nobody, gap->chi_square, gap->p, gap->direction);
}

TEST(ChiSquareTrend, refuses_what_cannot_be_tested)
{
    EXPECT_FALSE(chi_square_trend({}, {}));
    EXPECT_FALSE(chi_square_trend(Cells{3}, Cells{10}));
    EXPECT_FALSE(chi_square_trend(Cells{3, empty}, Cells{10, 10}));
    EXPECT_FALSE(chi_square_trend(Cells{3, 0}, Cells{10, 0}));
    EXPECT_FALSE(chi_square_trend(Cells{0, 0, 0}, Cells{10, 10, 10}));
    EXPECT_FALSE(chi_square_trend(Cells{10, 10}, Cells{10, 10}));
    EXPECT_FALSE(chi_square_trend(Cells{3, 4}, Cells{10}));
    EXPECT_FALSE(chi_square_trend(Cells{3, 11}, Cells{10, 10}));
    EXPECT_FALSE(chi_square_trend(Cells{3, -1}, Cells{10, 10}));
    EXPECT_FALSE(chi_square_trend(Cells{3, 4}, Cells{10, infinity}));
}

TEST(MannKendall, agrees_with_hollander_and_wolfes_tuna)
{
    // Hollander & Wolfe (1973), p. 187-190, the example of R's cor.test, in the order of the first variable: tau = 4/9.
    // R: cor.test(exact = FALSE, continuity = TRUE) for p
    expect_kendall(mann_kendall(Cells{2.5, 4.0, 2.6, 3.6, 2.8, 3.1, 5.2, 5.0, 3.8}), 4.0 / 9, 0.11785089502136502, 16);
}

TEST(MannKendall, agrees_with_r_on_the_nile)
{
    // R: cor.test(1:100, Nile, method = "kendall", exact = FALSE, continuity = TRUE); S = tau-b sqrt(4950 * 4917)
    expect_kendall(mann_kendall(nile), -0.28074133472461299, 3.6582629216643412e-05, -1387);
    expect_kendall(mann_kendall(nile_with_gaps()), -0.28387017256850106, 3.9879117507829105e-05, -1319);
}

TEST(MannKendall, is_1_when_every_value_is_higher)
{
    // By hand: S = 10, variance 5*4*15/18 = 50/3
    expect_kendall(mann_kendall(Cells{1, 2, 4, 8, 16}), 1, std::erfc(9 / std::sqrt(50.0 / 3) / std::sqrt(2.0)), 10);
    expect_kendall(mann_kendall(Cells{16, 8, 4, 2, 1}), -1, std::erfc(9 / std::sqrt(50.0 / 3) / std::sqrt(2.0)), -10);
}

TEST(MannKendall, of_two_values_shows_nothing)
{
    expect_kendall(mann_kendall(Cells{1, 2}), 1, 1, 1);
}

TEST(MannKendall, agrees_with_the_count_of_all_pairs)
{
    SmallSeries series(20260331);
    for (int i = 0; i < 2000; ++i)
    {
        const Cells cells = series.next(i % 20 + 1U, i % 2 == 0);
        const auto expected = kendall_by_pairs(cells);
        const auto actual = mann_kendall(cells);
        ASSERT_EQ(actual.has_value(), expected.has_value());
        if (expected)
            expect_kendall(actual, expected->tau_b, expected->p, expected->s);
    }
}

TEST(MannKendall, refuses_what_cannot_be_ranked)
{
    EXPECT_FALSE(mann_kendall({}));
    EXPECT_FALSE(mann_kendall(Cells{1}));
    EXPECT_FALSE(mann_kendall(Cells{1, empty, nan}));
    EXPECT_FALSE(mann_kendall(Cells{3, 3, 3, 3}));
    EXPECT_FALSE(mann_kendall(Cells{1, infinity}));
}

TEST(MannKendall, of_a_long_series_has_the_exact_score)
{
    Cells cells;
    cells.reserve(200000);
    for (int i = 0; i < 200000; ++i)
        cells.emplace_back(i % 1000);
    // By hand: of two values u < v, u comes first in 200*201/2 pairs and last in 200*199/2
    const auto trend = mann_kendall(cells);
    ASSERT_TRUE(trend.has_value());
    EXPECT_EQ(trend->s, 999.0 * 1000 / 2 * 200);
}

TEST(TheilSen, is_the_middle_of_the_slopes_of_cloud_seeding)
{
    // By hand from Hollander & Wolfe (1999), example 9.1 (cloud seeding): the ten slopes' two middle ones are -0.0575 and
    // -0.055
    EXPECT_NEAR(theil_sen(Cells{1.26, 1.27, 1.12, 1.16, 1.03}).value(), -0.05625, 1e-15);
}

TEST(TheilSen, agrees_with_r_on_the_nile)
{
    // R: median(outer(y, y, "-")/outer(x, x, "-")) below the diagonal; a gap keeps its year
    EXPECT_DOUBLE_EQ(theil_sen(nile).value(), -2.6);
    EXPECT_DOUBLE_EQ(theil_sen(nile_with_gaps()).value(), -2.6201274362818587);
}

TEST(TheilSen, of_a_straight_line_is_its_slope_also_across_gaps)
{
    EXPECT_EQ(theil_sen(Cells{5, empty, 9, empty, empty, 15}), 2.0);
    EXPECT_EQ(theil_sen(Cells{4, 4, 4}), 0.0);
    EXPECT_EQ(theil_sen(Cells{1, empty, 2}), 0.5);
}

TEST(TheilSen, bears_one_wild_value)
{
    EXPECT_EQ(theil_sen(Cells{1, 2, 3, 4000, 5, 6, 7}), 1.0);
}

TEST(TheilSen, refuses_what_has_no_slope)
{
    EXPECT_FALSE(theil_sen({}));
    EXPECT_FALSE(theil_sen(Cells{1}));
    EXPECT_FALSE(theil_sen(Cells{empty, 1, nan}));
    EXPECT_FALSE(theil_sen(Cells{1, infinity}));
    EXPECT_FALSE(theil_sen(Cells{-1.7e308, 1.7e308}));
    EXPECT_FALSE(theil_sen(Cells(most_slopes_from + 1, 1.0)));
}

TEST(TheilSen, counts_values_and_not_cells_towards_its_limit)
{
    Cells cells(most_slopes_from + 1, empty);
    cells.front() = 0.0;
    cells.back() = 100.0;
    EXPECT_DOUBLE_EQ(theil_sen(cells).value(), 100.0 / static_cast<double>(most_slopes_from));
}

} // namespace trinvis::statistics
