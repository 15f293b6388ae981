// SPDX-License-Identifier: MPL-2.0
#include "benchmark/charts.hpp"

#include "benchmark/chart_parts.hpp"
#include "benchmark/funnel_chart.hpp"
#include "benchmark/ranked_chart.hpp"
#include "benchmark/series_chart.hpp"

namespace trinvis
{

std::vector<ChartContent> figure_charts(const Figure& figure, const Benchmark& benchmark, const FigureSource& source,
                                        const Workbook& workbook, const Texts& texts)
{
    std::vector<ChartContent> charts;
    const std::vector<const Comparison*> comparisons = latest(benchmark, figure.id);
    const bool spread_known = figure.kind == FigureKind::share || figure.kind == FigureKind::rate;
    std::optional<ChartContent> standing;
    if (const Comparison* country = of_group(comparisons, GroupKind::country); country && spread_known)
        standing = funnel_chart(figure, benchmark, *country, source, workbook, texts);
    else
        // Three municipalities make the smallest group; the region then has more to show.
        for (const GroupKind kind : {benchmark.main_group, GroupKind::municipality_group, GroupKind::region})
            if (const Comparison* group = of_group(comparisons, kind); group && !standing)
                standing = ranked_chart(figure, benchmark, *group, source, workbook, texts);
    if (standing)
        charts.push_back(std::move(*standing));
    if (auto series = series_chart(figure, benchmark, source, workbook, texts))
        charts.push_back(std::move(*series));
    for (ChartContent& chart : charts)
        chart.language = workbook.language;
    return charts;
}

} // namespace trinvis
