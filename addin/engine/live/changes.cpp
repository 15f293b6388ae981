// SPDX-License-Identifier: MPL-2.0
#include "live/changes.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

/// True when two lists are of the same length and alike, element by element.
template <typename List, typename Alike>
bool alike(const List& a, const List& b, Alike are_alike)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), are_alike);
}

bool same_name(const NamedArea& a, const NamedArea& b)
{
    return a.name == b.name && a.sheet == b.sheet && a.range == b.range;
}

bool same_hidden(const HiddenLines& a, const HiddenLines& b)
{
    return a.first == b.first && a.last == b.last && a.filtered == b.filtered;
}

bool same_structure(const SheetStructure& a, const SheetStructure& b)
{
    return a.hidden == b.hidden && alike(a.hidden_rows, b.hidden_rows, same_hidden) &&
           alike(a.hidden_columns, b.hidden_columns, same_hidden) && a.merged == b.merged &&
           alike(a.formulas, b.formulas,
                 [](const FormulaCell& x, const FormulaCell& y)
                 { return x.row == y.row && x.column == y.column && x.formula == y.formula; }) &&
           alike(a.looks, b.looks,
                 [](const LookRange& x, const LookRange& y) { return x.range == y.range && x.look == y.look; }) &&
           alike(a.overtyped, b.overtyped,
                 [](const OvertypedCell& x, const OvertypedCell& y)
                 { return x.row == y.row && x.column == y.column && x.formula == y.formula && x.result == y.result; });
}

bool same_sheets(const WorkbookCells& a, const WorkbookCells& b)
{
    return a.null_date == b.null_date && alike(a.names, b.names, same_name) &&
           alike(a.structures, b.structures, same_structure) &&
           alike(a.sheets, b.sheets, [](const Grid& x, const Grid& y) { return x.sheet_name == y.sheet_name; });
}

} // namespace

Changes changes_between(const WorkbookCells& before, const WorkbookCells& now, std::size_t most)
{
    Changes changes;
    if (!same_sheets(before, now))
    {
        changes.anew = true;
        return changes;
    }
    for (std::size_t sheet = 0; sheet < now.sheets.size(); ++sheet)
    {
        const Grid& was = before.sheets[sheet];
        const Grid& is = now.sheets[sheet];
        // Most sheets are as they were, and a comparison in one go is fast.
        if (was.columns == is.columns && was.cells == is.cells)
            continue;
        const int rows = std::max(was.rows(), is.rows());
        const int columns = std::max(was.columns, is.columns);
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column)
            {
                if (was.at(row, column) == is.at(row, column))
                    continue;
                if (changes.cells.size() == most)
                {
                    changes.cells.clear();
                    changes.anew = true;
                    return changes;
                }
                changes.cells.emplace_back(Place{static_cast<std::int32_t>(sheet), row, column}, is.at(row, column));
            }
    }
    return changes;
}

} // namespace trinvis
