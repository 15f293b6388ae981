// SPDX-License-Identifier: MPL-2.0
//
// The sheet Udviklingsplan: as it begins, with a row for each focus area that was chosen, and what the tool may fill in
// later. Only empty cells are ever filled; what a person wrote stays.
//
//     const SheetContent sheet = goals_sheet({form, workbook, words, today});
//     const SheetUpdate update = goals_update(workbook, words, today);
#pragma once

#include "goals/goal.hpp"
#include "mini_analysis/form.hpp"
#include "table/sheet_content.hpp"
#include "table/sheet_update.hpp"

namespace trinvis
{

struct GoalSheetInputs
{
    const MiniAnalysisForm& form; ///< of the areas
    const Workbook& workbook;     ///< numbers that are not to be seen are blanked in it
    const Words& words;
    Date today;
};

/// The sheet as it begins. A chosen focus area gives a row with its area, its words and, where it is about a key figure,
/// that figure with its last reported value as the baseline.
[[nodiscard]] SheetContent goals_sheet(const GoalSheetInputs& inputs);

/// What is filled in of a sheet that is there: the number of a goal without one, and of the rows of activities below it;
/// the baseline of a goal that names a key figure and has none, with the round where that is empty too. No cells where
/// nothing is to be filled or the sheet lacks the columns.
[[nodiscard]] SheetUpdate goals_update(const Workbook& workbook, const Words& words, Date today);

} // namespace trinvis
