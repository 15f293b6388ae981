// SPDX-License-Identifier: MPL-2.0
//
// The words that the demonstration looks for and writes in a workbook. They are Danish in the code; of an English workbook
// they are read and written in English. Names of places, of real accounts and of invented examples stay as they are.
//
//     sheet_named(document, word(document, "Indtastning"));   // "Entry" in an English workbook
#pragma once

#include "demo_workbook.hpp"

#include <string>
#include <string_view>

namespace trinvis::demo
{

/// True when the sheets of a workbook are English.
[[nodiscard]] bool is_english(const SpreadsheetDocument& document);

/// A word as it stands in the workbook, from the Danish one. Throws std::out_of_range for one that has no English.
[[nodiscard]] std::string word(const SpreadsheetDocument& document, std::string_view danish);

} // namespace trinvis::demo
