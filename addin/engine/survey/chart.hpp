// SPDX-License-Identifier: MPL-2.0
//
// The chart of a question: how the others' answers are distributed over 1 to 5. The column of the own answer is red and
// bears its name; like the others it is as high as so many of the other municipalities gave that answer, and where none
// did, its name stands at the foot and the subtitle says so.
//
//     const auto chart = question_chart(results.questions[5], survey, workbook, texts);
//     chart->name;                                     // "trinvis_survey_6"
#pragma once

#include "survey/results.hpp"
#include "table/chart_content.hpp"

#include <optional>

namespace trinvis
{

/// Nothing where there is neither an own answer nor any other's to be shown.
[[nodiscard]] std::optional<ChartContent> question_chart(const QuestionResult& result, const Survey& survey,
                                                         const Workbook& workbook, const Texts& texts);

/// A text in lines of at most so many letters, parted at blanks.
[[nodiscard]] std::string in_lines(const std::string& text, std::size_t letters);

} // namespace trinvis
