// SPDX-License-Identifier: MPL-2.0
#include "statistics/exact_count.hpp"

#include <boost/math/distributions/chi_squared.hpp>

#include <cmath>

namespace trinvis::statistics
{

namespace
{

namespace policies = boost::math::policies;

// Beyond this Boost's iteration slows down and ends too early (at 1e12 the upper limit is 1 % of the width off).
constexpr double most_events = 1e9;

// Boost throws by default; here a limit that cannot be computed comes back as a value that is not finite.
using NotThrowing =
    policies::policy<policies::domain_error<policies::ignore_error>, policies::overflow_error<policies::ignore_error>,
                     policies::evaluation_error<policies::ignore_error>>;
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
