// SPDX-License-Identifier: MPL-2.0
//
// What stands in a section of a plan, as a mark that changes with everything a person may have done there: words, styles,
// letters set apart, tables, pictures, comments, bookmarks. Where the pages break, where the office keeps what, and which
// numbers are links to the workbook, it does not tell.
//
//     const FoundParts found = read_parts(document);
//     found.parts.at("figures.3.text").look == state.parts[0].look           // as it was written
#pragma once

#include "plan/plan_renewal.hpp"
#include "writer/plan_section.hpp"

namespace trinvis::writer
{

/// What stands in one section.
[[nodiscard]] FoundPart read_part(const Section& section);

/// All sections of the document that parts stand in.
[[nodiscard]] FoundParts read_parts(const css::uno::Reference<css::text::XTextDocument>& document);

} // namespace trinvis::writer
