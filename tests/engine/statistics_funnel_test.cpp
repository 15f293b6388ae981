// SPDX-License-Identifier: MPL-2.0
//
// Funnel limits and verdicts against published values and values computed independently (see statistics_fixture.hpp).
#include "statistics_fixture.hpp"

#include "statistics/funnel.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

namespace trinvis::statistics
{

TEST(FunnelForProportions, agrees_with_the_expected_limits_of_ohid)
{
    // OHID, testdata_funnel_prop_outputs.csv, in percent with six decimals
    constexpr double average = 0.80642448;
    expect_interval(funnel_proportion(average, 20, 0.95), 0.63326743, 0.97958152, 2e-8);
    expect_interval(funnel_proportion(average, 1008, 0.95), 0.78203374, 0.83081521, 2e-8);
    expect_interval(funnel_proportion(average, 1008, 0.998), 0.76796814, 0.84488082, 2e-8);
}

TEST(FunnelForProportions, is_clipped_to_0_and_1)
{
    // OHID, testdata_funnel_prop_outputs.csv, populations 3 and 1 at 99.8 %
    expect_interval(funnel_proportion(0.80642448, 3, 0.998), 0.10150815, 1, 2e-8);
    expect_interval(funnel_proportion(0.80642448, 1, 0.998), 0, 1, 0);
}

TEST(FunnelForProportions, has_no_width_around_0_and_1)
{
    expect_interval(funnel_proportion(0, 50, 0.95), 0, 0, 0);
    expect_interval(funnel_proportion(1, 50, 0.95), 1, 1, 0);
}

TEST(FunnelForProportions, refuses_bad_arguments)
{
    EXPECT_FALSE(funnel_proportion(-0.1, 50, 0.95));
    EXPECT_FALSE(funnel_proportion(1.1, 50, 0.95));
    EXPECT_FALSE(funnel_proportion(nan, 50, 0.95));
    EXPECT_FALSE(funnel_proportion(0.5, 0, 0.95));
    EXPECT_FALSE(funnel_proportion(0.5, infinity, 0.95));
    EXPECT_FALSE(funnel_proportion(0.5, 50, 0));
}

TEST(FunnelForCounts, agrees_with_the_expected_limits_of_ohid)
{
    // OHID, testdata_funnel_ratio_outputs.csv; OHID stops its bisection at about six digits
    expect_interval(funnel_count(1, 0.95), 0.025317898, 5.571644585, 2e-6);
    expect_interval(funnel_count(10, 0.95), 4.795387629, 18.39035799, 5e-6);
    expect_interval(funnel_count(10, 0.998), 2.960519925, 24.13397235, 5e-6);
    expect_interval(funnel_count(716, 0.998), 636.1521174, 802.60414, 2e-2);
}

TEST(FunnelForCounts, starts_at_0_when_nothing_was_observed)
{
    // mpmath: -ln(0.001)
    expect_interval(funnel_count(0, 0.998), 0, 6.9077552789821370521, 1e-13);
}

TEST(FunnelForCounts, refuses_bad_arguments)
{
    EXPECT_FALSE(funnel_count(-1, 0.95));
    EXPECT_FALSE(funnel_count(nan, 0.95));
    EXPECT_FALSE(funnel_count(10, 1));
}

TEST(ProportionVerdict, agrees_with_the_expected_labels_of_ohid)
{
    // OHID, testdata_funnel_prop_inputs.csv: Norwich, North Devon, South Gloucestershire, West Norfolk, New Forest
    constexpr double average = 0.80642448;
    EXPECT_EQ(proportion_verdict(24803.6256, 31824, average), FunnelVerdict::low_998);
    EXPECT_EQ(proportion_verdict(30277.5312, 37828, average), FunnelVerdict::low_95);
    EXPECT_EQ(proportion_verdict(50050.7443, 61921, average), FunnelVerdict::not_significant);
    EXPECT_EQ(proportion_verdict(26789.2380, 33012, average), FunnelVerdict::high_95);
    EXPECT_EQ(proportion_verdict(35078.4880, 41980, average), FunnelVerdict::high_998);
}

TEST(ProportionVerdict, of_the_average_itself_is_not_significant)
{
    EXPECT_EQ(proportion_verdict(0, 7, 0), FunnelVerdict::not_significant);
    EXPECT_EQ(proportion_verdict(3, 12, 0.25), FunnelVerdict::not_significant);
    EXPECT_EQ(proportion_verdict(7, 7, 1), FunnelVerdict::not_significant);
}

TEST(ProportionVerdict, refuses_bad_arguments)
{
    EXPECT_FALSE(proportion_verdict(-1, 10, 0.5));
    EXPECT_FALSE(proportion_verdict(11, 10, 0.5));
    EXPECT_FALSE(proportion_verdict(nan, 10, 0.5));
    EXPECT_FALSE(proportion_verdict(0, 0, 0.5));
    EXPECT_FALSE(proportion_verdict(1, 10, 1.5));
}

TEST(CountVerdict, follows_the_limits_of_the_observed_number)
{
    // OHID, testdata_funnel_ratio_outputs.csv, 10 observed: 2.9605, 4.7954, 18.3904 and 24.1340 expected
    EXPECT_EQ(count_verdict(10, 2.95), FunnelVerdict::high_998);
    EXPECT_EQ(count_verdict(10, 2.97), FunnelVerdict::high_95);
    EXPECT_EQ(count_verdict(10, 4.79), FunnelVerdict::high_95);
    EXPECT_EQ(count_verdict(10, 4.80), FunnelVerdict::not_significant);
    EXPECT_EQ(count_verdict(10, 18.39), FunnelVerdict::not_significant);
    EXPECT_EQ(count_verdict(10, 18.40), FunnelVerdict::low_95);
    EXPECT_EQ(count_verdict(10, 24.13), FunnelVerdict::low_95);
    EXPECT_EQ(count_verdict(10, 24.14), FunnelVerdict::low_998);
}

TEST(CountVerdict, on_a_limit_is_inside_it)
{
    const Interval limits = funnel_count(10, 0.95).value();
    EXPECT_EQ(count_verdict(10, limits.lower), FunnelVerdict::not_significant);
    EXPECT_EQ(count_verdict(10, limits.upper), FunnelVerdict::not_significant);
}

TEST(CountVerdict, of_nothing_observed_is_never_high)
{
    EXPECT_EQ(count_verdict(0, 1e-9), FunnelVerdict::not_significant);
    EXPECT_EQ(count_verdict(0, 4), FunnelVerdict::low_95);
    EXPECT_EQ(count_verdict(0, 7), FunnelVerdict::low_998);
}

TEST(CountVerdict, refuses_bad_arguments)
{
    EXPECT_FALSE(count_verdict(-1, 10));
    EXPECT_FALSE(count_verdict(nan, 10));
    EXPECT_FALSE(count_verdict(10, 0));
    EXPECT_FALSE(count_verdict(10, nan));
    EXPECT_FALSE(count_verdict(10, infinity));
}

TEST(ProportionP, agrees_with_fifty_digits)
{
    // mpmath: erfc(|z|/sqrt(2)) with z from the average's standard error, widened by tau^2 = 0.0025
    EXPECT_NEAR(proportion_p(30, 100, 0.2).value(), 0.012419330651552270334, 1e-15);
    EXPECT_NEAR(proportion_p(10, 100, 0.2).value(), 0.012419330651552270334, 1e-15);
    EXPECT_NEAR(proportion_p(30, 100, 0.2, 0.0025).value(), 0.11834981273562831612, 1e-15);
}

TEST(ProportionP, is_1_at_the_average_and_0_where_nothing_else_can_happen)
{
    EXPECT_EQ(proportion_p(3, 12, 0.25), 1.0);
    EXPECT_EQ(proportion_p(0, 7, 0), 1.0);
    EXPECT_EQ(proportion_p(1, 7, 0), 0.0);
    EXPECT_EQ(proportion_p(6, 7, 1), 0.0);
}

TEST(ProportionP, is_below_a_level_exactly_outside_the_limits)
{
    for (const double tau_squared : {0.0, 0.0004, 0.01})
    {
        for (int total = 1; total <= 120; ++total)
        {
            for (int count = 0; count <= total; ++count)
            {
                const auto verdict = static_cast<int>(proportion_verdict(count, total, 0.2, tau_squared).value());
                const double p = proportion_p(count, total, 0.2, tau_squared).value();
                EXPECT_EQ(p < 0.05, verdict != 0) << count << " of " << total;
                EXPECT_EQ(p < 0.002, std::abs(verdict) == 2) << count << " of " << total;
            }
        }
    }
}

TEST(ProportionP, of_a_share_on_the_limit_is_not_below_the_level)
{
    // 0.2 -/+ z 0.04 of 100: the very limits
    for (const double level : {0.95, 0.998})
    {
        const Interval limits = funnel_proportion(0.2, 100, level).value();
        EXPECT_NEAR(proportion_p(limits.lower * 100, 100, 0.2).value(), 1 - level, 1e-15);
        EXPECT_NEAR(proportion_p(limits.upper * 100, 100, 0.2).value(), 1 - level, 1e-15);
    }
}

TEST(CountP, is_twice_the_exact_tail)
{
    // R: 2*min(ppois(o, e), ppois(o-1, e, lower = FALSE)); mpmath for the further digits
    EXPECT_NEAR(count_p(10, 19).value(), 0.036643661201840428092, 1e-15);
    EXPECT_NEAR(count_p(10, 4).value(), 0.016264485593867726311, 1e-15);
    EXPECT_NEAR(count_p(0, 3).value(), 0.099574136735727885959, 1e-15);
    EXPECT_NEAR(count_p(0, 8).value(), 0.00067092525580502367764, 1e-17);
    EXPECT_NEAR(count_p(137, 24.19893).value() / 5.6904545282289858403e-56, 1, 1e-12);
}

TEST(CountP, is_1_where_the_expected_number_is_observed)
{
    EXPECT_EQ(count_p(10, 10), 1.0);
    EXPECT_EQ(count_p(0, 0.3), 1.0);
}

TEST(CountP, with_variance_between_units_has_its_exact_z_shrunk)
{
    // mpmath: z of the exact tail, over sqrt(1 + tau^2 expected); the tails of the next two are 1e-472 and 5e-669
    EXPECT_NEAR(count_p(10, 4, 0.04).value(), 0.025677113218946246725, 1e-14);
    EXPECT_NEAR(count_p(700, 500, 0.01).value(), 0.00059001539666212262532, 1e-15);
    EXPECT_NEAR(count_p(15000, 10000, 0.04).value(), 0.020185952586904149273, 1e-8);
    EXPECT_NEAR(count_p(5000, 10000, 0.04).value(), 0.0056773874196001295341, 1e-8);
}

TEST(CountP, is_below_a_level_exactly_outside_the_limits)
{
    for (const double tau_squared : {0.0, 0.0004, 0.01, 0.25})
    {
        for (int tenths = 1; tenths <= 600; ++tenths)
        {
            const double expected = tenths / 10.0;
            for (int observed = 0; observed <= 120; ++observed)
            {
                const auto verdict = static_cast<int>(count_verdict(observed, expected, tau_squared).value());
                const double p = count_p(observed, expected, tau_squared).value();
                EXPECT_EQ(p < 0.05, verdict != 0) << observed << " against " << expected;
                EXPECT_EQ(p < 0.002, std::abs(verdict) == 2) << observed << " against " << expected;
            }
        }
    }
}

TEST(WidenedLimits, without_variance_between_units_are_the_limits)
{
    expect_interval(funnel_proportion(0.2, 100, 0.95, 0), funnel_proportion(0.2, 100, 0.95)->lower,
                    funnel_proportion(0.2, 100, 0.95)->upper, 0);
}

TEST(WidenedLimits, follow_the_additive_model)
{
    // By hand: standard error 0.04, between units 0.03, together 0.05
    expect_interval(funnel_proportion(0.2, 100, 0.95, 0.0009), 0.2 - 0.05 * 1.9599639845400542355,
                    0.2 + 0.05 * 1.9599639845400542355, 1e-15);
    EXPECT_EQ(proportion_verdict(28, 100, 0.2), FunnelVerdict::high_95);
    EXPECT_EQ(proportion_verdict(28, 100, 0.2, 0.0009), FunnelVerdict::not_significant);
    EXPECT_EQ(proportion_verdict(33, 100, 0.2, 0.0009), FunnelVerdict::high_95);
    EXPECT_EQ(proportion_verdict(5, 100, 0.2, 0.0009), FunnelVerdict::low_95);
}

TEST(WidenedLimits, never_bring_a_unit_out)
{
    for (int observed = 0; observed <= 60; ++observed)
    {
        for (const double expected : {0.5, 3.0, 8.0, 20.0, 45.0})
        {
            int before = std::abs(static_cast<int>(count_verdict(observed, expected).value()));
            for (const double tau_squared : {1e-12, 0.001, 0.01, 0.1, 1.0})
            {
                const int now = std::abs(static_cast<int>(count_verdict(observed, expected, tau_squared).value()));
                EXPECT_LE(now, before) << observed << " against " << expected << " at " << tau_squared;
                before = now;
            }
        }
    }
}

TEST(FunnelObserved, agrees_with_fifty_digits)
{
    // mpmath: the regularised gamma functions, solved for their first argument
    expect_interval(funnel_observed(10, 0.95), 3.8336161215620760942, 17.127158816966189118, 1e-12);
    expect_interval(funnel_observed(100, 0.998), 70.076660166284249233, 132.78130039207234884, 1e-11);
    expect_interval(funnel_observed(2, 0.95), 0, 5.6583350616261496795, 1e-12);
    expect_interval(funnel_observed(100, 0.95, 0.01), 72.9359455484457808, 129.29704993540748322, 1e-11);
}

TEST(FunnelObserved, turns_the_limits_of_the_observed_number_round)
{
    for (const double expected : {0.1, 2.0, 10.0, 345.6, 1e6})
    {
        const Interval limits = funnel_observed(expected, 0.95).value();
        EXPECT_NEAR(funnel_count(limits.upper, 0.95)->lower / expected, 1, 1e-9);
        if (limits.lower > 0)
        {
            EXPECT_NEAR(funnel_count(limits.lower, 0.95)->upper / expected, 1, 1e-9);
        }
    }
}

TEST(FunnelObserved, leaves_outside_what_the_verdict_does)
{
    for (const double tau_squared : {0.0, 0.01, 0.25})
    {
        for (const double expected : {0.2, 1.0, 3.6888, 3.6889, 7.5, 22.0, 60.0})
        {
            const Interval inner = funnel_observed(expected, 0.95, tau_squared).value();
            const Interval outer = funnel_observed(expected, 0.998, tau_squared).value();
            for (int observed = 0; observed <= 150; ++observed)
            {
                const bool outside = observed < inner.lower || observed > inner.upper;
                const bool far_outside = observed < outer.lower || observed > outer.upper;
                const auto verdict = static_cast<int>(count_verdict(observed, expected, tau_squared).value());
                EXPECT_EQ(outside, verdict != 0) << observed << " against " << expected;
                EXPECT_EQ(far_outside, std::abs(verdict) == 2) << observed << " against " << expected;
            }
        }
    }
}

TEST(FunnelObserved, reaches_as_far_as_large_units_with_much_variance_between_them)
{
    // The additive model's normal limits, 10000 (1 -/+ z sqrt(1/10000 + 0.04)), lie within 5 % of their width
    const Interval limits = funnel_observed(10000, 0.998, 0.04).value();
    EXPECT_NEAR(limits.upper, 10000 * (1 + 3.0902323061678135 * std::sqrt(0.0401)), 1300);
    EXPECT_NEAR(limits.lower, 10000 * (1 - 3.0902323061678135 * std::sqrt(0.0401)), 1300);
    EXPECT_NEAR(count_p(limits.upper, 10000, 0.04).value(), 0.002, 1e-12);
    EXPECT_NEAR(count_p(limits.lower, 10000, 0.04).value(), 0.002, 1e-12);
}

TEST(FunnelObserved, refuses_bad_arguments)
{
    EXPECT_FALSE(funnel_observed(0, 0.95));
    EXPECT_FALSE(funnel_observed(nan, 0.95));
    EXPECT_FALSE(funnel_observed(2e9, 0.95));
    EXPECT_FALSE(funnel_observed(10, 1));
    EXPECT_FALSE(funnel_observed(10, 0.95, -1));
    EXPECT_FALSE(funnel_observed(10, 0.95, 1e300));
}

TEST(FunnelScores, are_the_distances_in_standard_errors)
{
    // By hand: (0.3 - 0.2)/0.04 and (14 - 9)/3
    EXPECT_DOUBLE_EQ(proportion_z(30, 100, 0.2).value(), 2.5);
    EXPECT_DOUBLE_EQ(proportion_standard_error(100, 0.2).value(), 0.04);
    EXPECT_DOUBLE_EQ(count_z(14, 9).value(), 5.0 / 3);
    EXPECT_DOUBLE_EQ(count_standard_error(16).value(), 0.25);
}

TEST(FunnelScores, refuse_bad_arguments)
{
    EXPECT_FALSE(proportion_z(0, 10, 0));
    EXPECT_FALSE(proportion_z(11, 10, 0.5));
    EXPECT_FALSE(proportion_z(nan, 10, 0.5));
    EXPECT_FALSE(proportion_standard_error(0, 0.5));
    EXPECT_FALSE(proportion_standard_error(10, 1));
    EXPECT_FALSE(count_z(-1, 10));
    EXPECT_FALSE(count_z(1, 0));
    EXPECT_FALSE(count_standard_error(0));
}

TEST(FunnelP, refuses_what_has_no_verdict)
{
    EXPECT_FALSE(proportion_p(11, 10, 0.5));
    EXPECT_FALSE(proportion_p(1, 0, 0.5));
    EXPECT_FALSE(proportion_p(1, 10, 0.5, -0.1));
    EXPECT_FALSE(proportion_p(1, 10, 0.5, nan));
    EXPECT_FALSE(count_p(-1, 10));
    EXPECT_FALSE(count_p(1, 0));
    EXPECT_FALSE(count_p(1, 10, infinity));
}

} // namespace trinvis::statistics
