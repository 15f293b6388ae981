// SPDX-License-Identifier: MPL-2.0
//
// Carries out in a document what plan/plan_renewal.hpp decided.
//
//     Renewal renewal = decide_renewal(old, steps, read_parts(document), runs);
//     apply_renewal(context, document, steps, renewal);
#pragma once

#include "office/uno.hpp"
#include "plan/plan_renewal.hpp"

#include <com/sun/star/text/XTextDocument.hpp>

namespace trinvis::writer
{

/// Puts a part in a section of its own in front of the paragraph at the place; returns what is to be remembered of it.
[[nodiscard]] StatePart write_part(const office::Context& context,
                                   const css::uno::Reference<css::text::XTextDocument>& document,
                                   const css::uno::Reference<css::text::XTextRange>& place, const PartStep& step);

/// Does what was decided, and completes the state with the looks of what was written.
void apply_renewal(const office::Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
                   const std::vector<PartStep>& steps, Renewal& renewal);

} // namespace trinvis::writer
