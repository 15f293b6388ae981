// SPDX-License-Identifier: MPL-2.0
//
// The spreadsheet functions: one row a function. What Calc shows in its function wizard, the configuration that the
// package carries, the interface's methods and the documentation all go back to this table.
//
//     const SpreadsheetFunction* function = find_function("wilsonLower");
//     display_name(*function, texts);                // "WILSON.NEDRE"
//
// A new function is a row here, a method in idl/org_trinvis_functions.idl and addin/functions/functions.cpp, and its words
// in the text files: "function." + its key + ".name", ".description" and ".example", and for every argument that no
// other function has, "function_argument." + its key + ".name" and ".description".
#pragma once

#include "texts/texts.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis::functions
{

struct FunctionArgument
{
    std::string_view name; ///< as in the interface: "standardErrors"
    std::string_view key;  ///< of its words: "standard_errors"
    bool optional = false;
};

struct SpreadsheetFunction
{
    std::string_view name;  ///< as in the interface: "wilsonLower"
    std::string_view key;   ///< of its words: "wilson_lower"
    std::string_view group; ///< under which heading the documentation has it, key "function_group." + group
    std::vector<FunctionArgument> arguments;
};

/// All functions, in the order of the interface and the documentation.
[[nodiscard]] std::span<const SpreadsheetFunction> all_functions();

/// The function with a name as in the interface, null when there is none.
[[nodiscard]] const SpreadsheetFunction* find_function(std::string_view name);

/// The function's name in a cell, in the language of the texts.
[[nodiscard]] const std::string& display_name(const SpreadsheetFunction& function, const Texts& texts);

/// What the function gives and how it is computed.
[[nodiscard]] const std::string& description(const SpreadsheetFunction& function, const Texts& texts);

/// The argument's name in the function wizard.
[[nodiscard]] const std::string& display_name(const FunctionArgument& argument, const Texts& texts);

/// What the argument may be.
[[nodiscard]] const std::string& description(const FunctionArgument& argument, const Texts& texts);

} // namespace trinvis::functions
