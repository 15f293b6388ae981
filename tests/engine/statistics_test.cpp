// SPDX-License-Identifier: MPL-2.0
//
// The statistics room against published values and values computed independently:
//   mpmath   mpmath 1.3.0 at 50 digits, from the formula itself (distributions inverted by bisection)
//   scipy    NumPy 1.24.2 and SciPy 1.10.1
//   OHID     the expected outputs in the test data of OHID's R package PHEindicatormethods (tests/testthat)
#include "statistics/exact_count.hpp"
#include "statistics/funnel.hpp"
#include "statistics/interval.hpp"
#include "statistics/ranking.hpp"
#include "statistics/summary.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace trinvis::statistics {

namespace {

using Cells = std::vector<std::optional<double>>;
using Places = std::vector<std::optional<int>>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr auto empty = std::nullopt;

void expect_interval(const std::optional<Interval>& actual, double lower, double upper, double tolerance)
{
    ASSERT_TRUE(actual.has_value());
    EXPECT_NEAR(actual->lower, lower, tolerance);
    EXPECT_NEAR(actual->upper, upper, tolerance);
}

// The shape of NIST's NumAcc2-4: one centre, then 500 pairs around it.
std::vector<double> alternating(double centre, double below, double above)
{
    std::vector<double> values{centre};
    for (int pair = 0; pair < 500; ++pair) {
        values.push_back(below);
        values.push_back(above);
    }
    return values;
}

double standard_deviation(const std::vector<double>& values)
{
    return std::sqrt(sample_variance(values).value_or(nan));
}

Cells numbers_from_1_to(int last)
{
    Cells values;
    for (int number = 1; number <= last; ++number)
        values.emplace_back(number);
    return values;
}

} // namespace

TEST(Confidence, has_z_at_full_precision)
{
    // mpmath
    EXPECT_DOUBLE_EQ(two_sided_z(0.5), 0.6744897501960817432);
    EXPECT_DOUBLE_EQ(two_sided_z(0.95), 1.9599639845400542355);
    EXPECT_DOUBLE_EQ(two_sided_z(0.998), 3.0902323061678135415);
}

TEST(Confidence, outside_0_to_1_has_no_z)
{
    for (const double confidence : {0.0, 1.0, -0.5, 95.0, nan, infinity})
        EXPECT_TRUE(std::isnan(two_sided_z(confidence))) << confidence;
}

TEST(Wilson, gives_newcombes_published_limits)
{
    // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3
    expect_interval(wilson(81, 263, 0.95), 0.2553, 0.3662, 5e-5);
    expect_interval(wilson(15, 148, 0.95), 0.0624, 0.1605, 5e-5);
    expect_interval(wilson(0, 20, 0.95), 0.0000, 0.1611, 5e-5);
    expect_interval(wilson(1, 29, 0.95), 0.0061, 0.1718, 5e-5);
}

TEST(Wilson, agrees_with_fifty_digits)
{
    // mpmath
    expect_interval(wilson(65, 100, 0.95), 0.55254443296887960259, 0.73635751756902469201, 1e-15);
    expect_interval(wilson(65, 100, 0.998), 0.49549465740704473377, 0.77835406140896857425, 1e-15);
    expect_interval(wilson(1, 1, 0.95), 0.20654931437723738797, 1, 1e-15);
}

TEST(Wilson, ends_exactly_at_0_and_1)
{
    for (int total = 1; total <= 200; ++total) {
        EXPECT_EQ(wilson(0, total, 0.95)->lower, 0.0) << total;
        EXPECT_EQ(wilson(total, total, 0.95)->upper, 1.0) << total;
    }
}

TEST(Wilson, refuses_what_is_no_share)
{
    EXPECT_FALSE(wilson(-1, 10, 0.95));
    EXPECT_FALSE(wilson(11, 10, 0.95));
    EXPECT_FALSE(wilson(0, 0, 0.95));
    EXPECT_FALSE(wilson(1, -10, 0.95));
    EXPECT_FALSE(wilson(nan, 10, 0.95));
    EXPECT_FALSE(wilson(1, nan, 0.95));
    EXPECT_FALSE(wilson(1, infinity, 0.95));
    EXPECT_FALSE(wilson(1, 10, 1));
    EXPECT_FALSE(wilson(1, 10, nan));
}

TEST(ExactCount, gives_garwoods_limits)
{
    // mpmath; the 95 % ones agree with Garwood (1936) and Ulm (1990), Am. J. Epidemiol. 131, 373-375
    expect_interval(exact_count(0, 0.95), 0, 3.6888794541139363029, 1e-14);
    expect_interval(exact_count(1, 0.95), 0.025317807984289875404, 5.5716433909388985972, 1e-14);
    expect_interval(exact_count(5, 0.998), 0.73937173191783251683, 16.454745203680106607, 1e-13);
    expect_interval(exact_count(1000, 0.998), 905.12079093497661747, 1101.6269438790305061, 1e-10);
}

TEST(ExactCount, refuses_more_events_than_it_can_compute)
{
    EXPECT_TRUE(exact_count(1e9, 0.95));
    EXPECT_FALSE(exact_count(1.1e9, 0.95));
    EXPECT_FALSE(exact_count(infinity, 0.95));
}

TEST(Rate, without_events_starts_at_0)
{
    // mpmath: the upper limit is -ln(0.025) events
    expect_interval(rate(0, 1000, 1000, 0.95), 0, 3.6888794541139363029, 1e-14);
}

TEST(Rate, below_10_events_is_exact)
{
    // mpmath
    expect_interval(rate(9, 1, 1, 0.95), 4.1153730973783324328, 17.084803451419170312, 1e-13);
    expect_interval(rate(9.5, 1, 1, 0.95), 4.4532582409939862672, 17.73943795286362721, 1e-13);
}

TEST(Rate, from_10_events_is_byars)
{
    // mpmath
    expect_interval(rate(10, 1, 1, 0.95), 4.787449913967561814, 18.391458605756475558, 1e-13);
    expect_interval(rate(65, 1, 1, 0.998), 42.880261471480197023, 94.000290844318000087, 1e-12);
    expect_interval(rate(1045, 1, 1, 0.95), 982.59320180733268486, 1110.331212985649827, 1e-10);
}

TEST(Rate, is_expressed_per_multiplier)
{
    // mpmath: Byar's limits for 65 events, 50.1632 and 82.8491, in a population of 100 and per 100 000
    expect_interval(rate(65, 100, 100000, 0.95), 50163.187710459441695, 82849.138545939859309, 1e-8);
}

TEST(Rate, may_have_more_events_than_persons)
{
    EXPECT_TRUE(rate(30, 20, 1, 0.95));
}

TEST(Rate, refuses_bad_arguments)
{
    EXPECT_FALSE(rate(-1, 10, 1, 0.95));
    EXPECT_FALSE(rate(20, 0, 1, 0.95));
    EXPECT_FALSE(rate(20, 10, 0, 0.95));
    EXPECT_FALSE(rate(nan, 10, 1, 0.95));
    EXPECT_FALSE(rate(infinity, 10, 1, 0.95));
    EXPECT_FALSE(rate(20, infinity, 1, 0.95));
    EXPECT_FALSE(rate(20, 10, nan, 0.95));
    EXPECT_FALSE(rate(20, 10, 1, 0));
    EXPECT_FALSE(rate(1e300, 1e-300, 1, 0.95));
}

TEST(MeanInterval, gives_the_published_limits_of_students_sleep_data)
{
    // Student (1908), the paired differences; R's documentation of t.test gives 0.7001142 and 2.4598858, mpmath the
    // rest
    const std::vector<double> hours{1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};
    expect_interval(mean(hours, 0.95), 0.70011423672301720129, 2.4598857632769827987, 1e-14);
}

TEST(MeanInterval, of_two_values_has_one_degree_of_freedom)
{
    // mpmath
    expect_interval(mean(std::vector{1.0, 3.0}, 0.95), -10.706204736174704646, 14.706204736174704646, 1e-12);
}

TEST(MeanInterval, of_equal_values_has_no_width)
{
    expect_interval(mean(std::vector{0.1, 0.1, 0.1}, 0.95), 0.1, 0.1, 0);
}

TEST(MeanInterval, needs_two_finite_values_and_a_confidence)
{
    EXPECT_FALSE(mean({}, 0.95));
    EXPECT_FALSE(mean(std::vector{1.0}, 0.95));
    EXPECT_FALSE(mean(std::vector{1.0, nan}, 0.95));
    EXPECT_FALSE(mean(std::vector{1.0, infinity}, 0.95));
    EXPECT_FALSE(mean(std::vector{1.0, 2.0}, 1));
    EXPECT_FALSE(mean(std::vector{-1.7e308, 1.7e308}, 0.95));
}

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

TEST(Quantile, refuses_bad_arguments)
{
    EXPECT_FALSE(quantile({}, 0.5));
    EXPECT_FALSE(quantile(std::vector{1.0}, -0.01));
    EXPECT_FALSE(quantile(std::vector{1.0}, 1.01));
    EXPECT_FALSE(quantile(std::vector{1.0}, nan));
    EXPECT_FALSE(quantile(std::vector{infinity}, 0.5));
}

TEST(Ranks, share_the_lowest_in_ties)
{
    // scipy: rankdata, method "min"
    EXPECT_EQ(ranks(Cells{5, 3, 5, 1, 3, 9}, false), (Places{4, 2, 4, 1, 2, 6}));
}

TEST(Ranks, start_at_the_highest_when_descending)
{
    EXPECT_EQ(ranks(Cells{5, 3, 5, 1, 3, 9}, true), (Places{2, 4, 2, 6, 4, 1}));
}

TEST(Ranks, keep_empty_cells_and_nan_empty)
{
    EXPECT_EQ(ranks(Cells{2, empty, 1, nan}, false), (Places{2, empty, 1, empty}));
    EXPECT_EQ(ranks(Cells{empty}, false), Places{empty});
    EXPECT_EQ(ranks({}, false), Places{});
}

TEST(QuartileBand, gives_an_edge_to_the_lower_band)
{
    const std::vector<double> values{10, 20, 30, 40, 50};
    EXPECT_EQ(quartile_band(values, 20), 1);
    EXPECT_EQ(quartile_band(values, 20.5), 2);
    EXPECT_EQ(quartile_band(values, 30), 2);
    EXPECT_EQ(quartile_band(values, 40), 3);
    EXPECT_EQ(quartile_band(values, 40.5), 4);
}

TEST(QuartileBand, lies_between_type_7_quartiles)
{
    // scipy: numpy.percentile of 1, 2, 3, 4 is 1.75, 2.5 and 3.25
    const std::vector<double> values{4, 3, 2, 1};
    EXPECT_EQ(quartile_band(values, 1.75), 1);
    EXPECT_EQ(quartile_band(values, 1.76), 2);
    EXPECT_EQ(quartile_band(values, 3.25), 3);
    EXPECT_EQ(quartile_band(values, 3.26), 4);
}

TEST(QuartileBand, of_equal_values_is_the_lowest)
{
    EXPECT_EQ(quartile_band(std::vector<double>(5, 0.1), 0.1), 1);
}

TEST(QuartileBand, needs_four_finite_values)
{
    EXPECT_FALSE(quartile_band(std::vector{1.0, 2.0, 3.0}, 2));
    EXPECT_FALSE(quartile_band(std::vector{1.0, 2.0, 3.0, nan}, 2));
    EXPECT_FALSE(quartile_band(std::vector{1.0, 2.0, 3.0, 4.0}, nan));
}

TEST(QuantileGroups, hold_the_lowest_values_in_group_1)
{
    // By hand from OHID's formula: k = 5, m = 10, so two values a group
    EXPECT_EQ(quantile_groups(numbers_from_1_to(10), 5, false), (Places{1, 1, 2, 2, 3, 3, 4, 4, 5, 5}));
}

TEST(QuantileGroups, hold_the_highest_values_in_group_1_when_inverted)
{
    EXPECT_EQ(quantile_groups(numbers_from_1_to(10), 5, true), (Places{5, 5, 4, 4, 3, 3, 2, 2, 1, 1}));
}

TEST(QuantileGroups, of_uneven_size_follow_the_formula)
{
    // By hand: k = 4, m = 6: floor(5 - ceil((7 - rank)/1.5))
    EXPECT_EQ(quantile_groups(numbers_from_1_to(6), 4, false), (Places{1, 1, 2, 3, 3, 4}));
}

TEST(QuantileGroups, keep_ties_together)
{
    // By hand: ranks 1, 2, 2, 2, 2, 6 in 3 groups: floor(4 - ceil((7 - rank)/2))
    EXPECT_EQ(quantile_groups(Cells{1, 5, 5, 5, 5, 9}, 3, false), (Places{1, 1, 1, 1, 1, 3}));
}

TEST(QuantileGroups, never_fall_below_1)
{
    // In doubles 17/(17/7.0) exceeds 7, and the formula would put the lowest of 17 values in group 0
    EXPECT_EQ(quantile_groups(numbers_from_1_to(17), 7, false).front(), 1);
}

TEST(QuantileGroups, count_only_cells_with_a_value)
{
    EXPECT_EQ(quantile_groups(Cells{4, empty, 3, nan, 2, 1}, 2, false), (Places{2, empty, 2, empty, 1, 1}));
}

TEST(QuantileGroups, are_empty_with_fewer_values_than_groups)
{
    EXPECT_EQ(quantile_groups(Cells{1, 2, empty}, 3, false), (Places{empty, empty, empty}));
    EXPECT_EQ(quantile_groups(Cells{1, 2}, 0, false), (Places{empty, empty}));
    EXPECT_EQ(quantile_groups(Cells{1, 2}, 2, false), (Places{1, 2}));
}

} // namespace trinvis::statistics
