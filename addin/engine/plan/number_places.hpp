// SPDX-License-Identifier: MPL-2.0
//
// The cells of the workbook that the plan's numbers come from. Sentences and tables name their numbers by key; here a key
// becomes a sheet and a cell, as they stand in the workbook that was read.
//
//     NumberPlaces places;
//     places.put("figure/3/own", {sheet, 6, 2}, workbook);
//     places.put("figure/3/", {sheet, 6, 2}, workbook);         // for every other number of the figure
//     locate_numbers(blocks, places);
//
// A number that is computed comes from its cell in a result sheet (Sammenligning, Trinfordeling …) where the workbook has
// it, else from the cell that it is computed from.
#pragma once

#include "catalogue/workbook.hpp"
#include "plan/plan_block.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace trinvis
{

/// A cell of the workbook by the name of its sheet and its address.
struct CellName
{
    std::string sheet;
    std::string cell;
};

class NumberPlaces
{
public:
    /// Says where a number stands; a key that ends with "/" stands for all below it that are not named. A place without a
    /// sheet says nothing.
    void put(std::string key, Place place, const Workbook& workbook);

    /// Where a number stands: its own cell, else that of the nearest key above it; null when nothing is known.
    [[nodiscard]] const CellName* of(std::string_view key) const;

private:
    std::map<std::string, CellName, std::less<>> m_cells;
};

/// Gives the numbers in the blocks their cells; those that have one keep it.
void locate_numbers(PlanBlocks& blocks, const NumberPlaces& places);

/// A sheet of results as it stands in the workbook, found by its defined name or else by its name in the workbook's
/// language; its tables are found by what stands in them.
class ResultSheet
{
public:
    ResultSheet(const Workbook& workbook, std::string_view sheet_id, const Texts& texts);

    [[nodiscard]] bool found() const
    {
        return m_sheet >= 0;
    }

    /// The first row from a row on whose first cell says the text; -1 when there is none or when `from` is negative.
    [[nodiscard]] int row(std::string_view first_cell, int from = 0) const;

    /// The first row that has both texts in some column; -1 when there is none.
    [[nodiscard]] int row_with(std::string_view one, std::string_view other) const;

    /// The first column of a row that says the text; -1 when there is none.
    [[nodiscard]] int column(int row, std::string_view text) const;

    /// A cell as text; a date is its day number.
    [[nodiscard]] std::string text(int row, int column) const;

    [[nodiscard]] int rows() const;

    /// The place of a cell; without a sheet when the row or the column is negative.
    [[nodiscard]] Place place(int row, int column) const;

private:
    const Workbook& m_workbook;
    int m_sheet = -1;
};

/// A date as ResultSheet reads it.
[[nodiscard]] std::string day_number(Date date, const Workbook& workbook);

} // namespace trinvis
