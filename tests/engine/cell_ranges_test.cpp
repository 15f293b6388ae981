// SPDX-License-Identifier: MPL-2.0
#include "table/cell_ranges.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace trinvis
{

namespace
{

using Ranges = std::vector<CellRange>;

std::size_t covering(const Ranges& ranges, int row, int column)
{
    return static_cast<std::size_t>(std::ranges::count_if(ranges,
                                                          [&](const CellRange& range)
                                                          {
                                                              return range.first_row <= row && row <= range.last_row &&
                                                                     range.first_column <= column &&
                                                                     column <= range.last_column;
                                                          }));
}

} // namespace

TEST(CellRanges, AreFreeWhereNothingLiesOverThem)
{
    const Ranges column{{0, 2, 1048575, 2}};
    const PartedRanges parts = parted(column, {{0, 3, 9, 9}});
    EXPECT_TRUE(parts.under.empty());
    EXPECT_EQ(parts.free, column);
}

TEST(CellRanges, FallIntoFourAroundOneInTheMiddle)
{
    const PartedRanges parts = parted({{0, 0, 9, 9}}, {{4, 4, 5, 5}});
    EXPECT_EQ(parts.under, (Ranges{{4, 4, 5, 5}}));
    EXPECT_EQ(parts.free, (Ranges{{0, 0, 3, 9}, {6, 0, 9, 9}, {4, 0, 5, 3}, {4, 6, 5, 9}}));
}

TEST(CellRanges, OfAWholeSheetStayFew)
{
    const PartedRanges parts = parted({{0, 0, 1048575, 16383}}, {{5, 5, 5, 5}, {7, 5, 9, 8}});
    EXPECT_EQ(parts.under.size(), 2U);
    EXPECT_LE(parts.free.size(), 8U);
}

/// Every cell of the ranges stands in exactly one part, and in the right one. Seeded, so that it is the same every time.
TEST(CellRanges, HoldEveryCellOnce)
{
    std::mt19937 random(2026);
    const auto some = [&] { return static_cast<int>(random() % 8); };
    const auto some_range = [&]
    {
        const int row = some();
        const int column = some();
        return CellRange{row, column, row + some(), column + some()};
    };
    for (int run = 0; run < 300; ++run)
    {
        const Ranges whole{some_range()};
        const Ranges others{some_range(), some_range(), some_range()};
        const PartedRanges parts = parted(whole, others);
        for (int row = 0; row < 16; ++row)
            for (int column = 0; column < 16; ++column)
            {
                const bool in = covering(whole, row, column) > 0;
                const bool over = covering(others, row, column) > 0;
                EXPECT_EQ(covering(parts.under, row, column), in && over ? 1U : 0U);
                EXPECT_EQ(covering(parts.free, row, column), in && !over ? 1U : 0U);
            }
    }
}

} // namespace trinvis
