// SPDX-License-Identifier: MPL-2.0
#include "commands/plan_chapters.hpp"

#include "commands/course.hpp"
#include "commands/mini_analysis.hpp"
#include "commands/survey_signals.hpp"
#include "ladder/ladder_sharing.hpp"
#include "plan/course_chapter.hpp"
#include "plan/goals_chapter.hpp"
#include "plan/ladder_chapter.hpp"
#include "plan/mini_analysis_chapter.hpp"
#include "plan/plan_part.hpp"
#include "plan/spending_chapter.hpp"
#include "plan/survey_chapter.hpp"
#include "privacy/workbook_suppression.hpp"
#include "survey/sharing.hpp"
#include "survey/words.hpp"

namespace trinvis::commands
{

namespace
{

/// In the place of a chapter that cannot be written.
PlanBlocks unreadable(std::string_view sheet, const std::string& why, const Texts& texts)
{
    PlanChapter chapter(sheet);
    chapter.add("heading", PlanHeading{1, texts.get("sheet." + std::string(sheet)), true});
    chapter.add("unreadable",
                PlanParagraph{texts.format("plan.chapter.unreadable", {{"why", why}}), ParagraphLook::note});
    return chapter.blocks();
}

PlanBlocks survey_blocks(const OpenWorkbook& open)
{
    if (!open.workbook.working_table("survey").found())
        return {};
    const Responses responses = read_responses(open.workbook, open.package.words());
    if (!responses.faults.empty())
        return unreadable("survey", fault_sentence(responses, open.texts()), open.texts());
    if (!responses.any())
        return {};
    SurveyResults answers = survey_results(responses, open.package.survey());
    hide_small_counts(answers, open.workbook.sharing);
    return survey_chapter(answers, open.package.survey(), open.workbook, open.texts());
}

PlanBlocks ladder_blocks(const OpenWorkbook& open)
{
    const office::Package& package = open.package;
    LadderResult result = ladder_result(open.workbook, package.ladder(open.workbook.language), package.words());
    if (!result.rows.used())
        return {};
    if (open.workbook.sharing.wanted)
        hide_small_numbers(result, open.workbook,
                           privacy::hidden_numbers(open.workbook, package.words(), package.municipalities(),
                                                   package.known_relations()));
    return ladder_chapter(result, open.workbook, open.texts());
}

PlanBlocks spending_blocks(const OpenWorkbook& open, const Results& results)
{
    const office::Package& package = open.package;
    if (!open.workbook.working_table("accounts").found())
        return {};
    const spending::Spending spending =
        spending::analyse_spending(open.workbook, package.ladder(open.workbook.language), results.data, package.words(),
                                   package.municipalities(), today());
    return spending_chapter(spending, open.workbook, open.texts());
}

/// Says in the place of the goals that their sheet cannot be read; empty where it can.
PlanBlocks unreadable_goals(const OpenWorkbook& open)
{
    const TableArea& area = open.workbook.working_table("goals");
    if (area.sheet < 0 || area.found())
        return {};
    const Texts& texts = open.texts();
    PlanChapter chapter("goals");
    for (const LayoutFault& fault : open.workbook.faults)
        if (fault.place.sheet == area.sheet)
            chapter.add("unreadable", PlanParagraph{texts.format("plan.chapter.unreadable",
                                                                 {{"why", texts.format(fault.message, fault.values)}}),
                                                    ParagraphLook::note});
    return chapter.blocks();
}

/// A plan without goals keeps the tables that are to be filled in by hand.
void add_goals(PlanContent& plan, const OpenWorkbook& open)
{
    const Words& words = open.package.words();
    const Texts& texts = open.texts();
    const Goals goals = read_goals(open.workbook, words);
    const FollowUp follow = follow_up(goals, open.workbook, words, today());
    plan.slots["theory"] = theory_of_change_chapter(follow, texts);
    if (PlanBlocks unreadable = unreadable_goals(open); !unreadable.empty())
        plan.slots["goals"] = std::move(unreadable);
    if (goals.goals.empty())
        return;
    plan.slots["goals"] = goals_chapter(follow, open.workbook, texts);
    plan.slots["follow_up"] = follow_up_chapter(follow, open.workbook, texts);
    if (PlanBlocks activities = activities_overview(follow, texts); !activities.empty())
        plan.slots["activities"] = std::move(activities);
}

} // namespace

void add_tool_chapters(const office::Context& context, PlanContent& plan, const OpenWorkbook& untouched,
                       const OpenWorkbook& open, const Results& results)
{
    plan.slots["survey"] = survey_blocks(untouched);
    plan.slots["ladder"] = ladder_blocks(untouched);
    plan.slots["spending"] = spending_blocks(open, results);
    const MiniAnalysisForm form = mini_analysis_form(context);
    const std::vector<FocusReason> reasons =
        focus_reasons(results.benchmark, open.workbook, survey_signals(untouched), form, open.texts());
    const MiniAnalysisInputs inputs{open.workbook, form, reasons, open.package.words()};
    plan.slots["mini_analysis"] = mini_analysis_chapter(inputs);
    plan.slots["practice"] = practice_chapter(inputs);
    plan.slots["focus"] = focus_chapter(inputs);
    add_goals(plan, open);
    plan.slots["course"] = course_chapter(open.workbook, course_form(context), open.package.words());
}

} // namespace trinvis::commands
