// SPDX-License-Identifier: MPL-2.0
//
// The sheet Fokusområder: the tool's proposals with their reasons, and the consultant's choice.
//
//     const SheetContent sheet = focus_sheet(form, texts);                          // headings, no proposal yet
//     const FocusSheetChange change = focus_sheet_change(workbook, reasons, form, words);
//     change.update.cells;                                                          // what changes, cell by cell
//
// What the consultant wrote is never written over: the column Kontrol holds a check of each text that the tool wrote, and
// a text that no longer fits its check is the consultant's.
#pragma once

#include "mini_analysis/focus_reasons.hpp"
#include "table/sheet_content.hpp"
#include "table/sheet_update.hpp"

#include <span>

namespace trinvis
{

/// The sheet as it begins.
[[nodiscard]] SheetContent focus_sheet(const MiniAnalysisForm& form, const Texts& texts);

struct FocusSheetChange
{
    SheetUpdate update;
    std::size_t proposals = 0; ///< that hold now
    std::size_t added = 0;     ///< of them new
    std::size_t outdated = 0;  ///< rows that stay though they no longer hold, since the consultant worked with them
    std::size_t removed = 0;   ///< rows of the tool's that no longer hold
};

/// What a new computation changes: reasons and links of known proposals are renewed in their place, new proposals come
/// into empty rows, and those that no longer hold are emptied, or marked as such where the consultant chose or wrote
/// something. Rows of the consultant's own stay and get a link to the examples of their area. In a workbook that is shared a marked row keeps no earlier numbers of
/// the tool's. The workbook must have the sheet with its column Henvisning; otherwise there is nothing to change.
[[nodiscard]] FocusSheetChange focus_sheet_change(const Workbook& workbook, std::span<const FocusReason> reasons,
                                                  const MiniAnalysisForm& form, const Words& words);

enum class Chosen
{
    undecided,
    yes,
    no
};

/// A row of the sheet, the tool's or the consultant's.
struct FocusArea
{
    int row = -1;
    std::string reference;
    std::string proposal;
    std::string area; ///< as it was written
    std::string reason;
    Chosen chosen = Chosen::undecided;
    std::string own_reason;
};

/// The rows in the order of the sheet, without empty ones; none where the sheet is not there.
[[nodiscard]] std::vector<FocusArea> read_focus_areas(const Workbook& workbook, const Words& words);

} // namespace trinvis
