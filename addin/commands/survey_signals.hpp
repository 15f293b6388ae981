// SPDX-License-Identifier: MPL-2.0
//
// What the survey gives to the focus areas: each question with an own answer and enough of the others'.
//
//     focus_reasons(benchmark, workbook, survey_signals(open), form, texts);
#pragma once

#include "commands/open_workbook.hpp"
#include "mini_analysis/focus_reasons.hpp"

namespace trinvis::commands
{

/// The questions with an own answer and a mean of the others', turned where an item is reversed; none where the workbook
/// has no survey, its sheet has faults, or the answers are hidden in a workbook to be shared.
[[nodiscard]] std::vector<SurveySignal> survey_signals(const OpenWorkbook& open);

} // namespace trinvis::commands
