// SPDX-License-Identifier: MPL-2.0
//
// What Indtastning says of a goal's key figure: its value in a round, and the baseline that was reported.
//
//     reported(workbook, words, figure, day).value;             // 24.3
//     reported_baseline(goal, workbook, words);                 // 24.3, or what was typed where that rounds to the same
#pragma once

#include "benchmark/measure.hpp"
#include "goals/goal.hpp"

namespace trinvis
{

/// The figure as the workbook has it in the round of a date; not reported where there is no such round.
[[nodiscard]] Measured reported(const Workbook& workbook, const Words& words, const Figure& figure, Date date);

/// The cell of the round from which a value is shown: the numerator's, or the value's where there is no numerator.
/// Nothing where Indtastning has no such cell.
[[nodiscard]] std::optional<Place> reported_place(const Workbook& workbook, const Figure& figure, Date date);

/// A value with the decimals that it is shown with.
[[nodiscard]] double as_shown(const Figure& figure, double value);

/// What a goal's baseline should be: the typed number where the reported value rounds to it, else the reported value as it
/// is shown. Nothing without a figure, a date or a reported value.
[[nodiscard]] std::optional<double> reported_baseline(const Goal& goal, const Workbook& workbook, const Words& words);

/// The last round up to a day in which the figure is reported.
[[nodiscard]] std::optional<Date> latest_reported(const Workbook& workbook, const Words& words, const Figure& figure,
                                                  Date until);

} // namespace trinvis
