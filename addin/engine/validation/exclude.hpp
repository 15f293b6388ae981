// SPDX-License-Identifier: MPL-2.0
//
// A number that is known to be wrong is not compared: values with an open error become the typed blank "ugyldig" in the
// copy that is computed with. The workbook itself is not touched.
//
//     const std::size_t left_out = exclude_errors(workbook, validation, words);
#pragma once

#include "validation/validate.hpp"

#include <cstddef>

namespace trinvis
{

/// Blanks the values of Indtastning and Sammenligningsdata at which an error was found; returns how many.
std::size_t exclude_errors(Workbook& workbook, const Validation& validation, const Words& words);

} // namespace trinvis
