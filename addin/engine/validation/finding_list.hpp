// SPDX-License-Identifier: MPL-2.0
//
// A list of findings on its own, apart from the workbook that it came from: what is exported, sent around, read back and
// compared with a later one.
//
//     const FindingList now = finding_list(validation, workbook, texts, today);
//     const auto earlier = read_finding_list(content, "fund.csv", words);      // a FindingList or a ListFault
#pragma once

#include "validation/validate.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace trinvis
{

struct ListedFinding
{
    std::string rule;
    rules::Severity severity = rules::Severity::error;
    FindingStatus status = FindingStatus::open;
    bool fixed = false; ///< somebody marked it as put right, in a list that came back
    Place place;        ///< in the workbook at hand; sheet -1 in a list that was read
    std::string places; ///< as text: "Indtastning C7, C9"
    std::vector<std::pair<std::string, std::string>> cells; ///< sheet and cell of every hit
    std::string figure;
    std::string figure_name;
    std::string subject;
    std::string municipality;
    std::string period; ///< ISO date, else as it was given
    std::string value;
    std::optional<double> number; ///< of the value, where it is one
    std::string expected;
    std::string message;
    std::string remedy;
    std::string explanation;
};

struct FindingList
{
    std::string name; ///< of the file, for people
    std::string municipality;
    std::string municipality_name;
    std::string data_note; ///< what Stamdata says of the numbers
    std::optional<Date> validated;
    Language language = Language::danish;
    std::string verdict;
    std::vector<ListedFinding> findings;
    std::vector<RuleStatus> rules;
};

/// Why a file is no list of findings: the key of a sentence and its values.
struct ListFault
{
    std::string key;
    Replacements values;
};

/// The list of a validation, in the order of the report.
[[nodiscard]] FindingList finding_list(const Validation& validation, const Workbook& workbook, const Texts& texts,
                                       Date when);

/// The largest file that is read, in bytes.
inline constexpr std::size_t largest_list = std::size_t{64} * 1024 * 1024;

/// Reads what export_findings wrote as CSV or JSON, told apart by what is in it, also after a spreadsheet program has
/// saved it again. Rows of a CSV without a rule are passed over. Foreign content gives a fault, whatever it is.
[[nodiscard]] std::variant<FindingList, ListFault> read_finding_list(std::string_view content, std::string_view name,
                                                                     const Words& words);

} // namespace trinvis
