// SPDX-License-Identifier: MPL-2.0
#include "plan/goals_chapter.hpp"

#include "goals/follow_up_words.hpp"
#include "plan/goal_words.hpp"
#include "plan/plan_part.hpp"
#include "table/text_match.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

/// Goals of the same focus area, in the order in which the areas first stand.
struct FocusGroup
{
    std::string heading;
    std::vector<const GoalFollowUp*> goals;
};

std::vector<FocusGroup> by_focus(const FollowUp& follow, const Texts& texts)
{
    std::vector<FocusGroup> groups;
    for (const GoalFollowUp& one : follow.goals)
    {
        const std::string heading = !one.goal->focus.empty()  ? one.goal->focus
                                    : !one.goal->area.empty() ? one.goal->area
                                                              : texts.get("plan.goals.no_focus");
        auto found = std::find_if(groups.begin(), groups.end(),
                                  [&](const FocusGroup& group) { return same_text(group.heading, heading); });
        if (found == groups.end())
            found = groups.insert(groups.end(), FocusGroup{heading, {}});
        found->goals.push_back(&one);
    }
    return groups;
}

PlanTable facts_table(const GoalFollowUp& one, const Workbook& workbook, const Texts& texts)
{
    const Goal& goal = *one.goal;
    const auto dated = [&](TracedText text, const TypedDate& date)
    {
        if (date.date)
            text += TracedText(" " + texts.format("goals.at", {{"date", format_date(*date.date, texts.language())}}));
        return text;
    };
    PlanTable table;
    table.name = goal_table_name(one, "plan.table.goals", texts);
    table.caption = texts.format("plan.goals.facts.caption", {{"goal", goal.title()}});
    table.rows.push_back(heading_row("plan.goals.", {"fact", "content"}, texts));
    const auto add = [&](const char* key, TracedText text)
    {
        if (!text.text.empty())
            add_row(table, {texts.get("column.goals." + std::string(key)), std::move(text)});
    };
    add("area", goal.area);
    add("criterion", goal.criterion);
    add("figure", figure_title(one).empty() ? goal.figure_text : figure_title(one));
    if (one.baseline || one.hidden)
        add("baseline", one.hidden ? TracedText(texts.get("plan.focus.not_shared"))
                                   : dated(baseline_text(one, workbook, texts), goal.baseline_date));
    if (one.target)
        add("target", dated(target_text(one, workbook, texts), goal.target_date));
    if (one.direction)
        add("direction", texts.get(goal_direction_key(*one.direction)));
    table.widths = {26, 84};
    table.numeric = {false, false};
    return table;
}

PlanTable activities_table(const GoalFollowUp& one, const Texts& texts)
{
    PlanTable table;
    table.name = goal_table_name(one, "plan.table.activities", texts);
    table.caption = texts.format("plan.goals.activities.caption", {{"goal", one.goal->title()}});
    table.rows.push_back(
        heading_row("plan.goals.", {"activity", "step", "responsible", "duration", "indicator", "status"}, texts));
    for (const GoalActivity& activity : one.goal->activities)
        table.rows.push_back({activity.activity, or_dash(activity.step_text), or_dash(activity.responsible),
                              duration_of(activity, texts), or_dash(indicator_of(one, texts)),
                              or_dash(activity.status_text)});
    table.widths = {32, 10, 21, 20, 28, 15};
    table.numeric.assign(table.widths.size(), false);
    return table;
}

void add_goal(PlanChapter& chapter, const GoalFollowUp& one, const Workbook& workbook, const Texts& texts)
{
    chapter.add(goal_part(one, "heading"), PlanHeading{3, one.goal->title()});
    if (PlanTable facts = facts_table(one, workbook, texts); facts.rows.size() > 1)
        chapter.add(goal_part(one, "facts"), std::move(facts));
    if (one.goal->activities.empty())
        chapter.add(goal_part(one, "no_activities"),
                    PlanParagraph{texts.get("plan.goals.no_activities"), ParagraphLook::note});
    else
        chapter.add(goal_part(one, "activities"), activities_table(one, texts));
}

} // namespace

PlanBlocks goals_chapter(const FollowUp& follow, const Workbook& workbook, const Texts& texts)
{
    if (follow.goals.empty())
        return {};
    PlanChapter chapter("goals");
    chapter.add("intro", PlanParagraph{texts.count("plan.goals.intro", follow.goals.size())});
    for (const FocusGroup& group : by_focus(follow, texts))
    {
        chapter.add("focus_" + text_check(folded(group.heading)), PlanHeading{2, group.heading});
        for (const GoalFollowUp* one : group.goals)
            add_goal(chapter, *one, workbook, texts);
    }
    return chapter.blocks();
}

PlanBlocks activities_overview(const FollowUp& follow, const Texts& texts)
{
    std::vector<std::pair<const GoalFollowUp*, const GoalActivity*>> all;
    for (const GoalFollowUp& one : follow.goals)
        for (const GoalActivity& activity : one.goal->activities)
            all.emplace_back(&one, &activity);
    if (all.empty())
        return {};
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b)
                     {
                         const std::optional<Date>& first = a.second->start.date;
                         const std::optional<Date>& second = b.second->start.date;
                         return first && (!second || *first < *second);
                     });
    PlanTable table;
    table.name = texts.get("plan.table.activities");
    table.caption = texts.get("plan.activities.caption");
    table.rows.push_back(
        heading_row("plan.activities.", {"activity", "goal", "responsible", "start", "end", "status"}, texts));
    const auto shown = [&](const TypedDate& date)
    { return date.date ? format_date(*date.date, texts.language()) : or_dash({}); };
    for (const auto& [one, activity] : all)
        table.rows.push_back({activity->activity, one->goal->title(), or_dash(activity->responsible),
                              shown(activity->start), shown(activity->end), or_dash(activity->status_text)});
    table.widths = {34, 28, 20, 14, 14, 14};
    table.numeric.assign(table.widths.size(), false);
    PlanChapter chapter("activities");
    chapter.add("table", std::move(table));
    return chapter.blocks();
}

} // namespace trinvis
