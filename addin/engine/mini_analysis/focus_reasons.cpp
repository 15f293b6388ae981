// SPDX-License-Identifier: MPL-2.0
#include "mini_analysis/focus_reasons.hpp"

#include "benchmark/chart_parts.hpp"
#include "benchmark/words.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

namespace trinvis
{

namespace
{

constexpr int survey_decimals = 1;
/// What binary numbers lose of a difference such as 4.1 − 3.1.
constexpr double rounding = 1e-9;

bool is_reason(const Comparison* comparison)
{
    return comparison && difference_claimed(comparison->judgement.verdict) != 0 && comparison->judgement.merit <= 0;
}

bool is_moving(const Comparison& comparison)
{
    const TrendState state = comparison.judgement.trend.state;
    return (state == TrendState::falling || state == TrendState::rising) && comparison.judgement.trend_merit <= 0;
}

void add_sentence(std::string& text, const std::string& sentence)
{
    if (!sentence.empty())
        text += (text.empty() ? "" : " ") + sentence;
}

std::string area_of(const std::map<std::string, std::string, std::less<>>& areas, std::string_view key)
{
    const auto found = areas.find(key);
    return found == areas.end() ? std::string{} : found->second;
}

std::optional<FocusReason> reason_of_figure(const Figure& figure, const Benchmark& benchmark, const Workbook& workbook,
                                            const MiniAnalysisForm& form, const Texts& texts)
{
    const auto comparisons = latest(benchmark, figure.id);
    if (comparisons.empty())
        return std::nullopt;
    const Comparison& first = *comparisons.front();
    const Comparison* country = of_group(comparisons, GroupKind::country);
    const Comparison* main =
        benchmark.main_group == GroupKind::country ? nullptr : of_group(comparisons, benchmark.main_group);
    if (!is_reason(country) && !is_reason(main) && !is_moving(first))
        return std::nullopt;
    std::string reason = own_sentence(first, figure, workbook, texts);
    for (const Comparison* comparison : {country, main})
        if (is_reason(comparison))
            add_sentence(reason, standing_sentence(*comparison, figure, workbook, texts));
    if (is_moving(first))
        add_sentence(reason, trend_sentence(first, figure, texts));
    if (const Comparison* claimed = is_reason(main) ? main : is_reason(country) ? country : nullptr)
        add_sentence(reason, potential_sentence(*claimed, figure, texts));
    const bool neutral = figure.direction == Direction::neither;
    if (neutral)
        add_sentence(reason, texts.get("focus.no_direction"));
    return FocusReason{
        {ReferenceKind::figure, folded(figure.id)},
        area_of(form.figure_areas, figure.id),
        texts.format(neutral ? "focus.proposal.look" : "focus.proposal.consider", {{"figure", figure.name}}),
        std::move(reason)};
}

std::optional<FocusReason> reason_of_question(const SurveySignal& signal, const MiniAnalysisForm& form,
                                              const Texts& texts)
{
    if (signal.others < fewest_answers || signal.others_mean - signal.own < survey_gap - rounding)
        return std::nullopt;
    const PracticeArea* named = form.area(signal.area);
    const Language language = texts.language();
    return FocusReason{
        {ReferenceKind::question, folded(signal.number)},
        named ? named->id : area_of(form.question_areas, signal.number),
        texts.format("focus.proposal.question", {{"question", signal.question}}),
        texts.format("focus.reason.question", {{"own", format_plain(signal.own, language)},
                                               {"mean", format_number(signal.others_mean, survey_decimals, language)},
                                               {"n", std::to_string(signal.others)}})};
}

} // namespace

std::vector<FocusReason> focus_reasons(const Benchmark& benchmark, const Workbook& workbook,
                                       std::span<const SurveySignal> survey, const MiniAnalysisForm& form,
                                       const Texts& texts)
{
    std::vector<FocusReason> reasons;
    for (const Figure& figure : workbook.figures)
        if (auto reason = reason_of_figure(figure, benchmark, workbook, form, texts))
            reasons.push_back(*std::move(reason));
    for (const SurveySignal& signal : survey)
        if (auto reason = reason_of_question(signal, form, texts))
            reasons.push_back(*std::move(reason));
    return reasons;
}

} // namespace trinvis
