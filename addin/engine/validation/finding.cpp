// SPDX-License-Identifier: MPL-2.0
#include "validation/finding.hpp"

namespace trinvis
{

SeverityCounts count_severities(const std::vector<Finding>& findings)
{
    SeverityCounts counts;
    for (const Finding& finding : findings)
        switch (finding.severity)
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
    return counts;
}

} // namespace trinvis
