// SPDX-License-Identifier: MPL-2.0
#include "statistics/interval.hpp"

#include "statistics/exact_count.hpp"
#include "statistics/summary.hpp"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace trinvis::statistics
{

namespace
{

// Where the guidance changes from the exact limits to Byar's, which are then within 0.2 % of them at 95 %.
constexpr double byar_from = 10;

double square(double value)
{
    return value * value;
}

double cube(double value)
{
    return value * value * value;
}

Interval byar(double count, double z)
{
    const double next = count + 1;
    return {count * cube(1 - 1 / (9 * count) - z / (3 * std::sqrt(count))),
            next * cube(1 - 1 / (9 * next) + z / (3 * std::sqrt(next)))};
}

} // namespace

double two_sided_z(double confidence)
{
    if (!(confidence > 0 && confidence < 1))
        return std::numeric_limits<double>::quiet_NaN();
    return boost::math::quantile(boost::math::complement(boost::math::normal(), (1 - confidence) / 2));
}

double two_sided_p(double z)
{
    return std::erfc(std::abs(z) / std::numbers::sqrt2);
}

std::optional<Interval> wilson(double count, double total, double confidence)
{
    const double z = two_sided_z(confidence);
    if (std::isnan(z) || !std::isfinite(total) || !(total > 0) || !(count >= 0 && count <= total))
        return std::nullopt;
    const double share = count / total;
    // Divided through by the total, so that no intermediate can overflow or vanish.
    const double weight = square(z) / total;
    const double centre = 2 * share + weight;
    const double half_width = std::sqrt(weight) * std::sqrt(weight + 4 * share * (1 - share));
    const double scale = 2 * (1 + weight);
    // At the ends rounding would leave a limit a hair away from 0 or 1.
    return Interval{count == 0 ? 0 : std::max(0.0, (centre - half_width) / scale),
                    count == total ? 1 : std::min(1.0, (centre + half_width) / scale)};
}

std::optional<Interval> rate(double count, double population, double multiplier, double confidence)
{
    const bool usable_base = std::isfinite(population) && population > 0 && std::isfinite(multiplier) && multiplier > 0;
    const double z = two_sided_z(confidence);
    if (!usable_base || std::isnan(z) || !std::isfinite(count))
        return std::nullopt;
    const std::optional<Interval> events = count < byar_from ? exact_count(count, confidence) : byar(count, z);
    if (!events)
        return std::nullopt;
    const Interval limits{events->lower / population * multiplier, events->upper / population * multiplier};
    if (!std::isfinite(limits.upper))
        return std::nullopt;
    return limits;
}

std::optional<Interval> mean(std::span<const double> values, double confidence)
{
    const std::optional<double> centre = mean_of(values);
    const std::optional<double> variance = sample_variance(values);
    if (!centre || !variance || !(confidence > 0 && confidence < 1))
        return std::nullopt;
    const auto size = static_cast<double>(values.size());
    const boost::math::students_t distribution(size - 1);
    const double t = boost::math::quantile(boost::math::complement(distribution, (1 - confidence) / 2));
    const double half_width = t * std::sqrt(*variance / size);
    const Interval limits{*centre - half_width, *centre + half_width};
    if (!std::isfinite(limits.lower) || !std::isfinite(limits.upper))
        return std::nullopt;
    return limits;
}

} // namespace trinvis::statistics
