// SPDX-License-Identifier: MPL-2.0
#include "rules/binding.hpp"

#include "rules/functions.hpp"
#include "rules/row_loops.hpp"
#include "table/near_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <any>
#include <array>
#include <cmath>

namespace trinvis::rules
{

namespace
{

using BindResult = std::variant<Bound, RuleFault>;

/// Sums of typed decimals differ in the last bits; a rule must not.
constexpr double relative_tolerance = 1e-9;

template <Operation operation>
bool number_holds(double a, double b)
{
    const double larger = std::max(std::fabs(a), std::fabs(b));
    const bool near = std::fabs(a - b) <= relative_tolerance * std::max(1.0, larger);
    if constexpr (operation == Operation::equal)
        return near;
    else if constexpr (operation == Operation::unequal)
        return !near;
    else if constexpr (operation == Operation::less)
        return !near & (a < b);
    else if constexpr (operation == Operation::less_or_equal)
        return near | (a < b);
    else if constexpr (operation == Operation::greater)
        return !near & (a > b);
    else
        return near | (a > b);
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

template <Operation operation>
double result_of(double a, double b)
{
    if constexpr (operation == Operation::add)
        return a + b;
    else if constexpr (operation == Operation::subtract)
        return a - b;
    else if constexpr (operation == Operation::multiply)
        return a * b;
    else
        return a / b;
}

std::size_t length(const Answers& a, const Answers& b, std::size_t rows)
{
    return a.size() == 1 && b.size() == 1 ? 1 : rows;
}

/// Without branches, and with each part of the result by itself, or the compiler computes one row at a time.
template <Operation operation>
Value calculate(const Value& left, const Value& right)
{
    const double result = result_of<operation>(left.number, right.number);
    // Division by zero and numbers beyond double's range leave nothing to compare with.
    const ValueState computed = std::isfinite(result) ? ValueState::number : ValueState::missing;
    const ValueState of_right = right.is_number() ? computed : right.state;
    const ValueState state = left.is_number() ? of_right : left.state;
    return {state, state == ValueState::number ? result : 0};
}

template <Operation operation>
Answers calculated_with(const Answers& a, const Answers& b, std::size_t rows)
{
    return answers_of(for_two<Value>(a.numbers, b.numbers, rows,
                                     [](const Value& left, const Value& right)
                                     { return calculate<operation>(left, right); }));
}

Answers calculated(Operation operation, const Answers& a, const Answers& b, std::size_t rows)
{
    switch (operation)
    {
    case Operation::add:
        return calculated_with<Operation::add>(a, b, rows);
    case Operation::subtract:
        return calculated_with<Operation::subtract>(a, b, rows);
    case Operation::multiply:
        return calculated_with<Operation::multiply>(a, b, rows);
    default:
        return calculated_with<Operation::divide>(a, b, rows);
    }
}

template <Operation operation>
Answers compared_numbers_with(const Answers& a, const Answers& b, std::size_t rows)
{
    return answers_of(for_two<Truth>(a.numbers, b.numbers, rows,
                                     [](const Value& left, const Value& right)
                                     {
                                         const bool known = left.is_number() & right.is_number();
                                         const bool holds = number_holds<operation>(left.number, right.number);
                                         return known ? (holds ? Truth::yes : Truth::no) : Truth::undecided;
                                     }));
}

Answers compared_numbers(Operation operation, const Answers& a, const Answers& b, std::size_t rows)
{
    switch (operation)
    {
    case Operation::equal:
        return compared_numbers_with<Operation::equal>(a, b, rows);
    case Operation::unequal:
        return compared_numbers_with<Operation::unequal>(a, b, rows);
    case Operation::less:
        return compared_numbers_with<Operation::less>(a, b, rows);
    case Operation::less_or_equal:
        return compared_numbers_with<Operation::less_or_equal>(a, b, rows);
    case Operation::greater:
        return compared_numbers_with<Operation::greater>(a, b, rows);
    default:
        return compared_numbers_with<Operation::greater_or_equal>(a, b, rows);
    }
}

Answers compared_texts(Operation operation, const Answers& a, const Answers& b, std::size_t rows)
{
    std::vector<Truth> results(length(a, b, rows));
    // Neighbouring rows mostly say the same.
    std::string_view last_left;
    std::string_view last_right;
    Truth last = Truth::undecided;
    for (std::size_t row = 0; row < results.size(); ++row)
    {
        const std::string_view left = a.text(row);
        const std::string_view right = b.text(row);
        if (row > 0 && left.data() == last_left.data() && left.size() == last_left.size() &&
            right.data() == last_right.data() && right.size() == last_right.size())
        {
            results[row] = last;
            continue;
        }
        last_left = left;
        last_right = right;
        if (is_missing(left) || is_missing(right))
            last = Truth::undecided;
        else
        {
            const int order = left == right ? 0 : folded(left).compare(folded(right));
            last = holds(operation, order) ? Truth::yes : Truth::no;
        }
        results[row] = last;
    }
    return answers_of(std::move(results));
}

RuleFault wrong_type(std::string_view where)
{
    return {"rule.fault.type", {{"where", std::string(where)}}};
}

/// The fault of an unknown name, with the nearest known one where there is one.
RuleFault unknown(std::string_view key, std::string_view name, const std::vector<std::string>& known)
{
    const std::string near = nearest_name(name, known);
    if (near.empty())
        return {std::string(key), {{"name", std::string(name)}}};
    return {std::string(key) + "_near", {{"name", std::string(name)}, {"near", near}}};
}

std::vector<std::string> function_names()
{
    std::vector<std::string> names;
    for (const Function& function : functions())
        for (const std::string_view name : {function.danish, function.english})
            names.emplace_back(name);
    return names;
}

/// A column as it was asked for: the rule's own or another table's.
std::variant<const Column*, RuleFault> find_column(const Expression& expression, const Table& own,
                                                   const Surroundings& surroundings)
{
    const Table* table = &own;
    if (!expression.table.empty())
    {
        table = surroundings.find_table ? surroundings.find_table(expression.table) : nullptr;
        if (!table)
            return unknown("rule.fault.unknown_table", expression.table, surroundings.table_names);
    }
    if (std::find(table->doubled.begin(), table->doubled.end(), folded(expression.name)) != table->doubled.end())
        return RuleFault{"rule.fault.doubled_column", {{"name", expression.name}}};
    if (const Column* column = table->column(expression.name))
        return column;
    return unknown("rule.fault.unknown_column", expression.name, table->column_names());
}

Type type_of_column(const Column& column, std::optional<Type> wanted)
{
    return column.both && wanted && *wanted != Type::truth ? *wanted : column.type;
}

Answers whole_column(const Column& column, Type type)
{
    Answers answers;
    answers.type = type;
    if (type == Type::text)
        answers.texts = column.texts;
    else
        answers.numbers = column.numbers;
    return answers;
}

std::optional<Type> wanted_for(Takes takes)
{
    switch (takes)
    {
    case Takes::number:
        return Type::number;
    case Takes::text:
        return Type::text;
    case Takes::truth:
        return Type::truth;
    default:
        return std::nullopt;
    }
}

bool fits(Takes takes, Type type)
{
    return takes == Takes::key ? type != Type::truth : takes == Takes::column || wanted_for(takes) == type;
}

void add_reads(Bound& whole, const Bound& part)
{
    whole.reach = std::max(whole.reach, part.reach);
    for (const Column* column : part.reads)
        if (std::find(whole.reads.begin(), whole.reads.end(), column) == whole.reads.end())
            whole.reads.push_back(column);
    whole.columns.insert(whole.columns.end(), part.columns.begin(), part.columns.end());
}

/// Keeps the answers for the block that was asked for last, for the next rule that asks the same. While nobody else asks
/// (several is false) nothing is kept: the memory is then still in the processor's cache when it is used again.
Bound shared(Bound bound, std::shared_ptr<const bool> several)
{
    struct Memo
    {
        bool filled = false;
        Rows rows;
        std::uint64_t edition = 0;
        Answers answers;
    };
    const auto memo = std::make_shared<Memo>();
    bound.run = [run = std::move(bound.run), memo, reads = bound.reads, several = std::move(several)](Rows rows)
    {
        if (!*several)
            return run(rows);
        const std::uint64_t edition = edition_of(reads);
        if (!memo->filled || memo->rows != rows || memo->edition != edition)
        {
            memo->answers = run(rows);
            memo->rows = rows;
            memo->edition = edition;
            memo->filled = true;
        }
        return memo->answers;
    };
    return bound;
}

void collect_columns(const Expression& expression, std::vector<std::string>& names)
{
    if (expression.operation == Operation::column && expression.table.empty())
        names.push_back(expression.name);
    for (const Expression& part : expression.parts)
        collect_columns(part, names);
}

} // namespace

Binder::Binder(const Table& table, const Surroundings& surroundings) : m_table(table), m_surroundings(surroundings)
{
}

std::variant<Bound, RuleFault> Binder::bind(const Expression& expression)
{
    return bind_as(expression, std::nullopt);
}

Binder::Result Binder::bind_as(const Expression& expression, std::optional<Type> wanted)
{
    const std::string key = std::to_string(wanted ? static_cast<int>(*wanted) : -1) + to_text(expression);
    if (const auto known = m_bound.find(key); known != m_bound.end())
    {
        *known->second.several = true;
        return known->second.result;
    }
    Result result = bind_new(expression, wanted);
    const auto several = std::make_shared<bool>(false);
    if (Bound* bound = std::get_if<Bound>(&result); bound && !expression.parts.empty())
        *bound = shared(std::move(*bound), several);
    // Faults are kept too: functions that take numbers or texts would else ask for them again at every level.
    m_bound.emplace(key, Known{result, several});
    return result;
}

Binder::Result Binder::bind_new(const Expression& expression, std::optional<Type> wanted)
{
    switch (expression.operation)
    {
    case Operation::number:
    {
        Answers answer = answers_of(std::vector<Value>{{ValueState::number, expression.number}});
        return Bound{Type::number, [answer](Rows /*rows*/) { return answer; }, Reach::row, {}, {}};
    }
    case Operation::text:
    {
        const auto text = std::make_shared<const std::string>(expression.name);
        Answers answer = answers_of(std::vector<std::string_view>{*text});
        return Bound{Type::text, [answer, text](Rows /*rows*/) { return answer; }, Reach::row, {}, {}};
    }
    case Operation::column:
        return bind_column(expression, wanted);
    case Operation::call:
        return bind_call(expression, wanted);
    case Operation::negate:
    {
        Expression zero_minus;
        zero_minus.operation = Operation::subtract;
        zero_minus.parts = {Expression{}, expression.parts.front()};
        return bind_operator(zero_minus);
    }
    default:
        return bind_operator(expression);
    }
}

Binder::Result Binder::bind_column(const Expression& expression, std::optional<Type> wanted) const
{
    if (!expression.table.empty())
        return RuleFault{"rule.fault.foreign_column", {{"name", expression.table + "!" + expression.name}}};
    const auto found = find_column(expression, m_table, m_surroundings);
    if (const auto* fault = std::get_if<RuleFault>(&found))
        return *fault;
    const Column* column = std::get<const Column*>(found);
    const Type type = type_of_column(*column, wanted);
    return Bound{type,
                 [column, type](Rows rows)
                 {
                     Answers answers;
                     answers.type = type;
                     if (type == Type::text)
                         answers.texts =
                             std::span<const std::string_view>(column->texts).subspan(rows.first, rows.count);
                     else
                         answers.numbers = std::span<const Value>(column->numbers).subspan(rows.first, rows.count);
                     return answers;
                 },
                 Reach::row,
                 {column},
                 {}};
}

Binder::Result Binder::bind_call(const Expression& expression, std::optional<Type> wanted)
{
    std::vector<const Function*> candidates = find_functions(expression.name);
    if (candidates.empty())
        return unknown("rule.fault.unknown_function", expression.name, function_names());
    const auto fits_count = [&](const Function* function)
    {
        const std::size_t given = expression.parts.size();
        return given >= function->least && given <= function->most &&
               (function->repeating < 2 || (given - function->least) % function->repeating == 0);
    };
    if (std::none_of(candidates.begin(), candidates.end(), fits_count))
        return RuleFault{"rule.fault.argument_count",
                         {{"name", expression.name}, {"n", std::to_string(expression.parts.size())}}};
    std::stable_partition(candidates.begin(), candidates.end(),
                          [&](const Function* function) { return wanted && function->result == *wanted; });
    if (candidates.size() > 1)
        std::stable_partition(candidates.begin(), candidates.end(),
                              [&](const Function* function)
                              { return fits_count(function) && fits_as_they_are(*function, expression); });
    std::optional<RuleFault> first_fault;
    for (const Function* function : candidates)
    {
        if (!fits_count(function))
            continue;
        Result result = bind_overload(*function, expression);
        if (std::holds_alternative<Bound>(result))
            return result;
        if (!first_fault || first_fault->key == "rule.fault.type")
            first_fault = std::get<RuleFault>(std::move(result));
    }
    return *first_fault;
}

/// True when a function takes its arguments without any cell being read as what it mostly is not.
bool Binder::fits_as_they_are(const Function& function, const Expression& expression)
{
    for (std::size_t i = 0; i < expression.parts.size(); ++i)
    {
        const Takes takes = function.takes_at(i);
        if (takes == Takes::key)
            continue;
        if (takes == Takes::column)
        {
            if (i > 0 || function.takes_at(1) != Takes::column || expression.parts[i].operation != Operation::column)
                continue;
            const auto found = find_column(expression.parts[i], m_table, m_surroundings);
            const auto* column = std::get_if<const Column*>(&found);
            if (column && (*column)->type != function.result)
                return false;
            continue;
        }
        const Result part = bind_as(expression.parts[i], std::nullopt);
        if (const auto* bound = std::get_if<Bound>(&part); bound && bound->type != wanted_for(takes))
            return false;
    }
    return true;
}

Binder::Result Binder::bind_overload(const Function& function, const Expression& expression)
{
    Bound call{function.result, {}, function.reach, {}, {}};
    std::vector<Bound> arguments(expression.parts.size());
    const auto bind_row_argument = [&](std::size_t i) -> std::optional<RuleFault>
    {
        const Takes takes = function.takes_at(i);
        Result part = bind_as(expression.parts[i], wanted_for(takes));
        if (auto* fault = std::get_if<RuleFault>(&part))
            return std::move(*fault);
        arguments[i] = std::get<Bound>(std::move(part));
        if (!fits(takes, arguments[i].type))
            return wrong_type(expression.name);
        return std::nullopt;
    };
    const auto bind_column_argument = [&](std::size_t i) -> std::optional<RuleFault>
    {
        if (expression.parts[i].operation != Operation::column)
            return RuleFault{"rule.fault.needs_column", {{"name", expression.name}, {"n", std::to_string(i + 1)}}};
        const auto found = find_column(expression.parts[i], m_table, m_surroundings);
        if (const auto* fault = std::get_if<RuleFault>(&found))
            return *fault;
        const Column* column = std::get<const Column*>(found);
        // A key column is read as what it is compared with; a column of results as what the function gives.
        std::optional<Type> wanted = i == 0 && function.takes_at(1) == Takes::column ? function.result : Type::number;
        if (i + 1 < arguments.size() && function.takes_at(i + 1) == Takes::key)
            wanted = arguments[i + 1].type;
        const Type type = type_of_column(*column, wanted);
        if (i == 0 && function.takes_at(1) == Takes::column && type != *wanted)
            return wrong_type(expression.name);
        arguments[i] = Bound{
            type, [column, type](Rows /*rows*/) { return whole_column(*column, type); }, Reach::table, {column}, {}};
        return std::nullopt;
    };
    for (const bool columns : {false, true})
        for (std::size_t i = 0; i < arguments.size(); ++i)
            if ((function.takes_at(i) == Takes::column) == columns)
                if (auto fault = columns ? bind_column_argument(i) : bind_row_argument(i))
                    return *std::move(fault);
    for (const Bound& argument : arguments)
        add_reads(call, argument);
    const auto memory = std::make_shared<std::any>();
    const auto compute = [&function, arguments, memory, table = &m_table, surroundings = &m_surroundings](Rows rows)
    {
        // Of a thing's rounds the earlier ones are asked for too: they stand just before.
        const bool rounds = function.reach == Reach::rounds && table->rounds > 0;
        const std::size_t before = rounds ? rows.first % table->rounds : 0;
        std::vector<Answers> values;
        std::vector<std::uint64_t> editions;
        values.reserve(arguments.size());
        for (const Bound& argument : arguments)
        {
            values.push_back(argument.run({rows.first - before, rows.count + before}));
            if (function.reach == Reach::table)
                editions.push_back(edition_of(argument.reads));
        }
        return function.compute({values, rows.count, rows.first, before, *table, *surroundings, editions, *memory});
    };
    if (function.reach != Reach::table)
        call.run = compute;
    else
    {
        // Computed for the whole table once, whatever block is asked for.
        const Bound all =
            shared({function.result, compute, Reach::table, call.reads, {}}, std::make_shared<const bool>(true));
        const auto for_all_rows = [all, table = &m_table] { return all.run({0, table->rows}); };
        call.run = [for_all_rows](Rows rows) { return for_all_rows().part(rows); };
        call.columns.emplace_back(for_all_rows);
    }
    return call;
}

Binder::Result Binder::bind_operator(const Expression& expression)
{
    std::array<Bound, 2> sides;
    std::array<std::optional<Type>, 2> wanted;
    const bool comparison = expression.operation >= Operation::equal;
    if (!comparison)
        wanted = {Type::number, Type::number};
    // A cell may be read as number or as text: the other side decides.
    for (const bool again : {false, true})
    {
        for (std::size_t i = 0; i < 2; ++i)
        {
            Result side = bind_as(expression.parts[i], wanted[i]);
            if (std::holds_alternative<RuleFault>(side))
                return side;
            sides[i] = std::get<Bound>(std::move(side));
        }
        if (again || sides[0].type == sides[1].type)
            break;
        wanted = {sides[1].type, sides[0].type};
        for (std::size_t i = 0; i < 2; ++i)
            if (expression.parts[i].operation != Operation::column)
                wanted[i] = std::nullopt;
        if (wanted[0] && wanted[1])
            wanted = {Type::text, Type::text};
    }
    const Operation operation = expression.operation;
    const Type type = sides[0].type;
    if (type != sides[1].type || type == Type::truth || (type == Type::text && !comparison))
        return wrong_type(comparison ? "= < >" : "+ - * /");
    Bound bound{comparison ? Type::truth : Type::number, {}, Reach::row, {}, {}};
    add_reads(bound, sides[0]);
    add_reads(bound, sides[1]);
    const auto compute = !comparison ? calculated : type == Type::text ? compared_texts : compared_numbers;
    bound.run = [operation, compute, a = sides[0], b = sides[1]](Rows rows)
    { return compute(operation, a.run(rows), b.run(rows), rows.count); };
    return bound;
}

std::uint64_t edition_of(const std::vector<const Column*>& reads)
{
    std::uint64_t sum = 0;
    for (const Column* column : reads)
        sum += column->edition;
    return sum;
}

std::variant<Bound, RuleFault> bind(const Expression& expression, const Table& table, const Surroundings& surroundings)
{
    return Binder(table, surroundings).bind(expression);
}

std::vector<std::string> columns_in(const Expression& expression)
{
    std::vector<std::string> names;
    collect_columns(expression, names);
    return names;
}

} // namespace trinvis::rules
