// SPDX-License-Identifier: MPL-2.0
//
// The commands of the survey.
#pragma once

#include "commands/commands.hpp"

namespace trinvis::commands
{

/// Makes the sheet Spørgeskema where there is none; else writes Svarfordeling with its charts from the answers in it.
/// Throws office::UserError for what is no answer, with its cell.
std::string run_survey(const office::Context& context, const Model& document);

/// Takes answers from delimited files into the sheet Spørgeskema, which is made where there is none; one undo step. Throws
/// office::UserError for a fault in a file; then nothing has been written.
std::string import_survey(const office::Context& context, const Model& document,
                          const std::vector<rtl::OUString>& urls);

/// Saves the letter as .odt and as PDF beside it. Throws office::UserError when there are no answers.
std::string write_survey_letter(const office::Context& context, const Model& document, const rtl::OUString& url);

} // namespace trinvis::commands
