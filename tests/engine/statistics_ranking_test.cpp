// SPDX-License-Identifier: MPL-2.0
//
// Ranks, quartile bands and quantile groups against published values and values computed independently (see statistics_fixture.hpp).
#include "statistics_fixture.hpp"

#include "statistics/ranking.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace trinvis::statistics
{

namespace
{

Cells numbers_from_1_to(int last)
{
    Cells values;
    for (int number = 1; number <= last; ++number)
        values.emplace_back(number);
    return values;
}

} // namespace

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

TEST(Ranks, are_one_more_than_the_number_of_values_before)
{
    SmallSeries series(20270101);
    for (int i = 0; i < 500; ++i)
    {
        const Cells values = series.next(12, true);
        for (const bool descending : {false, true})
        {
            const Places places = ranks(values, descending);
            for (std::size_t own = 0; own < values.size(); ++own)
            {
                const auto before = std::ranges::count_if(
                    values, [&](const std::optional<double>& other)
                    { return descending ? other && other > values[own] : other && other < values[own]; });
                EXPECT_EQ(places[own], values[own] ? std::optional(static_cast<int>(before) + 1) : empty);
            }
        }
    }
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

TEST(QuantileGroups, follow_ohids_formula_in_whole_numbers)
{
    SmallSeries series(20270701);
    for (int i = 0; i < 1000; ++i)
    {
        const Cells values = series.next(30, true);
        const auto members =
            static_cast<int>(std::ranges::count_if(values, [](const auto& cell) { return bool(cell); }));
        const int groups = i % 5 + 1;
        const Places places = ranks(values, false);
        const Places found = quantile_groups(values, groups, false);
        for (std::size_t own = 0; own < values.size(); ++own)
        {
            if (members < groups || !values[own])
            {
                EXPECT_EQ(found[own], empty);
                continue;
            }
            // The smallest whole number that is not below (m + 1 - rank)/(m/k)
            int up = 0;
            while (up * members < (members + 1 - *places[own]) * groups)
                ++up;
            EXPECT_EQ(found[own], groups + 1 - up);
        }
    }
}

TEST(QuantileGroups, are_empty_with_fewer_values_than_groups)
{
    EXPECT_EQ(quantile_groups(Cells{1, 2, empty}, 3, false), (Places{empty, empty, empty}));
    EXPECT_EQ(quantile_groups(Cells{1, 2}, 0, false), (Places{empty, empty}));
    EXPECT_EQ(quantile_groups(Cells{1, 2}, 2, false), (Places{1, 2}));
}

} // namespace trinvis::statistics
