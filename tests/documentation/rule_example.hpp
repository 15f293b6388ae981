// SPDX-License-Identifier: MPL-2.0
//
// What a case of tests/data/rule_cases.json does to a workbook, as a person reads it: the example of a rule.
//
//     rule_example(one_case, texts);     // "`12.5` i Indtastning (plejefamilie, 31-12-2018)"
#pragma once

#include "texts/texts.hpp"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace trinvis::documentation
{

/// The case's first edits in Markdown. The workbook of the cases is Danish, and so are the words that stand in its cells;
/// sheets and columns of the product are called as in the language of the texts.
[[nodiscard]] std::string rule_example(const nlohmann::json& one_case, const Texts& texts);

} // namespace trinvis::documentation
