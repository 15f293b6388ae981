// SPDX-License-Identifier: MPL-2.0
//
// Which cells the numbers of each chapter come from (number_places.hpp says what is done with them).
//
//     locate_numbers(blocks, ladder_places(result, workbook, texts));
#pragma once

#include "benchmark/compare.hpp"
#include "ladder/ladder_result.hpp"
#include "plan/number_places.hpp"
#include "spending/spending.hpp"
#include "survey/results.hpp"

namespace trinvis
{

/// Own values from Indtastning, a quotient from its numerator; what is compared from Sammenligning.
[[nodiscard]] NumberPlaces figure_places(const Benchmark& benchmark, const Workbook& workbook, const Texts& texts);

/// Own answers from Spørgeskema, the others' from Svarfordeling.
[[nodiscard]] NumberPlaces survey_places(const SurveyResults& results, const Workbook& workbook, const Texts& texts);

/// From Trinfordeling, else from Børn på trin and Bevægelser.
[[nodiscard]] NumberPlaces ladder_places(const LadderResult& result, const Workbook& workbook, const Texts& texts);

/// From Udgifter, else from Regnskab.
[[nodiscard]] NumberPlaces spending_places(const spending::Spending& spending, const Workbook& workbook,
                                           const Texts& texts);

/// From the first cell of Forløb.
[[nodiscard]] NumberPlaces course_places(const Workbook& workbook);

} // namespace trinvis
