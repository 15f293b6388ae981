// SPDX-License-Identifier: MPL-2.0
//
// Makes the pages of the help, flat OpenDocument texts, from Markdown: the part of it that addin/help and templates/*.md use.
//
//     const std::string fodt = help::page(markdown, Language::danish, "Hjælp til Nøgletal", "Til indholdet");
//
// Known are headings with an anchor of their own ("## Ret {#ret}"; without one, the first word of a heading), paragraphs,
// lists with * and 1., tables, lines between two ``` as they are, **bold**, *italic*, `code`, [links](page.md#anchor) and \ before a sign that is to be shown
// as it is. A link to a page ends in .fodt in what is made. A paragraph that says how a file is generated is left out.
#pragma once

#include "texts/texts.hpp"

#include <string>
#include <string_view>

namespace trinvis::help
{

/// A whole page. With three or more headings of the second order links to them stand on top, and every page but the
/// contents itself has a link to the contents, called `contents`; empty for no link. `home` begins the title.
[[nodiscard]] std::string page(std::string_view markdown, Language language, std::string_view home,
                               std::string_view contents);

/// The file that a source becomes: "RULES.da.md" and "rules.md" both "rules.fodt"; templates/TEMPLATE.da.md becomes
/// "templates.fodt".
[[nodiscard]] std::string page_name(std::string_view source);

} // namespace trinvis::help
