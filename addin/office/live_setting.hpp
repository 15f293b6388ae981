// SPDX-License-Identifier: MPL-2.0
//
// Whether the findings are to follow while a person works in a key-figure workbook.
//
//     if (live_validation_wanted(context)) ...
#pragma once

#include "office/uno.hpp"

namespace trinvis::office
{

/// What the settings say; yes where they say nothing.
[[nodiscard]] bool live_validation_wanted(const Context& context);

} // namespace trinvis::office
