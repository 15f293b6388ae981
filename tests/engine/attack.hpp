// SPDX-License-Identifier: MPL-2.0
//
// A reader who tries to work hidden counts out: whole unknowns, what is known of them, and the smallest and largest number
// that each can then be, by integer linear programming (GLPK; one library without others behind it, with exact handling
// of whole numbers, long used for auditing suppressed tables).
//
//     Attack attack;
//     const auto boys = attack.unknown(1, 4), girls = attack.unknown(0, 100);
//     attack.know({{boys, 1}, {girls, 1}}, 12, 12);
//     attack.range(girls);                              // 8 to 11
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace trinvis::tests
{

struct Range
{
    double least = 0;
    double most = 0;

    bool operator==(const Range&) const = default;
};

class Attack
{
public:
    /// What may be taken for as large as one likes.
    static constexpr double unlimited = 1e7;

    /// A whole number between two others, both included.
    std::size_t unknown(double least, double most = unlimited);

    using Sum = std::vector<std::pair<std::size_t, double>>; ///< unknown and what it is multiplied with

    /// A sum that lies between two numbers, both included.
    void know(Sum sum, double least, double most);

    /// The smallest and largest number that an unknown can be; nothing when what is known contradicts itself.
    [[nodiscard]] std::optional<Range> range(std::size_t unknown) const;

    /// Whether an unknown can be a number.
    [[nodiscard]] bool can_be(std::size_t unknown, double number) const;

private:
    struct Known
    {
        Sum sum;
        double least;
        double most;
    };

    [[nodiscard]] std::optional<double> extreme(std::size_t unknown, bool largest,
                                                std::optional<double> supposed = std::nullopt) const;

    std::vector<Range> m_unknowns;
    std::vector<Known> m_known;
    std::vector<std::vector<std::size_t>> m_known_of; ///< by unknown: indexes into m_known
};

} // namespace trinvis::tests
