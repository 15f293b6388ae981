// SPDX-License-Identifier: MPL-2.0
//
// The rule language, second half: a tree is bound to a table's columns once and then answers for all rows at a time.
//
//     const auto bound = bind(tree, table, surroundings);
//     const Answers answers = std::get<Bound>(bound).run(table.rows);
//     answers.truth(0);                              // Truth::yes, no or undecided
//
// Three-valued: whatever touches a missing value is missing, a comparison with it is undecided, and AND/OR decide
// only where the known parts suffice.
#pragma once

#include "catalogue/municipalities.hpp"
#include "rules/expression.hpp"
#include "rules/table.hpp"

#include <functional>
#include <memory>
#include <set>
#include <span>
#include <variant>

namespace trinvis::rules
{

/// One value a row, or a single one that stands for every row.
struct Answers
{
    Type type = Type::number;
    std::span<const Value> numbers;
    std::span<const std::string_view> texts;
    std::span<const Truth> truths;
    std::shared_ptr<const void> owner; ///< keeps what the spans show

    [[nodiscard]] const Value& number(std::size_t row) const
    {
        return numbers[numbers.size() == 1 ? 0 : row];
    }
    [[nodiscard]] std::string_view text(std::size_t row) const
    {
        return texts[texts.size() == 1 ? 0 : row];
    }
    [[nodiscard]] Truth truth(std::size_t row) const
    {
        return truths[truths.size() == 1 ? 0 : row];
    }
};

[[nodiscard]] Answers answers_of(std::vector<Value> numbers);
[[nodiscard]] Answers answers_of(std::vector<std::string_view> texts);
[[nodiscard]] Answers answers_of(std::vector<Truth> truths);

/// What a rule may ask about besides its own table.
struct Surroundings
{
    const Municipalities* municipalities = nullptr;
    std::set<std::string, std::less<>> items;   ///< folded ids of the items in Indtastning
    std::set<std::string, std::less<>> figures; ///< ids of the figures in Katalog
    double today = 0;                           ///< as a sheet's day number
};

/// An expression ready to run. It refers to the table that it was bound to.
struct Bound
{
    Type type = Type::number;
    std::function<Answers(std::size_t rows)> run;
};

/// Binds a tree to a table. Faults: unknown column or function, wrong number of arguments, wrong type.
/// The table and the surroundings must outlive the result.
[[nodiscard]] std::variant<Bound, RuleFault> bind(const Expression& expression, const Table& table,
                                                  const Surroundings& surroundings);

/// The names of the columns that a tree mentions, in the order in which they stand.
[[nodiscard]] std::vector<std::string> columns_in(const Expression& expression);

} // namespace trinvis::rules
