// SPDX-License-Identifier: MPL-2.0
#include "rules/compiled.hpp"

#include "rules/functions.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis::rules
{

namespace
{

using BindResult = std::variant<Bound, RuleFault>;

/// Sums of typed decimals differ in the last bits; a rule must not.
constexpr double relative_tolerance = 1e-9;

int compare_numbers(double a, double b)
{
    if (std::fabs(a - b) <= relative_tolerance * std::fmax(1.0, std::fmax(std::fabs(a), std::fabs(b))))
        return 0;
    return a < b ? -1 : 1;
}

bool holds(Operation operation, int order)
{
    switch (operation)
    {
    case Operation::equal:
        return order == 0;
    case Operation::unequal:
        return order != 0;
    case Operation::less:
        return order < 0;
    case Operation::less_or_equal:
        return order <= 0;
    case Operation::greater:
        return order > 0;
    default:
        return order >= 0;
    }
}

double calculate(Operation operation, double a, double b)
{
    switch (operation)
    {
    case Operation::add:
        return a + b;
    case Operation::subtract:
        return a - b;
    case Operation::multiply:
        return a * b;
    default:
        return a / b;
    }
}

std::size_t length(const Answers& a, const Answers& b, std::size_t rows)
{
    const auto single = [](const Answers& answers)
    { return answers.type == Type::number ? answers.numbers.size() == 1 : answers.texts.size() == 1; };
    return single(a) && single(b) ? 1 : rows;
}

Answers calculated(Operation operation, const Answers& a, const Answers& b, std::size_t rows)
{
    std::vector<Value> results(length(a, b, rows));
    for (std::size_t row = 0; row < results.size(); ++row)
    {
        const Value& left = a.number(row);
        const Value& right = b.number(row);
        if (!left.is_number())
            results[row] = left;
        else if (!right.is_number())
            results[row] = right;
        else if (operation == Operation::divide && right.number == 0)
            results[row] = {ValueState::missing};
        else
            results[row] = {ValueState::number, calculate(operation, left.number, right.number)};
    }
    return answers_of(std::move(results));
}

Answers compared_numbers(Operation operation, const Answers& a, const Answers& b, std::size_t rows)
{
    std::vector<Truth> results(rows);
    for (std::size_t row = 0; row < rows; ++row)
    {
        const Value& left = a.number(row);
        const Value& right = b.number(row);
        if (!left.is_number() || !right.is_number())
            results[row] = Truth::undecided;
        else
            results[row] = holds(operation, compare_numbers(left.number, right.number)) ? Truth::yes : Truth::no;
    }
    return answers_of(std::move(results));
}

Answers compared_texts(Operation operation, const Answers& a, const Answers& b, std::size_t rows)
{
    std::vector<Truth> results(rows);
    for (std::size_t row = 0; row < rows; ++row)
    {
        const std::string_view left = a.text(row);
        const std::string_view right = b.text(row);
        const int order = left == right ? 0 : folded(left).compare(folded(right));
        results[row] = holds(operation, order) ? Truth::yes : Truth::no;
    }
    return answers_of(std::move(results));
}

RuleFault wrong_type(std::string_view where)
{
    return {"rule.fault.type", {{"where", std::string(where)}}};
}

BindResult bind_column(const Expression& expression, const Table& table)
{
    const Column* column = table.column(expression.name);
    if (!column)
        return RuleFault{"rule.fault.unknown_column", {{"name", expression.name}}};
    return Bound{column->type, [column](std::size_t /*rows*/)
                 {
                     Answers answers;
                     answers.type = column->type;
                     answers.numbers = column->numbers;
                     answers.texts = column->texts;
                     return answers;
                 }};
}

BindResult bind_call(const Expression& expression, const Table& table, const Surroundings& surroundings)
{
    const Function* function = find_function(expression.name);
    if (!function)
        return RuleFault{"rule.fault.unknown_function", {{"name", expression.name}}};
    if (expression.parts.size() < function->least || expression.parts.size() > function->most)
        return RuleFault{"rule.fault.argument_count",
                         {{"name", expression.name}, {"n", std::to_string(expression.parts.size())}}};
    std::vector<Bound> arguments;
    for (std::size_t i = 0; i < expression.parts.size(); ++i)
    {
        BindResult part = bind(expression.parts[i], table, surroundings);
        if (std::holds_alternative<RuleFault>(part))
            return part;
        arguments.push_back(std::get<Bound>(std::move(part)));
        if (arguments.back().type != function->arguments[std::min(i, function->arguments.size() - 1)])
            return wrong_type(expression.name);
    }
    return Bound{function->result, [function, arguments, &surroundings](std::size_t rows)
                 {
                     std::vector<Answers> values;
                     values.reserve(arguments.size());
                     for (const Bound& argument : arguments)
                         values.push_back(argument.run(rows));
                     return function->compute(values, rows, surroundings);
                 }};
}

BindResult bind_operator(const Expression& expression, const Table& table, const Surroundings& surroundings)
{
    BindResult left = bind(expression.parts[0], table, surroundings);
    if (std::holds_alternative<RuleFault>(left))
        return left;
    BindResult right = bind(expression.parts[1], table, surroundings);
    if (std::holds_alternative<RuleFault>(right))
        return right;
    Bound a = std::get<Bound>(std::move(left));
    Bound b = std::get<Bound>(std::move(right));
    const Operation operation = expression.operation;
    const bool comparison = operation >= Operation::equal;
    if (a.type != b.type || a.type == Type::truth || (a.type == Type::text && !comparison))
        return wrong_type(comparison ? "= < >" : "+ - * /");
    if (!comparison)
        return Bound{Type::number, [operation, a, b](std::size_t rows)
                     { return calculated(operation, a.run(rows), b.run(rows), rows); }};
    if (a.type == Type::text)
        return Bound{Type::truth, [operation, a, b](std::size_t rows)
                     { return compared_texts(operation, a.run(rows), b.run(rows), rows); }};
    return Bound{Type::truth, [operation, a, b](std::size_t rows)
                 { return compared_numbers(operation, a.run(rows), b.run(rows), rows); }};
}

void collect_columns(const Expression& expression, std::vector<std::string>& names)
{
    if (expression.operation == Operation::column)
        names.push_back(expression.name);
    for (const Expression& part : expression.parts)
        collect_columns(part, names);
}

template <typename Element>
std::span<const Element> kept(std::vector<Element> values, std::shared_ptr<const void>& owner)
{
    const auto shared = std::make_shared<const std::vector<Element>>(std::move(values));
    owner = shared;
    return *shared;
}

} // namespace

Answers answers_of(std::vector<Value> numbers)
{
    Answers answers;
    answers.type = Type::number;
    answers.numbers = kept(std::move(numbers), answers.owner);
    return answers;
}

Answers answers_of(std::vector<std::string_view> texts)
{
    Answers answers;
    answers.type = Type::text;
    answers.texts = kept(std::move(texts), answers.owner);
    return answers;
}

Answers answers_of(std::vector<Truth> truths)
{
    Answers answers;
    answers.type = Type::truth;
    answers.truths = kept(std::move(truths), answers.owner);
    return answers;
}

BindResult bind(const Expression& expression, const Table& table, const Surroundings& surroundings)
{
    switch (expression.operation)
    {
    case Operation::number:
        return Bound{Type::number, [value = expression.number](std::size_t /*rows*/) {
                         return answers_of(std::vector<Value>{{ValueState::number, value}});
                     }};
    case Operation::text:
    {
        const auto text = std::make_shared<const std::string>(expression.name);
        return Bound{Type::text,
                     [text](std::size_t /*rows*/) { return answers_of(std::vector<std::string_view>{*text}); }};
    }
    case Operation::column:
        return bind_column(expression, table);
    case Operation::call:
        return bind_call(expression, table, surroundings);
    case Operation::negate:
    {
        Expression zero_minus;
        zero_minus.operation = Operation::subtract;
        zero_minus.parts = {Expression{}, expression.parts.front()};
        return bind_operator(zero_minus, table, surroundings);
    }
    default:
        return bind_operator(expression, table, surroundings);
    }
}

std::vector<std::string> columns_in(const Expression& expression)
{
    std::vector<std::string> names;
    collect_columns(expression, names);
    return names;
}

} // namespace trinvis::rules
