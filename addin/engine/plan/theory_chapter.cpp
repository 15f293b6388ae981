// SPDX-License-Identifier: MPL-2.0
//
// The theory of change: only what the municipality wrote, in the order in which one thing is meant to lead to the next.
#include "goals/follow_up_words.hpp"
#include "plan/goal_words.hpp"
#include "plan/goals_chapter.hpp"
#include "plan/plan_part.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

bool has_chain(const GoalFollowUp& one)
{
    return !one.goal->goal.empty() && !one.goal->activities.empty();
}

std::string listed(const std::vector<std::string>& texts, std::string_view between)
{
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : std::string(between)) + open_ended(text);
    return all;
}

std::vector<std::string> activities_of(const GoalFollowUp& one)
{
    std::vector<std::string> activities;
    activities.reserve(one.goal->activities.size());
    for (const GoalActivity& activity : one.goal->activities)
        activities.push_back(activity.activity);
    return activities;
}

std::string chain_sentence(const GoalFollowUp& one, const Texts& texts)
{
    std::string sentence;
    const auto add = [&](std::string_view key, const std::string& content)
    {
        if (!content.empty())
            sentence += (sentence.empty() ? "" : " ") + texts.format(key, {{"content", content}});
    };
    add("plan.theory.if", listed(one.goal->prerequisites, "; "));
    add("plan.theory.do", listed(activities_of(one), "; "));
    add("plan.theory.then", open_ended(one.goal->goal));
    add("plan.theory.seen", open_ended(indicator_of(one, texts)));
    add("plan.theory.risk", listed(one.goal->risks, "; "));
    return sentence;
}

} // namespace

PlanBlocks theory_of_change_chapter(const FollowUp& follow, const Texts& texts)
{
    if (std::none_of(follow.goals.begin(), follow.goals.end(), has_chain))
        return {};
    PlanChapter chapter("theory");
    chapter.add("heading", PlanHeading{1, texts.get("plan.theory.heading")});
    chapter.add("intro", PlanParagraph{texts.get("plan.theory.intro")});
    PlanTable table;
    table.name = texts.get("plan.table.theory");
    table.caption = texts.get("plan.theory.caption");
    table.rows.push_back(
        heading_row("plan.theory.", {"prerequisites", "activities", "goal", "criterion", "risks"}, texts));
    table.widths = {24, 30, 26, 30, 20};
    table.numeric.assign(table.widths.size(), false);
    for (const GoalFollowUp& one : follow.goals)
    {
        if (!has_chain(one))
            continue;
        chapter.add(goal_part(one, "chain"), PlanParagraph{chain_sentence(one, texts)});
        table.rows.push_back({or_dash(listed(one.goal->prerequisites, "\n")), listed(activities_of(one), "\n"),
                              one.goal->title(), or_dash(indicator_of(one, texts)),
                              or_dash(listed(one.goal->risks, "\n"))});
    }
    chapter.add("table", std::move(table));
    return chapter.blocks();
}

} // namespace trinvis
