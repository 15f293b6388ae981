// SPDX-License-Identifier: MPL-2.0
//
// Can a formula be satisfied at all?
//
//     Effort effort;
//     feasible(all_hold({compared(variable(0), Operation::less, constant(3)),
//                        compared(variable(0), Operation::greater, constant(5))}), effort);   // Feasible::no
//
// Conjunctions of inequalities by Fourier–Motzkin elimination (Schrijver, Theory of Linear and Integer Programming,
// section 12.2), equations by substitution, alternatives one after another, whole numbers by branch and bound.
// Exact within the tolerance of the rules' own comparisons, or else "unknown": the work is limited.
#pragma once

#include "rules/formula.hpp"

#include <cstddef>
#include <initializer_list>

namespace trinvis::rules
{

enum class Feasible : std::uint8_t
{
    no,
    yes,
    unknown ///< given up
};

/// How much work may still be done, in steps of roughly one inequality combined with another.
struct Effort
{
    std::size_t left = 200'000;

    /// Takes some of it; false when it was not there any more.
    bool take(std::size_t steps = 1)
    {
        const bool enough = left >= steps;
        left -= enough ? steps : left;
        return enough;
    }
};

/// Whether numbers, texts and states exist for which the formula holds. What the effort does not suffice for is unknown.
[[nodiscard]] Feasible feasible(const Formula& formula, Effort& effort);

/// The same of several formulas that must all hold, without joining them first.
[[nodiscard]] Feasible feasible(std::initializer_list<const Formula*> formulas, Effort& effort);

} // namespace trinvis::rules
