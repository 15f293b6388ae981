// SPDX-License-Identifier: MPL-2.0
#include "survey/chart.hpp"

#include "survey/words.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis
{

namespace
{

std::size_t letters_in(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string category(const ScoreGroup& group, const Survey& survey, Language language)
{
    if (group.first != group.last)
        return std::to_string(group.first) + "–" + std::to_string(group.last);
    const auto place = static_cast<std::size_t>(group.first) - 1;
    return std::to_string(group.first) + " " + survey.scale.at(place).in(language);
}

std::string subtitle_of(const QuestionResult& result, const Workbook& workbook, const Texts& texts)
{
    std::string shown;
    if (result.hidden)
        shown = texts.get("survey.chart.subtitle.hidden");
    else
        shown = texts.format(result.responses->form == ResponseForm::counts ? "survey.chart.subtitle.counts"
                                                                            : "survey.chart.subtitle",
                             {{"n", std::to_string(result.others.n)}});
    const bool alone =
        result.own_score && !result.hidden && result.others.n > 0 &&
        std::none_of(result.groups.begin(), result.groups.end(),
                     [&](const ScoreGroup& group) {
                         return group.first <= *result.own_score && *result.own_score <= group.last && group.count > 0;
                     });
    if (alone)
        shown += ". " + texts.get("survey.chart.own.alone");
    if (!result.own)
        shown += ". " + texts.get(result.responses->own.dont_know > 0 ? "survey.chart.own.dont_know"
                                                                      : "survey.chart.own.none");
    if (result.responses->reversed)
        shown += ". " + texts.get("survey.chart.reversed");
    std::string source = texts.get("survey.chart.source");
    if (says_invented(workbook, texts))
        source += " · " + texts.get("word.invented_figures");
    return shown + "\n" + source;
}

std::string alt_text_of(const QuestionResult& result, const Survey& survey, const Texts& texts)
{
    std::string counts;
    for (const ScoreGroup& group : result.groups)
        counts += (counts.empty() ? "" : ", ") + category(group, survey, texts.language()) + ": " +
                  std::to_string(group.count);
    if (result.hidden)
        counts = texts.get("survey.chart.subtitle.hidden");
    return texts.format("survey.chart.alt", {{"number", result.responses->number},
                                             {"question", result.responses->text},
                                             {"counts", counts},
                                             {"own", own_answer_text(result, texts)}});
}

} // namespace

std::string in_lines(const std::string& text, std::size_t letters)
{
    std::string lines;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();)
    {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        const std::size_t length = letters_in(word);
        if (used > 0 && used + 1 + length > letters)
        {
            lines += "\n";
            used = 0;
        }
        lines += (used > 0 ? " " : "") + word;
        used += length + (used > 0 ? 1 : 0);
        at = end + 1;
    }
    return lines;
}

std::optional<ChartContent> question_chart(const QuestionResult& result, const Survey& survey, const Workbook& workbook,
                                           const Texts& texts)
{
    if (result.others.n == 0 && !result.own_score)
        return std::nullopt;
    ChartContent chart;
    chart.name = "trinvis_survey_" + result.responses->number;
    chart.kind = ChartKind::columns;
    chart.language = texts.language();
    chart.decimals = 0;
    chart.title = result.responses->number + " " + result.responses->text;
    chart.subtitle = subtitle_of(result, workbook, texts);
    chart.y_title =
        texts.get(result.responses->form == ResponseForm::counts ? "survey.chart.axis.counts" : "survey.chart.axis");
    chart.alt_text = alt_text_of(result, survey, texts);
    const std::vector<ScoreGroup> groups = result.groups.empty() ? single_scores({}) : result.groups;
    ChartSeries others{texts.get("survey.series.others"), SeriesRole::others, {}, {}, false};
    ChartSeries own{texts.get("survey.series.own"), SeriesRole::own, {}, {}, false};
    double most = 0;
    for (const ScoreGroup& group : groups)
    {
        chart.categories.push_back(category(group, survey, texts.language()));
        const auto count = static_cast<double>(group.count);
        others.y.push_back(result.hidden ? std::nullopt : std::optional(count));
        const bool mine = result.own_score && *result.own_score >= group.first && *result.own_score <= group.last;
        own.y.push_back(mine ? std::optional(count) : std::nullopt);
        if (mine)
            own.labelled = own.y.size() - 1;
        most = std::max(most, count);
    }
    // A whole number of answers on each line of the grid, and room above the own column for its name.
    constexpr double least_height = 5;
    constexpr double room_for_name = 1.15;
    if (most < least_height)
        chart.y_to = least_height;
    else if (own.labelled && *own.y[*own.labelled] * room_for_name > most)
        chart.y_to = std::ceil(*own.y[*own.labelled] * room_for_name);
    chart.series.push_back(std::move(others));
    if (result.own_score)
        chart.series.push_back(std::move(own));
    return chart;
}

} // namespace trinvis
