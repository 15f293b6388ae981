// SPDX-License-Identifier: MPL-2.0
//
// The sheet Validering: the verdict in one line, counts that agree with the list, and one row a finding.
#pragma once

#include "table/sheet_content.hpp"
#include "validation/validate.hpp"

namespace trinvis
{

/// Makes the report. `when` is the day of the validation.
[[nodiscard]] SheetContent validation_sheet(const Validation& validation, const Workbook& workbook, const Texts& texts,
                                            Date when);

} // namespace trinvis
