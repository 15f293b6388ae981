// SPDX-License-Identifier: MPL-2.0
#include "statistics/overdispersion.hpp"

#include "statistics/summary.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace trinvis::statistics
{

namespace
{

/// sum w - sum w^2/sum w, as sum w_i (sum of the others)/sum w: the difference of two sums loses its digits when one
/// unit's weight is nearly all.
double weight_between(const std::vector<double>& weights)
{
    const std::size_t units = weights.size();
    std::vector<double> after(units + 1);
    for (std::size_t i = units; i > 0; --i)
        after[i - 1] = after[i] + weights[i - 1];
    std::vector<double> terms(units);
    double before = 0;
    for (std::size_t i = 0; i < units; ++i)
    {
        terms[i] = weights[i] * ((before + after[i + 1]) / after[0]);
        before += weights[i];
    }
    return sum(terms);
}

std::optional<double> variance_between(double squares, std::span<const double> standard_errors)
{
    // Weights relative to the most certain unit, so that no square leaves the range of a double.
    const double smallest = *std::ranges::min_element(standard_errors);
    std::vector<double> weights(standard_errors.size());
    std::ranges::transform(standard_errors, weights.begin(),
                           [&](double error) { return (smallest / error) * (smallest / error); });
    const double excess = squares - static_cast<double>(standard_errors.size() - 1);
    const double variance = std::max(0.0, excess / weight_between(weights)) * smallest * smallest;
    return std::isfinite(variance) ? std::optional(variance) : std::nullopt;
}

} // namespace

std::vector<double> winsorised(std::span<const double> values, double trim)
{
    if (!(trim >= 0 && trim < 0.5))
        return {};
    const std::optional<double> low = quantile(values, trim);
    const std::optional<double> high = quantile(values, 1 - trim);
    if (!low || !high)
        return {};
    std::vector<double> result(values.size());
    std::ranges::transform(values, result.begin(),
                           [&](double value) { return std::clamp(value, *low, std::max(*low, *high)); });
    return result;
}

std::optional<Overdispersion> overdispersion(std::span<const double> z_scores, double trim,
                                             std::span<const double> standard_errors)
{
    const bool usable_errors = standard_errors.empty() || standard_errors.size() == z_scores.size();
    if (!usable_errors ||
        !std::ranges::all_of(standard_errors, [](double error) { return error > 0 && std::isfinite(error); }))
        return std::nullopt;
    std::vector<double> squared = winsorised(z_scores, trim);
    if (squared.empty())
        return std::nullopt;
    std::ranges::transform(squared, squared.begin(), [](double z) { return z * z; });
    const double squares = sum(squared);
    if (!std::isfinite(squares))
        return std::nullopt;
    Overdispersion result{squares / static_cast<double>(squared.size()), std::nullopt};
    if (standard_errors.size() > 1)
        result.tau_squared = variance_between(squares, standard_errors);
    return result;
}

} // namespace trinvis::statistics
