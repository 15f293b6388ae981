// SPDX-License-Identifier: MPL-2.0
//
// What the tests of the statistics room share. Sources of the expected values, named where they are used:
//   mpmath   mpmath 1.3.0 at 50 digits, from the formula itself (distributions inverted by bisection)
//   scipy    NumPy 1.24.2 and SciPy 1.10.1
//   R        R 4.2.2 with the functions named, at 17 digits
//   OHID     the expected outputs in the test data of OHID's R package PHEindicatormethods (tests/testthat)
#pragma once

#include "statistics/interval.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <random>
#include <vector>

namespace trinvis::statistics
{

using Cells = std::vector<std::optional<double>>;
using Places = std::vector<std::optional<int>>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr auto empty = std::nullopt;

inline void expect_interval(const std::optional<Interval>& actual, double lower, double upper, double tolerance)
{
    ASSERT_TRUE(actual.has_value());
    EXPECT_NEAR(actual->lower, lower, tolerance);
    EXPECT_NEAR(actual->upper, upper, tolerance);
}

/// Up to 10 whole numbers from 0 to `most`, so that ties are common, and now and then an empty cell; the same every time.
class SmallSeries
{
public:
    explicit SmallSeries(unsigned seed) : random_(seed)
    {
    }

    [[nodiscard]] Cells next(unsigned most, bool with_gaps)
    {
        Cells cells(2 + random_() % 9);
        for (std::optional<double>& cell : cells)
        {
            const auto number = static_cast<double>(random_() % (most + 1));
            if (!with_gaps || random_() % 5 != 0)
                cell = number;
        }
        return cells;
    }

    [[nodiscard]] std::vector<double> next_values(unsigned most)
    {
        const Cells cells = next(most, false);
        std::vector<double> values;
        values.reserve(cells.size());
        for (const std::optional<double>& cell : cells)
            values.push_back(cell.value());
        return values;
    }

private:
    std::mt19937 random_;
};

} // namespace trinvis::statistics
