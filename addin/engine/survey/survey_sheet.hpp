// SPDX-License-Identifier: MPL-2.0
//
// The sheet Spørgeskema as it is first made: the questions that ship, with room for the own answer, for counts of the
// others' answers, and to the right of them for a column each of other municipalities.
//
//     const SheetContent sheet = survey_sheet(survey, texts);
#pragma once

#include "survey/survey.hpp"
#include "table/sheet_content.hpp"

namespace trinvis
{

[[nodiscard]] SheetContent survey_sheet(const Survey& survey, const Texts& texts);

} // namespace trinvis
