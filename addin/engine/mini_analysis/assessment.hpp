// SPDX-License-Identifier: MPL-2.0
//
// The sheet Minianalyse: a row for each area and element, to be written by the consultant; the tool adds links to what
// the column Belæg refers to.
//
//     const SheetContent sheet = mini_analysis_sheet(form, texts);
//     const SheetUpdate links = mini_analysis_links(workbook, words);
#pragma once

#include "catalogue/workbook.hpp"
#include "mini_analysis/form.hpp"
#include "table/sheet_content.hpp"
#include "table/sheet_update.hpp"

#include <array>

namespace trinvis
{

/// The columns of links; a fourth reference has none.
inline constexpr std::array<std::string_view, 3> link_columns{"link_1", "link_2", "link_3"};

/// The sheet as it begins: twelve rows, nothing assessed.
[[nodiscard]] SheetContent mini_analysis_sheet(const MiniAnalysisForm& form, const Texts& texts);

/// One row as it was written.
struct Assessment
{
    int row = -1;
    std::string area;
    std::string element;
    std::string strategies;
    std::string target_groups;
    std::string strengths;
    std::string challenges;
    std::string evidence;
    std::string rating;
    std::string remark;

    /// Whether anything but area and element was written.
    [[nodiscard]] bool begun() const;
};

/// The rows of the sheet in its order, without empty ones; none where the sheet is not there.
[[nodiscard]] std::vector<Assessment> read_assessments(const Workbook& workbook);

/// The links beside each row's evidence; what else stands in the sheet stays, also what a person wrote into the columns
/// of links. No cells where the sheet is not there or lacks the columns.
[[nodiscard]] SheetUpdate mini_analysis_links(const Workbook& workbook, const Words& words);

/// The cells from a table's headings to its last row, from the first column to the last known one: what the sheet's
/// defined name stands for.
[[nodiscard]] CellRange range_of(const TableArea& area);

} // namespace trinvis
