// SPDX-License-Identifier: MPL-2.0
#include "ladder/entry_figures.hpp"

#include "catalogue/sheet_names.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <utility>

namespace trinvis
{

namespace
{

constexpr std::size_t home_based = 3;
constexpr int most_days_of_half_year = 215;

using Number = std::optional<std::int64_t>;

/// From home-based measures to the steps from one to another.
Number moved(const MovementRound& round, std::size_t first, std::size_t last)
{
    Number sum = 0;
    for (std::size_t to = first; to <= last; ++to)
        if (const Number& part = round.cells[home_based][to].children; sum && part)
            *sum += *part;
        else
            sum.reset();
    return sum;
}

/// Children on step 3 on the cut-off date before.
Number before(const Workbook& workbook, const LadderResult& result, Date date)
{
    const LadderRound* previous = nullptr;
    for (const LadderRound& round : result.rounds)
        if (round.date < date)
            previous = &round;
    std::optional<Date> entered;
    for (const Round& round : workbook.rounds)
        if (round.date && *round.date < date)
            entered = round.date;
    if (!previous || (entered && *entered != previous->date))
        return std::nullopt;
    if (!entered &&
        (std::chrono::sys_days(date) - std::chrono::sys_days(previous->date)).count() > most_days_of_half_year)
        return std::nullopt;
    return previous->buckets[home_based - 1].complete();
}

CellRange named_range(const Workbook& workbook)
{
    for (const NamedArea& area : workbook.cells.names)
        if (same_text(area.name, sheet_by_id("entry").defined_name) && area.sheet == workbook.entry.sheet)
            return area.range;
    int last = 0;
    for (const auto& [key, column] : workbook.entry.columns)
        last = std::max(last, column);
    for (const Round& round : workbook.rounds)
        last = std::max(last, round.column);
    return {workbook.entry.heading_row, 0, workbook.entry.last_row, last};
}

} // namespace

EntryFilling entry_filling(const Workbook& workbook, const LadderResult& result)
{
    EntryFilling filling;
    filling.update.sheet = workbook.entry.sheet;
    filling.update.table = named_range(workbook);
    const auto put = [&](std::string_view item, const Round& round, const Number& children)
    {
        const EntryLine* line = workbook.line(item);
        if (!line || !children)
            return;
        const Cell& there = workbook.grid(workbook.entry).at(line->row, round.column);
        const EntryFigure figure{
            std::string(item), *round.date, *children, {workbook.entry.sheet, line->row, round.column}};
        const double* typed = std::get_if<double>(&there);
        if (is_empty(there))
        {
            CellUpdate& cell = filling.update.cells.emplace_back();
            cell.row = line->row;
            cell.column = round.column;
            cell.content = static_cast<double>(*children);
            filling.filled.push_back(figure);
        }
        else if (typed && *typed != static_cast<double>(*children))
            filling.differing.push_back(figure);
    };
    for (const Round& round : workbook.rounds)
    {
        if (!round.date)
            continue;
        const auto movements = std::ranges::find(result.movements, *round.date, &MovementRound::date);
        if (movements != result.movements.end())
        {
            put("bevaegelser_op", round, moved(*movements, home_based + 1, end_count - 1));
            put("bevaegelser_ned", round, moved(*movements, 1, home_based - 1));
        }
        if (movements != result.movements.end() || result.round(*round.date))
            put("hjemmebaseret_forrige", round, before(workbook, result, *round.date));
    }
    return filling;
}

} // namespace trinvis
