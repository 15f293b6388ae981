// SPDX-License-Identifier: MPL-2.0
//
// A municipality's own template: opened out of sight, read for its placeholders with their places, and refused with
// clear words where it cannot be used.
//
//     const TextDocument document = open_own_template(context, template_url, DocumentKind::plan, texts);
//     fill_template(context, document, plan, texts);
#pragma once

#include "office/uno.hpp"
#include "plan/plan_template.hpp"

#include <com/sun/star/text/XTextDocument.hpp>
#include <vector>

namespace trinvis::writer
{

/// The paragraphs of a document in which placeholders may stand: of the body, of tables and frames, of headers and
/// footers.
[[nodiscard]] std::vector<TemplateParagraph>
template_paragraphs(const css::uno::Reference<css::text::XTextDocument>& document);

/// Opens a template hidden, as a new document, without its macros. Throws office::UserError when there is no such file,
/// it cannot be opened as a text document, or something is wrong with its placeholders; the sentence names them with
/// their places.
[[nodiscard]] css::uno::Reference<css::text::XTextDocument>
open_own_template(const office::Context& context, const rtl::OUString& url, DocumentKind kind, const Texts& texts);

} // namespace trinvis::writer
