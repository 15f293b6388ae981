// SPDX-License-Identifier: MPL-2.0
#include "benchmark/judgement_words.hpp"

#include "benchmark/words.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis
{

namespace
{

constexpr std::size_t most_names = 2;
constexpr double million = 1e6;

std::string nothing()
{
    return "–";
}

std::string with_merit(std::string text, int merit, const Texts& texts)
{
    if (merit != 0)
        text += " " + texts.get(merit > 0 ? "judgement.better" : "judgement.worse");
    return text;
}

bool counts_children(const Figure& figure)
{
    const auto unit = figure.definition.find("counting_unit");
    const std::string folded_unit = unit == figure.definition.end() ? std::string{} : folded(unit->second);
    return folded_unit.find("børn") != std::string::npos || folded_unit.find("barn") != std::string::npos ||
           folded_unit.find("child") != std::string::npos;
}

/// In millions from a million on: nobody reads seven digits.
std::string amount_words(const Figure& figure, double amount, const Texts& texts)
{
    const double size = std::fabs(amount);
    std::string text = size < million ? format_number(size, 0, texts.language())
                                      : texts.format("judgement.millions",
                                                     {{"n", format_number(size / million, 1, texts.language())}});
    const std::string unit = folded(figure.unit);
    return unit.starts_with("kr") ? text + " " + texts.get("judgement.kroner") : text;
}

/// The figure's own number of decimals, without its unit.
std::string plain(const Figure& figure, double value, const Texts& texts)
{
    return format_number(value, shown_decimals(figure, value), texts.language());
}

/// "flere" or "færre", with the number before it.
std::string bare(double count, const Texts& texts)
{
    return texts.format(count < 0 ? "judgement.fewer" : "judgement.more",
                        {{"n", format_number(std::fabs(count), 0, texts.language())}});
}

std::string interval_words(const statistics::Interval& interval, const Texts& texts)
{
    const double lower = std::round(interval.lower);
    const double upper = std::round(interval.upper);
    // From the nearest to the farthest end, and the word once where both ends are on one side.
    if (lower >= 0 || upper <= 0)
    {
        const double near = upper <= 0 ? upper : lower;
        const double far = upper <= 0 ? lower : upper;
        return texts.format("judgement.interval.one_side",
                            {{"near", format_number(std::fabs(near), 0, texts.language())}, {"far", bare(far, texts)}});
    }
    return texts.format("judgement.interval.both_sides",
                        {{"lower", bare(lower, texts)}, {"upper", bare(upper, texts)}});
}

} // namespace

std::string more_or_fewer(const Figure& figure, double count, const Texts& texts)
{
    const auto whole = static_cast<std::size_t>(std::llround(std::fabs(count)));
    const std::string side = count < 0 ? "fewer" : "more";
    if (counts_children(figure))
    {
        if (whole == 1)
            return texts.get("judgement.children." + side + ".one");
        return texts.format("judgement.children." + side + ".many",
                            {{"n", format_number(static_cast<double>(whole), 0, texts.language())}});
    }
    const auto unit = figure.definition.find("counting_unit");
    if (unit == figure.definition.end() || unit->second.empty())
        return bare(count, texts);
    return texts.format(
        "judgement.cases." + side + (whole == 1 ? ".one" : ".many"),
        {{"n", format_number(static_cast<double>(whole), 0, texts.language())}, {"unit", folded(unit->second)}});
}

std::string verdict_cell(const Comparison& comparison, const Texts& texts)
{
    const Judgement& judgement = comparison.judgement;
    const std::string side = difference_claimed(comparison.verdict) < 0 ? "low" : "high";
    switch (judgement.doubt)
    {
    case Doubt::overdispersion:
        return texts.get("judgement.doubt.overdispersion." + side);
    case Doubt::many_figures:
        return texts.format("judgement.doubt.many_figures." + side, {{"n", std::to_string(judgement.family)}});
    default:
        return with_merit(texts.get("judgement.verdict." + std::string(verdict_code(judgement.verdict))),
                          judgement.merit, texts);
    }
}

std::string standing_cell(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    const auto& standing = comparison.judgement.standing;
    if (!standing)
        return nothing();
    const std::string kind = figure.direction == Direction::neither ? "lowest" : "best";
    std::string text = texts.format("judgement.place." + kind,
                                    {{"place", std::to_string(standing->place)}, {"of", std::to_string(standing->of)}});
    if (standing->quarter > 0)
        text += texts.get("judgement.quarter." + kind + "." + std::to_string(standing->quarter));
    return text;
}

std::string trend_cell(const Comparison& comparison, const Texts& texts)
{
    const Trend& trend = comparison.judgement.trend;
    return with_merit(texts.format("judgement.trend." + std::string(trend_code(trend.state)),
                                   {{"n", std::to_string(trend.rounds)}, {"least", std::to_string(trend_rounds)}}),
                      comparison.judgement.trend_merit, texts);
}

std::string potential_cell(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    const auto& potential = comparison.judgement.potential;
    if (!potential)
        return nothing();
    if (figure.kind == FigureKind::ratio)
        return texts.format(potential->value < 0 ? "judgement.amount.less" : "judgement.amount.more",
                            {{"amount", amount_words(figure, potential->value, texts)}});
    std::string text = std::fabs(potential->value) < 0.5 ? texts.get("judgement.less_than_one")
                                                         : more_or_fewer(figure, potential->value, texts);
    if (potential->interval)
        text += " " + interval_words(*potential->interval, texts);
    return text;
}

std::string turning_point_cell(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    const TurningPoint& point = comparison.judgement.turning_point;
    if (!point.known())
        return nothing();
    if (difference_claimed(comparison.judgement.verdict) != 0)
        return texts.format("judgement.turning.inside",
                            {{"change", more_or_fewer(figure, point.fewer ? -*point.fewer : *point.more, texts)}});
    std::string text;
    if (point.fewer)
        text = texts.format("judgement.turning.low", {{"change", more_or_fewer(figure, -*point.fewer, texts)}});
    if (point.more)
        text += (text.empty() ? "" : "; ") +
                texts.format(
                    "judgement.turning.high",
                    {{"change", point.fewer ? bare(*point.more, texts) : more_or_fewer(figure, *point.more, texts)}});
    return text;
}

std::string inspiration_cell(const Comparison& comparison, const Figure& figure, const FigureSource& source,
                             const Texts& texts)
{
    const std::vector<std::size_t>& better = comparison.judgement.inspiration;
    const bool told = comparison.own.known() && (figure.kind == FigureKind::share || figure.kind == FigureKind::rate) &&
                      comparison.verdict != Verdict::no_group;
    if (!told)
        return nothing();
    if (figure.direction == Direction::neither)
        return texts.get("judgement.inspiration.no_direction");
    if (better.empty())
        return texts.get("judgement.inspiration.none");
    std::string text;
    for (std::size_t i = 0; i < std::min(most_names, better.size()); ++i)
        text += (i == 0 ? "" : ", ") + source.municipalities().all()[better[i]].name + " (" +
                plain(figure, source.of(better[i], figure, comparison.period).value, texts) + ")";
    if (better.size() > most_names)
        text += " " + texts.format("judgement.inspiration.more", {{"n", std::to_string(better.size() - most_names)}});
    return text;
}

std::string own_cell(const Comparison& comparison, const Figure& figure, const Texts& texts)
{
    const int decimals = shown_decimals(figure, comparison.own.value);
    std::string text = format_number(comparison.own.value, decimals, texts.language());
    if (const auto& interval = comparison.own.interval)
        text += " (" + format_number(interval->lower, decimals, texts.language()) + "-" +
                format_number(interval->upper, decimals, texts.language()) + ")";
    return text;
}

} // namespace trinvis
