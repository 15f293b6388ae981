// SPDX-License-Identifier: MPL-2.0
//
// The tables of the working tools, which stand beside the key figures: survey, ladder, accounts, mini-analysis, focus
// areas, inspiration, goals and course. A workbook has the sheet of a tool from the day on which the tool is first used. Their
// headings are the texts whose keys begin with "column." + id + "."; rules run over them under the same id.
//
//     workbook.working_table("survey").found();
//     working_table_kind("accounts").money;            // {"amount"}
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

struct WorkingTableKind
{
    std::string_view id;                   ///< of the table
    std::string_view sheet;                ///< id of the sheet in which it stands; two tables may share one
    std::vector<std::string_view> columns; ///< keys of the headings in the order of the sheet
    std::vector<std::string_view> required_columns;
    std::vector<std::string_view> dates{};       ///< columns of dates
    std::vector<std::string_view> money{};       ///< columns of amounts: nine digits are nobody's CPR number there
    std::vector<std::string_view> steps{};       ///< columns of steps of the ladder: rules see their numbers
    std::vector<std::string_view> rule_fields{}; ///< columns that rules alone see: keys of texts after "field."
    int heading_rows = 60;                       ///< the heading row is among so many rows from the top
    bool may_lack = false;                       ///< its sheet is whole without it
};

/// All of them; the tables of a sheet stand together, in the order from the top.
[[nodiscard]] const std::vector<WorkingTableKind>& working_table_kinds();

/// Throws std::out_of_range for an id that is not in the list.
[[nodiscard]] const WorkingTableKind& working_table_kind(std::string_view id);

} // namespace trinvis
