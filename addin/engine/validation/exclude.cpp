// SPDX-License-Identifier: MPL-2.0
#include "validation/exclude.hpp"

#include <algorithm>
#include <set>

namespace trinvis
{

namespace
{

bool holds_value(const Workbook& workbook, const Place& place)
{
    if (workbook.comparison.found() && place.sheet == workbook.comparison.sheet)
        return place.row > workbook.comparison.heading_row && place.column == workbook.comparison.column("value");
    if (!workbook.entry.found() || place.sheet != workbook.entry.sheet || place.row <= workbook.entry.heading_row)
        return false;
    return std::any_of(workbook.rounds.begin(), workbook.rounds.end(),
                       [&place](const Round& round) { return round.column == place.column; });
}

} // namespace

std::size_t exclude_errors(Workbook& workbook, const Validation& validation, const Words& words)
{
    std::set<Place> places;
    for (const Finding& finding : validation.findings)
        if (finding.severity == rules::Severity::error)
            for (const Place& place : finding.places)
                if (holds_value(workbook, place))
                    places.insert(place);
    const std::string blank = words.in(workbook.language).get("blank.invalid");
    for (const Place& place : places)
    {
        Grid& grid = workbook.cells.sheets[static_cast<std::size_t>(place.sheet)];
        grid.cells[static_cast<std::size_t>(place.row) * static_cast<std::size_t>(grid.columns) +
                   static_cast<std::size_t>(place.column)] = blank;
    }
    return places.size();
}

} // namespace trinvis
