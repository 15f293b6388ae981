// SPDX-License-Identifier: MPL-2.0
//
// What can be said in a rule, in words: the tables with their columns, the functions with an example each; and the checks
// that are made besides the rules. The sheet Regelsprog, templates/RULES.*.md and the tests are all made from it.
//
//     for (const FunctionGroup& group : function_groups(texts))
//         for (const FunctionDocument& function : group.functions)
//             function.example;                          // "OG(Tæller >= 0; Tæller <= Nævner)"
//
// The words stand in the text files: "rule_table." + id, "rule_function." + English name, and under the latter
// ".example." + the id of the table in which the example can be a rule's Skal. The tests try every example. The built-in
// checks name their texts themselves.
#pragma once

#include "texts/texts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace trinvis::rules
{

struct TableDocument
{
    std::string id;
    std::string name; ///< as in a rule's Tabel
    std::string description;
    std::vector<std::string> columns; ///< as written in a rule
    bool has_items = false;           ///< and a column for each item of Indtastning, named by its id
};

struct FunctionDocument
{
    std::string name;       ///< in the language of the texts
    std::string other_name; ///< in the other language
    std::string arguments;  ///< how many and what: "2: tekst; tekst"
    std::string description;
    std::string example;
    std::string example_table; ///< id of the table in which the example can be used
};

struct FunctionGroup
{
    std::string heading;
    std::vector<FunctionDocument> functions;
};

struct CheckDocument
{
    std::string id;
    std::string description; ///< what it looks for
    std::string severity;    ///< as a word; empty where it depends on the sheet
};

/// All tables, in the order of table_ids().
[[nodiscard]] std::vector<TableDocument> table_documents(const Texts& texts);

/// All functions, each once, in the order of functions(). Throws std::out_of_range for a function without a
/// description or an example.
[[nodiscard]] std::vector<FunctionGroup> function_groups(const Texts& texts);

/// All built-in checks, in the order of their ids.
[[nodiscard]] std::vector<CheckDocument> check_documents(const Texts& texts);

/// A table's or column's name as it is written in an expression: in square brackets where it holds more than letters,
/// digits and points.
[[nodiscard]] std::string written_name(std::string_view name);

} // namespace trinvis::rules
