// SPDX-License-Identifier: MPL-2.0
#include "spending/children.hpp"

#include <algorithm>

namespace trinvis::spending
{

namespace
{

using ByStep = std::array<std::optional<double>, steps_in_parts>;

bool is_of(const std::optional<Date>& date, int year)
{
    return date && static_cast<int>(date->year()) == year;
}

bool any_known(const ByStep& children)
{
    return std::ranges::any_of(children, [](const auto& number) { return number.has_value(); });
}

std::optional<Children> from_ladder(const LadderResult& ladder, int year)
{
    for (auto round = ladder.rounds.rbegin(); round != ladder.rounds.rend(); ++round)
    {
        if (!is_of(round->date, year))
            continue;
        ByStep children;
        for (std::size_t step = 0; step < steps_in_parts; ++step)
            // A step of which a part is not known is not known.
            if (const auto counted = round->buckets.at(step).complete())
                children.at(step) = static_cast<double>(*counted);
        if (any_known(children))
            return Children{children, round->date, true};
    }
    return std::nullopt;
}

std::optional<Children> from_entry(const Workbook& workbook, const Words& words, int year)
{
    const ValueReader reader(words);
    for (auto round = workbook.rounds.rbegin(); round != workbook.rounds.rend(); ++round)
    {
        if (!is_of(round->date, year))
            continue;
        const auto item = [&](std::string_view id) -> std::optional<double>
        {
            const EntryLine* line = workbook.line(id);
            const Value value =
                line ? reader.read(workbook.grid(workbook.entry).at(line->row, round->column)) : Value{};
            return value.is_number() ? std::optional(value.number) : std::nullopt;
        };
        ByStep children;
        children[1] = item("forebyggende");
        children[2] = item("hjemmebaseret");
        children[3] = item("netvaerk");
        if (const auto foster = item("plejefamilie"); foster && children[3] && *foster >= *children[3])
            children[4] = *foster - *children[3];
        children[5] = item("institution");
        if (any_known(children))
            return Children{children, *round->date, false};
    }
    return std::nullopt;
}

} // namespace

std::optional<Children> children_of(const Workbook& workbook, const LadderResult& ladder, const Words& words, int year)
{
    if (auto children = from_ladder(ladder, year))
        return children;
    return from_entry(workbook, words, year);
}

} // namespace trinvis::spending
