// SPDX-License-Identifier: MPL-2.0
//
// Changes to single cells of a sheet that a person also works in: what is not named stays as it is.
//
//     SheetUpdate update{.sheet = workbook.entry.sheet};
//     update.cells.push_back({7, 2, std::string("gælder"), Style::cell});
#pragma once

#include "table/sheet_content.hpp"

namespace trinvis
{

struct CellUpdate
{
    int row = 0;
    int column = 0;
    ContentCell content;        ///< empty clears the cell
    std::optional<Style> style; ///< nothing leaves the look as it is
};

struct SheetUpdate
{
    int sheet = -1; ///< among the sheets that were read
    std::vector<CellUpdate> cells;
    CellRange table; ///< what the sheet's defined name stands for afterwards
};

} // namespace trinvis
