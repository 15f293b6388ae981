// SPDX-License-Identifier: MPL-2.0
#include "survey/sharing.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

/// Whether a run of scores is a sum of shown groups.
bool is_told(const std::vector<ScoreGroup>& groups, int first, int last)
{
    if (first > last)
        return true;
    const bool begins =
        std::any_of(groups.begin(), groups.end(), [&](const auto& group) { return group.first == first; });
    const bool ends = std::any_of(groups.begin(), groups.end(), [&](const auto& group) { return group.last == last; });
    return begins && ends;
}

void hide(QuestionResult& question, std::size_t threshold)
{
    OthersResult& others = question.others;
    question.inspiring.clear();
    others.dont_know.reset();
    others.none.reset();
    question.groups = shown_groups(others.given, threshold);
    if (question.groups.size() == score_count)
        return;
    others.mean.reset();
    others.mean_interval.reset();
    others.deviation.reset();
    question.general.reset();
    question.p.reset();
    question.delta.reset();
    const bool reversed = question.responses->reversed;
    const bool high = is_told(question.groups, reversed ? 1 : 4, reversed ? 2 : 5);
    const bool low = is_told(question.groups, reversed ? 4 : 1, reversed ? 5 : 2);
    if (!high)
    {
        others.high.reset();
        others.high_share.reset();
    }
    if (!low)
        others.low.reset();
    if (!question.own_score || !is_told(question.groups, *question.own_score, *question.own_score))
        question.standing.reset();
    if (!question.groups.empty())
        return;
    question.hidden = others.n > 0;
    others.given = {};
    if (others.n < threshold)
        others.n = 0;
}

} // namespace

std::vector<ScoreGroup> shown_groups(const ScoreCounts& counts, std::size_t threshold)
{
    std::vector<ScoreGroup> groups = single_scores(counts);
    const auto is_small = [threshold](const ScoreGroup& group) { return group.count > 0 && group.count < threshold; };
    while (groups.size() > 1)
    {
        const auto small = std::find_if(groups.begin(), groups.end(), is_small);
        if (small == groups.end())
            return groups;
        // The smaller neighbour with answers loses least; one without any would not help.
        const bool has_left = small != groups.begin();
        const bool has_right = small + 1 != groups.end();
        const auto cost = [](const ScoreGroup& group)
        { return group.count > 0 ? group.count : static_cast<std::size_t>(-1); };
        const bool right = has_right && (!has_left || cost(*(small + 1)) <= cost(*(small - 1)));
        const auto into = right ? small : small - 1;
        into->count += (into + 1)->count;
        into->last = (into + 1)->last;
        groups.erase(into + 1);
    }
    return {};
}

void hide_small_counts(SurveyResults& results, const Sharing& sharing)
{
    if (!sharing.wanted)
        return;
    results.shared = true;
    for (QuestionResult& question : results.questions)
        hide(question, static_cast<std::size_t>(sharing.threshold));
    const auto untold = [&results](std::size_t place)
    {
        const QuestionResult& question = results.questions[place];
        return !question.standing && question.difference == OwnDifference::untested;
    };
    std::erase_if(results.ahead, untold);
    std::erase_if(results.behind, untold);
}

} // namespace trinvis
