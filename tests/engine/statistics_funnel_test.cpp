// SPDX-License-Identifier: MPL-2.0
//
// Funnel limits and verdicts against published values and values computed independently (see statistics_fixture.hpp).
#include "statistics_fixture.hpp"

#include "statistics/funnel.hpp"

#include <gtest/gtest.h>

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

} // namespace trinvis::statistics
