// SPDX-License-Identifier: MPL-2.0
//
// What the charts of this room share: whom the municipality is held up against, how the group spreads, and the words
// under a title.
//
//     const Group* group = main_group(benchmark, date);
//     const auto spread = group_spread(*group, figure, date, source);
//     spread->lower_quartile;                                   // 2.4
#pragma once

#include "benchmark/compare.hpp"
#include "table/chart_content.hpp"

namespace trinvis
{

/// How the values of a group lie on one date, in the figure's unit.
struct GroupSpread
{
    std::size_t counted = 0;
    double least = 0;
    double lower_quartile = 0;
    double median = 0;
    double upper_quartile = 0;
    double most = 0;
};

/// The group that bands and profiles are drawn of: the workbook's main group as it is on a date; nothing where there is
/// none then.
[[nodiscard]] const Group* main_group(const Benchmark& benchmark, Date period);

/// The spread over the members that count in the group's median, so without the own municipality where the group is
/// the others'. Nothing when fewer than four have the figure: quarters of fewer mean nothing, and the outermost two
/// would be told apart. Quantiles: Hyndman & Fan type 7.
[[nodiscard]] std::optional<GroupSpread> group_spread(const Group& group, const Figure& figure, Date period,
                                                      const FigureSource& source);

/// The comparison with one kind of group; nullptr when it is not among them.
[[nodiscard]] const Comparison* of_group(const std::vector<const Comparison*>& comparisons, GroupKind kind);

/// A subtitle: what is shown, that figures are invented where they are, and below it the source. `with_others` says
/// whether the other municipalities' numbers are in the chart.
[[nodiscard]] std::string subtitle(std::string shown, const Benchmark& benchmark, bool with_others, const Texts& texts);

/// The value at or above `value` where an axis ends well: 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten.
/// Takes a finite value above 0; anything else gives 1.
[[nodiscard]] double axis_end(double value);

/// The power of ten at or below `value`, where a logarithmic axis begins well. Takes a finite value above 0; anything
/// else gives 1.
[[nodiscard]] double axis_begin(double value);

} // namespace trinvis
