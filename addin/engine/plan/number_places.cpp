// SPDX-License-Identifier: MPL-2.0
#include "plan/number_places.hpp"

#include "catalogue/sheet_names.hpp"
#include "table/text_match.hpp"

namespace trinvis
{

namespace
{

void locate(Traces& traces, const NumberPlaces& places)
{
    for (Trace& trace : traces)
        if (trace.source.sheet.empty())
            if (const CellName* cell = places.of(trace.source.key))
            {
                trace.source.sheet = cell->sheet;
                trace.source.cell = cell->cell;
            }
}

} // namespace

void NumberPlaces::put(std::string key, Place place, const Workbook& workbook)
{
    const auto sheet = static_cast<std::size_t>(place.sheet);
    if (place.sheet < 0 || sheet >= workbook.cells.sheets.size())
        return;
    m_cells.insert_or_assign(std::move(key),
                             CellName{workbook.cells.sheets[sheet].sheet_name, cell_address(place.row, place.column)});
}

const CellName* NumberPlaces::of(std::string_view key) const
{
    if (const auto own = m_cells.find(key); own != m_cells.end())
        return &own->second;
    for (std::size_t slash = key.rfind('/'); slash != std::string_view::npos && slash > 0;
         slash = key.rfind('/', slash - 1))
        if (const auto above = m_cells.find(key.substr(0, slash + 1)); above != m_cells.end())
            return &above->second;
    return nullptr;
}

void locate_numbers(PlanBlocks& blocks, const NumberPlaces& places)
{
    for (PlanBlock& block : blocks)
        if (PlanParagraph* paragraph = std::get_if<PlanParagraph>(&block))
            locate(paragraph->traces, places);
        else if (PlanTable* table = std::get_if<PlanTable>(&block))
            for (CellTraces& cell : table->traces)
                locate(cell.traces, places);
}

ResultSheet::ResultSheet(const Workbook& workbook, std::string_view sheet_id, const Texts& texts) : m_workbook(workbook)
{
    const std::string_view defined = sheet_by_id(sheet_id).defined_name;
    for (const NamedArea& area : workbook.cells.names)
        if (same_text(area.name, defined) && area.sheet < static_cast<int>(workbook.cells.sheets.size()))
            m_sheet = area.sheet;
    const std::string& name = texts.get("sheet." + std::string(sheet_id));
    for (std::size_t sheet = 0; sheet < workbook.cells.sheets.size() && m_sheet < 0; ++sheet)
        if (same_text(workbook.cells.sheets[sheet].sheet_name, name))
            m_sheet = static_cast<int>(sheet);
}

int ResultSheet::row(std::string_view first_cell, int from) const
{
    if (from < 0)
        return -1;
    for (int row = from; row < rows(); ++row)
        if (same_text(text(row, 0), first_cell))
            return row;
    return -1;
}

int ResultSheet::row_with(std::string_view one, std::string_view other) const
{
    for (int row = 0; row < rows(); ++row)
        if (column(row, one) >= 0 && column(row, other) >= 0)
            return row;
    return -1;
}

int ResultSheet::column(int row, std::string_view wanted) const
{
    if (!found() || row < 0)
        return -1;
    const Grid& grid = m_workbook.cells.sheets[static_cast<std::size_t>(m_sheet)];
    for (int column = 0; column < grid.columns; ++column)
        if (!is_empty(grid.at(row, column)) && same_text(text(row, column), wanted))
            return column;
    return -1;
}

std::string ResultSheet::text(int row, int column) const
{
    return found() ? cell_text(m_workbook.cells.sheets[static_cast<std::size_t>(m_sheet)].at(row, column),
                               m_workbook.language)
                   : std::string{};
}

int ResultSheet::rows() const
{
    return found() ? m_workbook.cells.sheets[static_cast<std::size_t>(m_sheet)].rows() : 0;
}

Place ResultSheet::place(int row, int column) const
{
    return {row < 0 || column < 0 ? -1 : m_sheet, row, column};
}

std::string day_number(Date date, const Workbook& workbook)
{
    using std::chrono::sys_days;
    return std::to_string((sys_days{date} - sys_days{workbook.cells.null_date}).count());
}

} // namespace trinvis
