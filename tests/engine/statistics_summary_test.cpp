// SPDX-License-Identifier: MPL-2.0
//
// Sums, means, variances, medians and quantiles against published values and values computed independently (see statistics_fixture.hpp).
#include "statistics_fixture.hpp"

#include "statistics/summary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace trinvis::statistics
{

namespace
{

// The shape of NIST's NumAcc2-4: one centre, then 500 pairs around it.
std::vector<double> alternating(double centre, double below, double above)
{
    std::vector<double> values{centre};
    for (int pair = 0; pair < 500; ++pair)
    {
        values.push_back(below);
        values.push_back(above);
    }
    return values;
}

double standard_deviation(const std::vector<double>& values)
{
    return std::sqrt(sample_variance(values).value_or(nan));
}

} // namespace

TEST(Sum, keeps_what_naive_addition_loses)
{
    // Neumaier (1974): plain and Kahan's summation give 0
    EXPECT_EQ(sum(std::vector{1.0, 1e100, 1.0, -1e100}), 2.0);
    EXPECT_EQ(sum(std::vector<double>(10, 0.1)), 1.0);
}

TEST(Sum, of_nothing_is_0)
{
    EXPECT_EQ(sum({}), 0.0);
}

TEST(Sum, passes_nan_and_infinity_through)
{
    EXPECT_TRUE(std::isnan(sum(std::vector{1.0, nan, 2.0})));
    EXPECT_EQ(sum(std::vector{1.0, infinity, 2.0}), infinity);
}

TEST(Mean, reaches_nists_certified_values)
{
    // NIST StRD, NumAcc1 to NumAcc4
    EXPECT_EQ(mean_of(std::vector{10000001.0, 10000003.0, 10000002.0}), 10000002.0);
    EXPECT_DOUBLE_EQ(mean_of(alternating(1.2, 1.1, 1.3)).value(), 1.2);
    EXPECT_DOUBLE_EQ(mean_of(alternating(1000000.2, 1000000.1, 1000000.3)).value(), 1000000.2);
    EXPECT_DOUBLE_EQ(mean_of(alternating(10000000.2, 10000000.1, 10000000.3)).value(), 10000000.2);
}

TEST(Mean, of_equal_values_is_exactly_that_value)
{
    for (std::size_t size = 1; size <= 200; ++size)
        EXPECT_EQ(mean_of(std::vector<double>(size, 0.1)), 0.1) << size;
}

TEST(Mean, needs_one_finite_value)
{
    EXPECT_EQ(mean_of(std::vector{7.0}), 7.0);
    EXPECT_FALSE(mean_of({}));
    EXPECT_FALSE(mean_of(std::vector{1.0, nan}));
    EXPECT_FALSE(mean_of(std::vector{infinity}));
}

TEST(Variance, reaches_nists_certified_values_as_far_as_doubles_hold_the_data)
{
    // NIST StRD certifies 1 and 0.1; the decimals are those of the data as doubles, in exact fractions (Python, mpmath)
    EXPECT_EQ(standard_deviation({10000001, 10000003, 10000002}), 1.0);
    EXPECT_NEAR(standard_deviation(alternating(1.2, 1.1, 1.3)), 0.1, 1e-15);
    EXPECT_NEAR(standard_deviation(alternating(1000000.2, 1000000.1, 1000000.3)), 0.10000000003492459655, 1e-15);
    EXPECT_NEAR(standard_deviation(alternating(10000000.2, 10000000.1, 10000000.3)), 0.10000000055879354477, 1e-15);
}

TEST(Variance, reaches_nists_certified_values_of_michelsons_speed_of_light)
{
    // NIST StRD, Michelso: mean 299.852400000000, standard deviation 0.0790105478190518 (km/s less 299 000, over 1000)
    std::vector<double> speeds;
    speeds.reserve(100);
    for (const int speed :
         {850, 740, 900, 1070, 930, 850, 950, 980, 980, 880, 1000, 980, 930, 650, 760, 810, 1000, 1000, 960, 960,
          960, 940, 960, 940,  880, 800, 850, 880, 900, 840, 830,  790, 810, 880, 880, 830, 800,  790,  760, 800,
          880, 880, 880, 860,  720, 720, 620, 860, 970, 950, 880,  910, 850, 870, 840, 840, 850,  840,  840, 840,
          890, 810, 810, 820,  800, 770, 760, 740, 750, 760, 910,  920, 890, 860, 880, 720, 840,  850,  850, 780,
          890, 840, 780, 810,  760, 810, 790, 810, 820, 850, 870,  870, 810, 740, 810, 940, 950,  800,  810, 870})
        speeds.push_back((299000 + speed) / 1000.0);
    ASSERT_EQ(speeds.size(), 100U);
    EXPECT_DOUBLE_EQ(mean_of(speeds).value(), 299.8524);
    EXPECT_NEAR(standard_deviation(speeds), 0.0790105478190518, 2e-15);
}

TEST(Variance, of_equal_values_is_0)
{
    EXPECT_EQ(sample_variance(std::vector<double>(1001, 0.1)), 0.0);
}

TEST(Variance, needs_two_finite_values)
{
    EXPECT_FALSE(sample_variance({}));
    EXPECT_FALSE(sample_variance(std::vector{1.0}));
    EXPECT_FALSE(sample_variance(std::vector{1.0, nan}));
    EXPECT_FALSE(sample_variance(std::vector{1e200, -1e200}));
}

TEST(Median, is_the_middle_or_between_the_two_middle_ones)
{
    EXPECT_EQ(median(std::vector{9.0, 1.0, 5.0}), 5.0);
    EXPECT_EQ(median(std::vector{9.0, 1.0, 5.0, 6.0}), 5.5);
    EXPECT_EQ(median(std::vector{3.0}), 3.0);
    EXPECT_EQ(median(std::vector{-1.7e308, 1.7e308}), 0.0);
}

TEST(Median, needs_finite_values)
{
    EXPECT_FALSE(median({}));
    EXPECT_FALSE(median(std::vector{1.0, nan, 2.0}));
}

TEST(MedianDeviation, is_that_of_the_distances_made_comparable_with_a_standard_deviation)
{
    // Python 3.11: statistics.median of the distances from statistics.median, over NormalDist().inv_cdf(0.75)
    EXPECT_DOUBLE_EQ(median_deviation(std::vector{1.0, 1.0, 2.0, 2.0, 4.0, 6.0, 9.0}).value(), 1.482602218505602);
    EXPECT_DOUBLE_EQ(median_deviation(std::vector{3.1, 4.7, 1.2, 9.8, 5.5, 2.2, 7.3}).value(), 3.706505546264005);
    EXPECT_EQ(median_deviation(std::vector{5.0}), 0.0);
}

TEST(MedianDeviation, needs_finite_values_and_a_finite_result)
{
    EXPECT_FALSE(median_deviation({}));
    EXPECT_FALSE(median_deviation(std::vector{1.0, infinity}));
    EXPECT_FALSE(median_deviation(std::vector{-1.7e308, 1.7e308}));
}

TEST(Quantile, is_type_7)
{
    // scipy: numpy.percentile, method "linear"
    const std::vector<double> values{3.1, 4.7, 1.2, 9.8, 5.5, 2.2, 7.3};
    EXPECT_DOUBLE_EQ(quantile(values, 0.10).value(), 1.8);
    EXPECT_DOUBLE_EQ(quantile(values, 0.25).value(), 2.65);
    EXPECT_DOUBLE_EQ(quantile(values, 0.75).value(), 6.4);
    EXPECT_DOUBLE_EQ(quantile(values, 0.90).value(), 8.3);
}

TEST(Quantile, ends_at_the_lowest_and_the_highest_value)
{
    const std::vector<double> values{3.1, 4.7, 1.2};
    EXPECT_EQ(quantile(values, 0), 1.2);
    EXPECT_EQ(quantile(values, 1), 4.7);
}

TEST(Quantile, is_that_of_the_sorted_values_in_any_order)
{
    SmallSeries series(20261231);
    for (int i = 0; i < 500; ++i)
    {
        const std::vector<double> values = series.next_values(12);
        std::vector<double> sorted(values);
        std::ranges::sort(sorted);
        for (int hundredth = 0; hundredth <= 100; hundredth += 5)
        {
            const double position = static_cast<double>(sorted.size() - 1) * (hundredth / 100.0);
            const auto below = static_cast<std::size_t>(position);
            const double next = below + 1 < sorted.size() ? sorted[below + 1] : sorted[below];
            EXPECT_EQ(quantile(values, hundredth / 100.0),
                      std::lerp(sorted[below], next, position - static_cast<double>(below)));
        }
    }
}

TEST(Quantile, refuses_bad_arguments)
{
    EXPECT_FALSE(quantile({}, 0.5));
    EXPECT_FALSE(quantile(std::vector{1.0}, -0.01));
    EXPECT_FALSE(quantile(std::vector{1.0}, 1.01));
    EXPECT_FALSE(quantile(std::vector{1.0}, nan));
    EXPECT_FALSE(quantile(std::vector{infinity}, 0.5));
}

} // namespace trinvis::statistics
