// SPDX-License-Identifier: MPL-2.0
#include "benchmark/details.hpp"

#include "benchmark/group_words.hpp"
#include "benchmark/words.hpp"

#include <array>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

/// How the numbers of a column are written.
enum class Numbers
{
    none,   ///< no numbers
    figure, ///< as the figure's own value
    whole,
    plain ///< as many decimals as there are
};

struct Column
{
    std::string_view key;
    Numbers numbers;
};

/// Those that are printed stand first, as many as the overview has columns.
constexpr std::array<Column, 38> columns{{{"figure", Numbers::none},
                                          {"name", Numbers::none},
                                          {"period", Numbers::none},
                                          {"own", Numbers::figure},
                                          {"group", Numbers::none},
                                          {"verdict", Numbers::none},
                                          {"lower", Numbers::figure},
                                          {"upper", Numbers::figure},
                                          {"ratio_of_sums", Numbers::figure},
                                          {"unit", Numbers::none},
                                          {"numerator", Numbers::whole},
                                          {"denominator", Numbers::whole},
                                          {"mean", Numbers::figure},
                                          {"median", Numbers::figure},
                                          {"distance", Numbers::figure},
                                          {"change", Numbers::figure},
                                          {"rank", Numbers::whole},
                                          {"ranked", Numbers::whole},
                                          {"quartile", Numbers::whole},
                                          {"counted", Numbers::whole},
                                          {"missing", Numbers::whole},
                                          {"missing_why", Numbers::none},
                                          {"funnel", Numbers::none},
                                          {"phi", Numbers::plain},
                                          {"tau_squared", Numbers::plain},
                                          {"spread_units", Numbers::whole},
                                          {"p", Numbers::plain},
                                          {"adjusted_p", Numbers::plain},
                                          {"family", Numbers::whole},
                                          {"trend_test", Numbers::none},
                                          {"trend_rounds", Numbers::whole},
                                          {"trend_p", Numbers::plain},
                                          {"trend_step", Numbers::plain},
                                          {"potential", Numbers::plain},
                                          {"potential_lower", Numbers::plain},
                                          {"potential_upper", Numbers::plain},
                                          {"fewer", Numbers::whole},
                                          {"more", Numbers::whole}}};

constexpr std::size_t verdict_column = 5;
constexpr std::size_t printed = 10;

double width_mm(const Column& column)
{
    // Words need more room than numbers.
    return column.numbers != Numbers::none ? 24 : column.key == "missing_why" ? 70 : 50;
}

ContentCell or_dash(const std::optional<double>& value)
{
    return value ? ContentCell{*value} : ContentCell{std::string("–")};
}

ContentCell or_dash(std::size_t count)
{
    return count > 0 ? ContentCell{static_cast<double>(count)} : ContentCell{std::string("–")};
}

ContentCell or_dash(const std::optional<int>& count)
{
    return count ? ContentCell{static_cast<double>(*count)} : ContentCell{std::string("–")};
}

std::optional<int> positive(int value)
{
    return value > 0 ? std::optional(value) : std::nullopt;
}

template <typename Part>
std::optional<double> lower_of(const std::optional<Part>& interval)
{
    return interval ? std::optional(interval->lower) : std::nullopt;
}

template <typename Part>
std::optional<double> upper_of(const std::optional<Part>& interval)
{
    return interval ? std::optional(interval->upper) : std::nullopt;
}

Row comparison_row(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    const Judgement& judgement = comparison.judgement;
    const bool quotient = figure.value.empty();
    const auto& spread = judgement.spread;
    const auto potential = judgement.potential.value_or(Potential{});
    const Trend& trend = judgement.trend;
    return {figure.id,
            figure.name,
            comparison.period,
            comparison.own.value,
            comparison.group_label,
            verdict_words(comparison, texts),
            or_dash(lower_of(comparison.own.interval)),
            or_dash(upper_of(comparison.own.interval)),
            or_dash(comparison.ratio_of_sums),
            figure.unit,
            or_dash(quotient ? std::optional(comparison.own.numerator) : std::nullopt),
            or_dash(quotient ? std::optional(comparison.own.denominator) : std::nullopt),
            or_dash(comparison.mean),
            or_dash(comparison.median),
            or_dash(judgement.distance),
            or_dash(comparison.change),
            or_dash(positive(comparison.rank)),
            or_dash(comparison.rank > 0 ? std::optional(comparison.ranked) : std::nullopt),
            or_dash(positive(comparison.quartile)),
            static_cast<double>(comparison.counted),
            static_cast<double>(comparison.missing),
            missing_words(comparison, texts),
            texts.get("comparison.verdict." + std::string(verdict_code(comparison.verdict))),
            or_dash(spread ? std::optional(spread->phi) : std::nullopt),
            or_dash(spread ? std::optional(spread->between_variance) : std::nullopt),
            or_dash(spread ? spread->units : 0),
            or_dash(judgement.p),
            or_dash(judgement.adjusted_p),
            or_dash(judgement.family),
            trend.p ? texts.get(trend.of_counts ? "judgement.test.chi_square" : "judgement.test.mann_kendall") : "–",
            or_dash(trend.rounds),
            or_dash(trend.p),
            or_dash(trend.step),
            or_dash(judgement.potential ? std::optional(potential.value) : std::nullopt),
            or_dash(lower_of(potential.interval)),
            or_dash(upper_of(potential.interval)),
            or_dash(judgement.turning_point.fewer),
            or_dash(judgement.turning_point.more)};
}

Style decimals_style(int decimals)
{
    return decimals == 0 ? Style::cell_number : (decimals == 1 ? Style::cell_decimal : Style::cell_two_decimals);
}

/// Runs of neighbouring columns with numbers of the same kind take one look each.
void style_numbers(SheetContent& sheet, int first_row, int last_row, Numbers numbers, Style look)
{
    for (std::size_t column = 0; column < columns.size(); ++column)
        if (columns[column].numbers == numbers)
            sheet.style({first_row, static_cast<int>(column), last_row, static_cast<int>(column)}, look);
}

} // namespace

const std::vector<double>& further_widths_mm()
{
    static const std::vector<double> widths = []
    {
        std::vector<double> all;
        all.reserve(columns.size() - printed);
        for (std::size_t column = printed; column < columns.size(); ++column)
            all.push_back(width_mm(columns[column]));
        return all;
    }();
    return widths;
}

void add_details(SheetContent& sheet, const Benchmark& benchmark, const Workbook& workbook, const Texts& texts)
{
    sheet.rows.emplace_back();
    sheet.rows.push_back({texts.get("benchmark.details.title")});
    sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, 0}, Style::section);
    const int heading = sheet.row_count();
    const int last_column = static_cast<int>(columns.size()) - 1;
    Row headings;
    headings.reserve(columns.size());
    for (const Column& column : columns)
        headings.emplace_back(texts.get("benchmark.column." + std::string(column.key)));
    sheet.rows.push_back(std::move(headings));
    std::vector<std::pair<int, int>> decimals;
    for (const Figure& figure : workbook.figures)
    {
        const std::vector<const Comparison*> comparisons = latest(benchmark, figure.id);
        for (const Comparison* comparison : comparisons)
        {
            decimals.emplace_back(sheet.row_count(), shown_decimals(figure, comparison->own.value));
            sheet.rows.push_back(comparison_row(*comparison, figure, texts));
        }
        if (comparisons.empty())
        {
            Row row(columns.size());
            row[0] = figure.id;
            row[1] = figure.name;
            row[9] = figure.unit;
            row[verdict_column] = texts.get("comparison." + std::string(unknown_why(benchmark, figure.id)));
            sheet.rows.push_back(std::move(row));
        }
    }
    const int last = sheet.row_count() - 1;
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    sheet.style_texts({heading + 1, 0, last, last_column});
    sheet.style({heading + 1, 2, last, 2}, Style::cell_date);
    style_numbers(sheet, heading + 1, last, Numbers::whole, Style::cell_number);
    style_numbers(sheet, heading + 1, last, Numbers::plain, Style::cell_plain_number);
    for (const auto& [row, count] : decimals)
        style_numbers(sheet, row, row, Numbers::figure, decimals_style(count));
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.filter = true;
}

} // namespace trinvis
