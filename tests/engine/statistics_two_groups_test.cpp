// SPDX-License-Identifier: MPL-2.0
//
// Tests of two groups against published values and values computed independently (see statistics_fixture.hpp).
#include "statistics_fixture.hpp"

#include "statistics/two_groups.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace trinvis::statistics
{

namespace
{

void expect_test(const std::optional<RankTest>& actual, double w, double p)
{
    ASSERT_TRUE(actual.has_value());
    EXPECT_EQ(actual->w, w);
    EXPECT_NEAR(actual->p, p, 1e-14);
}

/// W, p and delta straight from their definitions, pair by pair; values are whole numbers up to 20.
struct ByPairs
{
    double w = 0;
    double delta = 0;
    double p = 1;

    ByPairs(const std::vector<double>& a, const std::vector<double>& b)
    {
        const auto size_a = static_cast<double>(a.size());
        const auto size_b = static_cast<double>(b.size());
        for (const double left : a)
        {
            for (const double right : b)
            {
                w += left > right ? 1 : 0;
                w += left == right ? 0.5 : 0;
                delta += ((left > right ? 1 : 0) - (left < right ? 1 : 0)) / (size_a * size_b);
            }
        }
        const double size = size_a + size_b;
        double variance = size + 1;
        for (double value = 0; value <= 20; ++value)
        {
            const auto ties = static_cast<double>(std::ranges::count(a, value) + std::ranges::count(b, value));
            variance -= (ties * ties * ties - ties) / (size * (size - 1));
        }
        const double distance = std::abs(w - size_a * size_b / 2) - 0.5;
        if (distance > 0)
            p = std::erfc(distance / std::sqrt(size_a * size_b / 12 * variance) / std::sqrt(2.0));
    }
};

} // namespace

TEST(MannWhitney, agrees_with_hollander_and_wolfes_permeability)
{
    // Hollander & Wolfe (1973), p. 69-71, the example of R's wilcox.test: W = 35; R: wilcox.test(exact = FALSE) for p
    const std::vector<double> term{0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};
    const std::vector<double> earlier{1.15, 0.88, 0.90, 0.74, 1.21};
    expect_test(mann_whitney(term, earlier), 35, 0.24462360512698336);
    expect_test(mann_whitney(earlier, term), 15, 0.24462360512698336);
}

TEST(MannWhitney, corrects_for_ties_as_r_does_on_ozone)
{
    // R's documentation of wilcox.test, ozone in May and August (airquality): W = 127.5, p = 0.0001208
    const std::vector<double> may{41, 36, 12, 18, 28, 23, 19, 8, 7,  16, 11, 14,  18,
                                  14, 34, 6,  30, 11, 1,  11, 4, 32, 23, 45, 115, 37};
    const std::vector<double> august{39, 9,  16, 78, 35, 66, 122, 89,  110, 44, 28,  65, 22,
                                     59, 23, 31, 44, 21, 9,  45,  168, 73,  76, 118, 84, 85};
    expect_test(mann_whitney(may, august), 127.5, 0.00012080783076877442);
}

TEST(MannWhitney, of_one_value_each_shows_nothing)
{
    expect_test(mann_whitney(std::vector{2.0}, std::vector{1.0}), 1, 1);
    expect_test(mann_whitney(std::vector{1.0}, std::vector{2.0}), 0, 1);
}

TEST(MannWhitney, of_equal_values_shows_nothing)
{
    // scipy: mannwhitneyu([1, 1], [1, 1], method="asymptotic") gives 2 and 1
    expect_test(mann_whitney(std::vector{1.0, 1.0}, std::vector{1.0, 1.0}), 2, 1);
    expect_test(mann_whitney(std::vector<double>(7, 0.1), std::vector<double>(3, 0.1)), 10.5, 1);
}

TEST(MannWhitney, agrees_with_the_count_of_all_pairs)
{
    SmallSeries series(19470301);
    for (unsigned i = 0; i < 2000; ++i)
    {
        const std::vector<double> a = series.next_values(i % 20 + 1);
        const std::vector<double> b = series.next_values(i % 20 + 1);
        const ByPairs expected(a, b);
        expect_test(mann_whitney(a, b), expected.w, expected.p);
        EXPECT_NEAR(cliffs_delta(a, b).value(), expected.delta, 1e-14);
    }
}

TEST(CliffsDelta, agrees_with_the_example_of_effsize)
{
    // The example of R's effsize, cliff.delta: -0.25
    const std::vector<double> treatment{10, 10, 20, 20, 20, 30, 30, 30, 40, 50};
    const std::vector<double> control{10, 20, 30, 40, 40, 50};
    EXPECT_DOUBLE_EQ(cliffs_delta(treatment, control).value(), -0.25);
}

TEST(CliffsDelta, reaches_1_and_minus_1_and_is_0_for_equal_values)
{
    EXPECT_EQ(cliffs_delta(std::vector{4.0, 5.0}, std::vector{1.0, 3.0}), 1.0);
    EXPECT_EQ(cliffs_delta(std::vector{1.0, 3.0}, std::vector{4.0, 5.0}), -1.0);
    EXPECT_EQ(cliffs_delta(std::vector{3.0, 3.0}, std::vector{3.0}), 0.0);
}

TEST(Welch, agrees_with_students_sleep_data)
{
    // R's documentation of t.test, extra ~ group: t = -1.8608, df = 17.776, p-value = 0.07939
    const std::vector<double> first{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    const std::vector<double> second{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    const auto test = welch(first, second);
    ASSERT_TRUE(test.has_value());
    EXPECT_NEAR(test->t, -1.8608134674868531, 1e-14);
    EXPECT_NEAR(test->degrees_of_freedom, 17.776473516178498, 1e-13);
    EXPECT_NEAR(test->p, 0.079394140187358173, 1e-15);
    EXPECT_NEAR(welch(second, first)->t, 1.8608134674868531, 1e-14);
}

TEST(Welch, bears_one_group_without_spread)
{
    // R: t.test(c(1, 3), c(2, 2, 2)): t = 0, df = 1, p = 1
    const auto test = welch(std::vector{1.0, 3.0}, std::vector{2.0, 2.0, 2.0});
    ASSERT_TRUE(test.has_value());
    EXPECT_EQ(test->t, 0.0);
    EXPECT_EQ(test->degrees_of_freedom, 1.0);
    EXPECT_EQ(test->p, 1.0);
}

TEST(Welch, keeps_its_digits_far_from_0)
{
    // By hand: the same values a thousand million higher; whole numbers, so that doubles hold them
    const auto near = welch(std::vector{1.0, 2.0, 4.0}, std::vector{3.0, 5.0, 8.0, 9.0});
    const auto far = welch(std::vector{1e9 + 1, 1e9 + 2, 1e9 + 4}, std::vector{1e9 + 3, 1e9 + 5, 1e9 + 8, 1e9 + 9});
    ASSERT_TRUE(near && far);
    EXPECT_DOUBLE_EQ(near->t, far->t);
    EXPECT_DOUBLE_EQ(near->p, far->p);
}

TEST(TwoGroups, refuse_what_cannot_be_compared)
{
    const std::vector<double> some{1, 2, 3};
    EXPECT_FALSE(mann_whitney({}, some));
    EXPECT_FALSE(mann_whitney(some, {}));
    EXPECT_FALSE(mann_whitney(some, std::vector{nan}));
    EXPECT_FALSE(mann_whitney(some, std::vector{infinity}));
    EXPECT_FALSE(cliffs_delta({}, some));
    EXPECT_FALSE(cliffs_delta(some, {}));
    EXPECT_FALSE(cliffs_delta(std::vector{nan}, some));
    EXPECT_FALSE(welch(std::vector{1.0}, some));
    EXPECT_FALSE(welch(some, std::vector{1.0}));
    EXPECT_FALSE(welch(some, std::vector{1.0, nan}));
    EXPECT_FALSE(welch(std::vector{1.0, 1.0}, std::vector{2.0, 2.0}));
}

} // namespace trinvis::statistics
