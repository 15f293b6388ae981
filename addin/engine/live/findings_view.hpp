// SPDX-License-Identifier: MPL-2.0
//
// A validation as the panel shows it: the verdict in one line, the next step, and the findings as lines that can be
// filtered. Its counts are those of the sheet Validering.
//
//     const FindingsView view = findings_view(validation, workbook, words, texts);
//     for (const std::size_t line : matching(view, {.sheet = "Indtastning"}))
//         finding_line(view.lines[line], texts);                // "✖ Fejl C7, nr. 10: Antallet er negativt. (Indtastning)"
//
// What the panel itself says comes in the language of `texts`; messages and remedies in the workbook's.
#pragma once

#include "validation/validate.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace trinvis
{

/// What is in the way of a workbook.
enum class ReadyState
{
    empty,    ///< no number was entered yet
    errors,   ///< something must be corrected
    warnings, ///< something must be corrected or explained
    clear     ///< nothing
};

struct FindingLine
{
    Finding finding;
    std::string figure_name;
    std::string reason; ///< of the rule; for a built-in check what it looks for
    std::string source; ///< of the rule; may be empty
    bool repairable = false;
};

struct FindingsView
{
    ReadyState ready_state = ReadyState::empty;
    std::string verdict;
    std::string next_step;
    std::optional<std::size_t> next;                          ///< the line that the next step is about
    std::vector<FindingLine> lines;                           ///< in the order of the report
    SeverityCounts counts;                                    ///< of all lines
    std::vector<std::string> sheets;                          ///< those that lines are about, in their order
    std::vector<std::pair<std::string, std::string>> figures; ///< id and name of those that lines are about
};

/// Everything that the panel shows of a validation.
[[nodiscard]] FindingsView findings_view(const Validation& validation, const Workbook& workbook, const Words& words,
                                         const Texts& texts);

/// Which lines are wanted; what is empty leaves out nothing.
struct FindingFilter
{
    std::optional<rules::Severity> severity;
    std::string sheet;
    std::string figure;
};

/// The places in the list of the lines that pass a filter, in their order.
[[nodiscard]] std::vector<std::size_t> matching(const FindingsView& view, const FindingFilter& filter);

/// A finding in one line: severity, cell, figure, message, sheet. The severity bears a sign before its word, so that neither
/// colour nor reading is needed for it; the cell comes early, since in a narrow list the end is cut off.
[[nodiscard]] std::string finding_line(const FindingLine& line, const Texts& texts);

/// All that is to be said about a line: message, remedy, reason, source, explanation and rule, each a paragraph.
[[nodiscard]] std::string finding_detail(const FindingLine& line, const Texts& texts);

/// True for the same finding before and after a change, whatever its value and message became.
[[nodiscard]] bool same_finding(const Finding& a, const Finding& b);

/// True when a finding can be explained: a warning or an information.
[[nodiscard]] bool can_be_explained(const Finding& finding);

} // namespace trinvis
