// SPDX-License-Identifier: MPL-2.0
//
// The two pages on which a person chooses what a document holds: sections and template, then figures. Each can be gone
// back from or cancelled; nothing is written by either.
//
//     Turn turn = ask_sections(context, frame, {title, outline, folder}, options);
//     turn = ask_figures(context, frame, title, lines, options);
#pragma once

#include "plan/plan_outline.hpp"
#include "ui/dialog.hpp"
#include "ui/turn.hpp"

#include <string>
#include <vector>

namespace trinvis::ui
{

struct SectionsPage
{
    std::string title; ///< what kind of document it is
    std::vector<OutlineLine> outline;
    rtl::OUString folder; ///< where the file dialog for a template begins
};

/// Asks for the sections, showing what is missing beside each, and for the template. Those with content are chosen
/// where the options name none. The options hold the answer where it ends with forward.
[[nodiscard]] Turn ask_sections(const office::Context& context, const Frame& frame, const SectionsPage& page,
                                PlanOptions& options);

/// A figure as it is listed.
struct FigureLine
{
    std::string id;
    std::string text;
};

/// Asks for the figures; all are chosen where the options name none.
[[nodiscard]] Turn ask_figures(const office::Context& context, const Frame& frame, const std::string& title,
                               const std::vector<FigureLine>& figures, PlanOptions& options);

} // namespace trinvis::ui
