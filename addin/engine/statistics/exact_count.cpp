// SPDX-License-Identifier: MPL-2.0
#include "statistics/exact_count.hpp"

#include "statistics/boost_policy.hpp"

#include <boost/math/distributions/chi_squared.hpp>

#include <cmath>

namespace trinvis::statistics
{

namespace
{

using ChiSquared = boost::math::chi_squared_distribution<double, NotThrowing>;

} // namespace

std::optional<Interval> exact_count(double events, double confidence)
{
    if (!(events >= 0 && events <= most_events) || !(confidence > 0 && confidence < 1))
        return std::nullopt;
    const double tail = (1 - confidence) / 2;
    const double lower = events == 0 ? 0 : boost::math::quantile(ChiSquared(2 * events), tail) / 2;
    const double upper = boost::math::quantile(boost::math::complement(ChiSquared(2 * events + 2), tail)) / 2;
    if (!std::isfinite(lower) || !std::isfinite(upper))
        return std::nullopt;
    return Interval{lower, upper};
}

} // namespace trinvis::statistics
