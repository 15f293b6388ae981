// SPDX-License-Identifier: MPL-2.0
//
// Keeps what a plan remembers of its generation (plan/plan_state.hpp) among the document's own properties, where a copy
// of the file takes it along.
//
//     if (const auto state = read_state(document)) ...
//     write_state(document, *state);
#pragma once

#include "office/uno.hpp"
#include "plan/plan_state.hpp"

#include <com/sun/star/text/XTextDocument.hpp>

namespace trinvis::writer
{

/// Nothing for a document that was not generated, or whose memory is damaged.
[[nodiscard]] std::optional<PlanState> read_state(const css::uno::Reference<css::text::XTextDocument>& document);

/// In pieces of at most 250 characters: Word takes no longer ones.
void write_state(const css::uno::Reference<css::text::XTextDocument>& document, const PlanState& state);

} // namespace trinvis::writer
