// SPDX-License-Identifier: MPL-2.0
#include "ladder/ladder_charts.hpp"

#include "ladder/ladder_sentences.hpp"
#include "table/date_text.hpp"
#include "table/number_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace trinvis
{

namespace
{

constexpr std::array bucket_roles{SeriesRole::step_1, SeriesRole::step_2, SeriesRole::step_3,  SeriesRole::step_4,
                                  SeriesRole::step_5, SeriesRole::step_6, SeriesRole::outside, SeriesRole::others};

/// What is shown, and below it the source; invented figures are called so.
std::string subtitle(std::string_view shown, const LadderResult& result, const Workbook& workbook, const Texts& texts)
{
    std::string text = texts.get(shown);
    if (!workbook.data_note.empty())
        text += ". " + workbook.data_note;
    if (result.shared)
        text += ". " + texts.get("ladder.chart.hidden");
    return text + "\n" + texts.get("ladder.chart.source");
}

bool any(const ChartSeries& series)
{
    return std::ranges::any_of(series.y, [](const auto& y) { return y.value_or(0) > 0; });
}

std::string said(const std::optional<double>& value, int decimals, const Texts& texts)
{
    return value ? format_number(*value, decimals, texts.language()) : "–";
}

} // namespace

std::optional<ChartContent> distribution_chart(const LadderResult& result, const Workbook& workbook, const Texts& texts)
{
    ChartContent chart;
    chart.name = "trinvis_ladder_distribution";
    chart.kind = ChartKind::stacked;
    chart.title = texts.get("ladder.chart.distribution");
    chart.subtitle = subtitle("ladder.chart.distribution.shown", result, workbook, texts);
    chart.y_title = texts.get("ladder.chart.distribution.y");
    chart.language = texts.language();
    chart.y_to = 100;
    chart.decimals = 0;
    for (const LadderRound& round : result.rounds)
        chart.categories.push_back(format_date(round.date, texts.language()));
    std::string latest;
    for (std::size_t bucket = 0; bucket < bucket_count; ++bucket)
    {
        ChartSeries series{bucket_label(result, bucket, texts), bucket_roles[bucket], {}, {}, false};
        for (const LadderRound& round : result.rounds)
            series.y.push_back(round.share(bucket));
        // The six steps are always in the legend; what stands beside them only where there is any.
        if (bucket >= outside_bucket && !any(series))
            continue;
        if (!series.y.empty())
            latest += (latest.empty() ? "" : "; ") + series.name + ": " + said(series.y.back(), 0, texts);
        chart.series.push_back(std::move(series));
    }
    if (std::ranges::none_of(chart.series, any))
        return std::nullopt;
    chart.alt_text =
        texts.format("ladder.chart.distribution.alt",
                     {{"first", chart.categories.front()}, {"last", chart.categories.back()}, {"shares", latest}});
    return chart;
}

std::optional<ChartContent> movement_chart(const LadderResult& result, const Workbook& workbook, const Texts& texts)
{
    ChartContent chart;
    chart.name = "trinvis_ladder_movements";
    chart.kind = ChartKind::stacked;
    chart.title = texts.get("ladder.chart.movements");
    chart.subtitle = subtitle("ladder.chart.movements.shown", result, workbook, texts);
    chart.y_title = texts.get("ladder.chart.movements.y");
    chart.language = texts.language();
    chart.decimals = 0;
    ChartSeries up{texts.get("ladder.up"), SeriesRole::step_5, {}, {}, false};
    ChartSeries down{texts.get("ladder.down"), SeriesRole::step_2, {}, {}, false};
    const auto number = [](const Moved& moved)
    {
        return moved.hidden || !moved.children ? std::optional<double>{}
                                               : std::optional(static_cast<double>(*moved.children));
    };
    for (const MovementRound& round : result.movements)
    {
        chart.categories.push_back(format_date(round.date, texts.language()));
        up.y.push_back(number(round.up));
        down.y.push_back(number(round.down));
    }
    if (!any(up) && !any(down))
        return std::nullopt;
    chart.alt_text = texts.format("ladder.chart.movements.alt", {{"last", chart.categories.back()},
                                                                 {"up", said(up.y.back(), 0, texts)},
                                                                 {"down", said(down.y.back(), 0, texts)}});
    chart.series = {std::move(up), std::move(down)};
    return chart;
}

} // namespace trinvis
