// SPDX-License-Identifier: MPL-2.0
#include "validation/finding.hpp"

namespace trinvis
{

namespace
{

void count(SeverityCounts& counts, rules::Severity severity)
{
    switch (severity)
    {
    case rules::Severity::error:
        ++counts.errors;
        break;
    case rules::Severity::warning:
        ++counts.warnings;
        break;
    case rules::Severity::information:
        ++counts.information;
        break;
    }
}

} // namespace

std::string_view status_code(FindingStatus status)
{
    switch (status)
    {
    case FindingStatus::explained:
        return "explained";
    case FindingStatus::ask_again:
        return "ask-again";
    default:
        return "open";
    }
}

SeverityCounts count_severities(const std::vector<Finding>& findings)
{
    SeverityCounts counts;
    for (const Finding& finding : findings)
        count(counts, finding.severity);
    return counts;
}

SeverityCounts count_open(const std::vector<Finding>& findings)
{
    SeverityCounts counts;
    for (const Finding& finding : findings)
        if (finding.status != FindingStatus::explained)
            count(counts, finding.severity);
    return counts;
}

} // namespace trinvis
