// SPDX-License-Identifier: MPL-2.0
#include "validation/rule_in_row.hpp"

#include "rules/condition.hpp"
#include "rules/functions.hpp"

#include <algorithm>
#include <utility>

namespace trinvis
{

namespace
{

using rules::Answers;
using rules::Column;
using rules::Condition;
using rules::Expression;
using rules::Formula;
using rules::NumberCase;
using rules::Operation;
using rules::Table;
using rules::Truth;
using rules::Type;
using rules::Variable;

/// Reads a rule in one row, its freed cells being unknown numbers or texts and all others what they are.
class FreedCells final : public rules::Unknowns
{
public:
    FreedCells(RuleInRow& instance, const Cells& freed, const RowCells& row_cells, Ledger& ledger)
        : m_instance(instance), m_freed(freed), m_row_cells(row_cells), m_ledger(ledger)
    {
    }

    bool touches(const Expression& expression) override
    {
        if (expression.operation == Operation::column && expression.table.empty())
            if (const Column* column = table().column(expression.name))
            {
                const ColumnCell cell = m_row_cells.at(table(), *column, m_instance.row);
                return (cell.cell && m_freed.contains(*cell.cell)) || (cell.divisor && m_freed.contains(*cell.divisor));
            }
        if (needs_all_rows(expression))
            return reaches_freed_cells(expression);
        return std::any_of(expression.parts.begin(), expression.parts.end(),
                           [this](const Expression& part) { return touches(part); });
    }
    Truth truth(const Expression& known) override
    {
        return m_instance.rule->answers(known).truth(m_instance.row);
    }
    Value number(const Expression& known) override
    {
        const Answers& answers = m_instance.rule->answers(known);
        return answers.type == Type::number ? answers.number(m_instance.row) : Value{ValueState::text};
    }
    std::string text(const Expression& known) override
    {
        const Answers& answers = m_instance.rule->answers(known);
        return answers.type == Type::text ? std::string(answers.text(m_instance.row)) : std::string{};
    }
    Type column_type(const Expression& column) override
    {
        return table().column(column.name)->type;
    }
    std::vector<NumberCase> number_column(const Expression& expression) override
    {
        const Column& column = *table().column(expression.name);
        const ColumnCell cell = m_row_cells.at(table(), column, m_instance.row);
        const auto number = [this](const Place& place) -> std::optional<rules::Linear>
        {
            if (m_freed.contains(place))
                return rules::variable(m_ledger.of(place));
            const Value value = m_row_cells.value(place);
            return value.is_number() ? std::optional(rules::constant(value.number)) : std::nullopt;
        };
        const auto numerator = number(*cell.cell);
        if (!numerator)
            return {};
        if (!cell.divisor)
            return {{rules::truth_formula(true), *numerator}};
        const auto divisor = number(*cell.divisor);
        if (!divisor)
            return {};
        const auto case_of = [&](double sign) -> NumberCase
        {
            return {rules::compared(rules::scaled(*divisor, sign), Operation::greater, rules::constant(0)),
                    rules::scaled(*numerator, sign * cell.factor), rules::scaled(*divisor, sign)};
        };
        return {case_of(1), case_of(-1)};
    }
    std::optional<Condition> column_state(const Expression& /*column*/, ValueState /*state*/) override
    {
        // A freed cell becomes a number, so it is neither empty nor a text nor an error.
        return Condition{rules::truth_formula(false), rules::truth_formula(true)};
    }
    Variable text_of(const Expression& expression) override
    {
        if (expression.operation != Operation::column)
            note_cells_of(expression);
        return m_ledger.of(key(expression));
    }
    std::vector<NumberCase> opaque_number(const Expression& expression) override
    {
        note_cells_of(expression);
        return {{rules::truth_formula(true), rules::variable(m_ledger.of(key(expression)))}};
    }
    Condition opaque_truth(const Expression& expression) override
    {
        note_cells_of(expression);
        const Variable which = m_ledger.of(key(expression));
        return {rules::has_state(which, 1), rules::has_state(which, 2)};
    }

private:
    [[nodiscard]] const Table& table() const
    {
        return m_instance.rule->table();
    }
    static bool needs_all_rows(const Expression& expression)
    {
        if (expression.operation != Operation::call)
            return false;
        const auto& found = rules::find_functions(expression.name);
        return !found.empty() && found.front()->reach != rules::Reach::row;
    }
    /// True when a freed cell stands anywhere in a column that is mentioned, of whichever table.
    bool reaches_freed_cells(const Expression& expression)
    {
        if (expression.operation == Operation::column)
        {
            const Table* other = expression.table.empty() ? &table() : m_instance.rule->find_table(expression.table);
            const Column* column = other ? other->column(expression.name) : nullptr;
            return column && std::any_of(m_freed.begin(), m_freed.end(),
                                         [&](const Place& place)
                                         { return !m_row_cells.rows_of(*other, *column, place).empty(); });
        }
        return std::any_of(expression.parts.begin(), expression.parts.end(),
                           [this](const Expression& part) { return reaches_freed_cells(part); });
    }
    void note_cells_of(const Expression& expression)
    {
        for (const std::string& name : rules::columns_in(expression))
            if (const Column* column = table().column(name))
            {
                const ColumnCell cell = m_row_cells.at(table(), *column, m_instance.row);
                for (const auto& place : {cell.cell, cell.divisor})
                    if (place)
                        m_instance.not_understood.insert(*place);
            }
    }
    [[nodiscard]] std::string key(const Expression& expression) const
    {
        return table().id + ' ' + std::to_string(m_instance.row) + ' ' +
               rules::spelling(expression,
                               [this](const Expression& column)
                               {
                                   const Column* known = table().column(column.name);
                                   return known ? known->names.front() : column.name;
                               });
    }

    RuleInRow& m_instance;
    const Cells& m_freed;
    const RowCells& m_row_cells;
    Ledger& m_ledger;
};

} // namespace

RuleInUse::RuleInUse(const Table& table, std::optional<Expression> when, Expression must,
                     const rules::Surroundings& surroundings)
    : m_table(table), m_must(rules::in_plain_terms(std::move(must))), m_surroundings(surroundings)
{
    if (when)
        m_when = rules::in_plain_terms(*std::move(when));
    for (const Expression* tree : {&std::as_const(m_must), this->when()})
        if (tree)
            for (const std::string& name : rules::columns_in(*tree))
                if (const Column* column = table.column(name);
                    column && std::find(m_columns.begin(), m_columns.end(), column) == m_columns.end())
                    m_columns.push_back(column);
}

bool RuleInUse::can_be_used() const
{
    for (const Expression* tree : {when(), &m_must})
        if (tree)
        {
            const auto bound = rules::bind(*tree, m_table, m_surroundings);
            const rules::Bound* ready = std::get_if<rules::Bound>(&bound);
            if (!ready || ready->type != Type::truth)
                return false;
        }
    return true;
}

const Answers& RuleInUse::answers(const Expression& part)
{
    const auto known = m_answers.find(&part);
    if (known != m_answers.end())
        return known->second;
    const auto bound = rules::bind(part, m_table, m_surroundings);
    return m_answers.emplace(&part, std::get<rules::Bound>(bound).run({0, m_table.rows})).first->second;
}

const std::set<std::size_t>& RuleInUse::broken_rows()
{
    if (!m_broken)
    {
        m_broken.emplace();
        for (std::size_t row = 0; row < m_table.rows; ++row)
            if (answers(m_must).truth(row) == Truth::no && (!m_when || answers(*m_when).truth(row) == Truth::yes))
                m_broken->insert(row);
    }
    return *m_broken;
}

const Expression* RuleInUse::no_two_alike() const
{
    if (m_must.operation != Operation::equal)
        return nullptr;
    for (const std::size_t side : {0U, 1U})
    {
        const Expression& count = m_must.parts[side];
        const Expression& one = m_must.parts[1 - side];
        if (count.operation != Operation::call)
            continue;
        const auto& found = rules::find_functions(count.name);
        if (!found.empty() && found.front()->danish == "ANTAL.ENS" && one.operation == Operation::number &&
            one.number == 1)
            return &count;
    }
    return nullptr;
}

RuleInRow rule_in_row(RuleInUse& rule, std::size_t row, const RowCells& row_cells)
{
    RuleInRow one;
    one.rule = &rule;
    one.row = row;
    for (const Column* column : rule.columns())
    {
        const ColumnCell cell = row_cells.at(rule.table(), *column, row);
        for (const auto& place : {cell.cell, cell.divisor})
            if (place && std::find(one.cells.begin(), one.cells.end(), *place) == one.cells.end())
                one.cells.push_back(*place);
    }
    if (one.cells.empty())
        one.cells.push_back(rule.table().places[row]);
    return one;
}

Formula kept_by(RuleInRow& one, const Cells& freed, const RowCells& row_cells, Ledger& ledger)
{
    FreedCells unknowns(one, freed, row_cells, ledger);
    std::vector<Formula> ways{negated(rules::read_condition(one.rule->must(), unknowns).no)};
    if (const Expression* when = one.rule->when())
        ways.push_back(negated(rules::read_condition(*when, unknowns).yes));
    return rules::any_holds(std::move(ways));
}

bool is_guess(RuleInRow& one, const RowCells& row_cells)
{
    if (one.not_understood.empty() || one.cells.size() == 1)
        return false;
    Ledger ledger;
    static_cast<void>(kept_by(one, {one.cells.begin(), one.cells.end()}, row_cells, ledger));
    return one.not_understood.size() > 1;
}

} // namespace trinvis
