// SPDX-License-Identifier: MPL-2.0
//
// From changes of Sammenligningsdata to few blocks of cells, each of which the edge writes in one go.
//
//     ComparisonChanges changes;
//     changes.cells.at(value_column).emplace(17, 12.5);
//     make_blocks(changes, concepts, workbook, rows);
#pragma once

#include "reference/import_rows.hpp"

#include <array>
#include <map>
#include <string_view>
#include <vector>

namespace trinvis::reference
{

/// The columns of Sammenligningsdata in the order in which they are made, by key; a workbook may have them in any other, and
/// may lack all but the first four.
inline constexpr std::array<std::string_view, 8> comparison_keys{
    "municipality", "item", "cut_off", "value", "source", "municipality_concept", "counting_unit", "age_base"};
inline constexpr std::size_t date_column = 2;
inline constexpr std::size_t value_column = 3;
inline constexpr std::size_t source_column = 4;
inline constexpr std::size_t needed_columns = 4;

struct ComparisonChanges
{
    std::array<int, comparison_keys.size()> columns{}; ///< where each stands in the sheet; -1 for one that is not there
    std::array<std::map<int, ContentCell>, comparison_keys.size()> cells; ///< by column: what changes, by row
    std::vector<const ComparisonRow*> added;                              ///< rows beneath the last one
};

/// The text that a row's concepts have for a column from source_column on.
[[nodiscard]] const std::string& text_of(const RowConcepts& concepts, std::size_t column);

/// Adds the blocks to a result, and says where its new rows and its table stand.
void make_blocks(const ComparisonChanges& changes, const std::vector<RowConcepts>& concepts, const Workbook& workbook,
                 ImportRows& result);

} // namespace trinvis::reference
