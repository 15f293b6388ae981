// SPDX-License-Identifier: MPL-2.0
//
// A list of findings as a file for others: CSV for spreadsheets, JSON for programs, HTML for reading and printing.
//
//     if (const auto format = export_format("fund.csv"))
//         const std::string content = export_findings(list, *format, texts, "0.1.0");
#pragma once

#include "validation/finding_list.hpp"

namespace trinvis
{

enum class ExportFormat
{
    csv,  ///< UTF-8 with byte order mark, semicolons, decimal comma in Danish, no field that is taken for a formula
    json, ///< templates/findings.schema.json
    html  ///< one page with all that it needs
};

/// The format that the ending of a file name or address asks for; nothing when it is none of them.
[[nodiscard]] std::optional<ExportFormat> export_format(std::string_view file_name);

/// The content of the file, UTF-8. Words are those of `texts`; a list in another language keeps its messages.
[[nodiscard]] std::string export_findings(const FindingList& list, ExportFormat format, const Texts& texts,
                                          std::string_view product_version);

} // namespace trinvis
