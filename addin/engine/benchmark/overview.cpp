// SPDX-License-Identifier: MPL-2.0
#include "benchmark/overview.hpp"

#include "benchmark/group_words.hpp"
#include "benchmark/judgement_words.hpp"
#include "benchmark/words.hpp"
#include "table/number_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr std::array<std::string_view, 10> column_keys{"number", "name",  "own",       "level",   "verdict",
                                                       "place",  "trend", "potential", "turning", "inspiration"};
constexpr int verdict_column = 4;
constexpr int trend_column = 6;

/// An indicator of the municipality's own may have no unit.
std::string name_with_unit(const Figure& figure)
{
    return figure.unit.empty() ? figure.name : figure.name + ", " + figure.unit;
}

const Comparison* of_group(const std::vector<const Comparison*>& comparisons, std::optional<GroupKind> kind)
{
    const auto found =
        std::ranges::find_if(comparisons, [&](const Comparison* comparison) { return comparison->group == kind; });
    return found == comparisons.end() ? nullptr : *found;
}

bool has_numbers(const Benchmark& benchmark, const Workbook& workbook, GroupKind kind)
{
    return std::ranges::any_of(workbook.figures,
                               [&](const Figure& figure)
                               {
                                   const Comparison* comparison = of_group(latest(benchmark, figure.id), kind);
                                   return comparison && comparison->verdict != Verdict::no_group;
                               });
}

/// The last round in which any figure is known.
std::optional<Date> last_period(const Benchmark& benchmark)
{
    std::optional<Date> last;
    for (const Comparison& comparison : benchmark.comparisons)
        if (comparison.own.known() && (!last || *last < comparison.period))
            last = comparison.period;
    return last;
}

Row figure_row(const Comparison& comparison, const Figure& figure, const FigureSource& source, std::optional<Date> last,
               const Texts& texts)
{
    std::string own = own_cell(comparison, figure, texts);
    if (comparison.period != last)
        own += texts.format("benchmark.overview.as_of", {{"date", format_date(comparison.period, texts.language())}});
    const auto level = named_level(comparison);
    return {figure.id,
            name_with_unit(figure),
            own,
            level ? format_number(*level, shown_decimals(figure, comparison.own.value), texts.language()) : "–",
            verdict_cell(comparison, texts),
            standing_cell(comparison, figure, texts),
            trend_cell(comparison, texts),
            potential_cell(comparison, figure, texts),
            turning_point_cell(comparison, figure, texts),
            inspiration_cell(comparison, figure, source, texts)};
}

std::optional<Style> merit_style(int merit)
{
    if (merit == 0)
        return std::nullopt;
    return merit > 0 ? Style::better : Style::worse;
}

/// A text on lines of its own sentences, since a line must be no longer than the page is wide. What follows the full stop
/// of a sentence begins with a capital; "Nr. 1" goes on.
std::vector<std::string> sentences(std::string_view text)
{
    std::vector<std::string> lines;
    std::size_t first = 0;
    for (std::size_t end = text.find(". "); end != std::string_view::npos; end = text.find(". ", end + 1))
        if (end + 2 < text.size() && std::isupper(static_cast<unsigned char>(text[end + 2])) != 0)
        {
            lines.emplace_back(text.substr(first, end + 1 - first));
            first = end + 2;
        }
    lines.emplace_back(text.substr(first));
    return lines;
}

void add_notes(SheetContent& sheet, const Benchmark& benchmark, const Municipalities& municipalities,
               const Workbook& workbook, const Texts& texts)
{
    std::size_t family = 0;
    const auto group = overview_group(benchmark, workbook);
    for (const Figure& figure : workbook.figures)
        if (const Comparison* comparison = of_group(latest(benchmark, figure.id), group))
            family = std::max(family, comparison->judgement.family);
    sheet.rows.emplace_back();
    sheet.rows.push_back({texts.get("benchmark.notes.title")});
    const int title = sheet.row_count() - 1;
    sheet.style({title, 0, title, 0}, Style::section);
    for (const char* key : {"benchmark.notes.symbols", "benchmark.notes.intervals", "benchmark.notes.verdict",
                            "benchmark.notes.family", "benchmark.notes.trend", "benchmark.notes.doubt",
                            "benchmark.notes.potential", "benchmark.notes.turning", "benchmark.notes.inspiration"})
        sheet.rows.push_back({texts.format(key, {{"n", std::to_string(family)}})});
    for (std::string& line : sentences(conventions_sentence(benchmark, municipalities, texts)))
        sheet.rows.push_back({std::move(line)});
    sheet.style({title + 1, 0, sheet.row_count() - 1, 0}, Style::subtitle);
}

} // namespace

const std::vector<double>& overview_widths_mm()
{
    static const std::vector<double> widths{9, 57, 31, 19, 42, 36, 27, 32, 33, 34};
    return widths;
}

std::optional<GroupKind> overview_group(const Benchmark& benchmark, const Workbook& workbook)
{
    if (benchmark.comparisons.empty())
        return std::nullopt;
    const GroupKind main = benchmark.main_group;
    return has_numbers(benchmark, workbook, main) ? main : GroupKind::country;
}

std::string invented_sentence(const Benchmark& benchmark, const Workbook& workbook, const Texts& texts)
{
    return workbook.data_note.empty() && benchmark.invented ? texts.get("benchmark.invented") : workbook.data_note;
}

std::vector<std::string> reservations(const Benchmark& benchmark, const Municipalities& municipalities,
                                      const Texts& texts)
{
    std::vector<std::string> sentences = group_warnings(benchmark, municipalities, texts);
    if (benchmark.left_out > 0)
        sentences.insert(sentences.begin(), texts.count("benchmark.left_out", benchmark.left_out));
    return sentences;
}

std::string overview_sentence(const Benchmark& benchmark, const Workbook& workbook, const Texts& texts)
{
    const auto group = overview_group(benchmark, workbook);
    const auto last = last_period(benchmark);
    if (!group || !last)
        return texts.get("benchmark.overview.nothing");
    std::string label;
    for (const Comparison& comparison : benchmark.comparisons)
        if (comparison.group == *group)
            label = group_words(comparison, texts);
    std::string sentence =
        texts.format("benchmark.overview.about", {{"date", format_date(*last, texts.language())}, {"group", label}});
    if (*group != benchmark.main_group)
        sentence += " " + texts.get("benchmark.overview.not_main");
    return sentence;
}

void add_overview(SheetContent& sheet, const Benchmark& benchmark, const FigureSource& source, const Workbook& workbook,
                  const Texts& texts)
{
    const int heading = sheet.row_count();
    const int last_column = static_cast<int>(column_keys.size()) - 1;
    Row headings;
    headings.reserve(column_keys.size());
    for (const std::string_view key : column_keys)
        headings.emplace_back(texts.get("benchmark.overview." + std::string(key)));
    sheet.rows.push_back(std::move(headings));
    const auto group = overview_group(benchmark, workbook);
    const auto last = last_period(benchmark);
    std::vector<StyledRange> merits;
    for (const Figure& figure : workbook.figures)
    {
        const int row = sheet.row_count();
        const Comparison* comparison = of_group(latest(benchmark, figure.id), group);
        if (!comparison)
        {
            Row empty{figure.id, name_with_unit(figure)};
            empty.resize(column_keys.size(), std::string("–"));
            empty[verdict_column] = texts.get("comparison." + std::string(unknown_why(benchmark, figure.id)));
            sheet.rows.push_back(std::move(empty));
            continue;
        }
        sheet.rows.push_back(figure_row(*comparison, figure, source, last, texts));
        if (const auto style = merit_style(comparison->judgement.merit))
            merits.push_back({{row, verdict_column, row, verdict_column}, *style});
        if (const auto style = merit_style(comparison->judgement.trend_merit))
            merits.push_back({{row, trend_column, row, trend_column}, *style});
    }
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    sheet.style_texts({heading + 1, 0, sheet.row_count() - 1, last_column});
    sheet.styles.insert(sheet.styles.end(), merits.begin(), merits.end());
    add_notes(sheet, benchmark, source.municipalities(), workbook, texts);
}

} // namespace trinvis
