// SPDX-License-Identifier: MPL-2.0
//
// Runs the workbook's rules and gathers the findings.
//
//     const Validation validation = validate(workbook, words, municipalities, today);
//     validation.findings.front().cell;             // "C7"
//
// Everything is listed: every hit of every rule, rules that cannot be used, and faults of the layout. One broken rule
// stops no other.
#pragma once

#include "table/traced_text.hpp"
#include "validation/explanations.hpp"
#include "validation/finding.hpp"
#include "validation/readiness.hpp"

#include <cstddef>
#include <vector>

namespace trinvis
{

/// What became of a rule.
enum class RuleState
{
    satisfied, ///< it holds wherever it applies
    hit,       ///< at least one row breaks it
    undecided, ///< broken nowhere, but somewhere something that it needs is missing
    skipped,   ///< it is switched off, out of date, or applies to no row
    broken     ///< the rule itself cannot be used
};

/// "satisfied", "hit", "undecided", "skipped", "broken": the end of the text keys "rule_state.…".
[[nodiscard]] std::string_view rule_state_code(RuleState state);

/// A rule's account. rows = satisfied + hits + undecided + skipped.
struct RuleStatus
{
    std::string id;
    std::string table; ///< id of the table, or the sheet's name for a table of the user's
    rules::Severity severity = rules::Severity::error;
    RuleState state = RuleState::skipped;
    std::size_t rows = 0; ///< of its table
    std::size_t satisfied = 0;
    std::size_t hits = 0;
    std::size_t undecided = 0;
    std::size_t skipped = 0; ///< rows that its condition leaves out
    std::string reason;      ///< of the rule, as the sheet Regler gives it
};

struct Validation
{
    std::vector<Finding> findings;         ///< errors first, explained ones last within a severity, then by place
    std::vector<RuleStatus> rules;         ///< one a rule, in the order of the sheet Regler
    std::vector<Explanation> explanations; ///< those of the workbook and what became of them
    std::size_t rules_run = 0;
    std::size_t rules_broken = 0;
    std::size_t values_checked = 0; ///< cells of Indtastning that hold something
    Readiness readiness;            ///< the fewest cells to change before no error is left
};

/// How much of a validation is wanted.
enum class Extent
{
    rules_only, ///< what the rules say, for a validation that follows every change
    findings,   ///< also the faults of the sheets, for many validations in a row
    everything  ///< also what is wrong with the rules themselves, and the fewest cells to change
};

/// Validates a workbook; changes nothing. Messages come in the workbook's language. `today` decides what lies ahead.
[[nodiscard]] Validation validate(const Workbook& workbook, const Words& words, const Municipalities& municipalities,
                                  Date today, Extent extent = Extent::everything);

/// The one line on top of the report: what is left before the workbook is ready, and how many cells to change. Warnings
/// that are explained count no more.
[[nodiscard]] std::string readiness_line(const Validation& validation, const Texts& texts);
/// The same; its numbers are "validation/errors", "validation/warnings" and "validation/cells".
[[nodiscard]] TracedText traced_readiness_line(const Validation& validation, const Texts& texts);

} // namespace trinvis
