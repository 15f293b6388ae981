// SPDX-License-Identifier: MPL-2.0
#include "spending/comparison.hpp"

#include "statistics/ranking.hpp"
#include "statistics/summary.hpp"

#include <algorithm>

namespace trinvis::spending
{

namespace
{

struct PerResident
{
    StepAmounts amounts;
    Residents residents;

    [[nodiscard]] double all() const
    {
        return kroner_of(amounts.on_steps()) / residents.number;
    }
    [[nodiscard]] double step(std::size_t step) const
    {
        return kroner_of(amounts.parts.at(step)) / residents.number;
    }
};

class Comparing
{
public:
    Comparing(const PlacedLines& placed, const ResidentsByYear& residents, std::size_t own, int year)
        : m_placed(placed), m_residents(residents), m_own(own), m_year(year)
    {
    }

    [[nodiscard]] std::optional<PerResident> of(std::size_t municipality) const
    {
        const StepAmounts* amounts = m_placed.of(municipality, m_year);
        const std::optional<Residents> residents = m_residents.of(municipality, m_year);
        if (!amounts || !residents)
            return std::nullopt;
        return PerResident{*amounts, *residents};
    }

    [[nodiscard]] GroupLevel level_of(const Group& group) const
    {
        GroupLevel level;
        level.kind = group.kind;
        level.label = group.label;
        level.own_counted = group.own_counted;
        level.weighting = group.kind == GroupKind::country ? Weighting::ratio_of_sums : Weighting::unweighted_mean;
        std::vector<PerResident> counted;
        std::vector<std::optional<double>> ranked{std::nullopt};
        for (const std::size_t member : group.members)
        {
            const std::optional<PerResident> value = of(member);
            const bool own = member == m_own;
            if (value && own)
                ranked.front() = value->all();
            else if (value)
                ranked.emplace_back(value->all());
            level.others += value && !own ? 1U : 0U;
            level.missing += value || own ? 0U : 1U;
            if (value && (!own || group.own_counted))
                counted.push_back(*value);
        }
        level.counted = counted.size();
        if (level.others < smallest_group)
            return level;
        take_levels(level, counted);
        if (ranked.front())
        {
            level.rank = statistics::ranks(ranked, false).front().value_or(0);
            level.ranked = static_cast<int>(ranked.size());
        }
        return level;
    }

    [[nodiscard]] std::vector<RankedMunicipality> ranked(const Group& group) const
    {
        std::vector<RankedMunicipality> all;
        for (const std::size_t member : group.members)
            if (const auto value = of(member))
                all.push_back({member, value->all()});
        std::ranges::stable_sort(all, {}, &RankedMunicipality::per_resident);
        return all;
    }

private:
    static void take_levels(GroupLevel& level, const std::vector<PerResident>& counted)
    {
        std::vector<double> values;
        values.reserve(counted.size());
        Oere kroner = 0;
        double residents = 0;
        for (const PerResident& one : counted)
        {
            values.push_back(one.all());
            kroner += one.amounts.on_steps();
            residents += one.residents.number;
        }
        level.ratio_of_sums = kroner_of(kroner) / residents;
        level.mean = statistics::mean_of(values);
        level.median = statistics::median(values);
        for (std::size_t step = 0; step < steps_in_parts; ++step)
        {
            Oere sum = 0;
            std::vector<double> shares;
            shares.reserve(counted.size());
            for (const PerResident& one : counted)
            {
                sum += one.amounts.parts.at(step);
                shares.push_back(one.step(step));
            }
            level.by_step.at(step) = level.weighting == Weighting::ratio_of_sums
                                         ? std::optional(kroner_of(sum) / residents)
                                         : statistics::mean_of(shares);
        }
    }

    const PlacedLines& m_placed;
    const ResidentsByYear& m_residents;
    std::size_t m_own;
    int m_year;
};

} // namespace

bool SpendingComparison::possible() const
{
    return std::ranges::any_of(groups, [](const GroupLevel& group) { return group.comparable(); });
}

SpendingComparison compare_spending(const PlacedLines& placed, const ResidentsByYear& residents,
                                    std::span<const Group> groups, std::size_t own, int year, GroupKind main)
{
    const Comparing comparing(placed, residents, own, year);
    SpendingComparison comparison;
    comparison.year = year;
    comparison.others = placed.others_in(year, own);
    if (const auto value = comparing.of(own))
    {
        comparison.own = value->all();
        for (std::size_t step = 0; step < steps_in_parts; ++step)
            comparison.own_by_step.at(step) = value->step(step);
    }
    const Date last_day{std::chrono::year{year}, std::chrono::December, std::chrono::day{31}};
    const Group* drawn = nullptr;
    for (const Group& group : groups)
    {
        if (!group.holds_on(last_day))
            continue;
        comparison.groups.push_back(comparing.level_of(group));
        const bool enough = comparison.groups.back().comparable();
        if (enough && (!drawn || group.kind == main))
            drawn = &group;
    }
    if (!drawn)
        return comparison;
    comparison.ranked = comparing.ranked(*drawn);
    comparison.ranked_label = drawn->label;
    comparison.ranked_group = drawn->kind;
    for (const Group& group : groups)
        if (group.kind == GroupKind::country)
            for (const std::size_t member : group.members)
                if (const auto value = comparing.of(member); value && value->residents.shipped)
                    ++comparison.shipped_residents;
    return comparison;
}

} // namespace trinvis::spending
