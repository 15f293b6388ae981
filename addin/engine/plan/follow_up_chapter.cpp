// SPDX-License-Identifier: MPL-2.0
//
// The follow-up: what was reported since the baseline, held up against each goal.
#include "goals/follow_up_words.hpp"
#include "goals/goal_chart.hpp"
#include "plan/goal_words.hpp"
#include "plan/goals_chapter.hpp"
#include "plan/plan_part.hpp"

namespace trinvis
{

namespace
{

PlanTable rounds_table(const GoalFollowUp& one, const Workbook& workbook, const Texts& texts)
{
    PlanTable table;
    table.name = goal_table_name(one, "plan.table.follow_up", texts);
    table.caption = texts.format("plan.follow_up.rounds.caption", {{"goal", one.goal->title()}});
    table.rows.push_back(heading_row("goals.column.", {"round", "value", "interval", "expected", "standing"}, texts));
    table.widths = {16, 22, 20, 16, 44};
    table.numeric = {false, true, true, true, false};
    for (const FollowUpRound& round : one.rounds)
        add_row(table, {format_date(round.date, texts.language()), value_text(one, round, workbook, texts),
                        interval_text(one, round, workbook, texts), expected_text(one, round, workbook, texts),
                        standing_words(round, texts)});
    return table;
}

void add_goal(PlanChapter& chapter, const GoalFollowUp& one, const FollowUp& follow, const Workbook& workbook,
              const Texts& texts)
{
    chapter.add(goal_part(one, "heading"), PlanHeading{2, one.goal->title()});
    TracedText words;
    for (const TracedText& sentence : goal_sentences(one, workbook, texts))
        words += words.text.empty() ? sentence : TracedText(" ") + sentence;
    if (!words.text.empty())
        chapter.add(goal_part(one, "text"), traced_paragraph(std::move(words)));
    if (auto chart = goal_chart(one, follow, workbook, texts))
        chapter.add(*std::move(chart));
    if (!one.rounds.empty())
        chapter.add(goal_part(one, "rounds"), rounds_table(one, workbook, texts));
}

} // namespace

PlanBlocks follow_up_chapter(const FollowUp& follow, const Workbook& workbook, const Texts& texts)
{
    if (follow.goals.empty())
        return {};
    PlanChapter chapter("follow_up");
    for (const GoalFollowUp& one : follow.goals)
        add_goal(chapter, one, follow, workbook, texts);
    for (const std::string& line : follow_up_conventions(follow, texts))
        chapter.add("conventions", PlanParagraph{line, ParagraphLook::note});
    return chapter.blocks();
}

} // namespace trinvis
