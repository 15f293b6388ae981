// SPDX-License-Identifier: MPL-2.0
//
// Spending per 0-22-year-old against the groups of the sheet Grupper, for the municipalities that Regnskab has lines of.
//
//     const SpendingComparison comparison = compare_spending(placed, residents, groups, own, 2019, main);
//     comparison.groups.front().ratio_of_sums;      // the country: sum of kroner / sum of residents
//
// Compared is what stands on the six steps, in current prices. The level of the country is weighted (a ratio of sums),
// that of any other group the unweighted mean, as in VIVE's ECO figures. With fewer than smallest_group others there
// is no comparison.
#pragma once

#include "benchmark/compare.hpp"
#include "spending/residents.hpp"
#include "spending/step_amounts.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace trinvis::spending
{

struct GroupLevel
{
    GroupKind kind = GroupKind::country;
    std::string label;
    bool own_counted = true;
    std::size_t others = 0;              ///< other municipalities of the group with accounts and residents of the year
    std::size_t missing = 0;             ///< other members without
    std::size_t counted = 0;             ///< municipalities behind the levels
    std::optional<double> ratio_of_sums; ///< kroner per resident; nothing with too few others
    std::optional<double> mean;          ///< unweighted
    std::optional<double> median;
    int rank = 0; ///< of the own municipality, 1 the lowest; 0 when there is none
    int ranked = 0;
    std::array<std::optional<double>, steps_in_parts> by_step{}; ///< the group's level, weighted as `weighting` says
    Weighting weighting = Weighting::unweighted_mean;

    [[nodiscard]] bool comparable() const
    {
        return ratio_of_sums.has_value();
    }
    /// The one of the two that the group is compared by.
    [[nodiscard]] std::optional<double> level() const
    {
        return weighting == Weighting::ratio_of_sums ? ratio_of_sums : mean;
    }
};

struct RankedMunicipality
{
    std::size_t municipality = 0;
    double per_resident = 0;
};

struct SpendingComparison
{
    int year = 0;
    std::size_t others = 0; ///< other municipalities with accounts of the year
    std::optional<double> own;
    std::array<std::optional<double>, steps_in_parts> own_by_step{};
    std::vector<GroupLevel> groups;         ///< in the order of the groups
    std::vector<RankedMunicipality> ranked; ///< of the group that is drawn, the lowest first
    std::string ranked_label;
    GroupKind ranked_group = GroupKind::country;
    std::size_t shipped_residents = 0; ///< how many of those counted have the shipped population

    [[nodiscard]] bool possible() const;
};

/// `main` is the group that a ranking is drawn of; where it has too few, the first group that has enough is.
[[nodiscard]] SpendingComparison compare_spending(const PlacedLines& placed, const ResidentsByYear& residents,
                                                  std::span<const Group> groups, std::size_t own, int year,
                                                  GroupKind main);

} // namespace trinvis::spending
