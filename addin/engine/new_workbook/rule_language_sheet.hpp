// SPDX-License-Identifier: MPL-2.0
//
// The sheet Regelsprog of a new workbook: what a person who writes a rule has to look up, made from the same tables
// that the rules are read with.
//
//     const SheetContent sheet = rule_language_sheet(texts);
#pragma once

#include "table/sheet_content.hpp"
#include "texts/texts.hpp"

namespace trinvis
{

[[nodiscard]] SheetContent rule_language_sheet(const Texts& texts);

} // namespace trinvis
