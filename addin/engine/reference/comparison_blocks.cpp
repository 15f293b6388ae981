// SPDX-License-Identifier: MPL-2.0
#include "reference/comparison_blocks.hpp"

#include <algorithm>

namespace trinvis::reference
{

namespace
{

/// Rows between two changed ones that are written again as they are, so that the change is one block.
constexpr int widest_gap = 16;

ContentCell content_of(const Cell& cell)
{
    if (const double* number = std::get_if<double>(&cell))
        return *number;
    if (const std::string* text = std::get_if<std::string>(&cell))
        return *text;
    return {};
}

ContentCell content_of(const ComparisonRow& row, const RowConcepts& concepts, std::size_t column)
{
    switch (column)
    {
    case 0:
        return row.municipality->code;
    case 1:
        return std::string(row.item);
    case date_column:
        return row.cut_off;
    case value_column:
        return row.value;
    default:
        return text_of(concepts, column);
    }
}

/// The changes of a column as few blocks: rows between two of them are written again where they hold no formula.
void block_changes(const std::map<int, ContentCell>& changes, int column, const Workbook& workbook, ImportRows& result)
{
    const SheetStructure& structure = workbook.cells.structure(workbook.comparison.sheet);
    const Grid& grid = workbook.grid(workbook.comparison);
    const auto may_be_written_again = [&](int row)
    { return !structure.holds_formula(row, column) && !std::holds_alternative<CellError>(grid.at(row, column)); };
    CellBlock* block = nullptr;
    int next = 0;
    for (const auto& [row, content] : changes)
    {
        bool joined = block != nullptr && row - next <= widest_gap;
        for (int between = next; joined && between < row; ++between)
            joined = may_be_written_again(between);
        if (!joined)
            block = &result.blocks.emplace_back(CellBlock{row, column, {}, false});
        else
            for (int between = next; between < row; ++between)
                block->rows.push_back({content_of(grid.at(between, column))});
        block->rows.push_back({content});
        next = row + 1;
    }
}

/// The new rows beneath the last one, one block for each run of neighbouring columns.
void block_added(const ComparisonChanges& changes, const std::vector<RowConcepts>& concepts, ImportRows& result)
{
    std::map<int, std::size_t> by_place;
    for (std::size_t i = 0; i < comparison_keys.size(); ++i)
        if (changes.columns.at(i) >= 0)
            by_place.emplace(changes.columns.at(i), i);
    for (auto first = by_place.begin(); first != by_place.end();)
    {
        auto end = std::next(first);
        while (end != by_place.end() && end->first == std::prev(end)->first + 1)
            ++end;
        CellBlock block{result.first_added_row, first->first, {}, false};
        block.rows.reserve(changes.added.size());
        for (const ComparisonRow* row : changes.added)
        {
            std::vector<ContentCell>& cells = block.rows.emplace_back();
            cells.reserve(static_cast<std::size_t>(std::distance(first, end)));
            for (auto column = first; column != end; ++column)
                cells.push_back(content_of(*row, concepts[row->concepts], column->second));
        }
        result.blocks.push_back(std::move(block));
        first = end;
    }
}

} // namespace

const std::string& text_of(const RowConcepts& concepts, std::size_t column)
{
    const std::array<const std::string*, 4> texts{&concepts.source, &concepts.municipality_concept,
                                                  &concepts.counting_unit, &concepts.age_base};
    return *texts.at(column - source_column);
}

void make_blocks(const ComparisonChanges& changes, const std::vector<RowConcepts>& concepts, const Workbook& workbook,
                 ImportRows& result)
{
    const TableArea& area = workbook.comparison;
    for (std::size_t column = 0; column < comparison_keys.size(); ++column)
        block_changes(changes.cells.at(column), changes.columns.at(column), workbook, result);
    result.date_columns = {changes.columns.at(date_column)};
    if (!changes.added.empty())
    {
        result.first_added_row = area.last_row + 1;
        block_added(changes, concepts, result);
    }
    int first_column = changes.columns.front();
    int last_column = 0;
    for (const auto& [key, column] : area.columns)
    {
        first_column = std::min(first_column, column);
        last_column = std::max(last_column, column);
    }
    for (const int column : changes.columns)
        last_column = std::max(last_column, column);
    result.table = {area.heading_row, first_column, area.last_row + static_cast<int>(changes.added.size()),
                    last_column};
}

} // namespace trinvis::reference
