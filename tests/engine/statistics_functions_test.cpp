// SPDX-License-Identifier: MPL-2.0
//
// Ranges of cells as the spreadsheet functions read them. That each function computes what it should, stands in
// tests/data/function_cases.json, which the tests in the office try; here is what a range may hold.
#include "functions/range_values.hpp"
#include "functions/statistics_functions.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace trinvis::functions
{

namespace
{

Grid column_of(std::vector<Cell> cells)
{
    return {.sheet_name = {}, .columns = 1, .cells = std::move(cells)};
}

std::vector<Cell> cells(const std::optional<Grid>& grid)
{
    return grid ? grid->cells : std::vector<Cell>{};
}

const Cell nothing;
const double not_a_number = std::numeric_limits<double>::quiet_NaN();

} // namespace

TEST(RangeValues, KeepTheGapsOfASeries)
{
    const auto values = series(column_of({Cell{1.0}, nothing, Cell{std::string("  ")}, Cell{2.5}}));
    ASSERT_TRUE(values);
    EXPECT_EQ(*values, (std::vector<std::optional<double>>{1, std::nullopt, std::nullopt, 2.5}));
}

TEST(RangeValues, SkipTheGapsElsewhere)
{
    EXPECT_EQ(numbers(column_of({Cell{1.0}, nothing, Cell{2.5}})), (std::vector<double>{1, 2.5}));
    EXPECT_EQ(numbers(column_of({nothing})), std::vector<double>{});
}

TEST(RangeValues, ReadATextThatIsOneNumber)
{
    EXPECT_EQ(number_in(Cell{std::string("12,5")}), 12.5);
    EXPECT_EQ(number_in(Cell{std::string("-3")}), -3);
    for (const char* text : {"1.234", "ca. 5", "<5", "diskretioneret", "0101", "5 kr."})
        EXPECT_EQ(number_in(Cell{std::string(text)}), std::nullopt) << text;
}

TEST(RangeValues, RefuseWhatIsNoNumber)
{
    for (const Cell& wrong :
         {Cell{std::string("x")}, Cell{CellError{}}, Cell{not_a_number}, Cell{std::numeric_limits<double>::infinity()}})
    {
        EXPECT_FALSE(series(column_of({Cell{1.0}, wrong})));
        EXPECT_FALSE(numbers(column_of({Cell{1.0}, wrong})));
    }
    EXPECT_FALSE(series(Grid{}));
}

TEST(RangeValues, LeaveOutAPlaceThatIsEmptyInAnyRange)
{
    const Grid a = column_of({Cell{1.0}, nothing, Cell{3.0}, Cell{4.0}});
    const Grid b{.sheet_name = {}, .columns = 4, .cells = {Cell{10.0}, Cell{20.0}, Cell{30.0}, nothing}};
    const auto lists = numbers_side_by_side({&a, &b});
    ASSERT_TRUE(lists);
    EXPECT_EQ(lists->at(0), (std::vector<double>{1, 3}));
    EXPECT_EQ(lists->at(1), (std::vector<double>{10, 30}));
}

TEST(RangeValues, RefuseRangesOfDifferentLengths)
{
    const Grid a = column_of({Cell{1.0}, Cell{2.0}});
    const Grid b = column_of({Cell{1.0}});
    EXPECT_FALSE(numbers_side_by_side({&a, &b}));
}

TEST(SpreadsheetFunctions, GiveAColumnWithARowForEachCell)
{
    const Grid two_columns{.sheet_name = {}, .columns = 2, .cells = {Cell{30.0}, Cell{10.0}, nothing, Cell{20.0}}};
    const auto ranks = rank_of(two_columns, false);
    ASSERT_TRUE(ranks);
    EXPECT_EQ(ranks->columns, 1);
    EXPECT_EQ(ranks->cells, (std::vector<Cell>{Cell{3.0}, Cell{1.0}, nothing, Cell{2.0}}));
}

TEST(SpreadsheetFunctions, GiveAnEmptyColumnForEmptyCells)
{
    const Grid empty = column_of({nothing, nothing});
    EXPECT_EQ(cells(rank_of(empty, false)), (std::vector<Cell>{nothing, nothing}));
    EXPECT_EQ(cells(quantile_group(empty, 4, false)), (std::vector<Cell>{nothing, nothing}));
    EXPECT_EQ(cells(benjamini_hochberg(empty)), (std::vector<Cell>{nothing, nothing}));
    EXPECT_FALSE(mann_kendall(empty));
    EXPECT_FALSE(mann_whitney(empty, empty));
    EXPECT_FALSE(mean_limits(empty, 0.95));
}

TEST(SpreadsheetFunctions, LeaveTauSquaredEmptyWithoutStandardErrors)
{
    const Grid z = column_of({Cell{-1.0}, Cell{0.5}, Cell{2.0}});
    EXPECT_EQ(cells(overdispersion(z, 0, nullptr)), (std::vector<Cell>{Cell{1.75}, nothing}));
    const Grid none;
    EXPECT_EQ(cells(overdispersion(z, 0, &none)), (std::vector<Cell>{Cell{1.75}, nothing}));
    // By hand: k phi - k + 1 = 3.25, sum w - sum w^2/sum w = 3 - 1.
    const Grid errors = column_of({Cell{1.0}, Cell{1.0}, Cell{1.0}});
    EXPECT_EQ(cells(overdispersion(z, 0, &errors)), (std::vector<Cell>{Cell{1.75}, Cell{1.625}}));
}

TEST(SpreadsheetFunctions, TakeWholeNumbersWhereTheyCount)
{
    const Grid values = column_of({Cell{1.0}, Cell{2.0}, Cell{3.0}});
    for (const double wrong : {0.0, -1.0, 1.5, 1e10, not_a_number})
        EXPECT_FALSE(quantile_group(values, wrong, false)) << wrong;
    const Grid weight = column_of({Cell{1.0}});
    for (const double wrong : {0.0, 1.5, 4.0, not_a_number})
        EXPECT_FALSE(nearest(values, wrong, weight, 1)) << wrong;
    for (const double wrong : {0.0, 1.5, not_a_number})
        EXPECT_FALSE(nearest(values, 1, weight, wrong)) << wrong;
}

TEST(SpreadsheetFunctions, FindAsManyNeighboursAsThereAre)
{
    const Grid values = column_of({Cell{1.0}, Cell{4.0}, nothing, Cell{2.0}});
    const auto found = nearest(values, 1, column_of({Cell{1.0}}), 5);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->columns, 2);
    ASSERT_EQ(found->rows(), 2);
    EXPECT_EQ(found->at(0, 0), Cell{4.0});
    EXPECT_EQ(found->at(1, 0), Cell{2.0});
}

TEST(SpreadsheetFunctions, RefuseAWeightThatIsEmptyAndARowWithAGap)
{
    const Grid values{.sheet_name = {}, .columns = 2, .cells = {Cell{1.0}, Cell{2.0}, Cell{3.0}, nothing}};
    EXPECT_FALSE(nearest(values, 1, column_of({Cell{1.0}, nothing}), 1));
    EXPECT_FALSE(nearest(values, 2, column_of({Cell{1.0}, Cell{1.0}}), 1));
}

} // namespace trinvis::functions
