// SPDX-License-Identifier: MPL-2.0
//
// Rules about rules: those that cannot be kept together, those that another rule makes needless, and those that never
// come to anything.
//
//     for (const RuleConflict& conflict : examine_rules(rules, find_table, words))
//         conflict.kind;                             // ConflictKind::contradictory
//
// As R's validatetools does it, by asking for a row that would tell two rules apart and finding that there is none; the
// columns of the table are the unknowns. What is not understood in a rule is an unknown of its own, so that nothing is
// claimed that is not so; some of what is so is not seen.
#pragma once

#include "catalogue/built_in_checks.hpp"
#include "rules/rule.hpp"
#include "rules/table.hpp"

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace trinvis::rules
{

enum class ConflictKind
{
    contradictory,      ///< where both apply and are decided, no row can keep both, though it can keep either
    impossible,         ///< no row at all can keep the rule, whatever it says
    redundant,          ///< whatever breaks the rule breaks the other, which is as severe, too
    never_applies,      ///< its condition never holds
    never_broken,       ///< it applies, but no row can break it
    same_identifier,    ///< two rules have one id
    built_in_identifier ///< the id is that of a built-in check
};

/// "contradictory", "impossible", "redundant", "never_applies", "never_broken", "same_identifier",
/// "built_in_identifier": the end of the text keys "rule.conflict.…".
[[nodiscard]] std::string_view conflict_code(ConflictKind kind);

/// The built-in check as which a conflict is told: its id and severity.
[[nodiscard]] Check conflict_check(ConflictKind kind);

struct RuleConflict
{
    ConflictKind kind = ConflictKind::redundant;
    std::size_t rule = 0;  ///< the one to look at: the needless one, the later one of two
    std::size_t other = 0; ///< the same as rule where one stands alone
};

/// Null for an id that is no table.
using TableOfId = std::function<const Table*(std::string_view id)>;

/// Examines rules, and pairs of rules of one table that share columns. Rules that are switched off or cannot be read
/// are left out; a rule that cannot be bound is told of by the validation. The work on each question is limited; what
/// would take more is passed over in silence.
[[nodiscard]] std::vector<RuleConflict> examine_rules(const std::vector<Rule>& rules, const TableOfId& table_of_id,
                                                      const Words& words);

} // namespace trinvis::rules
