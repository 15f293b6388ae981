// SPDX-License-Identifier: MPL-2.0
//
// Makes a plan that lives: the first time from a template, afterwards in the file itself, where generated parts are
// renewed and all that a person wrote, moved or deleted stays as she left it.
//
//     const MadePlan made = make_plan(context, {.url = url, .template_url = template_url}, plan, texts);
//     made.renewal;               // what a person is told: "12 afsnit er fornyet." …
#pragma once

#include "office/uno.hpp"
#include "plan/plan_content.hpp"
#include "texts/texts.hpp"

namespace trinvis::writer
{

struct PlanTarget
{
    rtl::OUString url{};
    rtl::OUString template_url{};
    std::string kind = "plan";  ///< a file of another kind is not renewed but kept aside
    std::string options = "{}"; ///< a JSON object that the plan remembers for its generator
    bool shared = false;        ///< made "til deling"
    /// What the numbers link to; without it they link to nothing, as in a plan that is to be shared.
    rtl::OUString workbook_url{};
};

struct MadePlan
{
    std::vector<std::string> renewal; ///< sentences on what became of the parts; empty for a plan made anew
    std::vector<rtl::OUString> kept;  ///< where the files that were there before are kept
};

/// Makes or renews the plan at the target and its .pdf beside it. Throws office::UserError for a template that cannot be
/// used and, with Blame::target, for a target that is open, read-only or in a folder where nobody may write; whatever is
/// thrown, the files are as they were.
[[nodiscard]] MadePlan make_plan(const office::Context& context, const PlanTarget& target, const PlanContent& plan,
                                 const Texts& texts);

} // namespace trinvis::writer
