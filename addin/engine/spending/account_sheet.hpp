// SPDX-License-Identifier: MPL-2.0
//
// The sheets Regnskab and Prisindeks as they are made, and what an import does to Regnskab.
//
//     const SheetContent sheet = accounts_sheet({}, texts);          // choices on top, an empty table below
//     const AccountsChange change = accounts_change(workbook, file, words, municipalities);
//     change.fault.empty();
//
// Lines of the municipalities and years that a file holds are replaced; all others stay, and so does everything that a
// person wrote beside them.
#pragma once

#include "spending/account_file.hpp"
#include "spending/accounts.hpp"
#include "spending/price_index.hpp"
#include "table/sheet_content.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace trinvis::spending
{

/// Regnskab with the choices and the lines of a file, or room for lines to be typed where there are none.
[[nodiscard]] SheetContent accounts_sheet(std::span<const FileLine> lines, const Texts& texts);

/// Prisindeks with the shipped index and room for further years.
[[nodiscard]] SheetContent price_index_sheet(std::span<const ShippedPrice> prices, const Texts& texts);

/// Rows of a sheet, both ends included.
struct RowRun
{
    int first = 0;
    int last = 0;
};

struct AccountsChange
{
    std::optional<SheetContent> made; ///< the whole sheet, where the workbook has none
    int sheet = -1;                   ///< else the sheet among those that were read
    std::vector<RowRun> removed;      ///< the lowest first, so that each can be taken out as it is counted
    int first_row = 0;                ///< of the new lines, once the others are taken out
    int first_column = 0;
    std::vector<std::vector<ContentCell>> rows;
    CellRange table; ///< headings and lines afterwards
    int amount_column = -1;
    std::size_t replaced = 0; ///< lines that were taken out
    std::string fault;        ///< a sentence: why nothing may be changed
};

/// What putting a usable file into a workbook changes. Refuses where a column of the sheet is missing, or where a line to
/// be replaced has something beside it in a column of the user's own.
[[nodiscard]] AccountsChange accounts_change(const Workbook& workbook, const AccountFile& file, const Words& words,
                                             const Municipalities& municipalities);

} // namespace trinvis::spending
