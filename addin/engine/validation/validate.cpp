// SPDX-License-Identifier: MPL-2.0
#include "validation/validate.hpp"

#include "validation/findings.hpp"

#include <algorithm>

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
    return validation_of(run, workbook, words, extent);
}

std::string readiness_line(const Validation& validation, const Texts& texts)
{
    const SeverityCounts counts = count_severities(validation.findings);
    const auto unexplained = static_cast<std::size_t>(std::count_if(
        validation.findings.begin(), validation.findings.end(),
        [](const Finding& finding)
        { return finding.severity == rules::Severity::warning && finding.status != FindingStatus::explained; }));
    if (counts.errors > 0)
    {
        const std::string errors = texts.count("verdict.errors", counts.errors);
        std::string line =
            unexplained == 0
                ? texts.format("verdict.not_ready", {{"what", errors}})
                : texts.format("verdict.not_ready_and",
                               {{"what", errors}, {"also", texts.count("verdict.unexplained", unexplained)}});
        const Readiness& readiness = validation.readiness;
        if (!readiness.cells.empty())
            line += " " + (readiness.exact ? texts.count("verdict.cells", readiness.cells.size())
                                           : texts.count("verdict.about_cells", readiness.cells.size()));
        return line;
    }
    if (unexplained > 0)
        return texts.format("verdict.only_warnings", {{"what", texts.count("verdict.warnings", unexplained)}});
    if (validation.values_checked == 0)
        return texts.get("verdict.nothing_entered");
    return texts.get("verdict.no_faults");
}

} // namespace trinvis
