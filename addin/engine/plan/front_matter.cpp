// SPDX-License-Identifier: MPL-2.0
#include "plan/front_matter.hpp"

#include "plan/plan_part.hpp"
#include "plan/plan_remarks.hpp"
#include "table/date_text.hpp"

#include <algorithm>
#include <optional>

namespace trinvis
{

namespace
{

/// The latest round of which something is known.
std::optional<Date> latest_round(const Benchmark& benchmark)
{
    std::optional<Date> last;
    for (const Comparison& comparison : benchmark.comparisons)
        if (comparison.own.known() && (!last || comparison.period > *last))
            last = comparison.period;
    return last;
}

PlanBlocks background(const PlanInputs& inputs)
{
    const Texts& texts = inputs.texts;
    const std::optional<Date> last = latest_round(inputs.benchmark);
    PlanChapter chapter("background");
    chapter.add("text", PlanParagraph{last ? texts.format("plan.background.rounds",
                                                          {{"date", format_date(*last, inputs.workbook.language)}})
                                           : texts.get("plan.background.no_rounds")});
    chapter.add("write", PlanParagraph{texts.get("plan.write.background"), ParagraphLook::to_write});
    return chapter.blocks();
}

PlanBlock place_to_write(std::string_view slot, const Texts& texts)
{
    PlanChapter chapter(slot);
    chapter.add("write", PlanParagraph{texts.get("plan.write." + std::string(slot)), ParagraphLook::to_write});
    return chapter.blocks().front();
}

} // namespace

void add_front_matter(PlanContent& plan, const PlanInputs& inputs)
{
    const Texts& texts = inputs.texts;
    const std::vector<PlanRemark> remarks = plan_remarks(inputs, plan);
    plan.slots["background"] = background(inputs);
    plan.slots["organisation"] = {place_to_write("organisation", texts)};
    plan.slots["practice"].push_back(place_to_write("practice", texts));
    if (!is_to_fill_in(plan.slots["goals"]) && is_to_fill_in(plan.slots["activities"]))
        plan.slots["activities"].clear();
    for (const char* slot : {"goals", "activities", "follow_up"})
        if (PlanBlocks& blocks = plan.slots[slot]; is_to_fill_in(blocks))
            blocks.insert(blocks.begin(), place_to_write(slot, texts));
    PlanChapter known("findings");
    for (const PlanRemark& remark : remarks)
        // What the chapter says itself, and what is seen in a table that is empty, needs no remark.
        if (remark.section == "status" || remark.section == "figures" || remark.section == "validation")
            known.add("remarks", PlanParagraph{remark.sentence});
    PlanBlocks& findings = plan.slots["findings"];
    findings.insert(findings.begin(), known.blocks().begin(), known.blocks().end());
}

} // namespace trinvis
