// SPDX-License-Identifier: MPL-2.0
//
// The groups that a municipality is compared with: who is in each, and when.
//
//     const std::vector<Group> groups = groups_of(own, settings, similarity, periods, municipalities, texts);
//     groups.front().members.size();                // 98, the country
//
// Regions change: a region counts on the dates on which it exists, with the municipalities that belong to it then.
#pragma once

#include "benchmark/group_settings.hpp"
#include "benchmark/similar.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace trinvis
{

struct Group
{
    GroupKind kind = GroupKind::country;
    std::string label;                ///< as shown, e.g. "Region Midtjylland"
    std::vector<std::size_t> members; ///< indexes into Municipalities::all(), own municipality among them
    bool own_counted = true;          ///< own value counts in means and medians
    std::optional<Date> first_day;    ///< the group is another one before; nothing while it has always been so
    std::optional<Date> last_day;     ///< the group is another one after; nothing while no change is known

    [[nodiscard]] bool holds_on(Date period) const
    {
        return (!first_day || *first_day <= period) && (!last_day || period <= *last_day);
    }
};

/// The groups of a municipality in the order of group_kinds: country, region (one for each that it belongs to on one of
/// the periods), landsdel, municipality group, the chosen ones when anybody is chosen, the similar ones when they could
/// be found. Region, landsdel and municipality group are what Grupper says, else what is shipped; a region in Grupper
/// that does not exist yet on a date counts from its first day.
/// The own municipality is an index into Municipalities::all().
[[nodiscard]] std::vector<Group> groups_of(std::size_t own, const GroupSettings& settings, const Similarity& similarity,
                                           std::span<const Date> periods, const Municipalities& municipalities,
                                           const Texts& texts);

/// The group of a kind that holds on a date; null when there is none.
[[nodiscard]] const Group* group_on(std::span<const Group> groups, GroupKind kind, Date period);

} // namespace trinvis
