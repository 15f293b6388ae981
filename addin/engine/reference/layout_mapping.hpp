// SPDX-License-Identifier: MPL-2.0
//
// An existing spreadsheet of the municipality's own layout: which of its rows are items and which of its columns are rounds
// (or the other way round), wherever its headings stand. The numbers go into Indtastning.
//
//     LayoutMapping layout = propose_layout(grid, workbook, remembered_layouts, null_date, words);
//     const LayoutResult result = apply_layout(layout, grid, workbook, null_date, words, {.replace = false});
//     result.update.cells.size();  result.differences;
#pragma once

#include "catalogue/workbook.hpp"
#include "reference/import_mapping.hpp"
#include "table/sheet_update.hpp"

#include <optional>
#include <string>
#include <vector>

namespace trinvis::reference
{

/// A row of the foreign sheet (a column where it is transposed) that is an item. Found again by its heading, not its number.
struct LayoutItem
{
    int line = -1;       ///< row or column in this sheet, from 0; -1 when the heading is not there
    std::string heading; ///< as it stands in the sheet
    std::string item;    ///< id in Indtastning; empty leaves the line out
    double factor = 1;
    bool near = false; ///< proposed by a heading that is only nearly the item's name or id: to be looked at
};

struct LayoutRound
{
    int line = -1;
    std::string heading;
    std::optional<Date> cut_off; ///< a round of the workbook; nothing leaves it out
};

struct LayoutMapping
{
    std::string source;      ///< what it is found again by: the sheet's name without digits
    bool transposed = false; ///< items stand as columns, rounds as rows
    int item_heading = -1;   ///< the column (row where transposed) in which the items' names stand
    int round_heading = -1;  ///< the row (column where transposed) in which the rounds stand
    std::vector<LayoutItem> items;
    std::vector<LayoutRound> rounds;
    std::vector<SignChoice> signs;
};

/// Looks for the row or column with the most rounds and the one with the most items; remembered answers come first.
/// Nothing when no round or no item is found.
[[nodiscard]] std::optional<LayoutMapping> propose_layout(const Grid& grid, const Workbook& workbook,
                                                          const std::vector<LayoutMapping>& remembered, Date null_date,
                                                          const Words& words);

struct LayoutOptions
{
    bool replace = false; ///< also cells that hold something else; false fills empty cells alone
};

/// A cell of Indtastning that holds something else.
struct LayoutDifference
{
    std::string cell;
    std::string item;
    Date cut_off;
    std::string before;
    std::string after;
    bool replaced = false;
};

struct LayoutResult
{
    SheetUpdate update; ///< of Indtastning
    std::size_t filled = 0;
    std::size_t replaced = 0;
    std::size_t unchanged = 0;
    std::vector<LayoutDifference> differences;
    std::vector<std::string> unread; ///< cells of the foreign sheet that hold neither a number nor an answered sign
    std::optional<ImportFault> fault;
};

/// Applies a layout. Formulas of Indtastning are never written over. Faults: "item-twice", "round-twice", "item-unknown",
/// "round-unknown", "factor", "layout-nothing".
[[nodiscard]] LayoutResult apply_layout(const LayoutMapping& layout, const Grid& grid, const Workbook& workbook,
                                        Date null_date, const Words& words, const LayoutOptions& options);

} // namespace trinvis::reference
