// SPDX-License-Identifier: MPL-2.0
#include "statistics/summary.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#ifdef __FAST_MATH__
#error "-ffast-math optimises the compensation away, and the sums lose their digits silently"
#endif

namespace trinvis::statistics
{

namespace
{

class CompensatedSum
{
public:
    void add(double term)
    {
        const double next = total_ + term;
        // The smaller of the two is the one that loses digits.
        if (std::abs(total_) >= std::abs(term))
            lost_ += (total_ - next) + term;
        else
            lost_ += (term - next) + total_;
        total_ = next;
    }

    [[nodiscard]] double value() const
    {
        // Past infinity the lost digits are NaN, and would hide the infinity.
        return std::isfinite(total_) ? total_ + lost_ : total_;
    }

private:
    double total_ = 0;
    double lost_ = 0;
};

bool all_finite(std::span<const double> values)
{
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

std::optional<double> if_finite(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace

double sum(std::span<const double> values)
{
    CompensatedSum total;
    for (const double value : values)
        total.add(value);
    return total.value();
}

std::optional<double> mean_of(std::span<const double> values)
{
    if (values.empty())
        return std::nullopt;
    const auto size = static_cast<double>(values.size());
    const double first = sum(values) / size;
    // The second pass takes out the rounding of the first, so that equal values have exactly that value as their mean.
    CompensatedSum deviations;
    for (const double value : values)
        deviations.add(value - first);
    return if_finite(first + deviations.value() / size);
}

std::optional<double> sample_variance(std::span<const double> values)
{
    const std::optional<double> centre = mean_of(values);
    if (!centre || values.size() < 2)
        return std::nullopt;
    CompensatedSum squares;
    CompensatedSum deviations;
    for (const double value : values)
    {
        const double deviation = value - *centre;
        squares.add(deviation * deviation);
        deviations.add(deviation);
    }
    const auto size = static_cast<double>(values.size());
    // The deviations would add up to 0 but for the rounding of the mean, which this takes out again.
    const double correction = deviations.value() * deviations.value() / size;
    return if_finite(std::max(0.0, squares.value() - correction) / (size - 1));
}

std::optional<double> median(std::span<const double> values)
{
    return quantile(values, 0.5);
}

std::optional<double> median_deviation(std::span<const double> values)
{
    constexpr double normal_consistency = 1.482602218505602;
    const auto middle = median(values);
    if (!middle)
        return std::nullopt;
    std::vector<double> distances(values.size());
    std::ranges::transform(values, distances.begin(), [&](double value) { return std::fabs(value - *middle); });
    const auto distance = median(distances);
    return distance ? if_finite(normal_consistency * *distance) : std::nullopt;
}

std::optional<double> quantile(std::span<const double> values, double p)
{
    if (values.empty() || !(p >= 0 && p <= 1) || !all_finite(values))
        return std::nullopt;
    std::vector<double> ordered(values.begin(), values.end());
    const double position = static_cast<double>(ordered.size() - 1) * p;
    const auto below = static_cast<std::ptrdiff_t>(position);
    const auto lower = ordered.begin() + below;
    std::ranges::nth_element(ordered, lower);
    const auto next = std::min_element(lower + 1, ordered.end());
    return std::lerp(*lower, next == ordered.end() ? *lower : *next, position - static_cast<double>(below));
}

} // namespace trinvis::statistics
