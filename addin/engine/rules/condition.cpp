// SPDX-License-Identifier: MPL-2.0
#include "rules/condition.hpp"

#include "rules/functions.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace trinvis::rules
{

namespace
{

using Cases = std::optional<std::vector<NumberCase>>;

/// Beyond this many cases an expression is opaque: MAX of many columns doubles them with each.
constexpr std::size_t most_cases = 64;

std::string_view function_name(const Expression& expression)
{
    if (expression.operation != Operation::call)
        return {};
    const auto& found = find_functions(expression.name);
    return found.empty() ? std::string_view{} : found.front()->danish;
}

Expression made(Operation operation, std::vector<Expression> parts)
{
    Expression expression;
    expression.operation = operation;
    expression.parts = std::move(parts);
    return expression;
}

bool is_comparison(Operation operation)
{
    return operation >= Operation::equal;
}

Condition decided(Formula yes)
{
    Formula no = negated(yes);
    return {std::move(yes), std::move(no)};
}

Condition known_condition(Truth truth)
{
    return {truth_formula(truth == Truth::yes), truth_formula(truth == Truth::no)};
}

/// a · b, nothing when both hold something unknown.
std::optional<Linear> product(const Linear& a, const Linear& b)
{
    if (a.is_constant())
        return scaled(b, a.constant);
    if (b.is_constant())
        return scaled(a, b.constant);
    return std::nullopt;
}

/// a.numerator · b.denominator and b.numerator · a.denominator: both over a common denominator.
struct CommonDenominator
{
    Linear a;
    Linear b;
    Linear denominator;
};

std::optional<CommonDenominator> common_denominator(const NumberCase& a, const NumberCase& b)
{
    if (a.denominator == b.denominator)
        return CommonDenominator{a.numerator, b.numerator, a.denominator};
    const auto left = product(a.numerator, b.denominator);
    const auto right = product(b.numerator, a.denominator);
    const auto denominator = product(a.denominator, b.denominator);
    if (!left || !right || !denominator)
        return std::nullopt;
    return CommonDenominator{*left, *right, *denominator};
}

/// Two denominators above 0 of which one is the other's negative: such cases never come together.
bool exclude_each_other(const NumberCase& a, const NumberCase& b)
{
    return !a.denominator.is_constant() && a.denominator == scaled(b.denominator, -1);
}

class Reader
{
public:
    explicit Reader(Unknowns& unknowns) : m_unknowns(unknowns)
    {
    }

    Condition condition(const Expression& expression)
    {
        if (!m_unknowns.touches(expression))
            return known_condition(m_unknowns.truth(expression));
        if (is_comparison(expression.operation))
            return comparison(expression);
        const std::string_view function = function_name(expression);
        if (function == "OG" || function == "ELLER")
            return joined(expression, function == "OG");
        if (function == "IKKE")
        {
            Condition inner = condition(expression.parts.front());
            return {std::move(inner.no), std::move(inner.yes)};
        }
        if (function == "ER.TAL")
            if (const Cases cases = number(expression.parts.front()))
            {
                std::vector<Formula> guards;
                for (const NumberCase& one : *cases)
                    guards.push_back(one.guard);
                return decided(any_holds(std::move(guards)));
            }
        if (function == "ER.HELTAL")
            if (auto whole = whole_number(expression.parts.front()))
                return *std::move(whole);
        if (auto state = state_condition(function, expression))
            return *std::move(state);
        if (function == "ER.UDEN.TEKST")
            return same_texts(expression.parts.front(), made(Operation::text, {}));
        return m_unknowns.opaque_truth(expression);
    }

private:
    Condition joined(const Expression& expression, bool all)
    {
        std::vector<Formula> yes;
        std::vector<Formula> no;
        for (const Expression& part : expression.parts)
        {
            Condition one = condition(part);
            yes.push_back(std::move(one.yes));
            no.push_back(std::move(one.no));
        }
        if (all)
            return {all_hold(std::move(yes)), any_holds(std::move(no))};
        return {any_holds(std::move(yes)), all_hold(std::move(no))};
    }

    std::optional<Condition> state_condition(std::string_view function, const Expression& expression)
    {
        static constexpr std::array<std::pair<std::string_view, ValueState>, 3> states{
            {{"ER.TOM", ValueState::empty}, {"ER.TEKST", ValueState::text}, {"ER.FEJL", ValueState::error}}};
        for (const auto& [name, state] : states)
            if (function == name && expression.parts.front().operation == Operation::column)
                return m_unknowns.column_state(expression.parts.front(), state);
        return std::nullopt;
    }

    /// Nothing where it depends on the arguments.
    [[nodiscard]] std::optional<Type> type_of(const Expression& expression)
    {
        if (expression.operation == Operation::text)
            return Type::text;
        if (expression.operation == Operation::column)
            return m_unknowns.column_type(expression);
        if (expression.operation != Operation::call)
            return is_comparison(expression.operation) ? Type::truth : Type::number;
        const auto& found = find_functions(expression.name);
        const bool one_type =
            std::all_of(found.begin(), found.end(),
                        [&](const Function* function) { return function->result == found.front()->result; });
        return found.empty() || !one_type ? std::nullopt : std::optional(found.front()->result);
    }

    Condition comparison(const Expression& expression)
    {
        const Expression& left = expression.parts[0];
        const Expression& right = expression.parts[1];
        // Where a cell is read as what it mostly is not, or a function's type depends, the sides are not understood.
        if (!type_of(left) || type_of(left) != type_of(right))
            return m_unknowns.opaque_truth(expression);
        if (type_of(left) == Type::text)
        {
            if (expression.operation == Operation::equal)
                return same_texts(left, right);
            if (expression.operation != Operation::unequal)
                return m_unknowns.opaque_truth(expression);
            Condition same = same_texts(left, right);
            return {std::move(same.no), std::move(same.yes)};
        }
        const Cases a = number(left);
        const Cases b = number(right);
        if (!a || !b || a->size() * b->size() > most_cases)
            return m_unknowns.opaque_truth(expression);
        std::vector<Formula> yes;
        std::vector<Formula> no;
        for (const NumberCase& one : *a)
            for (const NumberCase& other : *b)
            {
                if (exclude_each_other(one, other))
                    continue;
                const auto common = common_denominator(one, other);
                if (!common)
                    return m_unknowns.opaque_truth(expression);
                // The common denominator is above 0, so both sides may be multiplied by it.
                const Formula holds = compared(common->a, expression.operation, common->b);
                yes.push_back(all_hold({one.guard, other.guard, holds}));
                no.push_back(all_hold({one.guard, other.guard, negated(holds)}));
            }
        return {any_holds(std::move(yes)), any_holds(std::move(no))};
    }

    std::optional<std::string> known_text(const Expression& expression)
    {
        if (expression.operation == Operation::text)
            return folded(expression.name);
        if (!m_unknowns.touches(expression))
            return folded(m_unknowns.text(expression));
        return std::nullopt;
    }

    Condition same_texts(const Expression& left, const Expression& right)
    {
        const auto a = known_text(left);
        const auto b = known_text(right);
        if (a && b)
            return decided(truth_formula(*a == *b));
        if (!a && !b)
            return m_unknowns.opaque_truth(made(Operation::equal, {left, right}));
        return decided(a ? has_text(m_unknowns.text_of(right), *a) : has_text(m_unknowns.text_of(left), *b));
    }

    std::optional<Condition> whole_number(const Expression& expression)
    {
        const Cases cases = number(expression);
        if (!cases)
            return std::nullopt;
        std::vector<Formula> yes;
        std::vector<Formula> no;
        for (const NumberCase& one : *cases)
        {
            if (!one.denominator.is_constant())
                return std::nullopt;
            const Formula whole = is_whole(scaled(one.numerator, 1 / one.denominator.constant));
            yes.push_back(all_hold({one.guard, whole}));
            no.push_back(all_hold({one.guard, negated(whole)}));
        }
        return Condition{any_holds(std::move(yes)), any_holds(std::move(no))};
    }

    /// The cases of a number; opaque where its form is not understood, nothing where even that is too much.
    Cases number(const Expression& expression)
    {
        if (expression.operation == Operation::number)
            return std::vector<NumberCase>{{truth_formula(true), constant(expression.number)}};
        if (!m_unknowns.touches(expression))
        {
            const Value value = m_unknowns.number(expression);
            if (!value.is_number())
                return std::vector<NumberCase>{};
            return std::vector<NumberCase>{{truth_formula(true), constant(value.number)}};
        }
        Cases cases;
        if (expression.operation == Operation::column)
            cases = m_unknowns.number_column(expression);
        else if (expression.operation == Operation::call)
            cases = called(expression);
        else if (expression.operation == Operation::negate)
            cases = combined(Operation::subtract, std::vector<NumberCase>{{truth_formula(true), constant(0)}},
                             number(expression.parts.front()));
        else
            cases = combined(expression.operation, number(expression.parts[0]), number(expression.parts[1]));
        if (!cases || cases->size() > most_cases)
            return m_unknowns.opaque_number(expression);
        return cases;
    }

    Cases called(const Expression& expression)
    {
        const std::string_view function = function_name(expression);
        if (function == "ABS")
            return absolute(number(expression.parts.front()));
        if (function != "SUM" && function != "MIN" && function != "MAKS")
            return std::nullopt;
        Cases result = number(expression.parts.front());
        for (std::size_t i = 1; i < expression.parts.size() && result; ++i)
        {
            const Cases next = number(expression.parts[i]);
            result =
                function == "SUM" ? combined(Operation::add, result, next) : extreme(result, next, function == "MAKS");
        }
        return result;
    }

    static Cases absolute(const Cases& inner)
    {
        if (!inner)
            return std::nullopt;
        std::vector<NumberCase> cases;
        for (const NumberCase& one : *inner)
        {
            const Formula negative = compared(one.numerator, Operation::less, constant(0));
            add(cases, {all_hold({one.guard, negated(negative)}), one.numerator, one.denominator});
            add(cases, {all_hold({one.guard, negative}), scaled(one.numerator, -1), one.denominator});
        }
        return cases;
    }

    static Cases extreme(const Cases& a, const Cases& b, bool greatest)
    {
        if (!a || !b || a->size() * b->size() > most_cases)
            return std::nullopt;
        std::vector<NumberCase> cases;
        for (const NumberCase& one : *a)
            for (const NumberCase& other : *b)
            {
                if (exclude_each_other(one, other))
                    continue;
                const auto common = common_denominator(one, other);
                if (!common)
                    return std::nullopt;
                const Formula first =
                    compared(common->a, greatest ? Operation::greater_or_equal : Operation::less_or_equal, common->b);
                add(cases, {all_hold({one.guard, other.guard, first}), one.numerator, one.denominator});
                add(cases, {all_hold({one.guard, other.guard, negated(first)}), other.numerator, other.denominator});
            }
        return cases;
    }

    static Cases combined(Operation operation, const Cases& a, const Cases& b)
    {
        if (!a || !b || a->size() * b->size() > most_cases)
            return std::nullopt;
        std::vector<NumberCase> cases;
        for (const NumberCase& one : *a)
            for (const NumberCase& other : *b)
                if (!exclude_each_other(one, other) && !combine(operation, one, other, cases))
                    return std::nullopt;
        return cases;
    }

    static bool combine(Operation operation, const NumberCase& one, const NumberCase& other,
                        std::vector<NumberCase>& cases)
    {
        const Formula both = all_hold({one.guard, other.guard});
        if (operation == Operation::add || operation == Operation::subtract)
        {
            const auto common = common_denominator(one, other);
            if (common)
                add(cases,
                    {both, added(common->a, common->b, operation == Operation::add ? 1 : -1), common->denominator});
            return common.has_value();
        }
        const bool division = operation == Operation::divide;
        const auto numerator = product(one.numerator, division ? other.denominator : other.numerator);
        const auto denominator = product(one.denominator, division ? other.numerator : other.denominator);
        if (!numerator || !denominator)
            return false;
        // A divisor of 0 gives no number; the others are brought above 0 by their sign.
        const Formula above = compared(*denominator, Operation::greater, constant(0));
        const Formula below = compared(*denominator, Operation::less, constant(0));
        add(cases, {all_hold({both, above}), *numerator, *denominator});
        add(cases, {all_hold({both, below}), scaled(*numerator, -1), scaled(*denominator, -1)});
        return true;
    }

    static void add(std::vector<NumberCase>& cases, NumberCase one)
    {
        if (!one.guard.is(Formula::Kind::never))
            cases.push_back(std::move(one));
    }

    Unknowns& m_unknowns;
};

} // namespace

Expression in_plain_terms(Expression expression)
{
    for (Expression& part : expression.parts)
        part = in_plain_terms(std::move(part));
    const std::string_view function = function_name(expression);
    const std::vector<Expression>& parts = expression.parts;
    const auto called = [](const char* name, std::vector<Expression> arguments)
    {
        Expression call = made(Operation::call, std::move(arguments));
        call.name = name;
        return call;
    };
    if (function == "MELLEM" && parts.size() == 3)
        return called("OG", {made(Operation::greater_or_equal, {parts[0], parts[1]}),
                             made(Operation::less_or_equal, {parts[0], parts[2]})});
    if (function == "MEDFØRER" && parts.size() == 2)
        return called("ELLER", {called("IKKE", {parts[0]}), parts[1]});
    if (function == "OMTRENT" && parts.size() == 3)
        return made(Operation::less_or_equal,
                    {called("ABS", {made(Operation::subtract, {parts[0], parts[1]})}), parts[2]});
    if (function == "NETOP.EN")
    {
        std::vector<Expression> ways;
        for (std::size_t chosen = 0; chosen < parts.size(); ++chosen)
        {
            std::vector<Expression> all;
            for (std::size_t i = 0; i < parts.size(); ++i)
                all.push_back(i == chosen ? parts[i] : called("IKKE", {parts[i]}));
            ways.push_back(called("OG", std::move(all)));
        }
        return called("ELLER", std::move(ways));
    }
    return expression;
}

Condition read_condition(const Expression& expression, Unknowns& unknowns)
{
    return Reader(unknowns).condition(expression);
}

std::string spelling(const Expression& expression,
                     const std::function<std::string(const Expression& column)>& column_name)
{
    switch (expression.operation)
    {
    case Operation::number:
    {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), expression.number).ptr;
        return {digits.data(), end};
    }
    case Operation::text:
        return '"' + folded(expression.name) + '"';
    case Operation::column:
        return expression.table.empty() ? '[' + column_name(expression) + ']' : to_text(expression);
    default:
        break;
    }
    const std::string_view function = function_name(expression);
    std::string text = "(" + std::to_string(static_cast<int>(expression.operation)) +
                       (function.empty() ? folded(expression.name) : std::string(function));
    for (const Expression& part : expression.parts)
        text += " " + spelling(part, column_name);
    return text + ")";
}

} // namespace trinvis::rules
