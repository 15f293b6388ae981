// SPDX-License-Identifier: MPL-2.0
//
// What the sheets Børn på trin and Bevægelser say, row by row, with the step that each row stands for.
//
//     const LadderRows rows = read_ladder_rows(workbook, mapping, words);
//     rows.children.front().answer.step();          // 5
//     rows.faults;                                  // what could not be read, each with its cell
//
// A row without a number is missing and never zero; a code that is not on the ladder is kept and shown.
#pragma once

#include "catalogue/value.hpp"
#include "ladder/step_mapping.hpp"

#include <string>
#include <vector>

namespace trinvis
{

/// A row of Børn på trin: so many children on a cut-off date.
struct ChildrenRow
{
    int row = -1;
    Date date;
    MappingKind kind = MappingKind::measure;
    std::string code; ///< as it was typed
    std::string form; ///< in which codes are compared
    StepAnswer answer;
    int mapping_row = -1; ///< the row of Indsatstrappe that says the step, -1 for none
    Value children;       ///< a whole number from 0, or why there is none
    Value duration;       ///< mean duration so far, in months
};

/// A row of Bevægelser: so many children from one step to another since the cut-off date before.
struct MovementRow
{
    int row = -1;
    Date date;    ///< the later one
    int from = 0; ///< 0: outside the ladder
    int to = 0;
    Value children;
};

struct LadderRows
{
    TableArea children_area;
    TableArea movements_area;
    std::vector<ChildrenRow> children; ///< in the order of the sheet
    std::vector<MovementRow> movements;
    std::vector<LadderFault> faults;

    /// True when a number or a typed blank stands in one of the two sheets.
    [[nodiscard]] bool used() const;
};

[[nodiscard]] LadderRows read_ladder_rows(const Workbook& workbook, const StepMapping& mapping, const Words& words);

} // namespace trinvis
