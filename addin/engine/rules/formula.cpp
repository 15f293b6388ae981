// SPDX-License-Identifier: MPL-2.0
#include "rules/formula.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis::rules
{

namespace
{

Formula of_atom(AtomKind kind, const Linear& sum)
{
    Formula formula;
    formula.kind = Formula::Kind::atom;
    formula.atom.kind = kind;
    formula.atom.sum = sum;
    return formula;
}

/// sum < 0, sum <= 0 or sum = 0; decided at once when nothing in it is unknown.
Formula related_to_zero(AtomKind kind, const Linear& sum)
{
    if (!sum.is_constant())
        return of_atom(kind, sum);
    const bool equal = sum.is_noise(sum.constant);
    const bool holds = kind == AtomKind::below     ? !equal && sum.constant < 0
                       : kind == AtomKind::at_most ? equal || sum.constant < 0
                                                   : equal;
    return truth_formula(holds);
}

Formula negated_atom(const Atom& atom)
{
    Formula turned;
    turned.kind = Formula::Kind::atom;
    turned.atom = atom;
    switch (atom.kind)
    {
    case AtomKind::below:
        return related_to_zero(AtomKind::at_most, scaled(atom.sum, -1));
    case AtomKind::at_most:
        return related_to_zero(AtomKind::below, scaled(atom.sum, -1));
    case AtomKind::zero:
        return any_holds(
            {related_to_zero(AtomKind::below, atom.sum), related_to_zero(AtomKind::below, scaled(atom.sum, -1))});
    case AtomKind::whole:
        turned.atom.kind = AtomKind::not_whole;
        break;
    case AtomKind::not_whole:
        turned.atom.kind = AtomKind::whole;
        break;
    case AtomKind::same_text:
        turned.atom.kind = AtomKind::different_text;
        break;
    case AtomKind::different_text:
        turned.atom.kind = AtomKind::same_text;
        break;
    case AtomKind::in_state:
        turned.atom.states = ~atom.states;
        break;
    }
    return turned;
}

/// Joins parts, taking in those of the same kind; `idle` changes nothing, `decisive` decides alone.
Formula joined(Formula::Kind kind, std::vector<Formula> parts, Formula::Kind idle, Formula::Kind decisive)
{
    Formula whole;
    whole.kind = kind;
    for (Formula& part : parts)
    {
        if (part.is(decisive))
            return std::move(part);
        if (part.is(idle))
            continue;
        if (part.is(kind))
            std::move(part.parts.begin(), part.parts.end(), std::back_inserter(whole.parts));
        else
            whole.parts.push_back(std::move(part));
    }
    if (whole.parts.empty())
        return truth_formula(idle == Formula::Kind::always);
    if (whole.parts.size() == 1)
    {
        Formula only = std::move(whole.parts.front());
        return only;
    }
    return whole;
}

} // namespace

bool Linear::is_noise(double value) const
{
    return std::fabs(value) <= relative_tolerance_of_rules * scale;
}

Linear constant(double value)
{
    Linear sum;
    sum.constant = value;
    sum.scale = std::fmax(1.0, std::fabs(value));
    return sum;
}

Linear variable(Variable which)
{
    Linear sum;
    sum.terms.emplace_back(which, 1.0);
    return sum;
}

Linear scaled(Linear sum, double factor)
{
    if (factor == 0)
        return {};
    for (auto& [which, held] : sum.terms)
        held *= factor;
    sum.constant *= factor;
    sum.scale *= std::fabs(factor);
    return sum;
}

Linear added(const Linear& a, const Linear& b, double factor)
{
    if (factor == 0)
        return a;
    Linear sum;
    sum.terms.reserve(a.terms.size() + b.terms.size());
    auto left = a.terms.begin();
    auto right = b.terms.begin();
    while (left != a.terms.end() || right != b.terms.end())
    {
        if (right == b.terms.end() || (left != a.terms.end() && left->first < right->first))
            sum.terms.push_back(*left++);
        else if (left == a.terms.end() || right->first < left->first)
        {
            sum.terms.emplace_back(right->first, factor * right->second);
            ++right;
        }
        else
        {
            const double added_factor = factor * right->second;
            const double both = left->second + added_factor;
            // What is left of two factors that cancel out is the noise of computing.
            if (std::fabs(both) > 1e-12 * std::fmax(std::fabs(left->second), std::fabs(added_factor)))
                sum.terms.emplace_back(left->first, both);
            ++left;
            ++right;
        }
    }
    sum.constant = a.constant + factor * b.constant;
    sum.scale = std::fmax(a.scale, b.scale * std::fabs(factor));
    return sum;
}

Formula truth_formula(bool value)
{
    Formula formula;
    formula.kind = value ? Formula::Kind::always : Formula::Kind::never;
    return formula;
}

Formula all_hold(std::vector<Formula> parts)
{
    return joined(Formula::Kind::all, std::move(parts), Formula::Kind::always, Formula::Kind::never);
}

Formula any_holds(std::vector<Formula> parts)
{
    return joined(Formula::Kind::any, std::move(parts), Formula::Kind::never, Formula::Kind::always);
}

Formula negated(const Formula& formula)
{
    switch (formula.kind)
    {
    case Formula::Kind::always:
    case Formula::Kind::never:
        return truth_formula(formula.is(Formula::Kind::never));
    case Formula::Kind::atom:
        return negated_atom(formula.atom);
    default:
        break;
    }
    std::vector<Formula> parts;
    parts.reserve(formula.parts.size());
    for (const Formula& part : formula.parts)
        parts.push_back(negated(part));
    return formula.is(Formula::Kind::all) ? any_holds(std::move(parts)) : all_hold(std::move(parts));
}

Formula compared(const Linear& a, Operation comparison, const Linear& b)
{
    const Linear difference = added(a, b, -1);
    switch (comparison)
    {
    case Operation::less:
        return related_to_zero(AtomKind::below, difference);
    case Operation::less_or_equal:
        return related_to_zero(AtomKind::at_most, difference);
    case Operation::greater:
        return related_to_zero(AtomKind::below, scaled(difference, -1));
    case Operation::greater_or_equal:
        return related_to_zero(AtomKind::at_most, scaled(difference, -1));
    case Operation::equal:
        return related_to_zero(AtomKind::zero, difference);
    default:
        return negated(related_to_zero(AtomKind::zero, difference));
    }
}

Formula is_whole(const Linear& sum)
{
    if (sum.is_constant())
        return truth_formula(sum.constant == std::floor(sum.constant));
    return of_atom(AtomKind::whole, sum);
}

Formula has_text(Variable which, std::string folded_text)
{
    Formula formula;
    formula.kind = Formula::Kind::atom;
    formula.atom.kind = AtomKind::same_text;
    formula.atom.variable = which;
    formula.atom.text = std::move(folded_text);
    return formula;
}

Formula has_state(Variable which, unsigned states)
{
    Formula formula;
    formula.kind = Formula::Kind::atom;
    formula.atom.kind = AtomKind::in_state;
    formula.atom.variable = which;
    formula.atom.states = states;
    return formula;
}

} // namespace trinvis::rules
