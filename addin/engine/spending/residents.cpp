// SPDX-License-Identifier: MPL-2.0
#include "spending/residents.hpp"

#include "table/text_match.hpp"

namespace trinvis::spending
{

namespace
{

constexpr std::string_view item = "befolkning_0_22";

} // namespace

void ResidentsByYear::keep(std::size_t municipality, Date date, double number)
{
    if (number <= 0)
        return;
    Residents& known = m_known[{municipality, static_cast<int>(date.year())}];
    if (!known.date || *known.date < date)
        known = {number, date, false};
}

ResidentsByYear::ResidentsByYear(const Workbook& workbook, const Words& words, const Municipalities& municipalities)
    : m_municipalities(municipalities)
{
    const ValueReader reader(words);
    if (const TableArea& area = workbook.comparison; area.found() && area.column("municipality") >= 0 &&
                                                     area.column("item") >= 0 && area.column("cut_off") >= 0 &&
                                                     area.column("value") >= 0)
        for (int row = area.heading_row + 1; row <= area.last_row; ++row)
        {
            const std::string* id = std::get_if<std::string>(&workbook.cell(area, row, "item"));
            if (!id || !same_text(*id, item))
                continue;
            const Municipality* municipality = municipalities.find_cell(workbook.cell(area, row, "municipality"));
            const auto date = date_in(workbook.cell(area, row, "cut_off"), workbook.cells.null_date);
            const Value value = reader.read(workbook.cell(area, row, "value"));
            if (municipality && municipality != workbook.municipality && date && value.is_number())
                keep(static_cast<std::size_t>(municipality - municipalities.all().data()), *date, value.number);
        }
    const EntryLine* line = workbook.line(item);
    if (!line || !workbook.municipality)
        return;
    for (const Round& round : workbook.rounds)
        if (const Value value = reader.read(workbook.grid(workbook.entry).at(line->row, round.column));
            round.date && value.is_number())
            keep(static_cast<std::size_t>(workbook.municipality - municipalities.all().data()), *round.date,
                 value.number);
}

std::optional<Residents> ResidentsByYear::of(std::size_t municipality, int year) const
{
    if (const auto known = m_known.find({municipality, year}); known != m_known.end())
        return known->second;
    const Municipality& listed = m_municipalities.all().at(municipality);
    if (listed.population_0_22 <= 0)
        return std::nullopt;
    return Residents{listed.population_0_22, m_municipalities.population_date(), true};
}

} // namespace trinvis::spending
