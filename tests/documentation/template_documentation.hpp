// SPDX-License-Identifier: MPL-2.0
//
// Writes templates/TEMPLATE.da.md and TEMPLATE.en.md: the placeholders that a template of the plan or of the key-figure
// report may use, and how a municipality makes its own.
//
//     template_documentation(texts);      // the whole file
#pragma once

#include "texts/texts.hpp"

#include <string>

namespace trinvis::documentation
{

/// "TEMPLATE.da.md" or "TEMPLATE.en.md".
[[nodiscard]] std::string template_file_name(Language language);

/// The file in the language of the texts.
[[nodiscard]] std::string template_documentation(const Texts& texts);

} // namespace trinvis::documentation
