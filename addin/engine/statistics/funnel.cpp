// SPDX-License-Identifier: MPL-2.0
#include "statistics/funnel.hpp"

#include "statistics/boost_policy.hpp"
#include "statistics/exact_count.hpp"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/roots.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <numeric>

namespace trinvis::statistics
{

namespace
{

constexpr double inner_level = 0.95;
constexpr double outer_level = 0.998;

FunnelVerdict place(double value, const Interval& inner, const Interval& outer)
{
    if (value < outer.lower)
        return FunnelVerdict::low_998;
    if (value > outer.upper)
        return FunnelVerdict::high_998;
    if (value < inner.lower)
        return FunnelVerdict::low_95;
    if (value > inner.upper)
        return FunnelVerdict::high_95;
    return FunnelVerdict::not_significant;
}

FunnelVerdict opposite(FunnelVerdict verdict)
{
    return static_cast<FunnelVerdict>(-static_cast<int>(verdict));
}

// 1 - 0.95 is not the double 0.05, and p-values are compared with the levels as they are written.
constexpr double inner_p = 0.05;
constexpr double outer_p = 0.002;

/// Rounding may put p on the other side of a level than the limits put the figure; the limits rule.
double agreeing(double p, FunnelVerdict verdict)
{
    switch (std::abs(static_cast<int>(verdict)))
    {
    case 0:
        return std::max(p, inner_p);
    case 1:
        return std::clamp(p, outer_p, std::nextafter(inner_p, 0));
    default:
        return std::min(p, std::nextafter(outer_p, 0));
    }
}

bool is_variance(double value)
{
    return value >= 0 && std::isfinite(value);
}

// A limit beyond this is no count of persons, and the search for it would not end.
constexpr double farthest = 1e15;

// Below this the tail is too near the smallest double to have all its digits.
constexpr double smallest_tail = 1e-290;

/// The z of the tail that Gamma(shape) has beyond `value`, where the tail itself is too small for a double.
/// Source: Barndorff-Nielsen (1986), Biometrika 73, 307-322 (r*).
double far_z(double shape, double value)
{
    const double root = std::sqrt(2 * (value - shape + shape * std::log(shape / value)));
    const double wald = std::abs(value - shape) / std::sqrt(shape);
    return root + std::log(wald / root) / root;
}

double z_of_tail(double tail, double shape, double value)
{
    if (tail >= 0.5)
        return 0;
    if (tail < smallest_tail)
        return far_z(shape, value);
    return boost::math::quantile(boost::math::complement(boost::math::normal(), tail));
}

/// z of the chance of so many events or more; 0 where that chance is a half or above.
double z_when_many(double observed, double expected)
{
    if (observed == 0)
        return 0;
    return z_of_tail(boost::math::gamma_p(observed, expected, NotThrowing()), observed, expected);
}

/// z of the chance of so many events or fewer; 0 where that chance is a half or above.
double z_when_few(double observed, double expected)
{
    return z_of_tail(boost::math::gamma_q(observed + 1, expected, NotThrowing()), observed + 1, expected);
}

double widening(double expected, double tau_squared)
{
    return std::sqrt(1 + tau_squared * expected);
}

struct Tail
{
    double probability; ///< of an observed number as far out or farther, at most a half
    bool low;
};

Tail tail_of(double observed, double expected)
{
    const double few = boost::math::gamma_q(observed + 1, expected, NotThrowing());
    const double many = observed == 0 ? 1 : boost::math::gamma_p(observed, expected, NotThrowing());
    return {std::min({few, many, 0.5}), few < many};
}

double widened_p(const Tail& tail, double observed, double expected, double tau_squared)
{
    const double shape = tail.low ? observed + 1 : observed;
    const double z = z_of_tail(tail.probability, shape, expected);
    return two_sided_p(z / widening(expected, tau_squared));
}

/// Whether rounding may decide on which side of a level p lies.
bool is_near_a_level(double p)
{
    constexpr double nearness = 1e-7;
    return std::abs(p / inner_p - 1) < nearness || std::abs(p / outer_p - 1) < nearness;
}

FunnelVerdict verdict_of(double p, bool low)
{
    const int level = (p < inner_p ? 1 : 0) + (p < outer_p ? 1 : 0);
    return static_cast<FunnelVerdict>(low ? -level : level);
}

/// The limits lie around the observed number: an expected number above them means that few were observed.
FunnelVerdict verdict_by_limits(double observed, double expected)
{
    const std::optional<Interval> inner = exact_count(observed, inner_level);
    const std::optional<Interval> outer = exact_count(observed, outer_level);
    return inner && outer ? opposite(place(expected, *inner, *outer)) : FunnelVerdict::not_significant;
}

struct CountPosition
{
    FunnelVerdict verdict;
    double p;
};

std::optional<CountPosition> position_of(double observed, double expected, double tau_squared)
{
    if (!(observed >= 0 && observed <= most_events) || !std::isfinite(expected) || !(expected > 0) ||
        !is_variance(tau_squared))
        return std::nullopt;
    const Tail tail = tail_of(observed, expected);
    const double p = tau_squared > 0 ? widened_p(tail, observed, expected, tau_squared) : 2 * tail.probability;
    if (tau_squared > 0 || !is_near_a_level(p))
        return CountPosition{verdict_of(p, tail.low), p};
    const FunnelVerdict verdict = verdict_by_limits(observed, expected);
    return CountPosition{verdict, agreeing(p, verdict)};
}

/// Where `z_at`, which rises from `from` to `to`, reaches the target.
template <typename Z>
double crossing(Z z_at, double target, double from, double to)
{
    constexpr int bits = 50;
    std::uintmax_t steps = 200;
    const auto [low, high] =
        boost::math::tools::toms748_solve([&](double at) { return z_at(at) - target; }, from, to,
                                          boost::math::tools::eps_tolerance<double>(bits), steps, NotThrowing());
    return std::midpoint(low, high);
}

} // namespace

std::optional<Interval> funnel_proportion(double average, double total, double level, double tau_squared)
{
    const double z = two_sided_z(level);
    const bool usable_base = average >= 0 && average <= 1 && std::isfinite(total) && total > 0;
    if (std::isnan(z) || !usable_base || !is_variance(tau_squared))
        return std::nullopt;
    const double half_width = z * std::sqrt(average * (1 - average) / total + tau_squared);
    return Interval{std::max(0.0, average - half_width), std::min(1.0, average + half_width)};
}

std::optional<Interval> funnel_count(double observed, double level)
{
    return exact_count(observed, level);
}

std::optional<Interval> funnel_observed(double expected, double level, double tau_squared)
{
    const double z = two_sided_z(level);
    if (std::isnan(z) || !(expected > 0 && expected <= most_events) || !is_variance(tau_squared))
        return std::nullopt;
    const double target = z * widening(expected, tau_squared);
    const auto few = [&](double observed) { return -z_when_few(observed, expected); };
    const auto many = [&](double observed) { return z_when_many(observed, expected); };
    const double lower = -few(0) <= target ? 0 : crossing(few, -target, 0, expected);
    double beyond = expected + 1;
    while (many(beyond) <= target && beyond < farthest)
        beyond *= 2;
    if (beyond >= farthest)
        return std::nullopt;
    return Interval{lower, crossing(many, target, expected, beyond)};
}

std::optional<FunnelVerdict> proportion_verdict(double count, double total, double average, double tau_squared)
{
    const std::optional<Interval> inner = funnel_proportion(average, total, inner_level, tau_squared);
    const std::optional<Interval> outer = funnel_proportion(average, total, outer_level, tau_squared);
    if (!inner || !outer || !(count >= 0 && count <= total))
        return std::nullopt;
    return place(count / total, *inner, *outer);
}

std::optional<FunnelVerdict> count_verdict(double observed, double expected, double tau_squared)
{
    const std::optional<CountPosition> position = position_of(observed, expected, tau_squared);
    return position ? std::optional(position->verdict) : std::nullopt;
}

std::optional<double> proportion_p(double count, double total, double average, double tau_squared)
{
    const std::optional<FunnelVerdict> verdict = proportion_verdict(count, total, average, tau_squared);
    if (!verdict)
        return std::nullopt;
    const double distance = count / total - average;
    // Around 0 and 1 there is no spread to divide by.
    const double z = distance == 0 ? 0 : distance / std::sqrt(average * (1 - average) / total + tau_squared);
    return agreeing(two_sided_p(z), *verdict);
}

std::optional<double> count_p(double observed, double expected, double tau_squared)
{
    const std::optional<CountPosition> position = position_of(observed, expected, tau_squared);
    return position ? std::optional(position->p) : std::nullopt;
}

std::optional<double> proportion_standard_error(double total, double average)
{
    if (!(average > 0 && average < 1) || !std::isfinite(total) || !(total > 0))
        return std::nullopt;
    return std::sqrt(average * (1 - average) / total);
}

std::optional<double> proportion_z(double count, double total, double average)
{
    const std::optional<double> standard_error = proportion_standard_error(total, average);
    if (!standard_error || !(count >= 0 && count <= total))
        return std::nullopt;
    return (count / total - average) / *standard_error;
}

std::optional<double> count_standard_error(double expected)
{
    if (!std::isfinite(expected) || !(expected > 0))
        return std::nullopt;
    return 1 / std::sqrt(expected);
}

std::optional<double> count_z(double observed, double expected)
{
    if (!(observed >= 0 && observed <= most_events) || !std::isfinite(expected) || !(expected > 0))
        return std::nullopt;
    return (observed - expected) / std::sqrt(expected);
}

} // namespace trinvis::statistics
