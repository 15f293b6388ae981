// SPDX-License-Identifier: MPL-2.0
#include "reference/item_match.hpp"

#include "table/near_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>

namespace trinvis::reference
{

ItemMatch match_item(std::string_view heading, const Workbook& workbook)
{
    for (const EntryLine& line : workbook.lines)
        if (same_text(line.id, heading) || same_text(line.name, heading))
            return {line.id, false};
    ItemMatch near;
    for (const EntryLine& line : workbook.lines)
        if (nearly_same_text(heading, line.name))
        {
            if (near.near)
                return {};
            near = {line.id, true};
        }
    return near;
}

bool is_round(const Workbook& workbook, Date date)
{
    return std::any_of(workbook.rounds.begin(), workbook.rounds.end(),
                       [date](const Round& round) { return round.date == date; });
}

std::optional<Date> round_of(const Cell& heading, const Workbook& workbook, Date null_date)
{
    const auto period = period_in(heading, null_date);
    if (!period)
        return std::nullopt;
    for (const PeriodDay day : {PeriodDay::last, PeriodDay::first})
        if (is_round(workbook, day_of(*period, day)))
            return day_of(*period, day);
    return std::nullopt;
}

} // namespace trinvis::reference
