// SPDX-License-Identifier: MPL-2.0
#include "catalogue/built_in_checks.hpp"

#include <algorithm>
#include <array>

namespace trinvis
{

namespace
{

constexpr auto rows = std::to_array<BuiltInCheck>({
    {Check::missing_sheet, "A01", "built_in_check.missing_sheet", Severity::error},
    {Check::missing_column, "A02", "built_in_check.missing_column", Severity::error},
    {Check::doubled_column, "A03", "built_in_check.doubled_column", Severity::error},
    {Check::changed_heading, "A04", "built_in_check.changed_heading", Severity::warning},
    {Check::hidden_sheet, "A05", "built_in_check.hidden_sheet", Severity::warning, true},
    {Check::hidden_row, "A06", "built_in_check.hidden_row", Severity::warning, true},
    {Check::hidden_column, "A07", "built_in_check.hidden_column", Severity::warning, true},
    {Check::merged_cells, "A08", "built_in_check.merged_cells", Severity::warning},
    {Check::number_text, "A09", "built_in_check.number_text", Severity::error},
    {Check::date_text, "A10", "built_in_check.date_text", Severity::information},
    {Check::date_value, "A11", "built_in_check.date_value", Severity::error},
    {Check::percent_format, "A12", "built_in_check.percent_format", Severity::warning},
    {Check::currency_format, "A13", "built_in_check.currency_format", Severity::warning},
    {Check::thousandfold, "A14", "built_in_check.thousandfold", Severity::warning},
    {Check::overtyped_formula, "A15", "built_in_check.overtyped_formula", Severity::warning},
    {Check::external_formula, "A16", "built_in_check.external_formula", Severity::warning},
    {Check::group_setting, "A17", "built_in_check.group_setting", Severity::warning},
    {Check::sharing_choice, "A18", "built_in_check.sharing_choice", Severity::error},
    {Check::contradictory_rules, "B01", "built_in_check.contradictory_rules", Severity::error},
    {Check::impossible_rule, "B02", "built_in_check.impossible_rule", Severity::error},
    {Check::redundant_rule, "B03", "built_in_check.redundant_rule", Severity::warning},
    {Check::never_applying_rule, "B04", "built_in_check.never_applying_rule", Severity::warning},
    {Check::never_broken_rule, "B05", "built_in_check.never_broken_rule", Severity::warning},
    {Check::doubled_rule_id, "B06", "built_in_check.doubled_rule_id", Severity::error},
});

static_assert(rows.size() == static_cast<std::size_t>(Check::doubled_rule_id) + 1, "a check has no row");
static_assert(std::ranges::adjacent_find(rows, std::ranges::greater_equal{}, &BuiltInCheck::check) == rows.end(),
              "rows are found by their place");
static_assert(std::ranges::adjacent_find(rows, std::ranges::greater_equal{}, &BuiltInCheck::id) == rows.end(),
              "an id stands twice or out of order");

} // namespace

std::span<const BuiltInCheck> built_in_checks()
{
    return rows;
}

const BuiltInCheck& built_in_check(Check check)
{
    return rows.at(static_cast<std::size_t>(check));
}

std::string_view check_id(Check check)
{
    return built_in_check(check).id;
}

} // namespace trinvis
