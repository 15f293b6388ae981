// SPDX-License-Identifier: MPL-2.0
//
// Benjamini-Hochberg against published values and values computed independently (see statistics_fixture.hpp).
#include "statistics_fixture.hpp"

#include "statistics/multiple_testing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace trinvis::statistics
{

namespace
{

// Benjamini & Hochberg (1995), the 15 p-values of the myocardial infarction trial.
const Cells published{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                      0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000};

/// The smallest p m/rank at or above each, one by one.
Cells by_definition(const Cells& cells)
{
    const auto tests = static_cast<double>(std::ranges::count_if(cells, [](const auto& cell) { return bool(cell); }));
    Cells result(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
    {
        for (const auto& other : cells)
        {
            if (!cells[i] || !other || *other < *cells[i])
                continue;
            const auto rank = static_cast<double>(
                std::ranges::count_if(cells, [&](const auto& cell) { return cell && *cell <= *other; }));
            result[i] = std::min(result[i].value_or(1), *other * tests / rank);
        }
    }
    return result;
}

void expect_cells(const Cells& actual, const Cells& expected)
{
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
    {
        ASSERT_EQ(actual[i].has_value(), expected[i].has_value()) << i;
        if (expected[i])
        {
            EXPECT_NEAR(*actual[i], *expected[i], 1e-15) << i;
        }
    }
}

} // namespace

TEST(BenjaminiHochberg, finds_the_four_discoveries_of_the_paper)
{
    // Benjamini & Hochberg (1995), section 3.2: at 0.05 the first four; the values by R's p.adjust
    const Cells adjusted = benjamini_hochberg(published);
    expect_cells(adjusted,
                 Cells{0.0015, 0.003, 0.0095, 0.035624999999999997, 0.060299999999999999, 0.063857142857142862,
                       0.063857142857142862, 0.064500000000000002, 0.076500000000000012, 0.48599999999999999,
                       0.58118181818181813, 0.71487499999999993, 0.75323076923076926, 0.81321428571428567, 1});
    EXPECT_EQ(std::ranges::count_if(adjusted, [](const auto& p) { return *p <= 0.05; }), 4);
}

TEST(BenjaminiHochberg, gives_each_its_own_place_in_any_order)
{
    Cells shuffled;
    shuffled.reserve(published.size());
    for (const std::size_t i : {14U, 3U, 0U, 7U, 11U, 1U, 9U, 12U, 5U, 2U, 13U, 6U, 10U, 4U, 8U})
        shuffled.push_back(published[i]);
    const Cells in_order = benjamini_hochberg(published);
    const Cells adjusted = benjamini_hochberg(shuffled);
    for (std::size_t i = 0; i < shuffled.size(); ++i)
    {
        const auto place = std::ranges::find(published, shuffled[i]) - published.begin();
        EXPECT_EQ(adjusted[i], in_order[static_cast<std::size_t>(place)]);
    }
}

TEST(BenjaminiHochberg, keeps_empty_cells_empty_and_does_not_count_them)
{
    expect_cells(benjamini_hochberg(Cells{0.01, empty, 0.04, nan, 0.03}), Cells{0.03, empty, 0.04, empty, 0.04});
    expect_cells(benjamini_hochberg({}), {});
    expect_cells(benjamini_hochberg(Cells{empty}), Cells{empty});
}

TEST(BenjaminiHochberg, of_one_test_is_its_p_value)
{
    expect_cells(benjamini_hochberg(Cells{0.03}), Cells{0.03});
    expect_cells(benjamini_hochberg(Cells{0.0}), Cells{0.0});
    expect_cells(benjamini_hochberg(Cells{1.0}), Cells{1.0});
}

TEST(BenjaminiHochberg, of_equal_p_values_is_that_value)
{
    for (const auto& adjusted : benjamini_hochberg(Cells(7, 0.3)))
        EXPECT_EQ(adjusted, 0.3);
}

TEST(BenjaminiHochberg, agrees_with_its_definition_and_keeps_the_order)
{
    SmallSeries series(19950102);
    for (int i = 0; i < 1000; ++i)
    {
        Cells cells = series.next(40, i % 2 == 0);
        for (auto& cell : cells)
        {
            if (cell)
                *cell /= 40;
        }
        const Cells adjusted = benjamini_hochberg(cells);
        expect_cells(adjusted, by_definition(cells));
        for (std::size_t a = 0; a < cells.size(); ++a)
        {
            for (std::size_t b = 0; b < cells.size(); ++b)
            {
                if (cells[a] && cells[b] && *cells[a] <= *cells[b])
                {
                    EXPECT_LE(*adjusted[a], *adjusted[b]);
                }
            }
        }
    }
}

TEST(BenjaminiHochberg, refuses_what_is_no_p_value)
{
    EXPECT_EQ(benjamini_hochberg(Cells{0.01, 1.01}), (Cells{empty, empty}));
    EXPECT_EQ(benjamini_hochberg(Cells{0.01, -0.01}), (Cells{empty, empty}));
    EXPECT_EQ(benjamini_hochberg(Cells{0.01, infinity}), (Cells{empty, empty}));
}

} // namespace trinvis::statistics
