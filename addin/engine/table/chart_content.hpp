// SPDX-License-Identifier: MPL-2.0
//
// A chart that is to be made, as plain data. Calc draws it from cells, Writer from the chart's own table; both from this.
//
//     ChartContent chart{.name = "trinvis_1_series", .kind = ChartKind::lines, .title = "1 Institutionsanbringelser"};
#pragma once

#include "texts/texts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace trinvis
{

enum class ChartKind
{
    scatter, ///< numbers along x, the same for all series: funnels
    lines,   ///< categories along x: time series
    bars,    ///< categories along y, the last on top: rankings
    profile, ///< categories along y, the first on top, on a common scale from 0 to 100: spine charts
    columns, ///< categories along x, a column each; several series share the place of a category: distributions
    stacked, ///< categories along x, the series of a category upon each other: what a whole is made of
    timeline ///< categories along y, the first on top; the series beside each other along a scale of dates
};

/// Who a series is about; the look follows, own municipality by shape and label too, never by colour alone.
enum class SeriesRole
{
    others,
    range,      ///< filled from the axis to the group's far end
    band,       ///< filled from the axis to the far end of the group's middle half
    band_start, ///< takes the filling away again up to where the middle half begins, down to the range where there is one
    range_start, ///< takes the filling away again up to where the range begins
    average,     ///< the group's level or median
    limit_95,
    limit_998,
    country,
    own,
    own_uncertain, ///< the own municipality where nothing is said to differ
    step_1,        ///< of the ladder: from light to dark, without a judgement
    step_2,
    step_3,
    step_4,
    step_5,
    step_6,
    outside,   ///< of the ladder: what belongs to no step
    gap,       ///< of a timeline: the room before a bar, not drawn
    span,      ///< of a timeline: a bar
    to_settle, ///< of the ladder: what is to be settled locally
    unplaced   ///< of the ladder: what no mapping covers
};

/// Whether a series is drawn as a filled column or bar; the others are lines or dots.
[[nodiscard]] constexpr bool is_filled(SeriesRole role, ChartKind kind)
{
    return kind == ChartKind::bars || kind == ChartKind::columns || kind == ChartKind::stacked ||
           kind == ChartKind::timeline || role == SeriesRole::range || role == SeriesRole::band ||
           role == SeriesRole::band_start || role == SeriesRole::range_start;
}

struct ChartSeries
{
    std::string name;
    SeriesRole role = SeriesRole::others;
    std::vector<std::optional<double>> y; ///< nothing where a value is missing: a gap, never a zero
    std::optional<std::size_t> labelled;  ///< the point that bears the name of the series
    bool label_below = false;             ///< the room above the point is taken
};

struct ChartContent
{
    std::string name; ///< stable, so that a second run finds the chart again
    ChartKind kind = ChartKind::lines;
    std::string title;
    std::string subtitle; ///< what is shown and whether figures are invented; on a line of its own the source
    std::string x_title;
    std::string y_title;
    std::string alt_text;                ///< for those who do not see the chart
    std::vector<std::string> categories; ///< lines, bars and profile
    std::vector<double> x;               ///< scatter, ascending
    std::vector<ChartSeries> series;
    int decimals = 1;             ///< of the value in a label
    std::optional<double> x_from; ///< where the axes begin and end; what lies beyond is cut off
    std::optional<double> x_to;
    std::optional<double> y_to;
    Language language = Language::danish; ///< of the numbers on axes and labels
};

/// How many lines the tallest category takes; 1 where there is none.
[[nodiscard]] int category_lines(const ChartContent& content);

} // namespace trinvis
