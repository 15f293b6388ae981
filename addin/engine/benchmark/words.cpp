// SPDX-License-Identifier: MPL-2.0
#include "benchmark/words.hpp"

#include "benchmark/group_words.hpp"
#include "benchmark/judgement_words.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <cmath>

namespace trinvis
{

namespace
{

/// Two shares in per cent differ by percentage points.
std::string change_unit(const Figure& figure, const Texts& texts)
{
    const std::string unit = folded(figure.unit);
    const bool per_cent = unit == "pct." || unit == "pct" || unit == "per cent" || unit == "%";
    return per_cent ? texts.get("word.percentage_points") : figure.unit;
}

} // namespace

int shown_decimals(const Figure& figure, double value)
{
    if (figure.kind == FigureKind::ratio || figure.kind == FigureKind::count || std::fabs(value) >= 1000)
        return 0;
    return std::fabs(value) < 1 ? 2 : 1;
}

std::string shown_value(const Figure& figure, double value, Language language)
{
    return format_number(value, shown_decimals(figure, value), language) + " " + figure.unit;
}

std::string item_name(const Workbook& workbook, std::string_view item)
{
    const EntryLine* line = workbook.line(item);
    return line ? line->name : std::string(item);
}

std::string verdict_words(const Comparison& comparison, const Texts& texts)
{
    return texts.get("comparison.verdict." + std::string(verdict_code(comparison.judgement.verdict)));
}

std::string own_sentence(const Comparison& comparison, const Figure& figure, const Workbook& workbook,
                         const Texts& texts)
{
    const Language language = workbook.language;
    const int decimals = shown_decimals(figure, comparison.own.value);
    std::string sentence = texts.format("sentence.own", {{"value", shown_value(figure, comparison.own.value, language)},
                                                         {"date", format_date(comparison.period, language)}});
    if (comparison.own.interval)
        sentence += texts.format("sentence.interval",
                                 {{"lower", format_number(comparison.own.interval->lower, decimals, language)},
                                  {"upper", format_number(comparison.own.interval->upper, decimals, language)}});
    return sentence + ".";
}

std::string standing_sentence(const Comparison& comparison, const Figure& figure, const Workbook& workbook,
                              const Texts& texts)
{
    const Language language = workbook.language;
    const int decimals = shown_decimals(figure, comparison.own.value);
    const std::optional<double> level = named_level(comparison);
    const Replacements values{
        {"group", group_words(comparison, texts)},
        {"level", level ? format_number(*level, decimals, language) : std::string{}},
        {"basis", level ? texts.get("sentence.basis." + std::string(weighting_code(named_weighting(comparison))))
                        : std::string{}},
        {"others", texts.count("sentence.others", comparison.others)},
        {"least", std::to_string(smallest_group)},
        {"rank", std::to_string(comparison.rank)},
        {"ranked", std::to_string(comparison.ranked)},
        {"n", std::to_string(comparison.judgement.family)}};
    const Judgement& judgement = comparison.judgement;
    if (judgement.doubt != Doubt::none)
        return texts.format("sentence.doubt." + std::string(doubt_code(judgement.doubt)) +
                                (difference_claimed(comparison.verdict) < 0 ? ".low" : ".high"),
                            values);
    return texts.format("sentence.verdict." + std::string(verdict_code(judgement.verdict)), values);
}

std::string verdict_sentence(const Comparison& comparison, const Figure& figure, const Workbook& workbook,
                             const Texts& texts)
{
    return own_sentence(comparison, figure, workbook, texts) + " " +
           standing_sentence(comparison, figure, workbook, texts);
}

std::string change_sentence(const Comparison& comparison, const Figure& figure, const Workbook& workbook,
                            const Texts& texts)
{
    if (!comparison.change || !comparison.change_since)
        return {};
    const Language language = workbook.language;
    const std::string change =
        format_number(std::fabs(*comparison.change), shown_decimals(figure, comparison.own.value), language);
    const Replacements values{{"date", format_date(*comparison.change_since, language)},
                              {"change", change + " " + change_unit(figure, texts)}};
    if (change.find_first_of("123456789") == std::string::npos)
        return texts.format("sentence.change.none", values);
    return texts.format(*comparison.change > 0 ? "sentence.change.up" : "sentence.change.down", values);
}

std::string trend_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    const Judgement& judgement = comparison.judgement;
    const TrendState state = judgement.trend.state;
    if (state != TrendState::falling && state != TrendState::rising)
        return {};
    std::string sentence = texts.format("sentence.trend." + std::string(trend_code(state)),
                                        {{"n", std::to_string(judgement.trend.rounds)}});
    if (figure.direction != Direction::neither)
        sentence += " " + texts.get(judgement.trend_merit > 0 ? "sentence.trend.better" : "sentence.trend.worse");
    return sentence;
}

std::string potential_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    const Judgement& judgement = comparison.judgement;
    const bool kroner = figure.kind == FigureKind::ratio;
    if (!judgement.potential || (!kroner && difference_claimed(judgement.verdict) == 0))
        return {};
    return texts.format(kroner ? "sentence.potential.kroner" : "sentence.potential",
                        {{"potential", potential_cell(comparison, figure, texts)}});
}

} // namespace trinvis
