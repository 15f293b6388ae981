// SPDX-License-Identifier: MPL-2.0
//
// The functions of the rule language: one row a function. Danish names follow Calc's where Calc has the function.
//
//     find_functions("ER.TAL").front()->english;     // "ISNUMBER"
//
// A new function is a new row in functions.cpp, its computation in functions_by_row.cpp or functions_by_table.cpp and
// its description and example under "rule_function." in the text files (documentation.hpp).
#pragma once

#include "rules/binding.hpp"

#include <any>
#include <span>
#include <string_view>
#include <vector>

namespace trinvis::rules
{

/// The most arguments of a function that takes as many as one likes.
inline constexpr std::size_t many = 255;

/// What an argument may be.
enum class Takes
{
    number,
    text,
    truth,
    key,   ///< a number or a text by which rows are told apart
    column ///< a column, of the rule's own table or another, as a whole
};

/// What a function computes from.
struct Call
{
    std::span<const Answers> arguments;
    std::size_t rows;   ///< how many answers are wanted
    std::size_t first;  ///< the first of these rows in the table
    std::size_t before; ///< how many rows the arguments hold before it
    const Table& table;
    const Surroundings& surroundings;
    std::span<const std::uint64_t> editions; ///< of what each argument reads
    std::any& memory;                        ///< the function's own, kept from call to call
};

struct Function
{
    std::string_view danish;
    std::string_view english;
    std::vector<Takes> takes; ///< in order; the last `repeating` ones repeat up to `most`
    std::size_t least;
    std::size_t most;
    std::size_t repeating;
    Type result;
    Reach reach;
    Answers (*compute)(const Call& call);

    [[nodiscard]] Takes takes_at(std::size_t argument) const;
};

/// All functions; those that take numbers or texts alike stand twice.
[[nodiscard]] const std::vector<Function>& functions();

/// The functions with a name in either language, capital or small; empty when there is none.
[[nodiscard]] const std::vector<const Function*>& find_functions(std::string_view name);

} // namespace trinvis::rules
