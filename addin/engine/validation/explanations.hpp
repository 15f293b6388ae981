// SPDX-License-Identifier: MPL-2.0
//
// Explanations of findings: a warning that is right is explained once and stays explained until its value changes.
//
//     std::vector<Explanation> explanations = explain(workbook, words, today, findings);
//     findings.front().status;                      // FindingStatus::explained
//
// They stand in the sheet Forklaringer, which rules. A person may write there, or in the column Forklaring of the report;
// what stands in the report is gathered before the report is written again. An explanation is bound to rule, figure,
// subject, municipality, period and value. Where none stands for a finding's own period, the one of the latest earlier
// period applies. Nothing that a person typed is dropped: a text that was replaced or whose finding is gone keeps its row,
// and a text that was emptied in the report alone comes back, since only Forklaringer can take an explanation back.
#pragma once

#include "catalogue/workbook.hpp"
#include "table/sheet_update.hpp"
#include "validation/finding.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

/// What became of an explanation at the latest validation.
enum class ExplanationState
{
    holds,          ///< a finding is explained by it
    asked_again,    ///< its finding is there, with another value
    not_for_errors, ///< its finding is an error, which cannot be explained away
    superseded,     ///< another explanation of the same finding holds
    no_finding,     ///< there is no such finding any more
    no_text         ///< its text is empty
};

/// "holds", "asked-again" …: the end of the text keys "explanation.state.…".
[[nodiscard]] std::string_view explanation_state_code(ExplanationState state);

struct Explanation
{
    std::string rule;
    std::string figure;
    std::string subject;
    std::string municipality; ///< three-digit code; empty means the workbook's own
    std::string period;       ///< ISO date, else as typed
    std::string value;
    std::string text;
    std::optional<Date> written; ///< when the text was gathered or edited last
    std::string check;           ///< of the text at the latest validation; another text has another one
    ExplanationState state = ExplanationState::no_finding;
    int row = -1; ///< in Forklaringer; -1 where it has no row yet
};

/// The explanations in Forklaringer, in the order of its rows. A text that was edited by hand counts as written today.
[[nodiscard]] std::vector<Explanation> read_explanations(const Workbook& workbook, const Words& words, Date today);

/// Adds what was typed into the report's column Forklaring. A text that stands beside a finding because the tool put it
/// there is passed over, however the report was sorted. Where both places were edited, the report's text is the
/// explanation and the other one gets a row of its own, unless the new text contains it. "Samme" ("same") takes over
/// the text that was asked about.
void gather_from_report(std::vector<Explanation>& explanations, const Workbook& workbook, const Words& words,
                        Date today);

/// Gives every finding its status and explanation, and every explanation its state. Errors stay open.
void apply_explanations(std::vector<Explanation>& explanations, std::vector<Finding>& findings,
                        const Workbook& workbook);

/// All three in one, and the explained findings moved to the end of their severity. Changes nothing in the workbook.
[[nodiscard]] std::vector<Explanation> explain(const Workbook& workbook, const Words& words, Date today,
                                               std::vector<Finding>& findings);

/// The sheet Forklaringer for a workbook that has none yet.
[[nodiscard]] SheetContent explanations_sheet(const std::vector<Explanation>& explanations, const Workbook& workbook,
                                              const Texts& texts);

/// What changes in the Forklaringer that is there: cells that differ, rows that are new beneath the last one, headings
/// that are gone. Nothing when the workbook has no such sheet.
[[nodiscard]] std::optional<SheetUpdate> explanations_update(const std::vector<Explanation>& explanations,
                                                             const Workbook& workbook, const Words& words);

/// What explaining a single finding changes in the workbook: cells of the Forklaringer that is there, or the whole sheet
/// for a workbook that has none.
struct ExplanationEdit
{
    std::optional<SheetUpdate> update;
    std::optional<SheetContent> sheet;
};

/// Explains one finding as if the person had written the text into Forklaringer: the row that is bound to its value gets
/// the text, or a new row does. All other explanations stay as they are. Nothing for an error, which cannot be explained
/// away, and where nothing would change; an empty text takes the explanation back.
[[nodiscard]] std::optional<ExplanationEdit> explain_one(const Finding& finding, std::string_view text,
                                                         const Workbook& workbook, const Words& words, Date today);

} // namespace trinvis
