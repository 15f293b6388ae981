// SPDX-License-Identifier: MPL-2.0
//
// Puts blocks of the plan into a Writer document in place of a paragraph: headings, paragraphs, tables and charts.
//
//     replace_paragraph(context, document, place, plan.slots.at("status"));
//
// Looks are paragraph styles that the template brings ("Trinvis Note" …); a template without them gets plain text.
#pragma once

#include "office/uno.hpp"
#include "plan/plan_content.hpp"

#include <com/sun/star/text/XTextDocument.hpp>
#include <vector>

namespace trinvis::writer
{

enum class BlockLook
{
    usual,
    offered ///< every paragraph in the style "Trinvis Nyt": a new version beside one that a person edited
};

/// Puts the blocks before the paragraph that holds the place and takes that paragraph away.
void replace_paragraph(const office::Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
                       const css::uno::Reference<css::text::XTextRange>& place, const std::vector<PlanBlock>& blocks,
                       BlockLook look = BlockLook::usual);

} // namespace trinvis::writer
