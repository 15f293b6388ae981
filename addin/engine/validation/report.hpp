// SPDX-License-Identifier: MPL-2.0
//
// The sheets Validering and Regelstatus as data.
//
//     const SheetContent report = validation_sheet(validation, workbook, texts, today);
//     const SheetContent status = rule_status_sheet(validation, workbook, texts);
#pragma once

#include "table/sheet_content.hpp"
#include "validation/validate.hpp"

namespace trinvis
{

/// One row a finding, explained ones beneath the open ones of their severity, with room for an explanation beside each
/// warning. `when` is the day of the validation.
[[nodiscard]] SheetContent validation_sheet(const Validation& validation, const Workbook& workbook, const Texts& texts,
                                            Date when);

/// One row a rule and a total row: rows = satisfied + hit + undecided + skipped.
[[nodiscard]] SheetContent rule_status_sheet(const Validation& validation, const Workbook& workbook,
                                             const Texts& texts);

/// Where a finding's hits are, the first ones by name: "Indtastning C7, C9, D4 og 9 andre".
[[nodiscard]] std::string places_text(const Finding& finding, const Workbook& workbook, const Texts& texts);

/// When the workbook was validated last, by what its sheet Validering says; nothing when it has none.
[[nodiscard]] std::optional<Date> report_date(const Workbook& workbook, const Words& words);

/// A table's name in the workbook's language; a table of the user's keeps its own.
[[nodiscard]] std::string table_name(const std::string& table, const Texts& texts);

} // namespace trinvis
