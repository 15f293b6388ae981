// SPDX-License-Identifier: MPL-2.0
//
// The two documents that are made from a workbook, and the templates that a municipality may make its own of.
//
//     create_document(context, model, url, {.kind = DocumentKind::report, .figures = {"3"}});
//     save_template(context, DocumentKind::plan, url);
#pragma once

#include "commands/commands.hpp"
#include "commands/plan_now.hpp"

namespace trinvis::commands
{

struct CreatedDocument
{
    rtl::OUString url;                ///< of the .odt
    std::vector<std::string> renewal; ///< what became of the parts of one that was there already; empty for a new one
};

/// Saves the document that the options describe as .odt at the URL and as tagged PDF beside it. A document of that kind
/// that stands there is renewed and all that a person made of it is kept. Throws office::UserError, and then nothing is
/// written.
CreatedDocument create_document(const office::Context& context, const Model& document, const rtl::OUString& url,
                                const PlanOptions& options);

/// The same of a workbook that is read already.
CreatedDocument create_document(const office::Context& context, const PlanNow& now, const rtl::OUString& url,
                                const PlanOptions& options);

/// Throws office::UserError, in the language of the texts, when the options name a template that cannot be used.
void check_template(const office::Context& context, const PlanOptions& options, const Texts& texts);

/// Saves a copy of the shipped template of a kind as .ott at the URL, for the municipality to put its logo and styles
/// into. A file that is there is replaced. Throws office::UserError when it cannot be saved.
void save_template(const office::Context& context, DocumentKind kind, const rtl::OUString& url);

/// The same as commands; the document says the language of the sentence that is returned. Throws office::UserError also
/// when the document is no key-figure workbook.
[[nodiscard]] std::string write_plan_template(const office::Context& context, const Model& document,
                                              const rtl::OUString& url);
[[nodiscard]] std::string write_report_template(const office::Context& context, const Model& document,
                                                const rtl::OUString& url);

} // namespace trinvis::commands
