// SPDX-License-Identifier: MPL-2.0
#include "benchmark/groups.hpp"

#include "table/text_match.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

class Forming
{
public:
    Forming(std::size_t own, const GroupSettings& settings, const Municipalities& municipalities)
        : m_own(own), m_settings(settings), m_municipalities(municipalities)
    {
    }

    template <typename Belongs>
    [[nodiscard]] Group group(GroupKind kind, std::string label, Belongs belongs) const
    {
        Group group;
        group.kind = kind;
        group.label = std::move(label);
        group.own_counted = m_settings.counts_own(kind);
        // Invented municipalities are a country of their own.
        const std::vector<Municipality>& all = m_municipalities.all();
        for (std::size_t i = 0; i < m_settings.rows.size(); ++i)
            if (i == m_own || (all[i].invented == all[m_own].invented && belongs(i)))
                group.members.push_back(i);
        return group;
    }

    /// Those that share a word of Grupper with the own municipality.
    [[nodiscard]] Group sharing(GroupKind kind, std::string label, std::string GroupRow::*word) const
    {
        const std::string& own = m_settings.rows[m_own].*word;
        return group(kind, std::move(label),
                     [&](std::size_t other) { return same_text(m_settings.rows[other].*word, own); });
    }

    /// The region on a date: what Grupper says, unless that region is yet to come.
    [[nodiscard]] std::string region_on(std::size_t municipality, Date date) const
    {
        const std::string& said = m_settings.rows[municipality].region;
        const Region* known = m_municipalities.region(said);
        const bool to_come = known && known->valid_from && *known->valid_from > date;
        return m_municipalities.region_on(to_come ? m_municipalities.all()[municipality].region : said, date);
    }

    /// One group for each stretch of time between two changes in which a period lies.
    [[nodiscard]] std::vector<Group> regions(std::span<const Date> periods) const
    {
        const std::vector<Date> changes = m_municipalities.region_changes();
        std::vector<Group> groups;
        for (std::size_t i = 0; i <= changes.size(); ++i)
        {
            std::optional<Date> first;
            std::optional<Date> last;
            if (i > 0)
                first = changes[i - 1];
            if (i < changes.size())
                last = Date{std::chrono::sys_days{changes[i]} - std::chrono::days{1}};
            const auto inside = std::ranges::find_if(
                periods, [&](Date period) { return (!first || *first <= period) && (!last || period <= *last); });
            if (inside == periods.end())
                continue;
            const std::string own = region_on(m_own, *inside);
            Group region = group(GroupKind::region, own,
                                 [&](std::size_t other) { return same_text(region_on(other, *inside), own); });
            region.first_day = first;
            region.last_day = last;
            Group* before = groups.empty() ? nullptr : &groups.back();
            if (before && before->label == region.label && before->members == region.members)
                before->last_day = region.last_day;
            else
                groups.push_back(std::move(region));
        }
        return groups;
    }

private:
    std::size_t m_own;
    const GroupSettings& m_settings;
    const Municipalities& m_municipalities;
};

} // namespace

std::vector<Group> groups_of(std::size_t own, const GroupSettings& settings, const Similarity& similarity,
                             std::span<const Date> periods, const Municipalities& municipalities, const Texts& texts)
{
    const Forming forming(own, settings, municipalities);
    std::vector<Group> groups{forming.group(
        GroupKind::country, texts.get(municipalities.all()[own].invented ? "practice.country" : "group.country"),
        [](std::size_t) { return true; })};
    std::ranges::move(forming.regions(periods), std::back_inserter(groups));
    groups.push_back(forming.sharing(GroupKind::landsdel, settings.rows[own].landsdel, &GroupRow::landsdel));
    // Only real groups are those of Statistics Denmark.
    const std::string& group = settings.rows[own].group;
    groups.push_back(forming.sharing(
        GroupKind::municipality_group,
        municipalities.all()[own].invented ? group : texts.format("group.dst", {{"group", group}}), &GroupRow::group));
    const auto with_number = [&](const char* key, std::size_t n) {
        return texts.format(key, {{"n", std::to_string(n)}});
    };
    Group chosen = forming.group(GroupKind::chosen, {}, [&](std::size_t other) { return settings.rows[other].chosen; });
    chosen.label = with_number("group.chosen", chosen.members.size() - 1);
    if (chosen.members.size() > 1)
        groups.push_back(std::move(chosen));
    if (similarity.found())
    {
        const std::span<const SimilarMunicipality> nearest = similarity.nearest();
        groups.push_back(forming.group(GroupKind::similar, with_number("group.similar", nearest.size()),
                                       [&](std::size_t other)
                                       {
                                           return std::ranges::any_of(nearest, [other](const SimilarMunicipality& one)
                                                                      { return one.municipality == other; });
                                       }));
    }
    return groups;
}

const Group* group_on(std::span<const Group> groups, GroupKind kind, Date period)
{
    const auto found =
        std::ranges::find_if(groups, [&](const Group& group) { return group.kind == kind && group.holds_on(period); });
    return found == groups.end() ? nullptr : &*found;
}

} // namespace trinvis
