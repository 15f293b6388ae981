// SPDX-License-Identifier: MPL-2.0
//
// Brings a workbook of an earlier version up to date.
//
//     update_workbook(context, document);       // "Mappen er opdateret til Trinvis 1.1: 12 ændringer, …"
#pragma once

#include "commands/commands.hpp"

namespace trinvis::commands
{

/// Adds what an earlier version's workbook lacks and writes the sheet Opdatering, as one undo step; what a person may have
/// changed stays. Returns a sentence that says what was done. Throws office::UserError for a workbook of a later version
/// and for one in which a sheet that is to be written cannot be.
std::string update_workbook(const office::Context& context, const Model& document);

} // namespace trinvis::commands
