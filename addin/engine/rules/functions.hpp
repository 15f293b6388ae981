// SPDX-License-Identifier: MPL-2.0
//
// The functions of the rule language: one row a function. Danish names follow Calc's where Calc has the function.
//
//     find_function("ER.TAL")->english;              // "ISNUMBER"
//
// A new function is a new row in functions.cpp; the documentation of the rules reads the same rows.
#pragma once

#include "rules/compiled.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace trinvis::rules
{

struct Function
{
    std::string_view danish;
    std::string_view english;
    std::vector<Type> arguments; ///< types in order; the last repeats up to `most`
    std::size_t least;
    std::size_t most;
    Type result;
    Answers (*compute)(std::span<const Answers> arguments, std::size_t rows, const Surroundings& surroundings);
};

[[nodiscard]] const std::vector<Function>& functions();

/// Finds a function by its name in either language, capital or small; null when there is none.
[[nodiscard]] const Function* find_function(std::string_view name);

} // namespace trinvis::rules
