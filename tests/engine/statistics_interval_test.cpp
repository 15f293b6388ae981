// SPDX-License-Identifier: MPL-2.0
//
// Intervals against published values and values computed independently (see statistics_fixture.hpp).
#include "statistics_fixture.hpp"

#include "statistics/exact_count.hpp"
#include "statistics/interval.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace trinvis::statistics
{

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

TEST(TwoSidedP, belongs_to_its_z)
{
    // mpmath
    EXPECT_DOUBLE_EQ(two_sided_p(1.9599639845400542355), 0.05);
    EXPECT_DOUBLE_EQ(two_sided_p(-3.0902323061678135415), 0.002);
    EXPECT_NEAR(two_sided_p(30) / 9.81342785429637411906761851313e-198, 1, 1e-12);
    EXPECT_EQ(two_sided_p(0), 1.0);
    EXPECT_EQ(two_sided_p(infinity), 0.0);
    EXPECT_TRUE(std::isnan(two_sided_p(nan)));
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

TEST(Wilson, holds_the_shares_that_the_score_test_does_not_reject)
{
    for (const double confidence : {0.8, 0.95, 0.998})
    {
        for (int total = 1; total <= 60; ++total)
        {
            for (int count = 1; count < total; ++count)
            {
                const Interval limits = wilson(count, total, confidence).value();
                const double share = static_cast<double>(count) / total;
                for (const double limit : {limits.lower, limits.upper})
                {
                    const double score = std::abs(share - limit) / std::sqrt(limit * (1 - limit) / total);
                    EXPECT_NEAR(score, two_sided_z(confidence), 1e-11) << count << " of " << total;
                }
            }
        }
    }
}

TEST(Wilson, ends_exactly_at_0_and_1)
{
    for (int total = 1; total <= 200; ++total)
    {
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

} // namespace trinvis::statistics
