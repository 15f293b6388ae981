// SPDX-License-Identifier: MPL-2.0
//
// The sheet Grupper: choices on top, then the indicators with their weights, then the 98 municipalities with their groups,
// the user's own list, the values of the indicators, and how similar each is.
//
//     const GroupSheetChange change = group_sheet_change(workbook, data, words, municipalities, today);
//     change.made ? put_sheet(*change.made) : update_sheet(*change.update);
//
// What the user typed is never written over: only the columns of results, and what is missing of the sheet.
#pragma once

#include "benchmark/compare.hpp"
#include "table/sheet_content.hpp"
#include "table/sheet_update.hpp"

namespace trinvis
{

/// The sheet as a new workbook has it: the product's choices, or the two that are given, and indicators, no results yet.
/// It lists the 98 municipalities or, for the practice workbook, the invented ones.
[[nodiscard]] SheetContent groups_sheet(const Municipalities& municipalities, const Texts& texts,
                                        Weighting weighting = GroupSettings{}.weighting,
                                        GroupKind main_group = GroupSettings{}.main_group, bool invented = false);

/// What finding similar municipalities does to a workbook: a sheet for one that has none, else changes to its cells; or
/// neither, with the fault that keeps it from being done.
struct GroupSheetChange
{
    std::optional<SheetContent> made;
    std::optional<SheetUpdate> update;
    std::optional<LayoutFault> fault; ///< the first one; its cell is in the sheet Grupper
    std::size_t more_faults = 0;
    Similarity similarity;
    std::vector<double> stabilities; ///< one for each of similarity.by_distance, 0 to 1
};

/// Finds the similar municipalities and describes what changes in the sheet. The workbook must name a municipality.
[[nodiscard]] GroupSheetChange group_sheet_change(const Workbook& workbook, const ComparisonData& data,
                                                  const Words& words, const Municipalities& municipalities, Date today);

/// What was found, for a person: the names with the least firm one, and who could not be weighed.
[[nodiscard]] std::string found_sentence(const GroupSheetChange& change, const Municipalities& municipalities,
                                         const Texts& texts);

} // namespace trinvis
