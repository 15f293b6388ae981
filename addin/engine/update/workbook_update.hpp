// SPDX-License-Identifier: MPL-2.0
//
// A workbook that was made by an earlier version of the product, brought up to date: held against the sheets that a new
// workbook would have. Rules and facts that are missing are added beneath those that are there; sheets that only explain
// are written anew; what a person may have changed stays, and is named.
//
//     const WorkbookUpdate update = workbook_update(workbook, new_workbook_sheets(…), "1.1", words);
//     for (const UpdateLine& line : update.lines)
//         line.what;                                     // "Reglen H01 er ny"
//
// That nothing typed is changed is the rule here; it is ours, and so is what counts as missing: a rule or a fact whose
// first column no row bears.
#pragma once

#include "catalogue/workbook.hpp"
#include "table/sheet_content.hpp"
#include "table/sheet_update.hpp"
#include "texts/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace trinvis
{

/// What was done, or what differs and was left alone, for a person.
struct UpdateLine
{
    std::string what;
    std::string detail;
    std::string sheet;          ///< its name; empty where there is no place to go to
    int row = 0;                ///< in that sheet
    bool is_left_alone = false; ///< else it was done
};

/// A sheet to be written, new or in its place.
struct UpdatedSheet
{
    SheetContent content;
    bool keep_former = false; ///< what stood there holds words that the new one does not: a copy of it stays
};

struct WorkbookUpdate
{
    SheetUpdate facts;
    SheetUpdate rules;
    std::vector<UpdatedSheet> sheets;
    std::vector<UpdateLine> lines;

    /// Whether anything is to be written at all.
    [[nodiscard]] bool is_empty() const
    {
        return facts.cells.empty() && rules.cells.empty() && sheets.empty();
    }
};

/// The version that a workbook says it was made with, or last brought up to date; empty when it says none.
[[nodiscard]] std::string version_of(const Workbook& workbook, const Words& words);

/// Whether the first version is later: "1.10" is later than "1.9". What is no number counts as 0.
[[nodiscard]] bool is_later(std::string_view version, std::string_view other);

/// Holds the workbook against the sheets of a new one in its language (new_workbook/sheets.hpp), of which all eight must be
/// there.
[[nodiscard]] WorkbookUpdate workbook_update(const Workbook& workbook, const std::vector<SheetContent>& shipped,
                                             const std::string& version, const Words& words);

/// The sheet Opdatering: what was done, then what was left alone, each with a link to its place.
[[nodiscard]] SheetContent update_sheet_content(const WorkbookUpdate& update, const Workbook& workbook,
                                                const std::string& version, const Words& words, Date today);

} // namespace trinvis
