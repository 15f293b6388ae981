// SPDX-License-Identifier: MPL-2.0
//
// The sheets of a copy of a workbook that may be shared: made anew from what may be seen, in the layout of a new workbook.
//
//     privacy::blank(workbook, hidden, words);
//     const SharedCopy copy = shared_copy(workbook, words, municipalities, version);
//     copy.left_out;                                // {"Spørgeskema", "Validering", …}: named to the user
//
// Nothing is copied and then cleaned: what is not asked for here cannot be in the copy. No formula, remark, hidden row,
// column of the user's own, earlier version or property of the document comes along, and no sheet but these: Vejledning,
// Stamdata, Katalog, Indtastning, Sammenligningsdata, Grupper, Regler, Regelsprog. Whoever makes the file adds
// Sammenligning and Diagramdata, which are computed under the same switch. All other sheets may tell hidden numbers (the
// findings and explanations quote cells, goals hold baselines, survey, accounts and movements hold the cases) and stay out.
//
// In a cell for a number stands a number, a date or a typed blank, or nothing: "2 eller 3" tells too much. A text that looks
// like a person's name, or names a file, is left out elsewhere too.
#pragma once

#include "catalogue/workbook.hpp"
#include "table/sheet_content.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace trinvis
{

struct SharedCopy
{
    std::vector<SheetContent> sheets;  ///< in the order of the tabs
    std::vector<std::string> left_out; ///< the names of sheets that are not in the copy
    std::size_t texts_left_out = 0;    ///< that looked like a person's name or named a file
    std::size_t numbers_left_out = 0;  ///< cells for a number that held something else
};

/// Makes the sheets of a workbook whose hidden numbers are blanked already, and that names a municipality. The copy is set
/// to be shared, with the workbook's threshold.
[[nodiscard]] SharedCopy shared_copy(const Workbook& workbook, const Words& words, const Municipalities& municipalities,
                                     const std::string& product_version);

} // namespace trinvis
