// SPDX-License-Identifier: MPL-2.0
#include "spending/step_amounts.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace trinvis::spending
{

Oere StepAmounts::on_steps() const
{
    return std::accumulate(parts.begin(), parts.begin() + steps_in_parts, Oere{0});
}

Oere StepAmounts::total() const
{
    return std::accumulate(parts.begin(), parts.end(), Oere{0});
}

Part part_of(const AccountCode& account, const StepMapping& mapping)
{
    const StepAnswer answer =
        mapping.account(Cell{account.function}, account.grouping.empty() ? Cell{} : Cell{account.grouping});
    switch (answer.placement)
    {
    case Placement::step:
        return static_cast<Part>(answer.step() - 1);
    case Placement::outside:
        return Part::outside;
    case Placement::unknown:
        return Part::unmapped;
    default:
        // On one of several steps, not stated, or called a sum: a person has to look, and the money stays in sight.
        return Part::ask;
    }
}

PlacedLines::PlacedLines(std::span<const AccountLine> lines, const StepMapping& mapping) : m_mapping(mapping)
{
    // The same few accounts come again in every municipality and year.
    std::map<std::pair<std::string, std::string>, Part> known;
    for (const AccountLine& line : lines)
    {
        const std::pair<std::string, std::string> key{line.account.function, line.account.grouping};
        auto place = known.find(key);
        if (place == known.end())
            place = known.emplace(key, part_of(line.account, mapping)).first;
        m_amounts[{line.municipality, line.year}].parts.at(static_cast<std::size_t>(place->second)) += line.amount;
    }
}

const StepAmounts* PlacedLines::of(std::size_t municipality, int year) const
{
    const auto found = m_amounts.find({municipality, year});
    return found == m_amounts.end() ? nullptr : &found->second;
}

std::vector<int> PlacedLines::years_of(std::size_t municipality) const
{
    std::vector<int> years;
    for (const auto& [key, amounts] : m_amounts)
        if (key.first == municipality)
            years.push_back(key.second);
    return years;
}

std::size_t PlacedLines::others_in(int year, std::size_t own) const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        m_amounts, [&](const auto& entry) { return entry.first.second == year && entry.first.first != own; }));
}

std::vector<UnplacedAccount> PlacedLines::unplaced(std::span<const AccountLine> lines, std::size_t municipality,
                                                   int year) const
{
    std::map<std::pair<std::string, std::string>, UnplacedAccount> accounts;
    for (const AccountLine& line : lines)
    {
        if (line.municipality != municipality || line.year != year)
            continue;
        const auto [entry, added] = accounts.try_emplace({line.account.function, line.account.grouping});
        UnplacedAccount& account = entry->second;
        if (added)
            account = {line.account, {}, part_of(line.account, m_mapping), 0, line.row};
        account.amount += line.amount;
        if (account.label.empty())
            account.label = line.label;
    }
    std::vector<UnplacedAccount> result;
    result.reserve(accounts.size());
    for (auto& [key, account] : accounts)
        if (account.part == Part::outside || account.part == Part::ask || account.part == Part::unmapped)
            result.push_back(std::move(account));
    std::ranges::stable_sort(result, [](const UnplacedAccount& a, const UnplacedAccount& b)
                             { return std::llabs(a.amount) > std::llabs(b.amount); });
    return result;
}

Oere total(std::span<const AccountLine> lines)
{
    return std::accumulate(lines.begin(), lines.end(), Oere{0},
                           [](Oere sum, const AccountLine& line) { return sum + line.amount; });
}

} // namespace trinvis::spending
