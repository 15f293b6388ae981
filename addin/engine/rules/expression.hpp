// SPDX-License-Identifier: MPL-2.0
//
// The rule language, first half: from text to a tree. Expressions are written in spreadsheet manner: arguments separated
// by semicolons, decimal comma or point, columns by name (in square brackets where the name has blanks), functions in
// Danish or English.
//
//     parse_expression("OG(Tæller >= 0; Tæller <= Nævner)");
//     parse_expression("OPSLAG(Konti!Beløb; Konti!Konto; [Konto i regnskab]) > 0");
//
// A column of another table is written with the table's name and an exclamation mark before it, as in Calc.
// The limits below see to it that no rule can exhaust the machine.
#pragma once

#include "texts/texts.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace trinvis::rules
{

inline constexpr std::size_t longest_rule = 12'000; ///< bytes
inline constexpr int deepest_nesting = 40;          ///< levels of brackets and of signs before an operand
inline constexpr int most_signs = 500;              ///< of operation or separation

enum class Operation
{
    number,
    text,
    column,
    call,
    negate,
    add,
    subtract,
    multiply,
    divide,
    equal,
    unequal,
    less,
    less_or_equal,
    greater,
    greater_or_equal
};

struct Expression
{
    Operation operation = Operation::number;
    double number = 0;             ///< for number
    std::string name;              ///< the text, or the name of the column or function
    std::string table;             ///< of a column: the other table that it belongs to; empty for the rule's own
    std::vector<Expression> parts; ///< operands or arguments, in order

    bool operator==(const Expression&) const = default;
};

/// Why a rule cannot be used: the key of the sentence that says so and what belongs in it.
struct RuleFault
{
    std::string key;
    Replacements values;
};

/// Reads an expression. The fault names the place by the text that could not be understood.
[[nodiscard]] std::variant<Expression, RuleFault> parse_expression(std::string_view text);

/// Writes a tree as a text that parses to the same tree, in one canonical manner: equal trees give equal texts.
[[nodiscard]] std::string to_text(const Expression& expression);

} // namespace trinvis::rules
