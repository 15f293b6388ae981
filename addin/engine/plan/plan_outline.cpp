// SPDX-License-Identifier: MPL-2.0
#include "plan/plan_outline.hpp"

#include "plan/plan_part.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

const std::vector<PlanSection>& all_sections()
{
    static const std::vector<PlanSection> sections{
        {.id = "background", .heading = "plan.heading.background"},
        {.id = "mini_analysis", .heading = "plan.mini_analysis.heading", .new_page = true},
        {.id = "status", .heading = "plan.heading.status", .new_page = true, .in_report = true},
        {.id = "figures",
         .heading = "plan.heading.figures",
         .intro = "plan.intro.figures",
         .new_page = true,
         .in_report = true},
        {.id = "findings",
         .heading = "plan.heading.findings",
         .intro = "plan.intro.findings",
         .new_page = true,
         .in_report = true},
        {.id = "survey", .heading = "survey.plan.heading", .new_page = true},
        {.id = "ladder", .heading = "ladder.plan.heading", .new_page = true},
        {.id = "spending", .heading = "plan.spending.heading", .new_page = true},
        {.id = "focus", .heading = "plan.focus.heading", .new_page = true},
        {.id = "goals", .heading = "plan.heading.goals", .intro = "plan.intro.goals"},
        {.id = "activities", .heading = "plan.heading.activities", .intro = "plan.intro.activities"},
        {.id = "practice", .heading = "plan.heading.practice", .intro = "plan.intro.practice"},
        {.id = "theory", .heading = "plan.heading.theory", .intro = "plan.intro.theory"},
        {.id = "organisation", .heading = "plan.heading.organisation", .intro = "plan.intro.organisation"},
        {.id = "course", .heading = "plan.course.heading", .new_page = true},
        {.id = "follow_up", .heading = "plan.heading.follow_up", .intro = "plan.intro.follow_up"},
        {.id = "definitions",
         .heading = "plan.heading.definitions",
         .intro = "plan.intro.definitions",
         .new_page = true,
         .appendix = true},
        {.id = "sources", .heading = "plan.heading.sources", .appendix = true, .in_report = true},
        {.id = "validation", .heading = "plan.heading.validation", .appendix = true, .in_report = true},
        {.id = "disclosure", .heading = "plan.heading.disclosure", .appendix = true, .in_report = true},
    };
    return sections;
}

std::vector<PlanSection> sections_of(DocumentKind kind)
{
    std::vector<PlanSection> sections = all_sections();
    std::erase_if(sections, [kind](const PlanSection& section)
                  { return kind == DocumentKind::plan ? !section.in_plan : !section.in_report; });
    return sections;
}

bool is_own(const PlanBlock& block)
{
    const PlanParagraph* paragraph = std::get_if<PlanParagraph>(&block);
    return paragraph && paragraph->look == ParagraphLook::to_write;
}

/// Nothing but places for a person's own words, and the words around them.
bool is_to_write(const PlanBlocks& blocks)
{
    return std::any_of(blocks.begin(), blocks.end(), is_own) &&
           std::none_of(blocks.begin(), blocks.end(),
                        [](const PlanBlock& block) {
                            return std::holds_alternative<PlanTable>(block) || std::holds_alternative<PlanChart>(block);
                        });
}

bool begins_with_chapter_heading(const PlanBlocks& blocks)
{
    const PlanHeading* heading = std::get_if<PlanHeading>(&blocks.front());
    return heading && heading->level == 1;
}

/// Puts the section's heading in front. A heading keeps to what follows it within its part alone, so it shares one with
/// the words below.
void add_heading(PlanBlocks& blocks, const PlanSection& section, PlanHeading heading, const PlanContent& plan,
                 const Texts& texts)
{
    PlanChapter opening(section.id);
    opening.add("opening", std::move(heading));
    if (!section.intro.empty())
        opening.add("opening", PlanParagraph{texts.format(section.intro, {plan.values.begin(), plan.values.end()})});
    PlanBlocks put = opening.blocks();
    if (const PlanParagraph* words = std::get_if<PlanParagraph>(&blocks.front());
        section.intro.empty() && words && words->look != ParagraphLook::to_write)
        std::get<PlanHeading>(put.front()).part = words->part;
    blocks.insert(blocks.begin(), std::make_move_iterator(put.begin()), std::make_move_iterator(put.end()));
}

std::string note_of(const PlanSection& section, const PlanBlocks& blocks, const std::vector<PlanRemark>& remarks,
                    const Texts& texts)
{
    std::string note;
    for (const PlanRemark& remark : remarks)
        if (remark.section == section.id)
            note += (note.empty() ? "" : " ") + remark.sentence;
    if (!note.empty())
        return note;
    if (blocks.empty())
        return texts.get("plan.missing." + std::string(section.id));
    return is_to_write(blocks) ? texts.get("plan.note.to_write") : std::string{};
}

} // namespace

const std::vector<PlanSection>& plan_sections(DocumentKind kind)
{
    static const std::vector<PlanSection> plan = sections_of(DocumentKind::plan);
    static const std::vector<PlanSection> report = sections_of(DocumentKind::report);
    return kind == DocumentKind::plan ? plan : report;
}

std::vector<OutlineLine> plan_outline(const PlanContent& gathered, DocumentKind kind,
                                      const std::vector<PlanRemark>& remarks, const Texts& texts)
{
    std::vector<OutlineLine> outline;
    for (const PlanSection& section : plan_sections(kind))
    {
        const PlanBlocks& blocks = gathered.slots.find(section.id)->second;
        outline.push_back({std::string(section.id), texts.get(section.heading), !blocks.empty(),
                           note_of(section, blocks, remarks, texts)});
    }
    return outline;
}

PlanContent arranged(PlanContent gathered, const PlanOptions& options, const Texts& texts)
{
    const bool is_report = options.kind == DocumentKind::report;
    const std::vector<PlanSection>& sections = plan_sections(options.kind);
    const auto wanted = [&](std::string_view slot)
    {
        return std::any_of(sections.begin(), sections.end(),
                           [slot](const PlanSection& section) { return section.id == slot; }) &&
               options.wants_section(slot);
    };
    for (auto& [slot, blocks] : gathered.slots)
    {
        if (slot != "invented" && !wanted(slot))
            blocks.clear();
        if (is_report)
            std::erase_if(blocks, is_own);
    }
    if (is_report)
        for (PlanBlock& block : gathered.slots.find("invented")->second)
            if (PlanParagraph* words = std::get_if<PlanParagraph>(&block); words && words->part == "invented.example")
                words->text = texts.get("key_figure_report.invented");
    int appendices = 0;
    bool first = true;
    for (const PlanSection& section : sections)
    {
        PlanBlocks& blocks = gathered.slots.find(section.id)->second;
        if (blocks.empty())
            continue;
        PlanHeading heading{1, texts.get(section.heading), section.new_page || first};
        if (section.appendix)
            heading.text = texts.format("plan.appendix", {{"n", std::to_string(++appendices)}, {"name", heading.text}});
        first = false;
        if (!begins_with_chapter_heading(blocks))
            add_heading(blocks, section, std::move(heading), gathered, texts);
    }
    gathered.title = texts.get(is_report ? "key_figure_report.title" : "plan.title") + " – " +
                     gathered.values.find("municipality")->second;
    return gathered;
}

} // namespace trinvis
