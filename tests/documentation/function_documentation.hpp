// SPDX-License-Identifier: MPL-2.0
//
// The spreadsheet functions as a page of Markdown, made from the function table and the texts.
//
//     out << documentation::function_documentation(texts);
#pragma once

#include "texts/texts.hpp"

#include <string>

namespace trinvis::documentation
{

/// "FUNCTIONS.da.md", "FUNCTIONS.en.md".
[[nodiscard]] std::string function_file_name(Language language);

/// The page in the language of the texts.
[[nodiscard]] std::string function_documentation(const Texts& texts);

} // namespace trinvis::documentation
