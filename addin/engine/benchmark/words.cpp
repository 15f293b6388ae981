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

std::string figure_key(std::string_view figure, std::string_view number)
{
    return "figure/" + std::string(figure) + "/" + std::string(number);
}

std::string group_key(const Comparison& comparison, std::string_view number)
{
    return figure_key(comparison.figure, std::string(group_code(comparison.group)) + "/" + std::string(number));
}

TracedText traced_own_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    const Language language = texts.language();
    const int decimals = shown_decimals(figure, comparison.own.value);
    const auto number = [&](double value, std::string_view key)
    { return keyed_number(format_number(value, decimals, language), figure_key(figure.id, key)); };
    TracedText sentence = format_traced(texts, "sentence.own",
                                        {{"value", number(comparison.own.value, "own") + TracedText(" " + figure.unit)},
                                         {"date", format_date(comparison.period, language)}});
    if (comparison.own.interval)
        sentence += format_traced(texts, "sentence.interval",
                                  {{"lower", number(comparison.own.interval->lower, "lower")},
                                   {"upper", number(comparison.own.interval->upper, "upper")}});
    return std::move(sentence) + ".";
}

std::string own_sentence(const Comparison& comparison, const Figure& figure, const Workbook& /*workbook*/,
                         const Texts& texts)
{
    return traced_own_sentence(comparison, figure, texts).text;
}

TracedText traced_standing_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    const int decimals = shown_decimals(figure, comparison.own.value);
    const std::optional<double> level = named_level(comparison);
    const auto whole = [&](auto value, std::string_view key)
    { return keyed_number(std::to_string(value), group_key(comparison, key)); };
    const TracedReplacements values{
        {"group", group_words(comparison, texts)},
        {"level",
         level ? keyed_number(format_number(*level, decimals, texts.language()), group_key(comparison, "named_level"))
               : TracedText{}},
        {"basis", level ? texts.get("sentence.basis." + std::string(weighting_code(named_weighting(comparison))))
                        : std::string{}},
        {"others", format_traced(texts, comparison.others == 1 ? "sentence.others.one" : "sentence.others.many",
                                 {{"n", whole(comparison.others, "others")}})},
        {"least", std::to_string(smallest_group)},
        {"rank", whole(comparison.rank, "rank")},
        {"ranked", whole(comparison.ranked, "ranked")},
        {"n", whole(comparison.judgement.family, "family")}};
    const Judgement& judgement = comparison.judgement;
    if (judgement.doubt != Doubt::none)
        return format_traced(texts,
                             "sentence.doubt." + std::string(doubt_code(judgement.doubt)) +
                                 (difference_claimed(comparison.verdict) < 0 ? ".low" : ".high"),
                             values);
    return format_traced(texts, "sentence.verdict." + std::string(verdict_code(judgement.verdict)), values);
}

std::string standing_sentence(const Comparison& comparison, const Figure& figure, const Workbook& /*workbook*/,
                              const Texts& texts)
{
    return traced_standing_sentence(comparison, figure, texts).text;
}

std::string verdict_sentence(const Comparison& comparison, const Figure& figure, const Workbook& workbook,
                             const Texts& texts)
{
    return own_sentence(comparison, figure, workbook, texts) + " " +
           standing_sentence(comparison, figure, workbook, texts);
}

TracedText traced_change_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    if (!comparison.change || !comparison.change_since)
        return {};
    const std::string change =
        format_number(std::fabs(*comparison.change), shown_decimals(figure, comparison.own.value), texts.language());
    // A fall is another number than a rise of the same size.
    const bool up = *comparison.change > 0;
    const TracedReplacements values{
        {"date", format_date(*comparison.change_since, texts.language())},
        {"change", keyed_number(change, figure_key(figure.id, up ? "change_up" : "change_down")) +
                       TracedText(" " + change_unit(figure, texts))}};
    if (change.find_first_of("123456789") == std::string::npos)
        return format_traced(texts, "sentence.change.none", values);
    return format_traced(texts, up ? "sentence.change.up" : "sentence.change.down", values);
}

std::string change_sentence(const Comparison& comparison, const Figure& figure, const Workbook& /*workbook*/,
                            const Texts& texts)
{
    return traced_change_sentence(comparison, figure, texts).text;
}

TracedText traced_trend_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    const Judgement& judgement = comparison.judgement;
    const TrendState state = judgement.trend.state;
    if (state != TrendState::falling && state != TrendState::rising)
        return {};
    TracedText sentence = format_traced(
        texts, "sentence.trend." + std::string(trend_code(state)),
        {{"n", keyed_number(std::to_string(judgement.trend.rounds), figure_key(figure.id, "trend_rounds"))}});
    if (figure.direction != Direction::neither)
        sentence += " " + texts.get(judgement.trend_merit > 0 ? "sentence.trend.better" : "sentence.trend.worse");
    return sentence;
}

std::string trend_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    return traced_trend_sentence(comparison, figure, texts).text;
}

TracedText traced_potential_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    const Judgement& judgement = comparison.judgement;
    const bool kroner = figure.kind == FigureKind::ratio;
    if (!judgement.potential || (!kroner && difference_claimed(judgement.verdict) == 0))
        return {};
    return format_traced(
        texts, kroner ? "sentence.potential.kroner" : "sentence.potential",
        {{"potential", keyed_number(potential_cell(comparison, figure, texts), group_key(comparison, "potential"))}});
}

std::string potential_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    return traced_potential_sentence(comparison, figure, texts).text;
}

} // namespace trinvis
