// SPDX-License-Identifier: MPL-2.0
#include "validation/validate.hpp"

#include "validation/findings.hpp"

namespace trinvis
{

std::string_view rule_state_code(RuleState state)
{
    switch (state)
    {
    case RuleState::satisfied:
        return "satisfied";
    case RuleState::hit:
        return "hit";
    case RuleState::undecided:
        return "undecided";
    case RuleState::skipped:
        return "skipped";
    default:
        return "broken";
    }
}

Validation validate(const Workbook& workbook, const Words& words, const Municipalities& municipalities, Date today,
                    Extent extent)
{
    RuleRun run(workbook, words, municipalities, today);
    run.all();
    Validation validation = validation_of(run, workbook, words, extent);
    validation.explanations = explain(workbook, words, today, validation.findings);
    return validation;
}

TracedText traced_readiness_line(const Validation& validation, const Texts& texts)
{
    const SeverityCounts counts = count_open(validation.findings);
    const auto warnings = [&]
    { return count_traced(texts, "verdict.warnings", counts.warnings, "validation/warnings"); };
    if (counts.errors > 0)
    {
        const TracedText errors = count_traced(texts, "verdict.errors", counts.errors, "validation/errors");
        TracedText line = counts.warnings == 0
                              ? format_traced(texts, "verdict.not_ready", {{"what", errors}})
                              : format_traced(texts, "verdict.not_ready_and", {{"what", errors}, {"also", warnings()}});
        const Readiness& readiness = validation.readiness;
        if (!readiness.cells.empty())
            say(line, count_traced(texts, readiness.exact ? "verdict.cells" : "verdict.about_cells",
                                   readiness.cells.size(), "validation/cells"));
        return line;
    }
    if (counts.warnings > 0)
        return format_traced(texts, "verdict.only_warnings", {{"what", warnings()}});
    if (validation.values_checked == 0)
        return texts.get("verdict.nothing_entered");
    return texts.get("verdict.no_faults");
}

std::string readiness_line(const Validation& validation, const Texts& texts)
{
    return traced_readiness_line(validation, texts).text;
}

} // namespace trinvis
