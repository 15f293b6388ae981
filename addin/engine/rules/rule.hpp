// SPDX-License-Identifier: MPL-2.0
//
// A rule as data: the row that ships in templates/rules.json and stands in the workbook's sheet Regler.
//
//     const std::vector<Rule> shipped = shipped_rules(content, Language::danish);
//     const std::vector<Rule> active = rules_of_workbook(workbook, words);
#pragma once

#include "catalogue/workbook.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis::rules
{

using trinvis::Severity;

/// "error", "warning", "information": the scripting interface's words and the end of the text keys.
[[nodiscard]] std::string_view severity_code(Severity severity);
/// Reads the word in either language.
[[nodiscard]] std::optional<Severity> severity_from_word(std::string_view word, const Words& words);

struct Rule
{
    std::string id;
    std::string table;    ///< one of table_ids(), or as typed: the name of any sheet with a heading row
    std::string when;     ///< which rows it is about; empty for all
    std::string must;     ///< what must hold for them
    std::string severity; ///< as typed or, in shipped rules, as code
    std::string message;  ///< with columns or expressions in braces: "{Navn} er {Værdi}"
    std::string expected; ///< what should have stood there, written likewise; empty where the condition says it
    std::string remedy;
    std::string reason;
    std::string source;
    std::string valid_from; ///< a date: rounds before it are not the rule's; empty for no limit
    std::string valid_to;   ///< a date: rounds after it are not the rule's; empty for no limit
    bool grouped = false;   ///< all hits of the rule become one finding at the first of them
    bool active = true;
    int row = -1; ///< in the sheet Regler
};

/// The tables that rules can be about.
[[nodiscard]] const std::vector<std::string_view>& table_ids();

/// Reads templates/rules.json in one language. Throws std::invalid_argument when the content is no rule set.
[[nodiscard]] std::vector<Rule> shipped_rules(std::string_view content, Language language);

/// Reads the rows of the sheet Regler, in their order. Rows without an id are passed over.
[[nodiscard]] std::vector<Rule> rules_of_workbook(const Workbook& workbook, const Words& words);

} // namespace trinvis::rules
