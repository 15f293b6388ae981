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
    bars     ///< categories along y, the last on top: rankings
};

/// Who a series is about; the look follows, own municipality by shape and label too, never by colour alone.
enum class SeriesRole
{
    own,
    others,
    average,
    limit_95,
    limit_998,
    region,
    country
};

struct ChartSeries
{
    std::string name;
    SeriesRole role = SeriesRole::others;
    std::vector<std::optional<double>> y; ///< nothing where a value is missing: a gap, never a zero
};

struct ChartContent
{
    std::string name; ///< stable, so that a second run finds the chart again
    ChartKind kind = ChartKind::lines;
    std::string title;
    std::string subtitle; ///< what is shown, its source and whether figures are invented
    std::string x_title;
    std::string y_title;
    std::string alt_text;                ///< for those who do not see the chart
    std::vector<std::string> categories; ///< lines and bars
    std::vector<double> x;               ///< scatter, ascending
    std::vector<ChartSeries> series;
    std::optional<std::size_t> own_point; ///< bars: the own municipality's bar
    int decimals = 1;
    std::optional<double> y_max;          ///< where the axis ends; what lies beyond is cut off
    Language language = Language::danish; ///< of the numbers on axes and labels
};

} // namespace trinvis
