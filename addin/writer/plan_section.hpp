// SPDX-License-Identifier: MPL-2.0
//
// The sections in which the generated parts of a plan stand, one a part. A person sees their names in the Navigator and
// may move, edit or delete them; a part is found again by its section's name.
//
//     const Section section = insert_section(document, place, section_name("figures.3.text"), false);
//     fill_section(context, document, section, blocks, BlockLook::usual);
#pragma once

#include "office/uno.hpp"
#include "plan/plan_block.hpp"
#include "writer/plan_blocks.hpp"

#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/text/XTextSection.hpp>
#include <optional>
#include <string>

namespace trinvis::writer
{

using Section = css::uno::Reference<css::text::XTextSection>;
using Range = css::uno::Reference<css::text::XTextRange>;

/// The name of a part's section, and of the new version that stands beside an edited one.
[[nodiscard]] std::string section_name(const std::string& part);
[[nodiscard]] std::string offer_name(const std::string& part);

/// The part that a section's name tells of.
struct NamedPart
{
    std::string id;
    bool offer = false;
};

/// Nothing for a section of the person's own.
[[nodiscard]] std::optional<NamedPart> part_of_section(const std::string& name);

/// The section of that name; empty when there is none.
[[nodiscard]] Section find_section(const css::uno::Reference<css::text::XTextDocument>& document,
                                   const std::string& name);

/// Puts an empty section in front of the paragraph that begins at the place.
[[nodiscard]] Section insert_section(const css::uno::Reference<css::text::XTextDocument>& document, const Range& place,
                                     const std::string& name, bool is_protected);

/// The paragraphs and tables of a section, in order.
[[nodiscard]] std::vector<css::uno::Reference<css::uno::XInterface>> content_of(const Section& section);

/// Gives the section these blocks in place of all that stands in it.
void fill_section(const office::Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
                  const Section& section, const std::vector<PlanBlock>& blocks, BlockLook look);

/// Takes a section away with all that stands in it.
void remove_section(const Section& section);

/// Takes the section away; what stands in it stays as the person's own.
void release_section(const Section& section);

/// A new, empty paragraph right after or before a section.
[[nodiscard]] Range paragraph_after(const css::uno::Reference<css::text::XTextDocument>& document,
                                    const Section& section);
[[nodiscard]] Range paragraph_before(const css::uno::Reference<css::text::XTextDocument>& document,
                                     const Section& section);

/// Takes a whole paragraph away.
void remove_paragraph(const Range& place);

} // namespace trinvis::writer
