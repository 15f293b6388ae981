// SPDX-License-Identifier: MPL-2.0
//
// The command of the development plan's goals.
//
//     run_goals(context, document);
#pragma once

#include "commands/commands.hpp"

#include <string>

namespace trinvis::commands
{

/// Makes the sheet Udviklingsplan where it is not there yet, with a row for each focus area that was chosen; else fills in
/// its empty numbers and baselines and writes the sheet Opfølgning with its charts. Returns what was made or filled in, or
/// what to do first.
[[nodiscard]] std::string run_goals(const office::Context& context, const Model& model);

} // namespace trinvis::commands
