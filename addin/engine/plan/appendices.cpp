// SPDX-License-Identifier: MPL-2.0
#include "plan/appendices.hpp"

#include "plan/plan_part.hpp"
#include "validation/report.hpp"

#include <algorithm>
#include <array>

namespace trinvis
{

namespace
{

using TableRow = std::vector<std::string>;

TableRow headings(const Texts& texts, std::initializer_list<const char*> keys)
{
    TableRow row;
    for (const char* key : keys)
        row.push_back(texts.get("plan.validation." + std::string(key)));
    return row;
}

/// By severity: all findings, those that are explained, and those that are left.
PlanTable counts_table(const Validation& validation, const Texts& texts)
{
    const SeverityCounts all = count_severities(validation.findings);
    const SeverityCounts open = count_open(validation.findings);
    PlanTable table;
    table.name = texts.get("plan.table.validation");
    table.caption = texts.get("plan.validation.caption");
    table.rows.push_back(headings(texts, {"severity", "found", "explained", "left"}));
    const auto add = [&](const char* severity, std::size_t found, std::size_t left)
    {
        table.rows.push_back({texts.get("severity." + std::string(severity)), std::to_string(found),
                              std::to_string(found - left), std::to_string(left)});
    };
    add("error", all.errors, open.errors);
    add("warning", all.warnings, open.warnings);
    add("information", all.information, open.information);
    table.widths = {40, 20, 20, 20};
    table.numeric = {false, true, true, true};
    return table;
}

PlanTable explained_table(const Validation& validation, const Texts& texts)
{
    PlanTable table;
    table.name = texts.get("plan.table.explained");
    table.caption = texts.get("plan.validation.explained_caption");
    table.rows.push_back(headings(texts, {"place", "message", "explanation"}));
    table.widths = {20, 42, 42};
    table.numeric = {false, false, false};
    for (const Finding& finding : validation.findings)
        if (finding.status == FindingStatus::explained)
            table.rows.push_back({finding.sheet + " " + finding.cell, finding.message, finding.explanation});
    return table;
}

PlanBlocks validation_log(const PlanInputs& inputs)
{
    const Texts& texts = inputs.texts;
    const Validation& validation = inputs.validation;
    PlanChapter chapter("validation");
    const std::optional<Date> last = report_date(inputs.workbook, inputs.words);
    chapter.add("text", PlanParagraph{last ? texts.format("plan.validation.last",
                                                          {{"date", format_date(*last, inputs.workbook.language)}})
                                           : texts.get("plan.remark.not_validated")});
    chapter.add("text",
                PlanParagraph{texts.format("plan.validation.now",
                                           {{"date", format_date(inputs.today, inputs.workbook.language)},
                                            {"rules", texts.count("plan.validation.rules", validation.rules_run)},
                                            {"verdict", readiness_line(validation, texts)}})});
    chapter.add("table", counts_table(validation, texts));
    if (!inputs.benchmark.sharing.empty())
        chapter.add("internal", PlanParagraph{texts.get("plan.findings.internal"), ParagraphLook::note});
    else if (PlanTable explained = explained_table(validation, texts); explained.rows.size() > 1)
        chapter.add("explained", std::move(explained));
    chapter.add("note", PlanParagraph{texts.get("plan.validation.note"), ParagraphLook::note});
    return chapter.blocks();
}

PlanBlocks disclosure(const PlanInputs& inputs)
{
    PlanChapter chapter("disclosure");
    for (const std::string& line : inputs.benchmark.sharing)
        chapter.add("text", PlanParagraph{line});
    if (!inputs.benchmark.sharing.empty())
        chapter.add("method", PlanParagraph{inputs.texts.get("plan.disclosure.method"), ParagraphLook::note});
    return chapter.blocks();
}

} // namespace

void add_appendices(PlanContent& plan, const PlanInputs& inputs)
{
    plan.slots["validation"] = validation_log(inputs);
    plan.slots["disclosure"] = disclosure(inputs);
}

} // namespace trinvis
