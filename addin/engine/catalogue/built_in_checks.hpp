// SPDX-License-Identifier: MPL-2.0
//
// The checks that are no rules of the sheet Regler: of the sheets themselves (A), and of the rules (B). Findings bear
// their ids in the column Regel.
//
//     finding.rule = check_id(Check::hidden_row);      // "A06"
//     for (const BuiltInCheck& check : built_in_checks())
//         texts.get(check.description);
//
// Explanations and exported findings are bound to the ids: one that has been used never gets another meaning, and a new
// check gets the next number of its letter. A test keeps the ids apart from those of the shipped rules.
#pragma once

#include "catalogue/severity.hpp"

#include <span>
#include <string_view>

namespace trinvis
{

enum class Check
{
    missing_sheet,
    missing_column,
    doubled_column,
    changed_heading,
    hidden_sheet,
    hidden_row,
    hidden_column,
    merged_cells,
    number_text,
    date_text,
    date_value,
    percent_format,
    currency_format,
    thousandfold,
    overtyped_formula,
    external_formula,
    group_setting,
    sharing_choice,
    contradictory_rules,
    impossible_rule,
    redundant_rule,
    never_applying_rule,
    never_broken_rule,
    doubled_rule_id ///< stays the last one: the table is counted by it
};

struct BuiltInCheck
{
    Check check = Check::missing_sheet;
    std::string_view id;
    std::string_view description; ///< key of the text that says what it looks for
    Severity severity = Severity::error;
    bool milder_in_own_sheets = false; ///< only for knowledge in a sheet that the user added
};

/// All of them, in the order of their ids.
[[nodiscard]] std::span<const BuiltInCheck> built_in_checks();

[[nodiscard]] const BuiltInCheck& built_in_check(Check check);

/// "A06": what a finding shows as its rule.
[[nodiscard]] std::string_view check_id(Check check);

} // namespace trinvis
