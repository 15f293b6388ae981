// SPDX-License-Identifier: MPL-2.0
//
// The rule language, second half: a tree is bound to a table's columns once and then answers for a block of rows at a time.
//
//     Binder binder(table, surroundings);
//     const auto bound = binder.bind(tree);
//     const Answers answers = std::get<Bound>(bound).run({0, table.rows});
//     answers.truth(0);                              // Truth::yes, no or undecided
//
// Three-valued: whatever touches a missing value is missing, a comparison with it is undecided, and OG/ELLER decide
// only where the known parts suffice. Parts that several rules share are computed once a block.
#pragma once

#include "catalogue/municipalities.hpp"
#include "rules/answers.hpp"
#include "rules/expression.hpp"
#include "table/date_text.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <variant>

namespace trinvis::rules
{

/// What a rule may ask about besides its own table.
struct Surroundings
{
    const Municipalities* municipalities = nullptr;
    std::set<std::string, std::less<>> items;                    ///< folded ids of the items in Indtastning
    std::set<std::string, std::less<>> figures;                  ///< ids of the figures in Katalog
    std::optional<std::set<std::string, std::less<>>> questions; ///< numbers in Spørgeskema; nothing without the sheet
    double today = 0;                                            ///< as a sheet's day number
    Date null_date{};                                            ///< of the sheet's day numbers
    std::function<const Table*(std::string_view)> find_table;    ///< by the name in a rule; null when there is none
    std::vector<std::string> table_names;                        ///< for "did you mean …?"
};

/// How far a row's answer reaches.
enum class Reach
{
    row,    ///< the row itself
    rounds, ///< the same thing's other rounds
    table   ///< any row, also of other tables
};

/// An expression ready to run. It refers to the table and the surroundings that it was bound to.
struct Bound
{
    Type type = Type::number;
    std::function<Answers(Rows rows)> run;
    Reach reach = Reach::row;
    std::vector<const Column*> reads;              ///< of any table
    std::vector<std::function<Answers()>> columns; ///< the parts that need all rows, computed for all rows
};

/// Rises when any cell changes that an expression reads.
[[nodiscard]] std::uint64_t edition_of(const std::vector<const Column*>& reads);

/// Binds trees to one table. The table and the surroundings must outlive the binder and what it made.
class Binder
{
public:
    Binder(const Table& table, const Surroundings& surroundings);

    /// Faults: unknown table, column or function (with the nearest known name), wrong number or type of arguments.
    [[nodiscard]] std::variant<Bound, RuleFault> bind(const Expression& expression);

private:
    using Result = std::variant<Bound, RuleFault>;

    Result bind_as(const Expression& expression, std::optional<Type> wanted);
    Result bind_new(const Expression& expression, std::optional<Type> wanted);
    Result bind_column(const Expression& expression, std::optional<Type> wanted) const;
    Result bind_call(const Expression& expression, std::optional<Type> wanted);
    Result bind_operator(const Expression& expression);
    [[nodiscard]] bool fits_as_they_are(const struct Function& function, const Expression& expression);
    Result bind_overload(const struct Function& function, const Expression& expression);

    const Table& m_table;
    const Surroundings& m_surroundings;
    struct Known
    {
        Result result;
        std::shared_ptr<bool> several; ///< whether it was asked for more than once
    };
    std::map<std::string, Known, std::less<>> m_bound; ///< by canonical text and wanted type; faults too
};

/// Binds a single tree.
[[nodiscard]] std::variant<Bound, RuleFault> bind(const Expression& expression, const Table& table,
                                                  const Surroundings& surroundings);

/// The names of the own table's columns that a tree mentions, in the order in which they stand.
[[nodiscard]] std::vector<std::string> columns_in(const Expression& expression);

} // namespace trinvis::rules
