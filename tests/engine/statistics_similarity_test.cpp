// SPDX-License-Identifier: MPL-2.0
//
// Nearest rows against R's own data and values computed independently (see statistics_fixture.hpp).
#include "statistics_fixture.hpp"

#include "statistics/similarity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace trinvis::statistics
{

namespace
{

// R's data set USArrests (McNeil 1977): murder, assault, urban population and rape of the 50 states in alphabetical order.
const std::vector<double> arrests{
    13.2, 236, 58, 21.2, 10,   263, 48, 44.5, 8.1,  294, 80, 31,   8.8,  190, 50, 19.5, 9,    276, 91, 40.6,
    7.9,  204, 78, 38.7, 3.3,  110, 77, 11.1, 5.9,  238, 72, 15.8, 15.4, 335, 80, 31.9, 17.4, 211, 60, 25.8,
    5.3,  46,  83, 20.2, 2.6,  120, 54, 14.2, 10.4, 249, 83, 24,   7.2,  113, 65, 21,   2.2,  56,  57, 11.3,
    6,    115, 66, 18,   9.7,  109, 52, 16.3, 15.4, 249, 66, 22.2, 2.1,  83,  51, 7.8,  11.3, 300, 67, 27.8,
    4.4,  149, 85, 16.3, 12.1, 255, 74, 35.1, 2.7,  72,  66, 14.9, 16.1, 259, 44, 17.1, 9,    178, 70, 28.2,
    6,    109, 53, 16.4, 4.3,  102, 62, 16.5, 12.2, 252, 81, 46,   2.1,  57,  56, 9.5,  7.4,  159, 89, 18.8,
    11.4, 285, 70, 32.1, 11.1, 254, 86, 26.1, 13,   337, 45, 16.1, 0.8,  45,  44, 7.3,  7.3,  120, 75, 21.4,
    6.6,  151, 68, 20,   4.9,  159, 67, 29.3, 6.3,  106, 72, 14.9, 3.4,  174, 87, 8.3,  14.4, 279, 48, 22.5,
    3.8,  86,  45, 12.8, 13.2, 188, 59, 26.9, 12.7, 201, 80, 25.5, 3.2,  120, 80, 22.9, 2.2,  48,  32, 11.2,
    8.5,  156, 63, 20.7, 4,    145, 73, 26.2, 5.7,  81,  39, 9.3,  2.6,  53,  66, 10.8, 6.8,  161, 60, 15.6};
constexpr std::size_t iowa = 14;

void expect_neighbours(const std::optional<std::vector<Neighbour>>& actual, const std::vector<Neighbour>& expected)
{
    ASSERT_TRUE(actual.has_value());
    ASSERT_EQ(actual->size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
    {
        EXPECT_EQ((*actual)[i].row, expected[i].row) << i;
        EXPECT_NEAR((*actual)[i].distance, expected[i].distance, 1e-14) << i;
    }
}

std::vector<std::size_t> rows_of(const std::optional<std::vector<Neighbour>>& neighbours)
{
    std::vector<std::size_t> rows(neighbours.value().size());
    std::ranges::transform(*neighbours, rows.begin(), &Neighbour::row);
    return rows;
}

using Rows = std::vector<std::size_t>;

} // namespace

TEST(Nearest, agrees_with_rs_distances_between_the_states)
{
    // R: sort(as.matrix(dist(scale(USArrests)))["Iowa", ]): New Hampshire, Wisconsin, Maine, Minnesota and Idaho
    expect_neighbours(nearest(arrests, 4, iowa, std::vector{1.0, 1.0, 1.0, 1.0}, 5), {{28, 0.20585385715734830},
                                                                                      {48, 0.63180685797122071},
                                                                                      {18, 0.64571576277252285},
                                                                                      {22, 0.76443844904227820},
                                                                                      {11, 0.85849619090932272}});
}

TEST(Nearest, agrees_with_rs_weighted_distances_between_the_states)
{
    // R: the same with each column times sqrt(c(1, 2, 0.5, 3)): the last is now South Dakota
    expect_neighbours(nearest(arrests, 4, iowa, std::vector{1.0, 2.0, 0.5, 3.0}, 5), {{28, 0.33763452313790721},
                                                                                      {48, 0.46138382256733262},
                                                                                      {18, 0.84573719051179574},
                                                                                      {22, 0.85051807843421900},
                                                                                      {40, 0.90261047142407624}});
}

TEST(Nearest, leaves_the_row_itself_out)
{
    const auto all = nearest(arrests, 4, iowa, std::vector{1.0, 1.0, 1.0, 1.0}, 1000);
    ASSERT_TRUE(all.has_value());
    EXPECT_EQ(all->size(), 49U);
    EXPECT_TRUE(std::ranges::none_of(*all, [](const Neighbour& other) { return other.row == iowa; }));
    EXPECT_TRUE(std::ranges::is_sorted(*all, {}, &Neighbour::distance));
}

TEST(Nearest, puts_ties_in_the_order_of_the_rows)
{
    EXPECT_EQ(rows_of(nearest(std::vector{7.0, 3.0, 5.0, 3.0, 7.0, 5.0}, 1, 2, std::vector{1.0}, 5)),
              (Rows{5, 0, 1, 3, 4}));
}

TEST(Nearest, takes_distances_that_differ_by_rounding_for_ties)
{
    // In doubles 0.3 - 0.2 is smaller than 0.2 - 0.1
    EXPECT_EQ(rows_of(nearest(std::vector{0.1, 0.3, 0.2}, 1, 2, std::vector{1.0}, 2)), (Rows{0, 1}));
    EXPECT_EQ(rows_of(nearest(std::vector{0.3, 0.1, 0.2}, 1, 2, std::vector{1.0}, 2)), (Rows{0, 1}));
}

TEST(Nearest, lets_an_indicator_without_variation_or_weight_add_nothing)
{
    const std::vector<double> one{1, 4, 2, 9};
    const std::vector<double> with_constant{1, 0.1, 4, 0.1, 2, 0.1, 9, 0.1};
    const std::vector<double> with_noise{1, 80, 4, -3, 2, 1000, 9, 7};
    const auto expected = nearest(one, 1, 0, std::vector{2.0}, 3).value();
    expect_neighbours(nearest(with_constant, 2, 0, std::vector{2.0, 5.0}, 3), expected);
    expect_neighbours(nearest(with_noise, 2, 0, std::vector{2.0, 0.0}, 3), expected);
}

TEST(Nearest, is_indifferent_to_units)
{
    std::vector<double> scaled(arrests);
    for (std::size_t i = 1; i < scaled.size(); i += 4)
        scaled[i] = scaled[i] * 1000 - 12;
    const std::vector<double> weights{1, 2, 0.5, 3};
    expect_neighbours(nearest(scaled, 4, iowa, weights, 49), nearest(arrests, 4, iowa, weights, 49).value());
}

TEST(Nearest, passes_over_a_row_that_lacks_an_indicator)
{
    const std::vector<double> table{1, 5, 2, nan, 3, 7, 9, 6};
    EXPECT_EQ(rows_of(nearest(table, 2, 0, std::vector{1.0, 1.0}, 3)), (Rows{2, 3}));
    EXPECT_EQ(rows_of(nearest(table, 2, 0, std::vector{1.0, 0.0}, 3)), (Rows{1, 2, 3}));
    EXPECT_FALSE(nearest(table, 2, 1, std::vector{1.0, 1.0}, 3));
    EXPECT_TRUE(nearest(table, 2, 1, std::vector{1.0, 0.0}, 3));
}

TEST(Nearest, of_a_single_row_is_nobody)
{
    expect_neighbours(nearest(std::vector{1.0, 2.0}, 2, 0, std::vector{1.0, 1.0}, 3), {});
}

TEST(Nearest, of_equal_rows_is_at_distance_0)
{
    expect_neighbours(nearest(std::vector<double>(6, 0.1), 2, 1, std::vector{1.0, 1.0}, 2), {{0, 0}, {2, 0}});
}

TEST(Nearest, refuses_bad_arguments)
{
    const std::vector<double> table{1, 2, 3, 4};
    const std::vector<double> weights{1, 1};
    EXPECT_FALSE(nearest({}, 2, 0, weights, 1));
    EXPECT_FALSE(nearest(table, 0, 0, {}, 1));
    EXPECT_FALSE(nearest(table, 3, 0, std::vector{1.0, 1.0, 1.0}, 1));
    EXPECT_FALSE(nearest(table, 2, 2, weights, 1));
    EXPECT_FALSE(nearest(table, 2, 0, std::vector{1.0}, 1));
    EXPECT_FALSE(nearest(table, 2, 0, std::vector{1.0, -1.0}, 1));
    EXPECT_FALSE(nearest(table, 2, 0, std::vector{0.0, 0.0}, 1));
    EXPECT_FALSE(nearest(table, 2, 0, std::vector{1.0, nan}, 1));
    EXPECT_FALSE(nearest(table, 2, 0, weights, 0));
    EXPECT_FALSE(nearest(std::vector{1.0, infinity, 3.0, 4.0}, 2, 0, weights, 1));
}

} // namespace trinvis::statistics
