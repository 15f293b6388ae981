// SPDX-License-Identifier: MPL-2.0
//
// What the tests of the statistics room share. Sources of the expected values, named where they are used:
//   mpmath   mpmath 1.3.0 at 50 digits, from the formula itself (distributions inverted by bisection)
//   scipy    NumPy 1.24.2 and SciPy 1.10.1
//   OHID     the expected outputs in the test data of OHID's R package PHEindicatormethods (tests/testthat)
#pragma once

#include "statistics/interval.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <optional>
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

} // namespace trinvis::statistics
