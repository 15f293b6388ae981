// SPDX-License-Identifier: MPL-2.0
//
// Over-dispersion against published values and values computed independently (see statistics_fixture.hpp).
#include "statistics_fixture.hpp"

#include "statistics/overdispersion.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <vector>

namespace trinvis::statistics
{

namespace
{

const std::vector<double> scores{-3.1, 0.4, 1.2, -0.7, 5.0, 2.2, -1.9, 0.1, 0.9, -0.3};
const std::vector<double> errors{0.1, 0.2, 0.05, 0.12, 0.3, 0.08, 0.15, 0.22, 0.09, 0.11};

} // namespace

TEST(Winsorised, values_stop_at_the_type_7_quantiles)
{
    // scipy: numpy.quantile(scores, [0.1, 0.9]) and numpy.clip
    const std::vector<double> expected{-2.02, 0.4, 1.2, -0.7, 2.48, 2.2, -1.9, 0.1, 0.9, -0.3};
    const std::vector<double> actual = winsorised(scores, 0.1);
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_DOUBLE_EQ(actual[i], expected[i]);
}

TEST(Winsorised, by_nothing_are_the_values_themselves)
{
    EXPECT_EQ(winsorised(scores, 0), scores);
    EXPECT_EQ(winsorised(std::vector{7.0}, 0.4), std::vector{7.0});
}

TEST(Winsorised, refuse_bad_arguments)
{
    EXPECT_TRUE(winsorised({}, 0.1).empty());
    EXPECT_TRUE(winsorised(std::vector{1.0, nan}, 0.1).empty());
    EXPECT_TRUE(winsorised(scores, -0.1).empty());
    EXPECT_TRUE(winsorised(scores, 0.5).empty());
    EXPECT_TRUE(winsorised(scores, nan).empty());
}

TEST(Overdispersion, agrees_with_the_between_study_variance_of_the_bcg_trials)
{
    // Colditz et al. (1994), log risk ratios of 13 trials; DerSimonian & Laird's estimate is the same moment estimate
    // when nothing is trimmed and the target is the weighted mean. Published with R's metafor: Q = 152.2330, tau^2 =
    // 0.3088; R gives the further digits.
    struct Trial
    {
        double ill_vaccinated;
        double well_vaccinated;
        double ill_control;
        double well_control;
    };
    const std::vector<Trial> trials{{4, 119, 11, 128},       {6, 300, 29, 274},        {3, 228, 11, 209},
                                    {62, 13536, 248, 12619}, {33, 5036, 47, 5761},     {180, 1361, 372, 1079},
                                    {8, 2537, 10, 619},      {505, 87886, 499, 87892}, {29, 7470, 45, 7232},
                                    {17, 1699, 65, 1600},    {186, 50448, 141, 27197}, {5, 2493, 3, 2338},
                                    {27, 16886, 29, 17825}};
    std::vector<double> ratios;
    std::vector<double> standard_errors;
    ratios.reserve(trials.size());
    standard_errors.reserve(trials.size());
    double weights = 0;
    double weighted = 0;
    for (const Trial& trial : trials)
    {
        const double vaccinated = trial.ill_vaccinated + trial.well_vaccinated;
        const double control = trial.ill_control + trial.well_control;
        const double variance = 1 / trial.ill_vaccinated - 1 / vaccinated + 1 / trial.ill_control - 1 / control;
        ratios.push_back(std::log(trial.ill_vaccinated / vaccinated) - std::log(trial.ill_control / control));
        standard_errors.push_back(std::sqrt(variance));
        weights += 1 / variance;
        weighted += ratios.back() / variance;
    }
    std::vector<double> z_scores;
    z_scores.reserve(trials.size());
    for (std::size_t i = 0; i < ratios.size(); ++i)
        z_scores.push_back((ratios[i] - weighted / weights) / standard_errors[i]);
    const auto all = overdispersion(z_scores, 0, standard_errors);
    ASSERT_TRUE(all.has_value());
    EXPECT_NEAR(all->phi * 13, 152.23300808237326, 1e-11);
    EXPECT_NEAR(all->tau_squared.value(), 0.30876026286237618, 1e-14);
    // R: quantile(z, c(0.1, 0.9)), pmin and pmax
    const auto trimmed = overdispersion(z_scores, 0.1, standard_errors);
    ASSERT_TRUE(trimmed.has_value());
    EXPECT_NEAR(trimmed->phi, 5.33670411799566491, 1e-13);
    EXPECT_NEAR(trimmed->tau_squared.value(), 0.12633106320467041, 1e-14);
}

TEST(Overdispersion, agrees_with_fifty_digits)
{
    // scipy for the winsorised scores, mpmath for the rest
    const auto trimmed = overdispersion(scores, 0.1, errors);
    ASSERT_TRUE(trimmed.has_value());
    EXPECT_NEAR(trimmed->phi, 2.1680799999999995906, 1e-14);
    EXPECT_NEAR(trimmed->tau_squared.value(), 0.015545401063033287915, 1e-16);
    const auto all = overdispersion(scores, 0, errors);
    ASSERT_TRUE(all.has_value());
    EXPECT_NEAR(all->phi, 4.6060000000000000878, 1e-14);
    EXPECT_NEAR(all->tau_squared.value(), 0.045431878382752969039, 1e-16);
}

TEST(Overdispersion, with_equal_standard_errors_has_the_closed_form)
{
    // sum w - sum w^2/sum w = (k - 1)/se^2, so tau^2 = se^2 (k phi - k + 1)/(k - 1)
    const auto spread = overdispersion(scores, 0.1, std::vector<double>(10, 0.3));
    ASSERT_TRUE(spread.has_value());
    EXPECT_NEAR(spread->tau_squared.value(), 0.09 * (10 * spread->phi - 9) / 9, 1e-15);
}

TEST(Overdispersion, below_chance_leaves_no_variance_between_units)
{
    const auto spread = overdispersion(std::vector{0.1, -0.2, 0.3}, 0, std::vector{1.0, 2.0, 3.0});
    ASSERT_TRUE(spread.has_value());
    EXPECT_NEAR(spread->phi, 0.14 / 3, 1e-16);
    EXPECT_EQ(spread->tau_squared, 0.0);
}

TEST(Overdispersion, of_one_unit_has_no_variance_between_units)
{
    const auto spread = overdispersion(std::vector{2.0}, 0.1, std::vector{0.5});
    ASSERT_TRUE(spread.has_value());
    EXPECT_EQ(spread->phi, 4.0);
    EXPECT_FALSE(spread->tau_squared.has_value());
}

TEST(Overdispersion, without_standard_errors_has_phi_only)
{
    const auto spread = overdispersion(scores, 0.1);
    ASSERT_TRUE(spread.has_value());
    EXPECT_NEAR(spread->phi, 2.16808, 1e-14);
    EXPECT_FALSE(spread->tau_squared.has_value());
}

TEST(Overdispersion, keeps_its_digits_when_one_unit_outweighs_the_rest)
{
    // By hand: w = 1e20, 1, 1; sum w - sum w^2/sum w = 4 - 6/(1e20 + 2), so 4 - 6e-20; k phi - k + 1 = 9
    const auto spread = overdispersion(std::vector{1.0, 3.0, 1.0}, 0, std::vector{1e-10, 1.0, 1.0});
    ASSERT_TRUE(spread.has_value());
    EXPECT_DOUBLE_EQ(spread->tau_squared.value(), 9.0 / 4);
}

TEST(Overdispersion, scales_with_the_square_of_the_standard_errors)
{
    std::vector<double> tiny(errors);
    for (double& error : tiny)
        error *= 0x1p-400;
    EXPECT_EQ(overdispersion(scores, 0.1, tiny)->tau_squared.value(),
              overdispersion(scores, 0.1, errors)->tau_squared.value() * 0x1p-800);
}

TEST(Overdispersion, refuses_bad_arguments)
{
    EXPECT_FALSE(overdispersion({}, 0.1));
    EXPECT_FALSE(overdispersion(std::vector{1.0, nan}, 0.1));
    EXPECT_FALSE(overdispersion(scores, 0.5));
    EXPECT_FALSE(overdispersion(scores, -0.01));
    EXPECT_FALSE(overdispersion(scores, 0.1, std::vector{1.0, 2.0}));
    EXPECT_FALSE(overdispersion(std::vector{1.0, 2.0}, 0.1, std::vector{1.0, 0.0}));
    EXPECT_FALSE(overdispersion(std::vector{1.0, 2.0}, 0.1, std::vector{1.0, infinity}));
    EXPECT_FALSE(overdispersion(std::vector{1e200, 2.0}, 0));
}

} // namespace trinvis::statistics
