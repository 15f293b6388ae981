// SPDX-License-Identifier: MPL-2.0
//
// Why a workbook may not be delivered yet, in words that say what, where, how many and what to do.
//
//     if (const std::string why = delivery_refusal(workbook, validation, words); !why.empty())
//         ...tell it and make nothing...
//
// An error blocks a delivery, and a warning is put right or explained first (DESIGN.md, decision 6); so the workbook is
// ready exactly when the line on top of Validering has nothing left to ask for. What is built like a person's number blocks
// whatever the rules of the workbook say: a rule can be switched off.
#pragma once

#include "validation/validate.hpp"

#include <optional>
#include <string>

namespace trinvis
{

/// A sentence or several, in the workbook's language; empty when the workbook may be delivered.
[[nodiscard]] std::string delivery_refusal(const Workbook& workbook, const Validation& validation, const Words& words);

/// The first cell of a sheet that feeds a delivery (Indtastning, Katalog, Regler, Stamdata, Forklaringer) or a shared copy
/// (Sammenligningsdata) that holds what is built like a person's number. Amounts of kroner may have as many digits.
[[nodiscard]] std::optional<Place> person_number_place(const Workbook& workbook, const Words& words);

/// The sentence about such a cell.
[[nodiscard]] std::string person_number_words(const Workbook& workbook, const Place& place, const Texts& texts);

} // namespace trinvis
