// SPDX-License-Identifier: MPL-2.0
//
// Standardised rates and ratios against published values and values computed independently (see statistics_fixture.hpp).
#include "statistics_fixture.hpp"

#include "statistics/standardisation.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace trinvis::statistics
{

namespace
{

// Stark & Mantel (1966), Down's syndrome by the mother's age, birth order 5 and over; standard: all births.
const std::vector<double> cases{0, 8, 63, 112, 262, 295};
const std::vector<double> births{327, 30666, 123419, 149919, 104088, 34392};
const std::vector<double> all_births{319933, 931318, 786511, 488235, 237863, 61313};

const std::vector<double> counts{4, 11, 38};
const std::vector<double> populations{3100, 3600, 2100};
const std::vector<double> standard{430000, 470000, 270000};

void expect_rate(const std::optional<StandardisedRate>& actual, double value, double lower, double upper,
                 double tolerance)
{
    ASSERT_TRUE(actual.has_value());
    EXPECT_NEAR(actual->value, value, tolerance);
    EXPECT_NEAR(actual->lower, lower, tolerance);
    EXPECT_NEAR(actual->upper, upper, tolerance);
}

} // namespace

TEST(StandardisedRate, agrees_with_the_published_rate_of_downs_syndrome)
{
    // Fay & Feuer (1997), Statistics in Medicine 16, 791-801, and the vignette of R's dsrTest: 75.52901 per 100,000.
    // Limits: Dobson's formula in R with Byar's limits of 740 events
    expect_rate(standardised_rate(cases, births, all_births, 100000, 0.95), 75.529007445256781, 67.632743122689561,
                83.867108708542432, 1e-11);
}

TEST(StandardisedRate, agrees_with_the_formula_computed_in_r)
{
    // R: Dobson's formula with qgamma below 10 events and Byar's limits from 10
    expect_rate(standardised_rate(counts, populations, standard, 1000, 0.95), 5.8774906893186474, 4.4020225164578797,
                7.6884412034637357, 1e-13);
    expect_rate(standardised_rate(std::vector{1.0, 0.0, 5.0}, populations, standard, 1000, 0.998), 0.66800582929615193,
                0.12302962134790876, 2.01144456043483144, 1e-13);
}

TEST(StandardisedRate, of_one_group_is_the_crude_rate)
{
    for (const double count : {1.0, 9.0, 10.0, 250.0})
    {
        const Interval limits = rate(count, 4000, 1000, 0.95).value();
        expect_rate(standardised_rate(std::vector{count}, std::vector{4000.0}, std::vector{17.0}, 1000, 0.95),
                    count / 4, limits.lower, limits.upper, 1e-12);
    }
}

TEST(StandardisedRate, with_the_own_population_as_standard_is_the_crude_rate)
{
    const Interval limits = rate(53, 8800, 1000, 0.95).value();
    expect_rate(standardised_rate(counts, populations, populations, 1000, 0.95), 53 / 8.8, limits.lower, limits.upper,
                1e-12);
}

TEST(StandardisedRate, depends_on_the_shares_of_the_standard_population_only)
{
    const auto whole = standardised_rate(counts, populations, standard, 1000, 0.95).value();
    const auto shares = standardised_rate(counts, populations, std::vector{0.43, 0.47, 0.27}, 1000, 0.95).value();
    expect_rate(whole, shares.value, shares.lower, shares.upper, 1e-12);
}

TEST(StandardisedRate, is_never_below_0)
{
    // One event where nearly all of the standard population is, and nine elsewhere: the formula gives -0.6 a person
    const auto rate =
        standardised_rate(std::vector{1.0, 9.0}, std::vector{1.0, 900.0}, std::vector{999.0, 1.0}, 1, 0.95);
    ASSERT_TRUE(rate.has_value());
    EXPECT_EQ(rate->lower, 0.0);
    EXPECT_GT(rate->upper, rate->value);
}

TEST(StandardisedRate, refuses_what_has_no_rate)
{
    const std::vector<double> none{0, 0, 0};
    const std::vector<double> two{1, 2};
    EXPECT_FALSE(standardised_rate({}, {}, {}, 1000, 0.95));
    EXPECT_FALSE(standardised_rate(none, populations, standard, 1000, 0.95));
    EXPECT_FALSE(standardised_rate(counts, none, standard, 1000, 0.95));
    EXPECT_FALSE(standardised_rate(counts, populations, none, 1000, 0.95));
    EXPECT_FALSE(standardised_rate(two, populations, standard, 1000, 0.95));
    EXPECT_FALSE(standardised_rate(counts, two, standard, 1000, 0.95));
    EXPECT_FALSE(standardised_rate(counts, populations, two, 1000, 0.95));
    EXPECT_FALSE(standardised_rate(std::vector{1.0, -1.0, 2.0}, populations, standard, 1000, 0.95));
    EXPECT_FALSE(standardised_rate(std::vector{1.0, nan, 2.0}, populations, standard, 1000, 0.95));
    EXPECT_FALSE(standardised_rate(counts, populations, std::vector{1.0, infinity, 2.0}, 1000, 0.95));
    EXPECT_FALSE(standardised_rate(counts, populations, standard, 0, 0.95));
    EXPECT_FALSE(standardised_rate(counts, populations, standard, 1000, 1));
}

TEST(IndirectRatio, agrees_with_the_formula_computed_in_r)
{
    // R: sums, and qgamma below 10 events, Byar's limits from 10, over the expected number
    const std::vector<double> reference{500, 1900, 3300};
    const auto many = indirect_ratio(counts, populations, reference, standard, 0.95);
    ASSERT_TRUE(many.has_value());
    EXPECT_EQ(many->observed, 53.0);
    EXPECT_NEAR(many->expected, 43.82450931881906797, 1e-13);
    EXPECT_NEAR(many->ratio, 1.20936893130805245, 1e-14);
    EXPECT_NEAR(many->lower, 0.90583727506758049, 1e-14);
    EXPECT_NEAR(many->upper, 1.58191563820327707, 1e-14);
    const auto few = indirect_ratio(std::vector{0.0, 2.0, 5.0}, populations, reference, standard, 0.998);
    ASSERT_TRUE(few.has_value());
    EXPECT_NEAR(few->ratio, 0.15972797205955408, 1e-15);
    EXPECT_NEAR(few->lower, 0.03469146110315828, 1e-15);
    EXPECT_NEAR(few->upper, 0.44783564494939793, 1e-15);
}

TEST(IndirectRatio, of_the_reference_population_itself_is_1)
{
    const auto ratio = indirect_ratio(cases, births, cases, births, 0.95);
    ASSERT_TRUE(ratio.has_value());
    EXPECT_DOUBLE_EQ(ratio->ratio, 1.0);
    EXPECT_LT(ratio->lower, 1.0);
    EXPECT_GT(ratio->upper, 1.0);
}

TEST(IndirectRatio, without_events_starts_at_0)
{
    const std::vector<double> none{0, 0, 0};
    const auto ratio = indirect_ratio(none, populations, counts, standard, 0.95);
    ASSERT_TRUE(ratio.has_value());
    EXPECT_EQ(ratio->ratio, 0.0);
    EXPECT_EQ(ratio->lower, 0.0);
    EXPECT_NEAR(ratio->upper * ratio->expected, 3.6888794541139363029, 1e-13);
}

TEST(IndirectRatio, refuses_bad_arguments)
{
    const std::vector<double> none{0, 0, 0};
    const std::vector<double> two{1, 2};
    EXPECT_FALSE(indirect_ratio({}, {}, {}, {}, 0.95));
    EXPECT_FALSE(indirect_ratio(counts, none, counts, standard, 0.95));
    EXPECT_FALSE(indirect_ratio(counts, populations, none, standard, 0.95));
    EXPECT_FALSE(indirect_ratio(counts, populations, counts, none, 0.95));
    EXPECT_FALSE(indirect_ratio(counts, populations, two, standard, 0.95));
    EXPECT_FALSE(indirect_ratio(counts, populations, counts, two, 0.95));
    EXPECT_FALSE(indirect_ratio(std::vector{1.0, 2.0, nan}, populations, counts, standard, 0.95));
    EXPECT_FALSE(indirect_ratio(counts, populations, counts, standard, 0));
}

} // namespace trinvis::statistics
