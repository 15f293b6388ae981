// SPDX-License-Identifier: MPL-2.0
//
// What a workbook gives to its documents now: read and computed once, gathered for what a person chose.
//
//     const PlanNow now = plan_now(context, model, progress);
//     const PlanContent content = gathered_content(context, now, options);
//     writer::fill_template(context, document, arranged(content, options, now.open.texts()), now.open.texts());
#pragma once

#include "commands/open_workbook.hpp"
#include "office/progress.hpp"
#include "plan/plan_outline.hpp"

#include <optional>
#include <vector>

namespace trinvis::commands
{

struct PlanNow
{
    /// What must be hidden is told from the numbers as they stand; computing blanks them.
    OpenWorkbook untouched;
    OpenWorkbook open; ///< as computing left it
    Results results;
};

/// Reads and computes a workbook. Throws office::UserError when it is none, names no municipality or lacks a sheet that
/// figures are computed from.
[[nodiscard]] PlanNow plan_now(const office::Context& context, const css::uno::Reference<css::frame::XModel>& model,
                               office::Progress& progress);

/// The same of a workbook that is read.
[[nodiscard]] PlanNow plan_now(OpenWorkbook open);

/// All that the workbook gives to a kind of document, of the wanted figures, before sections are chosen. Throws
/// office::UserError for a section or figure that there is none of.
[[nodiscard]] PlanContent gathered_content(const office::Context& context, const PlanNow& now,
                                           const PlanOptions& options);

/// What each section of a document has and lacks.
[[nodiscard]] std::vector<OutlineLine> outline_now(const office::Context& context, const PlanNow& now,
                                                   DocumentKind kind);

} // namespace trinvis::commands
