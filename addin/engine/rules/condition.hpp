// SPDX-License-Identifier: MPL-2.0
//
// From a rule's expression to a formula over what is not known in it: the cells that may be changed, or all columns.
//
//     const Condition must = read_condition(tree, unknowns);
//     feasible(negated(must.no), effort);                    // can the rule be kept?
//
// Three-valued as the rules are: an expression has a formula for when it is true and one for when it is false; where
// neither holds it is undecided. MIN, MAX, ABS and division become cases. What is not understood is opaque: an unknown
// of its own, the same one wherever the same text stands.
#pragma once

#include "rules/binding.hpp"
#include "rules/formula.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace trinvis::rules
{

/// When an expression is true, and when it is false.
struct Condition
{
    Formula yes;
    Formula no;
};

/// One way in which a number may turn out: numerator / denominator, the denominator above 0, while the guard holds.
/// Where no case's guard holds there is no number.
struct NumberCase
{
    Formula guard;
    Linear numerator;
    Linear denominator = constant(1);
};

/// What is not known while an expression is read, and the answers of what is.
class Unknowns
{
public:
    Unknowns() = default;
    Unknowns(const Unknowns&) = delete;
    Unknowns& operator=(const Unknowns&) = delete;
    virtual ~Unknowns() = default;

    /// False when nothing in the expression is unknown; then its answer is asked for, else its parts are read.
    [[nodiscard]] virtual bool touches(const Expression& expression) = 0;
    [[nodiscard]] virtual Truth truth(const Expression& known) = 0;
    [[nodiscard]] virtual Value number(const Expression& known) = 0;
    [[nodiscard]] virtual std::string text(const Expression& known) = 0;

    [[nodiscard]] virtual Type column_type(const Expression& column) = 0;
    [[nodiscard]] virtual std::vector<NumberCase> number_column(const Expression& column) = 0;
    /// When a column of numbers is in a state; nothing where that cannot be said.
    [[nodiscard]] virtual std::optional<Condition> column_state(const Expression& column, ValueState state) = 0;
    /// The unknown text of a column, or of an expression that is not understood.
    [[nodiscard]] virtual Variable text_of(const Expression& expression) = 0;
    [[nodiscard]] virtual std::vector<NumberCase> opaque_number(const Expression& expression) = 0;
    [[nodiscard]] virtual Condition opaque_truth(const Expression& expression) = 0;
};

/// The same tree without MELLEM, MEDFØRER, OMTRENT and NETOP.EN: comparisons, OG, ELLER, IKKE and ABS say it as well.
/// Done once, before anything refers to the tree's parts.
[[nodiscard]] Expression in_plain_terms(Expression expression);

/// Reads an expression that is true or false.
[[nodiscard]] Condition read_condition(const Expression& expression, Unknowns& unknowns);

/// An expression in one spelling: functions in Danish, columns as `column_name` writes them.
[[nodiscard]] std::string spelling(const Expression& expression,
                                   const std::function<std::string(const Expression& column)>& column_name);

} // namespace trinvis::rules
