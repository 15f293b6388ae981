// SPDX-License-Identifier: MPL-2.0
//
// Makes the demonstration workbook in a running office: a municipality with eleven rounds, and comparison data for all 98.
//
//     const auto document = make_demo_workbook(office);
//     const auto seeded = seed_faults(document);
#pragma once

#include "../office/running_office.hpp"

#include <string>
#include <vector>

namespace trinvis::demo
{

using SpreadsheetDocument = css::uno::Reference<css::sheet::XSpreadsheetDocument>;

/// The municipality of the demonstration. Its figures are invented like all others.
inline constexpr const char* demo_municipality = "550";

struct SeededFault
{
    std::string sheet;
    std::string cell;
    std::string kind;
};

/// A clean workbook, made by the extension's own newWorkbook in the language of the office and filled with invented figures
/// that say so.
[[nodiscard]] SpreadsheetDocument make_demo_workbook(const testing::RunningOffice& office);

/// A workbook with the entered figures alone of any municipality, invented like the others; `municipality` is its code.
[[nodiscard]] SpreadsheetDocument make_municipality_workbook(const testing::RunningOffice& office,
                                                             const std::string& municipality);

/// Puts the faults of faults.hpp and some in headings, rows, catalogue and rules into the workbook.
[[nodiscard]] std::vector<SeededFault> seed_faults(const SpreadsheetDocument& document);

} // namespace trinvis::demo
