// SPDX-License-Identifier: MPL-2.0
//
// Writes templates/RULES.da.md and RULES.en.md from what the product ships and what the tests try: every rule with its
// sentences and its cases, the built-in checks, the tables and the functions.
//
//     rule_documentation(texts, rules_json, cases_json);      // the whole file
#pragma once

#include "texts/texts.hpp"

#include <string>
#include <string_view>

namespace trinvis::documentation
{

/// "RULES.da.md" or "RULES.en.md".
[[nodiscard]] std::string file_name(Language language);

/// The file in the language of the texts. Throws what the readers of rules and JSON throw when a file is broken.
[[nodiscard]] std::string rule_documentation(const Texts& texts, std::string_view rules_json,
                                             std::string_view cases_json);

} // namespace trinvis::documentation
