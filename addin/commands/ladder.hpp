// SPDX-License-Identifier: MPL-2.0
//
// The command of the ladder: makes its sheets at first use, then writes Trinfordeling and fills in what Indtastning lacks.
#pragma once

#include "commands/commands.hpp"

#include <string>

namespace trinvis::commands
{

/// Makes the sheets of the ladder that are missing; where children or movements were typed, writes the result. Returns a
/// remark for the user. Throws office::UserError when a sheet of the ladder has lost its headings.
std::string run_ladder(const office::Context& context, const Model& document);

} // namespace trinvis::commands
