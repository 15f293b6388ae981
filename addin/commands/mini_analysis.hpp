// SPDX-License-Identifier: MPL-2.0
//
// The commands of the mini-analysis and of the inspiration.
//
//     run_mini_analysis(context, document);
#pragma once

#include "commands/commands.hpp"
#include "mini_analysis/focus_reasons.hpp"

#include <string>
#include <vector>

namespace trinvis::commands
{

/// The form of the mini-analysis as the package has it.
[[nodiscard]] MiniAnalysisForm mini_analysis_form(const office::Context& context);

/// Makes the sheets Minianalyse, Fokusområder and Inspiration where they are not there yet; renews the links beside the
/// evidence and the proposals for focus areas. Returns how many proposals there are, or what to do first.
[[nodiscard]] std::string run_mini_analysis(const office::Context& context, const Model& model);

/// Makes the sheet Inspiration where it is not there yet, and shows it.
[[nodiscard]] std::string run_inspiration(const office::Context& context, const Model& model);

} // namespace trinvis::commands
