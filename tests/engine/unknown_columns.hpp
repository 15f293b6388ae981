// SPDX-License-Identifier: MPL-2.0
//
// A table of which nothing is known but the names of its columns, for tests of what formulas say.
//
//     UnknownColumns columns(table);
//     read_condition(tree, columns).yes;
#pragma once

#include "rules/condition.hpp"

#include <map>
#include <string>

namespace trinvis::tests
{

/// The states that a column of numbers is asked for, as bits.
[[nodiscard]] inline unsigned state_bit(ValueState state)
{
    return 1U << static_cast<unsigned>(state);
}

class UnknownColumns final : public rules::Unknowns
{
public:
    explicit UnknownColumns(const rules::Table& table) : m_table(table)
    {
    }

    bool touches(const rules::Expression& /*expression*/) override
    {
        return true;
    }
    rules::Truth truth(const rules::Expression& /*known*/) override
    {
        return rules::Truth::undecided;
    }
    Value number(const rules::Expression& /*known*/) override
    {
        return {};
    }
    std::string text(const rules::Expression& /*known*/) override
    {
        return {};
    }
    rules::Type column_type(const rules::Expression& column) override
    {
        return m_table.column(column.name)->type;
    }
    std::vector<rules::NumberCase> number_column(const rules::Expression& column) override
    {
        const rules::Variable which = unknown(column);
        return {{rules::has_state(which, state_bit(ValueState::number)), rules::variable(which)}};
    }
    std::optional<rules::Condition> column_state(const rules::Expression& column, ValueState state) override
    {
        const rules::Formula yes = rules::has_state(unknown(column), state_bit(state));
        return rules::Condition{yes, rules::negated(yes)};
    }
    rules::Variable text_of(const rules::Expression& expression) override
    {
        return unknown(expression);
    }
    std::vector<rules::NumberCase> opaque_number(const rules::Expression& expression) override
    {
        ++opaque;
        return {{rules::truth_formula(true), rules::variable(unknown(expression))}};
    }
    rules::Condition opaque_truth(const rules::Expression& expression) override
    {
        ++opaque;
        return {rules::has_state(unknown(expression), 1), rules::has_state(unknown(expression), 2)};
    }

    rules::Variable unknown(const rules::Expression& expression)
    {
        const std::string key =
            rules::spelling(expression, [](const rules::Expression& column) { return column.name; });
        return m_known.try_emplace(key, static_cast<rules::Variable>(m_known.size())).first->second;
    }

    int opaque = 0; ///< how often something was not understood

private:
    const rules::Table& m_table;
    std::map<std::string, rules::Variable> m_known;
};

} // namespace trinvis::tests
