// SPDX-License-Identifier: MPL-2.0
//
// What a validation found, ready to be shown, linked and handed to scripts.
#pragma once

#include "rules/rule.hpp"

#include <string>
#include <vector>

namespace trinvis
{

struct Finding
{
    std::string rule;
    rules::Severity severity = rules::Severity::error;
    Place place;
    std::string sheet;  ///< the sheet's present name
    std::string cell;   ///< "C7"
    std::string figure; ///< catalogue number or own id, may be empty
    std::string period; ///< ISO cut-off date, may be empty
    std::string value;  ///< the offending value as text
    std::string message;
    std::string remedy;
};

struct SeverityCounts
{
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t information = 0;

    [[nodiscard]] std::size_t all() const
    {
        return errors + warnings + information;
    }
};

[[nodiscard]] SeverityCounts count_severities(const std::vector<Finding>& findings);

} // namespace trinvis
