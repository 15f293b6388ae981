// SPDX-License-Identifier: MPL-2.0
//
// The municipalities most like one's own, by the indicators and weights of Grupper, and how firmly each belongs there.
//
//     const Similarity similarity = find_similar(settings, workbook, source, today);
//     similarity.nearest().front().municipality;    // the most similar one
//     stabilities(similarity);                      // 1.0 for one that stays among the nearest whatever the weights
//
// The distance is the z-standardised Euclidean one (statistics/similarity.hpp): what stands in the sheet can be computed
// again with the spreadsheet function nearest. Weights are a judgement, so the group is formed anew with others, by a
// fixed design that gives the same numbers on every machine: each weight times 1/2, 1 and 2.
#pragma once

#include "benchmark/group_settings.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace trinvis
{

class FigureSource;

struct SimilarMunicipality
{
    std::size_t municipality = 0; ///< index into Municipalities::all()
    double distance = 0;          ///< sqrt(sum of weight * squared difference in standard deviations)
};

/// What is known of an indicator over all municipalities.
struct IndicatorSummary
{
    std::size_t known = 0;
    std::optional<double> mean;
    std::optional<double> spread; ///< sample standard deviation, the unit of the distance
    std::optional<Date> period;   ///< of a figure: the latest round in which the own municipality has it
};

struct Similarity
{
    std::vector<SimilarMunicipality> by_distance; ///< all that have every indicator, nearest first, own left out
    std::size_t wanted = 0;                       ///< how many of them make the group
    std::vector<std::size_t> left_out;            ///< municipalities that lack an indicator
    std::vector<IndicatorSummary> indicators;     ///< one for each of the settings
    std::vector<GroupFault> faults; ///< why nothing was found, with cells; those of the settings are theirs
    std::size_t own = 0;            ///< index into Municipalities::all()
    std::size_t columns = 0;        ///< of the values: one an indicator
    std::vector<double> values;     ///< row by row as in Municipalities::all(); NaN for a blank
    std::vector<double> weights;

    [[nodiscard]] bool found() const
    {
        return !by_distance.empty();
    }
    /// The group, nearest first; ties in the order of the municipalities' codes.
    [[nodiscard]] std::span<const SimilarMunicipality> nearest() const
    {
        return {by_distance.data(), std::min(wanted, by_distance.size())};
    }
};

/// Finds the similar municipalities. Nothing is found, with a fault that says why, when the own municipality lacks an
/// indicator, an indicator is the same everywhere, or fewer municipalities have every indicator than are wanted; and
/// nothing without a fault when the settings have no usable indicators. The workbook must name a municipality.
[[nodiscard]] Similarity find_similar(const GroupSettings& settings, const Workbook& workbook,
                                      const FigureSource& source, Date today);

/// The sets of weights under which the group is formed anew: each weight times 1/2, 1 and 2 in all combinations, for
/// up to six weights; for more, as many sets as for six (729), the given one first and the others drawn among the
/// combinations by SplitMix64 from seed 1 (Steele, Lea & Flood 2014, OOPSLA), factor = number mod 3, one draw a weight in
/// their order. Only the ratio of weights matters: one weight alone has no other set.
[[nodiscard]] std::vector<std::vector<double>> weight_sets(std::span<const double> weights);

/// For each of by_distance the share, 0 to 1, of weight_sets under which it is among the nearest.
[[nodiscard]] std::vector<double> stabilities(const Similarity& similarity);

} // namespace trinvis
