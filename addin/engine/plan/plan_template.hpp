// SPDX-License-Identifier: MPL-2.0
//
// The placeholders of a template: {{text:key}} is a text of the product, {{name}} a value, {{slot:section}} the place
// of a section's content. They are read with their places and checked before anything is made, so that a wrong one is
// named.
//
//     const std::vector<TemplateParagraph> paragraphs{{TemplateRegion::body, 12, {}, "{{slot:figurs}}"}};
//     template_faults(paragraphs, DocumentKind::plan, texts).front();
//     // "{{slot:figurs}} i brødteksten, afsnit 12: der er ingen sådan plads. Mente du {{slot:figures}}?"
#pragma once

#include "plan/plan_options.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

/// Where in a document a paragraph stands.
enum class TemplateRegion
{
    body,
    table, ///< a cell of a table
    frame, ///< a text frame
    header,
    footer
};

struct TemplateParagraph
{
    TemplateRegion region = TemplateRegion::body;
    std::size_t number = 1; ///< counted from 1 within its region and page style
    std::string page_style; ///< of a header or footer
    std::string text;
};

enum class PlaceholderKind
{
    text,
    value,
    slot
};

struct Placeholder
{
    PlaceholderKind kind = PlaceholderKind::value;
    std::string name;          ///< without braces and kind: "figures"
    std::string written;       ///< as it stands: "{{slot:figures}}"
    bool closed = true;        ///< false where the closing braces are missing
    bool alone = true;         ///< nothing else stands in its paragraph
    std::size_t paragraph = 0; ///< index of the paragraph in which it stands
};

/// All placeholders in the order in which they stand.
[[nodiscard]] std::vector<Placeholder> placeholders_in(const std::vector<TemplateParagraph>& paragraphs);

/// The names that a template of a kind may use.
[[nodiscard]] std::vector<std::string> template_names(DocumentKind kind, PlaceholderKind of);

/// A placeholder as it is written: "{{slot:figures}}".
[[nodiscard]] std::string placeholder_text(PlaceholderKind kind, std::string_view name);

/// What is wrong, a sentence each, with its place; empty for a template that can be used. Wrong are unknown names,
/// missing braces, a slot that stands twice, shares its paragraph with words or stands outside the body, and a template
/// without any slot.
[[nodiscard]] std::vector<std::string> template_faults(const std::vector<TemplateParagraph>& paragraphs,
                                                       DocumentKind kind, const Texts& texts);

} // namespace trinvis
