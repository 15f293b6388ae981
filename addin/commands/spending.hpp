// SPDX-License-Identifier: MPL-2.0
//
// The commands of the spending tool.
//
//     run_spending(context, document);                  // makes Regnskab the first time, then writes Udgifter
//     import_accounts(context, document, urls);
#pragma once

#include "commands/commands.hpp"

#include <string>
#include <vector>

namespace trinvis::commands
{

/// Makes the sheets Regnskab and Prisindeks where they are missing; where Regnskab has lines of the own municipality, writes
/// Udgifter with its charts. Returns what is left to do, or nothing. Throws office::UserError when the workbook names no
/// municipality or a sheet cannot be written.
std::string run_spending(const office::Context& context, const Model& document);

/// Puts the account lines of CSV files into Regnskab; lines of the same municipalities and years are replaced. Returns what
/// was taken and what was left out. Throws office::UserError with the faulty lines when a file cannot be used, and
/// changes nothing then.
std::string import_accounts(const office::Context& context, const Model& document,
                            const std::vector<rtl::OUString>& urls);

} // namespace trinvis::commands
