// SPDX-License-Identifier: MPL-2.0
//
// The sections of the two documents: their order and headings, what each of them has, and what is missing. A section
// without content has no heading, so the headings stand with the content and not in the template.
//
//     for (const OutlineLine& line : plan_outline(gathered, options.kind, remarks, texts))
//         line.note;                                        // "Arket Spørgeskema har ingen svar."
//     const PlanContent document = arranged(std::move(gathered), options, texts);
#pragma once

#include "plan/plan_content.hpp"
#include "plan/plan_options.hpp"
#include "plan/plan_remarks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

/// A section; it fills the slot of the same name.
struct PlanSection
{
    std::string_view id;
    std::string_view heading;    ///< key of its text
    std::string_view intro = {}; ///< key of the words below the heading; empty where the content begins with words
    bool new_page = false;
    bool appendix = false; ///< numbered among those that are there: "Bilag 2: …"
    bool in_plan = true;
    bool in_report = false;
};

/// The sections of a kind of document in their order.
[[nodiscard]] const std::vector<PlanSection>& plan_sections(DocumentKind kind);

/// What a section has, for a person who chooses.
struct OutlineLine
{
    std::string id;
    std::string name;
    bool has_content = false;
    std::string note; ///< what is missing, or what must be known; empty where there is nothing to say
};

/// What gathered content gives to each section, before anything is chosen.
[[nodiscard]] std::vector<OutlineLine> plan_outline(const PlanContent& gathered, DocumentKind kind,
                                                    const std::vector<PlanRemark>& remarks, const Texts& texts);

/// The document as it was chosen: wanted sections alone, each with its heading, appendices numbered, the title of its
/// kind. A report has no places to write in. Content that brings a heading of level 1 keeps that one. All slots stay,
/// so that a template may name those that are empty.
[[nodiscard]] PlanContent arranged(PlanContent gathered, const PlanOptions& options, const Texts& texts);

} // namespace trinvis
