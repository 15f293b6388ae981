// SPDX-License-Identifier: MPL-2.0
//
// XmR limits and special causes against published charts and cases worked out by hand (see statistics_fixture.hpp).
#include "statistics_fixture.hpp"

#include "statistics/process_control.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <vector>

namespace trinvis::statistics
{

void PrintTo(const SpecialCause& cause, std::ostream* out)
{
    *out << "rule " << static_cast<int>(cause.rule) << " from " << cause.first << " to " << cause.last << ", direction "
         << cause.direction;
}

namespace
{

using Causes = std::vector<SpecialCause>;
using enum SpecialCauseRule;

// Mean 0, limits three away: an observation of 1 is one standard deviation out.
constexpr XmrLimits unit{0, -3, 3};

void expect_limits(const std::optional<XmrLimits>& actual, double mean, double lower, double upper, double tolerance)
{
    ASSERT_TRUE(actual.has_value());
    EXPECT_NEAR(actual->mean, mean, tolerance);
    EXPECT_NEAR(actual->lower, lower, tolerance);
    EXPECT_NEAR(actual->upper, upper, tolerance);
}

} // namespace

TEST(XmrLimits, agree_with_nists_flow_rates)
{
    // NIST/SEMATECH e-Handbook of statistical methods, 6.3.2.2: mean 50.81, limits 45.8159 and 55.8041 with 3/1.128,
    // which the printed 2.66 rounds; mean moving range 16.9/9
    const Cells flow_rates{49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};
    expect_limits(xmr_limits(flow_rates), 50.81, 45.8159, 55.8041, 1e-3);
    expect_limits(xmr_limits(flow_rates), 50.81, 50.81 - 2.66 * 16.9 / 9, 50.81 + 2.66 * 16.9 / 9, 1e-13);
}

TEST(XmrLimits, are_not_widened_by_a_jump_when_screened)
{
    // The example of the NHSRplotthedots vignette "Deviations from Excel defaults": mean 1.94, limits -0.72 and 4.6; and
    // by hand without screening: 15 moving ranges of 1, one of 8 and one of 9
    const Cells data{1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};
    expect_limits(xmr_limits(data, MovingRanges::screened), 1.94, -0.72, 4.6, 5e-3);
    expect_limits(xmr_limits(data), 35.0 / 18, 35.0 / 18 - 2.66 * 32 / 17, 35.0 / 18 + 2.66 * 32 / 17, 1e-14);
}

TEST(XmrLimits, take_no_difference_across_a_gap)
{
    // By hand: mean (1 + 3 + 8 + 7)/4, moving ranges 2 and 1
    expect_limits(xmr_limits(Cells{1, 3, empty, 8, 7}), 4.75, 4.75 - 2.66 * 1.5, 4.75 + 2.66 * 1.5, 1e-15);
    expect_limits(xmr_limits(Cells{1, 3, nan, 8, 7}), 4.75, 4.75 - 2.66 * 1.5, 4.75 + 2.66 * 1.5, 1e-15);
}

TEST(XmrLimits, of_equal_values_lie_on_them)
{
    expect_limits(xmr_limits(Cells(12, 0.1)), 0.1, 0.1, 0.1, 0);
}

TEST(XmrLimits, need_two_successive_observations)
{
    EXPECT_FALSE(xmr_limits({}));
    EXPECT_FALSE(xmr_limits(Cells{1}));
    EXPECT_FALSE(xmr_limits(Cells{1, empty, 2, empty, 3}));
    EXPECT_FALSE(xmr_limits(Cells{1, infinity}));
    EXPECT_FALSE(xmr_limits(Cells{-1.7e308, 1.7e308}));
    EXPECT_TRUE(xmr_limits(Cells{1, 2}));
}

TEST(SpecialCauses, of_nothing_are_none)
{
    EXPECT_EQ(special_causes({}, unit), Causes{});
    EXPECT_EQ(special_causes(Cells{1, -1, 1, -1, empty, 1}, unit), Causes{});
}

TEST(SpecialCauses, find_an_observation_outside_the_limits)
{
    EXPECT_EQ(special_causes(Cells{0, 3.1, 0, -3.1}, unit),
              (Causes{{outside_limits, 1, 1, 1}, {outside_limits, 3, 3, -1}}));
}

TEST(SpecialCauses, let_an_observation_on_a_limit_be_inside)
{
    EXPECT_EQ(special_causes(Cells{3, 0, 0, -3}, unit), Causes{});
}

TEST(SpecialCauses, find_eight_on_one_side_and_not_seven)
{
    EXPECT_EQ(special_causes(Cells{-1, 1, .5, 1, .5, 1, .5, 1, -1}, unit), Causes{});
    EXPECT_EQ(special_causes(Cells{-1, 1, .5, 1, .5, 1, .5, 1, .5, -1}, unit), (Causes{{same_side, 1, 8, 1}}));
    EXPECT_EQ(special_causes(Cells{-1, -.5, -1, -.5, -1, -.5, -1, -.5, -1}, unit), (Causes{{same_side, 0, 8, -1}}));
}

TEST(SpecialCauses, find_seven_on_one_side_when_asked)
{
    EXPECT_EQ(special_causes(Cells{-1, 1, .5, 1, .5, 1, .5, 1, -1}, unit, {7, 7}), (Causes{{same_side, 1, 7, 1}}));
}

TEST(SpecialCauses, end_a_row_at_the_mean_and_at_a_gap)
{
    EXPECT_EQ(special_causes(Cells{1, .5, 1, .5, 0, 1, .5, 1, .5}, unit), Causes{});
    EXPECT_EQ(special_causes(Cells{1, .5, 1, .5, empty, 1, .5, 1, .5}, unit), Causes{});
    EXPECT_EQ(special_causes(Cells{1, .5, 1, .5, nan, 1, .5, 1, .5}, unit), Causes{});
}

TEST(SpecialCauses, find_six_that_rise_or_fall_and_not_five)
{
    EXPECT_EQ(special_causes(Cells{-1, -.5, -.2, .1, .4}, unit), Causes{});
    EXPECT_EQ(special_causes(Cells{-1, -.5, -.2, .1, .4, .6}, unit), (Causes{{steady_course, 0, 5, 1}}));
    EXPECT_EQ(special_causes(Cells{0, 1, .6, .4, .1, -.2, -.5, -1, 0}, unit), (Causes{{steady_course, 1, 7, -1}}));
}

TEST(SpecialCauses, end_a_rise_at_an_equal_neighbour_and_at_a_gap)
{
    EXPECT_EQ(special_causes(Cells{-1, -.5, -.2, -.2, .1, .4, .6}, unit), Causes{});
    EXPECT_EQ(special_causes(Cells{-1, -.5, -.2, empty, .1, .4, .6}, unit), Causes{});
}

TEST(SpecialCauses, find_two_of_three_near_a_limit)
{
    EXPECT_EQ(special_causes(Cells{0, 2.5, -1, 2.1, 0}, unit), (Causes{{near_limit, 1, 3, 1}}));
    EXPECT_EQ(special_causes(Cells{0, -2.5, -2.1, 0}, unit), (Causes{{near_limit, 1, 2, -1}}));
    EXPECT_EQ(special_causes(Cells{0, 2.5, -2.5, 0}, unit), Causes{});
    EXPECT_EQ(special_causes(Cells{0, 2.5, 0, 0, 2.5, 0}, unit), Causes{});
    EXPECT_EQ(special_causes(Cells{0, 2.0, 2.0, 0}, unit), Causes{});
}

TEST(SpecialCauses, count_an_observation_outside_among_the_three)
{
    EXPECT_EQ(special_causes(Cells{0, 3.5, 2.5, 0}, unit), (Causes{{outside_limits, 1, 1, 1}, {near_limit, 1, 2, 1}}));
}

TEST(SpecialCauses, join_overlapping_threes_near_the_same_limit)
{
    EXPECT_EQ(special_causes(Cells{0, 2.5, 0, 2.5, 0, 2.5, 0, 0}, unit), (Causes{{near_limit, 1, 5, 1}}));
    EXPECT_EQ(special_causes(Cells{2.5, 2.5, 0, -2.5, -2.5, 0, 2.5, 2.5}, unit),
              (Causes{{near_limit, 0, 1, 1}, {near_limit, 3, 4, -1}, {near_limit, 6, 7, 1}}));
}

TEST(SpecialCauses, need_three_observations_in_a_row_for_two_of_three)
{
    EXPECT_EQ(special_causes(Cells{2.5, 2.5, empty, 0, 0}, unit), Causes{});
}

TEST(SpecialCauses, of_equal_values_are_none)
{
    const Cells equal(20, 0.1);
    EXPECT_EQ(special_causes(equal, xmr_limits(equal).value()), Causes{});
}

TEST(SpecialCauses, refuse_lengths_below_two)
{
    EXPECT_EQ(special_causes(Cells{9, 9, 9}, unit, {1, 6}), Causes{});
    EXPECT_EQ(special_causes(Cells{9, 9, 9}, unit, {8, 1}), Causes{});
}

} // namespace trinvis::statistics
