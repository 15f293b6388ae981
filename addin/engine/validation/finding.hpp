// SPDX-License-Identifier: MPL-2.0
//
// What a validation found, ready to be shown, linked and handed to scripts.
#pragma once

#include "rules/rule.hpp"

#include <string>
#include <vector>

namespace trinvis
{

/// Where a finding stands between being made and being settled.
enum class FindingStatus
{
    open,
    explained, ///< a warning with an explanation that holds for its present value
    ask_again  ///< a warning whose explanation was given for another value
};

/// "open", "explained", "ask-again": the scripting interface's words and the end of the text keys "status.…".
[[nodiscard]] std::string_view status_code(FindingStatus status);

struct Finding
{
    std::string rule;
    rules::Severity severity = rules::Severity::error;
    Place place;
    std::string sheet;   ///< the sheet's present name
    std::string cell;    ///< "C7"
    std::string figure;  ///< catalogue number or own id, may be empty
    std::string subject; ///< what it is about within the figure: an item's id, else what names the row; may be empty
    std::string municipality; ///< three-digit code: the workbook's, in comparison data the row's
    std::string period;       ///< ISO cut-off date, may be empty
    std::string value;        ///< the offending value as text
    std::string expected;     ///< what should have stood there, as text; may be empty
    std::string message;
    std::string remedy;
    std::vector<Place> places; ///< every hit, the first one first; more than one where hits are grouped
    FindingStatus status = FindingStatus::open;
    std::string explanation; ///< the one that holds, or the old one where it is asked for again
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

/// The same without those that are explained: what is left to do something about.
[[nodiscard]] SeverityCounts count_open(const std::vector<Finding>& findings);

} // namespace trinvis
