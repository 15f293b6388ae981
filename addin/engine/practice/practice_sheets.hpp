// SPDX-License-Identifier: MPL-2.0
//
// The sheets of the practice workbook: those of a new key-figure workbook, filled with the invented figures and the
// faults, and the sheet Øvelse that leads through six steps and says at its end what was put in.
//
//     const auto sheets = practice_sheets(practice, {.catalogue = c, .rules = r, .texts = t, ...});
//     sheets.back().id;      // "practice": written last, since it links to the others, and shown first
#pragma once

#include "new_workbook/sheets.hpp"
#include "practice/practice.hpp"

namespace trinvis
{

/// What the product ships and a workbook is made from.
struct PracticeNeeds
{
    const Catalogue& catalogue;
    const std::vector<rules::Rule>& rules;
    const Texts& texts;
    const Municipalities& municipalities; ///< with the invented ones
    std::string product_version;
};

/// How many steps the exercise has.
inline constexpr int practice_steps = 6;

/// All sheets. Throws std::invalid_argument when the practice file names a municipality, an item or a rule that there
/// is not.
[[nodiscard]] std::vector<SheetContent> practice_sheets(const Practice& practice, const PracticeNeeds& needs);

} // namespace trinvis
