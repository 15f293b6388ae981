// SPDX-License-Identifier: MPL-2.0
//
// What must hold of unknown numbers, texts and states, as a formula that can be reasoned about: inequalities of sums,
// equal texts, states of a cell and whole numbers, joined by "all" and "any".
//
//     const Formula at_most = compared(variable(0), Operation::less_or_equal, constant(5));   // x0 <= 5
//     const Formula above = negated(at_most);                                                 // x0 > 5
//
// A formula holds no "not": a negation goes down to the atoms at once, where it turns them round.
#pragma once

#include "rules/expression.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace trinvis::rules
{

/// An unknown, by its number. Whoever makes a formula keeps the account of what each one is.
using Variable = int;

/// Sums of typed decimals differ in the last bits; a rule must not. The same as in the comparisons of the rules.
constexpr double relative_tolerance_of_rules = 1e-9;

/// A sum of unknowns with factors, and a constant: 2·x0 − x3 + 5.
struct Linear
{
    std::vector<std::pair<Variable, double>> terms; ///< by variable, no factor is 0
    double constant = 0;
    double scale = 1; ///< the greatest number that went into the constant: what counts as nothing beside it

    [[nodiscard]] bool is_constant() const
    {
        return terms.empty();
    }
    /// True when a number of this sum's size is no more than the noise of computing.
    [[nodiscard]] bool is_noise(double value) const;
    /// Two sums are the same when their terms and constants are.
    bool operator==(const Linear& other) const
    {
        return terms == other.terms && constant == other.constant;
    }
};

[[nodiscard]] Linear constant(double value);
[[nodiscard]] Linear variable(Variable which);
[[nodiscard]] Linear scaled(Linear sum, double factor);
/// a + factor · b.
[[nodiscard]] Linear added(const Linear& a, const Linear& b, double factor = 1);

enum class AtomKind : std::uint8_t
{
    below,     ///< sum < 0
    at_most,   ///< sum <= 0
    zero,      ///< sum = 0
    whole,     ///< the sum is a whole number
    not_whole, ///< it is none
    same_text, ///< the unknown text is this one, once folded
    different_text,
    in_state ///< the unknown is in one of the states of a set
};

struct Atom
{
    AtomKind kind = AtomKind::at_most;
    Linear sum;             ///< for numbers
    Variable variable = -1; ///< for texts and states
    std::string text;       ///< folded
    unsigned states = 0;    ///< a bit for each state that is allowed; what the bits mean is the maker's own affair
};

struct Formula
{
    enum class Kind : std::uint8_t
    {
        always,
        never,
        atom,
        all,
        any
    };

    Kind kind = Kind::always;
    Atom atom;
    std::vector<Formula> parts; ///< of all and any

    [[nodiscard]] bool is(Kind wanted) const
    {
        return kind == wanted;
    }
};

[[nodiscard]] Formula truth_formula(bool value);
/// All of the parts hold; none at all is always so.
[[nodiscard]] Formula all_hold(std::vector<Formula> parts);
/// One of the parts holds; of none at all it never does.
[[nodiscard]] Formula any_holds(std::vector<Formula> parts);
[[nodiscard]] Formula negated(const Formula& formula);
/// a < b, a = b … for one of the six comparisons. "Unequal" becomes "below or above".
[[nodiscard]] Formula compared(const Linear& a, Operation comparison, const Linear& b);
[[nodiscard]] Formula is_whole(const Linear& sum);
/// The text must be folded.
[[nodiscard]] Formula has_text(Variable which, std::string folded_text);
[[nodiscard]] Formula has_state(Variable which, unsigned states);

} // namespace trinvis::rules
