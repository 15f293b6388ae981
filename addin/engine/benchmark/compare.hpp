// SPDX-License-Identifier: MPL-2.0
//
// Where the municipality stands: each figure and round against the country, the region, the landsdel, DST's municipality
// group, the chosen municipalities and the similar ones.
//
//     const Benchmark benchmark = compare(workbook, data, words, municipalities, today);
//     benchmark.comparisons.front().verdict;        // Verdict::not_significant
//
// Conventions, said wherever the numbers are shown (group_words.hpp): whether the own municipality is counted in a group
// and what is meant by its level is what Grupper says; the own municipality is always among those ranked; rank 1 is the
// lowest value, ties share the lowest rank.
#pragma once

#include "benchmark/groups.hpp"
#include "benchmark/judgement.hpp"
#include "benchmark/measure.hpp"
#include "benchmark/verdict.hpp"
#include "catalogue/workbook.hpp"
#include "reference/comparison_data.hpp"

#include <optional>
#include <string>
#include <vector>

namespace trinvis
{

struct Comparison
{
    std::string figure;
    Date period;
    GroupKind group = GroupKind::country;
    std::string group_label;
    bool own_counted = true; ///< own value is behind the means
    Measured own;
    std::optional<double> change; ///< since the previous round in which the figure is known, in the figure's unit
    std::optional<Date> change_since;
    std::size_t counted = 0;                              ///< municipalities behind the means
    std::size_t others = 0;                               ///< other municipalities of the group with the figure
    std::size_t missing = 0;                              ///< members without the figure
    std::vector<std::pair<Absence, std::size_t>> reasons; ///< why, in the order of Absence; the numbers sum to missing
    std::optional<double> mean;                           ///< unweighted
    std::optional<double> ratio_of_sums; ///< sum of numerators / sum of denominators; nothing for averages and counts
    std::optional<double> median;
    std::optional<double> level;                      ///< of the three, the one that the workbook wants
    Weighting weighting = Weighting::unweighted_mean; ///< which one it is: averages and counts have no ratio of sums
    int rank = 0;                                     ///< 0 when own value is unknown or there is no group
    int ranked = 0;                                   ///< how many were ranked
    int quartile = 0;                                 ///< 1 holds the lowest values; 0 when undefined
    Verdict verdict = Verdict::no_group;              ///< the funnel's alone
    Judgement judgement;
};

/// What one municipality has of one figure on one date; own numbers come from Indtastning, the others' from
/// Sammenligningsdata.
class FigureSource
{
public:
    FigureSource(const Workbook& workbook, const ComparisonData& data, const Words& words,
                 const Municipalities& municipalities);

    [[nodiscard]] Measured own(const Figure& figure, Date cut_off) const;
    [[nodiscard]] Measured of(std::size_t municipality, const Figure& figure, Date cut_off) const;
    [[nodiscard]] std::optional<std::size_t> own_index() const
    {
        return m_own_index;
    }
    [[nodiscard]] const Municipalities& municipalities() const
    {
        return m_municipalities;
    }

private:
    [[nodiscard]] Value entry(std::string_view item, Date cut_off) const;

    const Workbook& m_workbook;
    const ComparisonData& m_data;
    const Municipalities& m_municipalities;
    ValueReader m_reader;
    std::optional<std::size_t> m_own_index;
};

/// With fewer others than this a mean would tell a single municipality's number.
inline constexpr std::size_t smallest_group = 3;

struct Benchmark
{
    std::vector<Group> groups;
    GroupKind main_group = GroupKind::municipality_group; ///< the one that sentences speak of; there is such a group
    Weighting weighting = Weighting::ratio_of_sums;       ///< what the workbook wants
    GroupSettings settings;
    Similarity similarity;
    std::vector<Comparison> comparisons; ///< by figure in the order of Katalog, round, group
    std::size_t left_out = 0;            ///< values with errors that were not counted, for the report to say
    std::vector<std::string> sharing;    ///< what a reader of shared results must know; empty when they are internal
    bool invented = false;               ///< Stamdata or a source in the comparison data says so
};

/// The level that a sentence about a comparison names: the ratio of sums where its verdict is a funnel's, which stands
/// around that, else the level that the workbook wants. Nothing when the group has none.
[[nodiscard]] std::optional<double> named_level(const Comparison& comparison);

/// How that level is weighted.
[[nodiscard]] Weighting named_weighting(const Comparison& comparison);

/// Compares every figure for every round that has a date up to `today`; what lies ahead is a mistake that the
/// validation names. The workbook must name a municipality.
[[nodiscard]] Benchmark compare(const Workbook& workbook, const ComparisonData& data, const Words& words,
                                const Municipalities& municipalities, Date today);

/// The comparisons of a figure in its latest round with a known value, one for each group; empty when never known.
[[nodiscard]] std::vector<const Comparison*> latest(const Benchmark& benchmark, std::string_view figure);

/// Those of a figure's comparisons that running text speaks of: the country, the region, and the main group.
[[nodiscard]] std::vector<const Comparison*> spoken_of(const std::vector<const Comparison*>& comparisons,
                                                       const Benchmark& benchmark);

/// Why there is nothing to show of a figure that is known in no round, as the end of text keys: "confidential" when a round
/// has a number that is not shown, "not_usable" when numbers with errors were left out, else "not_reported".
[[nodiscard]] std::string_view unknown_why(const Benchmark& benchmark, std::string_view figure);

} // namespace trinvis
