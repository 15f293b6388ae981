// SPDX-License-Identifier: MPL-2.0
#include "spending/charts.hpp"

#include "benchmark/ranked_chart.hpp"
#include "spending/words.hpp"
#include "table/number_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace trinvis::spending
{

namespace
{

constexpr std::array<SeriesRole, part_count> roles{SeriesRole::step_1,  SeriesRole::step_2,    SeriesRole::step_3,
                                                   SeriesRole::step_4,  SeriesRole::step_5,    SeriesRole::step_6,
                                                   SeriesRole::outside, SeriesRole::to_settle, SeriesRole::unplaced};

/// What the amounts of a chart are counted in: millions where they are large.
struct Scale
{
    double divisor = 1e3;
    int decimals = 0;
    std::string unit;
};

Scale scale_for(double largest_kroner, const Texts& texts)
{
    constexpr double large = 10e6;
    return largest_kroner >= large ? Scale{1e6, 1, texts.get("spending.unit.millions")}
                                   : Scale{1e3, 0, texts.get("spending.unit.thousands")};
}

std::string subtitle(const std::string& shown, const Spending& spending, const Texts& texts)
{
    return shown + (spending.invented ? " · " + texts.get("word.invented_figures") : "") + "\n" +
           source_line(spending, texts);
}

bool part_is_used(const Spending& spending, std::size_t part)
{
    return std::ranges::any_of(spending.years,
                               [part](const SpendingYear& year) { return year.amounts.parts.at(part) != 0; });
}

std::string shown_number(double value, int decimals, const Texts& texts)
{
    return format_number(value, decimals, texts.language());
}

} // namespace

std::optional<ChartContent> development_chart(const Spending& spending, const Texts& texts)
{
    if (spending.years.size() < 2)
        return std::nullopt;
    double largest = 0;
    for (const SpendingYear& year : spending.years)
        largest = std::max({largest, std::fabs(kroner_of(year.amounts.total())), std::fabs(year.fixed.value_or(0))});
    const Scale scale = scale_for(largest, texts);
    ChartContent chart;
    chart.name = "trinvis_spending_development";
    chart.kind = ChartKind::lines;
    chart.title = texts.get("spending.chart.development.title");
    chart.y_title = scale.unit;
    chart.decimals = scale.decimals;
    chart.language = texts.language();
    ChartSeries current{texts.get("spending.chart.current"), SeriesRole::own, {}, {}, false};
    ChartSeries fixed{{}, SeriesRole::average, {}, {}, false};
    if (spending.price_year)
        fixed.name = texts.format("spending.chart.fixed", {{"year", std::to_string(*spending.price_year)}});
    for (const SpendingYear& year : spending.years)
    {
        chart.categories.push_back(std::to_string(year.year));
        current.y.emplace_back(kroner_of(year.amounts.total()) / scale.divisor);
        fixed.y.push_back(year.fixed ? std::optional(*year.fixed / scale.divisor) : std::nullopt);
    }
    // The line ends at the chart's edge, where a name would be cut off.
    current.labelled = current.y.size() / 2;
    const bool with_fixed = std::ranges::any_of(fixed.y, [](const auto& value) { return value.has_value(); });
    chart.subtitle =
        subtitle(texts.get(with_fixed ? "spending.chart.development.both" : "spending.chart.development.current"),
                 spending, texts);
    chart.alt_text = texts.format("spending.chart.development.alt",
                                  {{"first", chart.categories.front()},
                                   {"last", chart.categories.back()},
                                   {"from", shown_number(*current.y.front(), scale.decimals, texts)},
                                   {"to", shown_number(*current.y.back(), scale.decimals, texts)},
                                   {"unit", scale.unit}});
    if (with_fixed)
        chart.series.push_back(std::move(fixed));
    chart.series.push_back(std::move(current));
    return chart;
}

std::optional<ChartContent> distribution_chart(const Spending& spending, const Texts& texts)
{
    if (spending.empty())
        return std::nullopt;
    double largest = 0;
    for (const SpendingYear& year : spending.years)
        largest = std::max(largest, std::fabs(kroner_of(year.amounts.total())));
    const Scale scale = scale_for(largest, texts);
    ChartContent chart;
    chart.name = "trinvis_spending_distribution";
    chart.kind = ChartKind::stacked;
    chart.title = texts.get("spending.chart.distribution.title");
    chart.subtitle = subtitle(texts.get("spending.chart.distribution.subtitle"), spending, texts);
    chart.y_title = scale.unit;
    chart.decimals = scale.decimals;
    chart.language = texts.language();
    for (const SpendingYear& year : spending.years)
        chart.categories.push_back(std::to_string(year.year));
    std::string shares;
    for (std::size_t part = 0; part < part_count; ++part)
    {
        if (!part_is_used(spending, part))
            continue;
        ChartSeries series{part_name(spending, part, texts), roles.at(part), {}, {}, false};
        for (const SpendingYear& year : spending.years)
            series.y.emplace_back(kroner_of(year.amounts.parts.at(part)) / scale.divisor);
        shares +=
            (shares.empty() ? "" : "; ") + series.name + " " + shown_number(*series.y.back(), scale.decimals, texts);
        chart.series.push_back(std::move(series));
    }
    if (chart.series.empty())
        return std::nullopt;
    chart.alt_text = texts.format("spending.chart.distribution.alt",
                                  {{"year", chart.categories.back()}, {"parts", shares}, {"unit", scale.unit}});
    return chart;
}

std::optional<ChartContent> extra_chart(const Spending& spending, const Texts& texts)
{
    if (spending.empty() || spending.latest().year == spending.basis_year || !spending.latest().extra_total)
        return std::nullopt;
    const SpendingYear& last = spending.latest();
    double largest = 0;
    for (const std::optional<double>& value : last.extra)
        largest = std::max(largest, std::fabs(value.value_or(0)));
    const Scale scale = scale_for(largest, texts);
    ChartContent chart;
    chart.name = "trinvis_spending_extra";
    chart.kind = ChartKind::bars;
    chart.title = texts.format("spending.chart.extra.title",
                               {{"year", std::to_string(last.year)}, {"basis", std::to_string(spending.basis_year)}});
    const std::string prices = spending.extra_in_fixed ? texts.format("spending.prices.fixed",
                                                                      {{"year", std::to_string(*spending.price_year)}})
                                                       : texts.get("spending.prices.current");
    chart.subtitle = subtitle(texts.format("spending.chart.extra.subtitle", {{"prices", prices}}), spending, texts);
    chart.y_title = scale.unit;
    chart.decimals = scale.decimals;
    chart.language = texts.language();
    ChartSeries series{texts.get("spending.chart.extra.series"), SeriesRole::others, {}, {}, false};
    std::string parts;
    // The last category is on top: the steps stand as on the ladder, what stands on none beneath them.
    for (const std::size_t part : {8U, 7U, 6U, 0U, 1U, 2U, 3U, 4U, 5U})
    {
        if (!part_is_used(spending, part))
            continue;
        const double value = *last.extra.at(part) / scale.divisor;
        chart.categories.push_back(
            part_name(spending, part, texts) + "\n" +
            texts.format("spending.chart.extra.value",
                         {{"sign", value > 0 ? "+" : ""}, {"value", shown_number(value, scale.decimals, texts)}}));
        series.y.emplace_back(value);
        parts += (parts.empty() ? "" : "; ") + part_name(spending, part, texts) + " " +
                 shown_number(value, scale.decimals, texts);
    }
    if (series.y.empty())
        return std::nullopt;
    chart.series.push_back(std::move(series));
    chart.alt_text = texts.format("spending.chart.extra.alt", {{"year", std::to_string(last.year)},
                                                               {"basis", std::to_string(spending.basis_year)},
                                                               {"parts", parts},
                                                               {"unit", scale.unit}});
    return chart;
}

std::optional<ChartContent> comparison_chart(const Spending& spending, const Municipalities& municipalities,
                                             const Texts& texts)
{
    const SpendingComparison& comparison = spending.comparison;
    const std::vector<RankedMunicipality>& all = comparison.ranked;
    const auto own = std::ranges::find(all, spending.own, &RankedMunicipality::municipality);
    if (own == all.end() || all.size() < 2)
        return std::nullopt;
    const auto place = static_cast<std::size_t>(own - all.begin());
    std::size_t first = 0;
    if (all.size() > most_bars)
        first = std::min(place - std::min(place, most_bars / 2), all.size() - most_bars);
    const std::size_t last = std::min(first + most_bars, all.size());
    ChartContent chart;
    chart.name = "trinvis_spending_comparison";
    chart.kind = ChartKind::bars;
    chart.title = texts.get("spending.chart.comparison.title");
    std::string shown = texts.format("spending.chart.comparison.subtitle",
                                     {{"year", std::to_string(comparison.year)}, {"group", comparison.ranked_label}});
    if (last - first < all.size())
        shown += " · " + texts.format("chart.bars.part", {{"first", std::to_string(first + 1)},
                                                          {"last", std::to_string(last)},
                                                          {"all", std::to_string(all.size())}});
    chart.subtitle = subtitle(shown, spending, texts);
    chart.y_title = texts.get("spending.unit.per_resident");
    chart.decimals = 0;
    chart.language = texts.language();
    ChartSeries others{texts.get("chart.series.others"), SeriesRole::others, {}, {}, false};
    ChartSeries mine{municipalities.all().at(spending.own).name, SeriesRole::own, {}, {}, false};
    for (std::size_t i = first; i < last; ++i)
    {
        const bool is_own = i == place;
        const std::string& name = municipalities.all().at(all[i].municipality).name;
        chart.categories.push_back(is_own ? texts.format("chart.bars.own", {{"name", name}}) : name);
        if (is_own)
            mine.labelled = mine.y.size();
        mine.y.push_back(is_own ? std::optional(all[i].per_resident) : std::nullopt);
        others.y.push_back(is_own ? std::nullopt : std::optional(all[i].per_resident));
    }
    chart.series = {std::move(others), std::move(mine)};
    chart.alt_text = texts.format("spending.chart.comparison.alt", {{"year", std::to_string(comparison.year)},
                                                                    {"n", std::to_string(all.size())},
                                                                    {"own", shown_number(own->per_resident, 0, texts)},
                                                                    {"place", std::to_string(place + 1)}});
    return chart;
}

} // namespace trinvis::spending
