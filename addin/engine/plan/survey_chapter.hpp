// SPDX-License-Identifier: MPL-2.0
//
// The survey in the plan, and as a letter of its own to the municipality.
//
//     const PlanBlocks blocks = survey_chapter(results, survey, workbook, texts);
//     const PlanContent letter = survey_letter(results, survey, workbook, texts, today);
#pragma once

#include "plan/plan_content.hpp"
#include "survey/results.hpp"

namespace trinvis
{

/// The chapter: conclusions, a table of all questions, and the charts of those that the conclusions name. Empty when
/// nobody has answered.
[[nodiscard]] PlanBlocks survey_chapter(const SurveyResults& results, const Survey& survey, const Workbook& workbook,
                                        const Texts& texts);

/// The letter: its slots are "invented", "general", "own", "charts", "inspiration" and "methods", its values
/// "municipality" and "date". The workbook must name its municipality.
[[nodiscard]] PlanContent survey_letter(const SurveyResults& results, const Survey& survey, const Workbook& workbook,
                                        const Texts& texts, Date today);

} // namespace trinvis
