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

std::string readiness_line(const Validation& validation, const Texts& texts)
{
    const SeverityCounts counts = count_open(validation.findings);
    if (counts.errors > 0)
    {
        const std::string errors = texts.count("verdict.errors", counts.errors);
        std::string line =
            counts.warnings == 0
                ? texts.format("verdict.not_ready", {{"what", errors}})
                : texts.format("verdict.not_ready_and",
                               {{"what", errors}, {"also", texts.count("verdict.warnings", counts.warnings)}});
        const Readiness& readiness = validation.readiness;
        if (!readiness.cells.empty())
            line += " " + (readiness.exact ? texts.count("verdict.cells", readiness.cells.size())
                                           : texts.count("verdict.about_cells", readiness.cells.size()));
        return line;
    }
    if (counts.warnings > 0)
        return texts.format("verdict.only_warnings", {{"what", texts.count("verdict.warnings", counts.warnings)}});
    if (validation.values_checked == 0)
        return texts.get("verdict.nothing_entered");
    return texts.get("verdict.no_faults");
}

} // namespace trinvis
