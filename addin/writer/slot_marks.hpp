// SPDX-License-Identifier: MPL-2.0
//
// Where the slots of a template were: a bookmark in the paragraph above, so that a chapter that comes later
// finds its place under its heading.
//
//     const SlotOrder order = slot_order(places);
//     mark_slots(document, places, order);
#pragma once

#include "plan/plan_renewal.hpp"
#include "writer/plan_document.hpp"

#include <com/sun/star/text/XTextRange.hpp>

namespace trinvis::writer
{

struct SlotOrder
{
    std::vector<std::string> slots; ///< as the template has them
    SlotRuns runs;                  ///< slots that stand right below each other
};

/// The slots of the template; asked before they are filled.
[[nodiscard]] SlotOrder slot_order(const std::vector<TemplatePlace>& places);

/// Leaves a bookmark for each run of slots that has a paragraph above.
void mark_slots(const TextDocument& document, const std::vector<TemplatePlace>& places, const SlotOrder& order);

/// A new, empty paragraph below the one with the mark of a run; empty when a person took the mark away or it lies in a
/// section or table.
[[nodiscard]] css::uno::Reference<css::text::XTextRange> paragraph_below_mark(const TextDocument& document,
                                                                              const std::string& run);

} // namespace trinvis::writer
