// SPDX-License-Identifier: MPL-2.0
//
// What a sheet holds besides its cells, as plain data: what is hidden or merged, which cells compute, and which cells
// are shown as a date, a percentage or an amount. A structure made by default says that there is nothing special.
//
//     SheetStructure structure;
//     structure.hidden_rows.push_back({.first = 6, .last = 8});
//     structure.holds_formula(3, 2);
//
// Also the search for numbers that were typed over a formula: what the cells alone can tell of it.
#pragma once

#include "table/cell.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

/// Rows or columns that are not shown, both ends included.
struct HiddenLines
{
    int first = 0;
    int last = 0;
    bool filtered = false; ///< a filter hides them
};

struct FormulaCell
{
    int row = 0;
    int column = 0;
    std::string formula; ///< as typed, in the office's own grammar, with its "="
};

/// How a number format shows a number, where that is more than a plain number.
enum class NumberLook
{
    date,
    percent,
    currency
};

struct LookRange
{
    CellRange range;
    NumberLook look = NumberLook::date;
};

/// A number that stands where its neighbours compute.
struct OvertypedCell
{
    int row = 0;
    int column = 0;
    std::string formula;          ///< what the neighbours' formula is in this cell
    std::optional<double> result; ///< what it gives; nothing when it cannot be computed
};

struct SheetStructure
{
    bool hidden = false;
    std::vector<HiddenLines> hidden_rows;
    std::vector<HiddenLines> hidden_columns;
    std::vector<CellRange> merged;
    std::vector<FormulaCell> formulas; ///< by row and column
    std::vector<LookRange> looks;
    std::vector<OvertypedCell> overtyped;

    /// The formula of a cell, null when it holds none.
    [[nodiscard]] const FormulaCell* formula_at(int row, int column) const;

    [[nodiscard]] bool holds_formula(int row, int column) const
    {
        return formula_at(row, column) != nullptr;
    }
};

/// A number between two formulas, above and below or left and right of it.
struct FormulaGap
{
    int row = 0;
    int column = 0;
    const FormulaCell* before = nullptr; ///< above or to the left; points into the structure
    const FormulaCell* after = nullptr;  ///< below or to the right
};

/// Every constant number with a formula on either side, above and below first. Whether the formulas are the same seen
/// from their cells only the office can tell.
[[nodiscard]] std::vector<FormulaGap> formula_gaps(const Grid& grid, const SheetStructure& structure);

/// Where a formula reaches outside its file: the file or address as it is written, or the function that fetches
/// ("WEBSERVICE", "DDE"). Nothing for a formula that stays inside. Texts in quotation marks are passed over.
[[nodiscard]] std::optional<std::string> outside_source(std::string_view formula);

} // namespace trinvis
