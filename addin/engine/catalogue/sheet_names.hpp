// SPDX-License-Identifier: MPL-2.0
//
// The sheets of a key-figure workbook: their ids, the defined names by which they are found again, and the columns that
// each of them needs. The defined names are the same in both languages, so that a workbook is known everywhere.
//
//     sheet_by_id("entry").defined_name;            // "trinvis_indtastning"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

struct SheetKind
{
    std::string_view id;           ///< key of its name in the text files: "sheet." + id
    std::string_view defined_name; ///< name in the document
    std::vector<std::string_view> required_columns;
    bool of_tool = false; ///< of a working tool: made when the tool is first used
};

/// All sheets that the product makes, in the order of the tabs.
[[nodiscard]] const std::vector<SheetKind>& sheet_kinds();

/// The overview of a folder, which is in no workbook, and the exercise of a practice workbook are known too. Throws std::out_of_range for an id that is not.
[[nodiscard]] const SheetKind& sheet_by_id(std::string_view id);

/// The ids of the sheets that the product writes and that hold no figures of the user's: no check is about them.
[[nodiscard]] const std::vector<std::string_view>& own_reports();

} // namespace trinvis
