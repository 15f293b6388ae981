// SPDX-License-Identifier: MPL-2.0
#include "live/comparison_view.hpp"

#include "benchmark/group_words.hpp"
#include "benchmark/judgement_words.hpp"
#include "benchmark/overview.hpp"
#include "benchmark/words.hpp"
#include "table/number_text.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

Strip strip_of(const Comparison& comparison, const Figure& figure, const Benchmark& benchmark,
               const FigureSource& source, const Texts& texts)
{
    Strip strip;
    if (const Group* group = group_on(benchmark.groups, comparison.group, comparison.period))
        for (const std::size_t member : group->members)
            if (member != source.own_index())
                if (const Measured measured = source.of(member, figure, comparison.period); measured.known())
                    strip.others.push_back(measured.value);
    // A strip of one or two would tell which municipality has which number where the table does not.
    if (strip.others.size() < smallest_group)
        return {};
    strip.own = comparison.own.value;
    strip.interval = comparison.own.interval;
    strip.level = named_level(comparison);
    const auto ends = strip_ends(strip);
    const auto written = [&](double value)
    { return format_number(value, shown_decimals(figure, value), texts.language()); };
    strip.lowest = written(ends->first);
    strip.highest = written(ends->second);
    return strip;
}

FigureStanding standing_of(const Figure& figure, std::optional<GroupKind> group, const Benchmark& benchmark,
                           const FigureSource& source, const Texts& texts)
{
    FigureStanding standing;
    standing.figure = figure.id;
    standing.title = figure.id + " " + figure.name;
    if (!figure.unit.empty())
        standing.title += ", " + figure.unit;
    const std::vector<const Comparison*> all = latest(benchmark, figure.id);
    const auto found =
        std::ranges::find_if(all, [&](const Comparison* comparison) { return comparison->group == group; });
    if (found == all.end())
    {
        standing.verdict = texts.get("comparison." + std::string(unknown_why(benchmark, figure.id)));
        return standing;
    }
    const Comparison& comparison = **found;
    const std::string unit = figure.unit.empty() ? "" : " " + figure.unit;
    standing.own = texts.format("panel.comparison.own", {{"value", own_cell(comparison, figure, texts) + unit},
                                                         {"date", format_date(comparison.period, texts.language())}});
    if (const auto level = named_level(comparison))
        standing.group = texts.format(
            "panel.comparison.group",
            {{"group", group_words(comparison, texts)},
             {"level", format_number(*level, shown_decimals(figure, comparison.own.value), texts.language())},
             {"basis", texts.get("sentence.basis." + std::string(weighting_code(named_weighting(comparison))))}});
    standing.verdict = verdict_cell(comparison, texts);
    standing.place = texts.format("panel.comparison.place", {{"what", standing_cell(comparison, figure, texts)}});
    standing.trend = texts.format("panel.comparison.trend", {{"what", trend_cell(comparison, texts)}});
    standing.strip = strip_of(comparison, figure, benchmark, source, texts);
    return standing;
}

using Rows = std::map<std::pair<int, int>, std::size_t>;
using Places = std::map<std::string, std::size_t, std::less<>>;

/// The rows of a table that name a figure in a column.
void add_rows(Rows& rows, const TableArea& area, std::string_view key, const Workbook& workbook, const Places& places)
{
    if (!area.found() || area.column(key) < 0)
        return;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
        if (const auto known = places.find(workbook.text(area, row, key)); known != places.end())
            rows.try_emplace({area.sheet, row}, known->second);
}

/// Rows of Indtastning by their items; of Katalog, Sammenligning and Validering by the figure that they name.
Rows rows_of(const Workbook& workbook, const Words& words, const Places& places)
{
    Rows rows;
    for (const EntryLine& line : workbook.lines)
        for (const std::string& figure : line.figures)
            if (const auto known = places.find(figure); known != places.end())
                rows.try_emplace({workbook.entry.sheet, line.row}, known->second);
    add_rows(rows, workbook.catalogue, "number", workbook, places);
    add_rows(rows, find_result_table(workbook.cells, "benchmark", "benchmark.overview.", words), "number", workbook,
             places);
    add_rows(rows, find_result_table(workbook.cells, "validation", "report.column.", words), "figure", workbook,
             places);
    return rows;
}

} // namespace

std::optional<std::size_t> ComparisonView::figure_in(int sheet, int row) const
{
    const auto found = rows.find({sheet, row});
    return found == rows.end() ? std::nullopt : std::optional(found->second);
}

ComparisonView comparison_view(const Benchmark& benchmark, const FigureSource& source, const Workbook& workbook,
                               const Words& words, const Texts& texts)
{
    ComparisonView view;
    view.note = invented_sentence(benchmark, workbook, texts);
    const auto say = [&](const std::string& sentence) { view.note += (view.note.empty() ? "" : " ") + sentence; };
    say(overview_sentence(benchmark, workbook, texts));
    for (const std::string& sentence : reservations(benchmark, source.municipalities(), texts))
        say(sentence);
    for (const std::string& sentence : benchmark.sharing)
        say(sentence);
    const auto group = overview_group(benchmark, workbook);
    Places places;
    view.figures.reserve(workbook.figures.size());
    for (const Figure& figure : workbook.figures)
    {
        places.emplace(figure.id, view.figures.size());
        view.figures.push_back(standing_of(figure, group, benchmark, source, texts));
    }
    view.rows = rows_of(workbook, words, places);
    return view;
}

} // namespace trinvis
