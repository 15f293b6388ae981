// SPDX-License-Identifier: MPL-2.0
#include "plan/mini_analysis_chapter.hpp"

#include "mini_analysis/assessment.hpp"
#include "mini_analysis/focus_sheet.hpp"
#include "mini_analysis/inspiration.hpp"
#include "plan/plan_part.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

using TableRow = std::vector<std::string>;

std::string dash_if_empty(const std::string& text)
{
    return text.empty() ? "–" : text;
}

PlanTable assessment_table(const std::vector<Assessment>& assessments, const Texts& texts)
{
    PlanTable table;
    table.name = texts.get("plan.table.mini_analysis");
    table.caption = texts.get("plan.mini_analysis.caption");
    TableRow headings;
    headings.reserve(6);
    for (const char* key : {"area", "element", "strengths", "challenges", "evidence", "rating"})
        headings.push_back(texts.get("column.mini_analysis." + std::string(key)));
    table.rows.push_back(std::move(headings));
    table.widths = {18, 18, 26, 26, 18, 14};
    table.numeric.assign(table.widths.size(), false);
    for (const Assessment& one : assessments)
        if (one.begun())
            table.rows.push_back({one.area, one.element, dash_if_empty(one.strengths), dash_if_empty(one.challenges),
                                  dash_if_empty(one.evidence), dash_if_empty(one.rating)});
    return table;
}

PlanTable practice_table(const std::vector<Assessment>& assessments, const Texts& texts)
{
    PlanTable table;
    table.name = texts.get("plan.table.practice");
    table.caption = texts.get("plan.mini_analysis.practice");
    TableRow headings;
    headings.reserve(5);
    for (const char* key : {"area", "element", "strategies", "target_groups", "remark"})
        headings.push_back(texts.get("column.mini_analysis." + std::string(key)));
    table.rows.push_back(std::move(headings));
    table.widths = {18, 20, 34, 24, 24};
    table.numeric.assign(table.widths.size(), false);
    for (const Assessment& one : assessments)
        if (!one.strategies.empty() || !one.target_groups.empty() || !one.remark.empty())
            table.rows.push_back({one.area, one.element, dash_if_empty(one.strategies),
                                  dash_if_empty(one.target_groups), dash_if_empty(one.remark)});
    return table;
}

/// The tool's reason for a chosen area. What the sheet says may be older than the switch to sharing, so a shared plan
/// tells only what holds now.
std::string reason_of(const FocusArea& area, const MiniAnalysisInputs& inputs, const Texts& texts)
{
    if (!inputs.workbook.sharing.wanted)
        return area.reason;
    const std::vector<Reference> references = references_in(area.reference);
    if (references.size() == 1)
        for (const FocusReason& reason : inputs.reasons)
            if (reason.reference == references.front())
                return reason.reason;
    return area.reason.empty() ? std::string{} : texts.get("plan.focus.not_shared");
}

std::string inspiration_of(const FocusArea& area, const std::vector<WrittenExample>& examples,
                           const MiniAnalysisForm& form)
{
    const PracticeArea* named = form.area(area.area);
    std::string listed;
    for (const WrittenExample& example : examples)
        if (named && example.area == named->id && !example.title.empty())
            listed += (listed.empty() ? "" : "; ") +
                      (example.municipality.empty() ? example.title : example.municipality + ": " + example.title);
    return listed;
}

std::string name_of(const FocusArea& area)
{
    std::string name = area.proposal;
    for (const std::string* more : {&area.reference, &area.area})
        if (!more->empty())
            name += (name.empty() ? "" : "\n") + *more;
    return name;
}

/// The sources of the examples that chosen areas point to, each once.
std::string sources_of(const std::vector<FocusArea>& chosen, const std::vector<WrittenExample>& examples,
                       const MiniAnalysisForm& form)
{
    std::vector<std::string> sources;
    for (const FocusArea& area : chosen)
        if (const PracticeArea* named = form.area(area.area))
            for (const WrittenExample& example : examples)
                if (example.area == named->id && !example.title.empty() && !example.source.empty() &&
                    std::find(sources.begin(), sources.end(), example.source) == sources.end())
                    sources.push_back(example.source);
    std::string listed;
    for (const std::string& source : sources)
        listed += (listed.empty() ? "" : "; ") + source;
    return listed;
}

void add_focus_areas(PlanChapter& chapter, const MiniAnalysisInputs& inputs, const std::vector<FocusArea>& chosen,
                     const Texts& texts)
{
    if (chosen.empty())
    {
        chapter.add("none", PlanParagraph{texts.get("plan.focus.none_chosen")});
        chapter.add("write", PlanParagraph{texts.get("plan.focus.none"), ParagraphLook::to_write});
        return;
    }
    chapter.add("intro", PlanParagraph{texts.count("plan.focus.intro", chosen.size())});
    const std::vector<WrittenExample> examples = read_examples(inputs.workbook, inputs.form);
    PlanTable table;
    table.name = texts.get("plan.table.focus");
    table.caption = texts.get("plan.focus.caption");
    table.rows.push_back({texts.get("plan.focus.area"), texts.get("plan.focus.figures"),
                          texts.get("plan.focus.own_reason"), texts.get("plan.focus.inspiration")});
    table.widths = {26, 40, 30, 22};
    table.numeric.assign(table.widths.size(), false);
    for (const FocusArea& area : chosen)
        table.rows.push_back({dash_if_empty(name_of(area)), dash_if_empty(reason_of(area, inputs, texts)),
                              dash_if_empty(area.own_reason),
                              dash_if_empty(inspiration_of(area, examples, inputs.form))});
    chapter.add("table", std::move(table));
    if (std::any_of(chosen.begin(), chosen.end(), [](const FocusArea& area) { return area.own_reason.empty(); }))
        chapter.add("reason", PlanParagraph{texts.get("plan.focus.write_reason"), ParagraphLook::to_write});
    if (const std::string sources = sources_of(chosen, examples, inputs.form); !sources.empty())
        chapter.add("sources",
                    PlanParagraph{texts.format("plan.focus.sources", {{"sources", sources}}), ParagraphLook::note});
}

bool any_begun(const std::vector<Assessment>& assessments)
{
    return std::any_of(assessments.begin(), assessments.end(), [](const Assessment& one) { return one.begun(); });
}

} // namespace

PlanBlocks mini_analysis_chapter(const MiniAnalysisInputs& inputs)
{
    const Texts& texts = inputs.words.in(inputs.workbook.language);
    const std::vector<Assessment> assessments = read_assessments(inputs.workbook);
    if (!any_begun(assessments))
        return {};
    PlanChapter chapter("mini_analysis");
    chapter.add("intro", PlanHeading{1, texts.get("plan.mini_analysis.heading"), true});
    chapter.add("intro", PlanParagraph{texts.get("plan.mini_analysis.intro")});
    chapter.add("assessments", assessment_table(assessments, texts));
    chapter.add("source", PlanParagraph{inputs.form.status.in(inputs.workbook.language), ParagraphLook::note});
    return chapter.blocks();
}

PlanBlocks practice_chapter(const MiniAnalysisInputs& inputs)
{
    PlanTable practice = practice_table(read_assessments(inputs.workbook), inputs.words.in(inputs.workbook.language));
    if (practice.rows.size() < 2)
        return {};
    PlanChapter chapter("practice");
    chapter.add("table", std::move(practice));
    return chapter.blocks();
}

PlanBlocks focus_chapter(const MiniAnalysisInputs& inputs)
{
    const Texts& texts = inputs.words.in(inputs.workbook.language);
    std::vector<FocusArea> chosen = read_focus_areas(inputs.workbook, inputs.words);
    std::erase_if(chosen, [](const FocusArea& area) { return area.chosen != Chosen::yes; });
    if (chosen.empty() && !any_begun(read_assessments(inputs.workbook)))
        return {};
    PlanChapter chapter("focus");
    add_focus_areas(chapter, inputs, chosen, texts);
    return chapter.blocks();
}

} // namespace trinvis
