// SPDX-License-Identifier: MPL-2.0
//
// What a person chose of a document: which kind, which sections and figures, and whose template.
//
//     PlanOptions options{.kind = DocumentKind::report, .figures = {"3", "8"}};
//     options_fault(options, workbook.figures, texts);        // empty, or a sentence that names what is unknown
//     plan_options_from_json(options_json(options));          // the same again
#pragma once

#include "catalogue/catalogue.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

/// The two documents that are made from a workbook.
enum class DocumentKind
{
    plan,  ///< the udviklingsplan, in which the municipality writes too
    report ///< the key-figure report for printing
};

/// "plan", "report".
[[nodiscard]] std::string_view document_code(DocumentKind kind);

struct PlanOptions
{
    DocumentKind kind = DocumentKind::plan;
    std::vector<std::string> sections{}; ///< by their ids (plan_outline.hpp); none: all that have content
    std::vector<std::string> figures{};  ///< by their numbers in Katalog; none: all
    std::string template_url{};          ///< of the municipality's own template; empty: the shipped one

    [[nodiscard]] bool operator==(const PlanOptions& other) const = default;

    [[nodiscard]] bool wants_section(std::string_view id) const;
    [[nodiscard]] bool wants_figure(std::string_view id) const;
};

/// A sentence about a section or figure that there is none of, with the nearest name; empty when all are known.
[[nodiscard]] std::string options_fault(const PlanOptions& options, std::span<const Figure> figures,
                                        const Texts& texts);

/// The figures that are wanted, in the order of Katalog.
[[nodiscard]] std::vector<Figure> chosen_figures(const PlanOptions& options, std::span<const Figure> figures);

/// As a JSON object, to be kept with the document: {"kind":"plan","sections":[],"figures":["3"],"template":""}.
[[nodiscard]] std::string options_json(const PlanOptions& options);

/// Reads what options_json() wrote; nothing when the text is no such object.
[[nodiscard]] std::optional<PlanOptions> plan_options_from_json(std::string_view text);

} // namespace trinvis
