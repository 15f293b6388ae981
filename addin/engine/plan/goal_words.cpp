// SPDX-License-Identifier: MPL-2.0
#include "plan/goal_words.hpp"

#include "goals/follow_up_words.hpp"

namespace trinvis
{

std::string or_dash(const std::string& text)
{
    return text.empty() ? "–" : text;
}

std::string open_ended(std::string text)
{
    while (!text.empty() && (text.back() == '.' || text.back() == ' '))
        text.pop_back();
    return text;
}

std::string duration_of(const GoalActivity& activity, const Texts& texts)
{
    const auto shown = [&](const TypedDate& date) { return format_date(*date.date, texts.language()); };
    if (activity.start.date && activity.end.date)
        return shown(activity.start) + " –\n" + shown(activity.end);
    if (activity.start.date)
        return texts.format("plan.goals.from", {{"date", shown(activity.start)}});
    return activity.end.date ? texts.format("plan.goals.until", {{"date", shown(activity.end)}}) : or_dash({});
}

std::string indicator_of(const GoalFollowUp& one, const Texts& texts)
{
    const std::string figure = figure_title(one).empty() ? one.goal->figure_text : figure_title(one);
    if (one.goal->criterion.empty() || figure.empty())
        return one.goal->criterion + figure;
    return texts.format("plan.goals.indicator.both",
                        {{"criterion", open_ended(one.goal->criterion)}, {"figure", figure}});
}

std::string goal_part(const GoalFollowUp& one, std::string_view ending)
{
    return "goal_" + one.goal->id + "_" + std::string(ending);
}

std::string goal_table_name(const GoalFollowUp& one, std::string_view key, const Texts& texts)
{
    return texts.get(key) + " " + one.goal->id;
}

std::vector<std::string> heading_row(std::string_view prefix, std::initializer_list<const char*> keys,
                                     const Texts& texts)
{
    std::vector<std::string> row;
    row.reserve(keys.size());
    for (const char* key : keys)
        row.push_back(texts.get(std::string(prefix) + key));
    return row;
}

} // namespace trinvis
