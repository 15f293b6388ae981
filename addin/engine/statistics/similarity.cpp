// SPDX-License-Identifier: MPL-2.0
#include "statistics/similarity.hpp"

#include "statistics/summary.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis::statistics
{

namespace
{

// Distances closer than this differ by the rounding of decimals (0.3 - 0.2 and 0.2 - 0.1), not by the figures.
constexpr double same_distance = 1e-12;

struct Table
{
    std::span<const double> values;
    std::size_t columns;

    [[nodiscard]] std::size_t rows() const
    {
        return values.size() / columns;
    }

    [[nodiscard]] double at(std::size_t row, std::size_t column) const
    {
        return values[row * columns + column];
    }
};

/// The sample standard deviation of what the column holds; 0 without variation or with fewer than two values.
double spread_of(const Table& table, std::size_t column)
{
    std::vector<double> present;
    present.reserve(table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row)
    {
        if (!std::isnan(table.at(row, column)))
            present.push_back(table.at(row, column));
    }
    return std::sqrt(sample_variance(present).value_or(0));
}

bool are_weights(std::span<const double> weights)
{
    return std::ranges::all_of(weights, [](double weight) { return weight >= 0 && std::isfinite(weight); }) &&
           std::ranges::any_of(weights, [](double weight) { return weight > 0; });
}

void nearest_first(std::vector<Neighbour>& neighbours)
{
    std::ranges::stable_sort(neighbours, {}, &Neighbour::distance);
    for (auto first = neighbours.begin(); first != neighbours.end();)
    {
        const double most = first->distance * (1 + same_distance);
        const auto last =
            std::find_if(first, neighbours.end(), [&](const Neighbour& other) { return other.distance > most; });
        std::sort(first, last, [](const Neighbour& a, const Neighbour& b) { return a.row < b.row; });
        first = last;
    }
}

} // namespace

std::optional<std::vector<Neighbour>> nearest(std::span<const double> table, std::size_t columns, std::size_t row,
                                              std::span<const double> weights, std::size_t k)
{
    if (columns == 0 || table.size() % columns != 0 || weights.size() != columns || k == 0 || !are_weights(weights) ||
        std::ranges::any_of(table, [](double value) { return std::isinf(value); }))
        return std::nullopt;
    const Table cells{table, columns};
    if (row >= cells.rows())
        return std::nullopt;
    std::vector<double> squares(cells.rows());
    for (std::size_t column = 0; column < columns; ++column)
    {
        const double spread = spread_of(cells, column);
        for (std::size_t other = 0; weights[column] > 0 && other < cells.rows(); ++other)
        {
            const double difference = cells.at(other, column) - cells.at(row, column);
            const double z = spread > 0 ? difference / spread : 0 * difference;
            squares[other] += weights[column] * z * z;
        }
    }
    if (std::isnan(squares[row]))
        return std::nullopt;
    std::vector<Neighbour> neighbours;
    neighbours.reserve(cells.rows());
    for (std::size_t other = 0; other < cells.rows(); ++other)
    {
        if (other != row && !std::isnan(squares[other]))
            neighbours.push_back({other, std::sqrt(squares[other])});
    }
    nearest_first(neighbours);
    neighbours.resize(std::min(k, neighbours.size()));
    return neighbours;
}

} // namespace trinvis::statistics
