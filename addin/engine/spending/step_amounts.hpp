// SPDX-License-Identifier: MPL-2.0
//
// Account lines put on the steps of the ladder, without losing an øre: what belongs to no step, what is to be settled
// locally and what no row of the mapping covers stand beside the steps.
//
//     const StepAmounts amounts = step_amounts(lines_of_a_year, mapping);
//     amounts.of(Part::unmapped);
//     amounts.total() == total(lines_of_a_year);    // always
#pragma once

#include "ladder/step_mapping.hpp"
#include "spending/accounts.hpp"

#include <array>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace trinvis::spending
{

enum class Part
{
    step_1,
    step_2,
    step_3,
    step_4,
    step_5,
    step_6,
    outside, ///< "uden for trappen"
    ask,     ///< "afklares lokalt": the mapping asks, or names several steps
    unmapped ///< "ikke fordelt": no row of the mapping covers the account
};

inline constexpr std::size_t part_count = 9;
inline constexpr std::size_t steps_in_parts = 6;

struct StepAmounts
{
    std::array<Oere, part_count> parts{};

    [[nodiscard]] Oere of(Part part) const
    {
        return parts.at(static_cast<std::size_t>(part));
    }
    /// What stands on the six steps.
    [[nodiscard]] Oere on_steps() const;
    [[nodiscard]] Oere total() const;
};

/// Where a line belongs.
[[nodiscard]] Part part_of(const AccountCode& account, const StepMapping& mapping);

/// An account that stands on no step, with all its lines of one municipality and year.
struct UnplacedAccount
{
    AccountCode account;
    std::string label; ///< of its first line that has one
    Part part = Part::unmapped;
    Oere amount = 0;
    int row = -1; ///< of its first line
};

/// The lines of all municipalities and years.
class PlacedLines
{
public:
    PlacedLines(std::span<const AccountLine> lines, const StepMapping& mapping);

    /// Null where a municipality has no line of a year.
    [[nodiscard]] const StepAmounts* of(std::size_t municipality, int year) const;

    /// The years of a municipality, ascending.
    [[nodiscard]] std::vector<int> years_of(std::size_t municipality) const;

    /// How many municipalities have lines of a year, one of them left out.
    [[nodiscard]] std::size_t others_in(int year, std::size_t own) const;

    /// What stands outside the ladder, is asked for or unmapped; the largest amounts first, whatever their sign.
    [[nodiscard]] std::vector<UnplacedAccount> unplaced(std::span<const AccountLine> lines, std::size_t municipality,
                                                        int year) const;

private:
    const StepMapping& m_mapping;
    std::map<std::pair<std::size_t, int>, StepAmounts> m_amounts;
};

/// The sum of lines; what the parts are held against.
[[nodiscard]] Oere total(std::span<const AccountLine> lines);

} // namespace trinvis::spending
