// SPDX-License-Identifier: MPL-2.0
#include "benchmark/profile_chart.hpp"

#include "benchmark/chart_parts.hpp"
#include "benchmark/words.hpp"
#include "table/number_text.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis
{

namespace
{

constexpr double middle = 50;
/// More lines of two or three lines of text would not stand on a page.
constexpr std::size_t most_rows_with_values = 15;

struct Line
{
    const Figure* figure;
    const Comparison* comparison;
    GroupSpread spread;
};

/// The latest round with an own value; the latest round of all where there is none.
const Comparison* latest_with(const Benchmark& benchmark, const Figure& figure, GroupKind kind)
{
    const Comparison* found = nullptr;
    for (const Comparison& comparison : benchmark.comparisons)
        if (comparison.figure == figure.id && comparison.group == kind &&
            (!found || comparison.own.known() || !found->own.known()))
            found = &comparison;
    return found;
}

std::vector<Line> lines_of(const Benchmark& benchmark, const FigureSource& source, const Workbook& workbook)
{
    std::vector<Line> lines;
    for (const Figure& figure : workbook.figures)
    {
        const Comparison* comparison = latest_with(benchmark, figure, benchmark.main_group);
        const Group* group = comparison ? main_group(benchmark, comparison->period) : nullptr;
        if (!group)
            continue;
        if (const auto spread = group_spread(*group, figure, comparison->period, source))
            lines.push_back({&figure, comparison, *spread});
    }
    return lines;
}

/// Where a value of the line stands between 0 and 100.
double place(const Line& line, double value)
{
    const Measured& own = line.comparison->own;
    const double reach = std::max({line.spread.median - line.spread.least, line.spread.most - line.spread.median,
                                   own.known() ? std::fabs(own.value - line.spread.median) : 0.0});
    if (reach <= 0)
        return middle;
    const double way = line.figure->direction == Direction::lower ? -1 : 1;
    return middle + way * (value - line.spread.median) / reach * middle;
}

struct Stretch
{
    double left;
    double right;
};

Stretch stretch(const Line& line, double low, double high)
{
    const double one = place(line, low);
    const double other = place(line, high);
    return {std::min(one, other), std::max(one, other)};
}

bool certain(const Comparison& comparison)
{
    return difference_claimed(comparison.judgement.verdict) != 0;
}

/// A long name on two lines of about the same length, so that half the chart is left for the figures.
std::string wrapped(const std::string& name)
{
    constexpr std::size_t longest = 42;
    if (name.size() <= longest)
        return name;
    std::size_t best = std::string::npos;
    const auto from_middle = [&](std::size_t at)
    { return at > name.size() / 2 ? at - name.size() / 2 : name.size() / 2 - at; };
    for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ', at + 1))
        if (best == std::string::npos || from_middle(at) < from_middle(best))
            best = at;
    return best == std::string::npos ? name : name.substr(0, best) + "\n" + name.substr(best + 1);
}

/// With its values where there is room for them.
std::string category(const Line& line, Date latest, bool with_values, const Workbook& workbook, const Texts& texts)
{
    const Figure& figure = *line.figure;
    const Comparison& comparison = *line.comparison;
    const int decimals = shown_decimals(figure, comparison.own.known() ? comparison.own.value : line.spread.median);
    const auto number = [&](double value) { return format_number(value, decimals, workbook.language); };
    std::string name = figure.id + " " + figure.name;
    if (figure.direction != Direction::neither)
        name += " *";
    if (comparison.period != latest)
        name += " (" + format_date(comparison.period, workbook.language) + ")";
    if (!with_values)
        return name;
    return wrapped(name) + "\n" +
           texts.format(comparison.own.known() ? "chart.profile.values" : "chart.profile.no_value",
                        {{"municipality", workbook.municipality->name},
                         {"own", number(comparison.own.value)},
                         {"median", number(line.spread.median)},
                         {"unit", figure.unit}});
}

/// Which figures lie above, within and below the group's middle half, by their numbers.
class PlacesInGroup
{
public:
    void count(const Line& line)
    {
        const Measured& own = line.comparison->own;
        std::vector<std::string>& ids = !own.known()                             ? m_without
                                        : own.value > line.spread.upper_quartile ? m_above
                                        : own.value < line.spread.lower_quartile ? m_below
                                                                                 : m_within;
        ids.push_back(line.figure->id);
    }

    [[nodiscard]] Replacements in_words(const Texts& texts) const
    {
        return {{"above", listed(m_above, texts)},
                {"within", listed(m_within, texts)},
                {"below", listed(m_below, texts)},
                {"without", listed(m_without, texts)}};
    }

private:
    [[nodiscard]] static std::string listed(const std::vector<std::string>& ids, const Texts& texts)
    {
        if (ids.empty())
            return texts.get("chart.profile.alt.none");
        std::string list;
        for (const std::string& id : ids)
            list += (list.empty() ? "" : ", ") + id;
        return list;
    }

    std::vector<std::string> m_above;
    std::vector<std::string> m_within;
    std::vector<std::string> m_below;
    std::vector<std::string> m_without;
};

} // namespace

std::optional<ChartContent> profile_chart(const Benchmark& benchmark, const FigureSource& source,
                                          const Workbook& workbook, const Texts& texts)
{
    std::vector<Line> lines = lines_of(benchmark, source, workbook);
    if (lines.empty())
        return std::nullopt;
    const std::size_t all = lines.size();
    lines.resize(std::min(all, most_profile_rows));
    Date latest = lines.front().comparison->period;
    for (const Line& line : lines)
        latest = std::max(latest, line.comparison->period);
    const Group* group = main_group(benchmark, latest);

    const std::string& municipality = workbook.municipality->name;
    const auto named = [&](const char* key, SeriesRole role)
    {
        return ChartSeries{
            texts.format(key, {{"group", group->label}, {"municipality", municipality}}), role, {}, {}, false};
    };
    ChartSeries range = named("chart.profile.range", SeriesRole::range);
    ChartSeries band = named("chart.profile.band", SeriesRole::band);
    ChartSeries band_start = named("chart.profile.band_start", SeriesRole::band_start);
    ChartSeries range_start = named("chart.profile.range_start", SeriesRole::range_start);
    ChartSeries median = named("chart.profile.median", SeriesRole::average);
    ChartSeries uncertain = named("chart.profile.uncertain", SeriesRole::own_uncertain);
    ChartSeries own = named("chart.profile.certain", SeriesRole::own);
    ChartContent chart;
    chart.name = "trinvis_profile";
    chart.kind = ChartKind::profile;
    PlacesInGroup places;
    bool directed = false;
    for (const Line& line : lines)
    {
        const Stretch range_of_group = stretch(line, line.spread.least, line.spread.most);
        const Stretch middle_half = stretch(line, line.spread.lower_quartile, line.spread.upper_quartile);
        range.y.emplace_back(range_of_group.right);
        band.y.emplace_back(middle_half.right);
        band_start.y.emplace_back(middle_half.left);
        range_start.y.emplace_back(range_of_group.left);
        median.y.emplace_back(middle);
        const Measured& value = line.comparison->own;
        const auto dot = value.known() ? std::optional(place(line, value.value)) : std::nullopt;
        own.y.push_back(certain(*line.comparison) ? dot : std::nullopt);
        uncertain.y.push_back(certain(*line.comparison) ? std::nullopt : dot);
        chart.categories.push_back(category(line, latest, lines.size() <= most_rows_with_values, workbook, texts));
        directed = directed || line.figure->direction != Direction::neither;
        places.count(line);
    }
    chart.series = {std::move(range),  std::move(band),      std::move(band_start), std::move(range_start),
                    std::move(median), std::move(uncertain), std::move(own)};

    chart.title = texts.format("chart.profile.title", {{"municipality", municipality}, {"group", group->label}});
    std::string shown = texts.format("chart.profile.subtitle", {{"date", format_date(latest, workbook.language)}});
    if (lines.size() < all)
        shown += " · " + texts.format("chart.profile.part",
                                      {{"n", std::to_string(lines.size())}, {"all", std::to_string(all)}});
    chart.subtitle = subtitle(std::move(shown), benchmark, true, texts);
    chart.y_title = texts.get(directed ? "chart.profile.y.directed" : "chart.profile.y");
    Replacements words = places.in_words(texts);
    words.insert(words.end(),
                 {{"municipality", municipality}, {"group", group->label}, {"n", std::to_string(lines.size())}});
    chart.alt_text = texts.format("chart.profile.alt", words);
    chart.language = workbook.language;
    return chart;
}

} // namespace trinvis
