// SPDX-License-Identifier: MPL-2.0
//
// The sheet Svarfordeling as it is written: conclusions in words, a table of all questions, and a chart for each.
//
//     const ChartedReport report = survey_report(results, survey, workbook, texts);
#pragma once

#include "survey/results.hpp"
#include "table/chart_data.hpp"

namespace trinvis
{

/// The workbook must name its municipality.
[[nodiscard]] ChartedReport survey_report(const SurveyResults& results, const Survey& survey, const Workbook& workbook,
                                          const Texts& texts);

} // namespace trinvis
