// SPDX-License-Identifier: MPL-2.0
//
// Makes the plan document in Writer: the template opened out of sight, its texts and slots filled, saved as .odt and as
// tagged PDF.
//
//     const auto document = open_template(context, template_url, texts);
//     fill_template(context, document, plan, texts);
//     save_plan(context, document, url, texts);
#pragma once

#include "office/uno.hpp"
#include "plan/plan_content.hpp"
#include "texts/texts.hpp"

#include <com/sun/star/text/XTextDocument.hpp>

namespace trinvis::writer
{

using TextDocument = css::uno::Reference<css::text::XTextDocument>;

/// Opens a template hidden. Throws office::UserError when it cannot be opened or has no {{slot:…}}.
[[nodiscard]] TextDocument open_template(const office::Context& context, const rtl::OUString& template_url,
                                         const Texts& texts);

/// Fills every {{text:key}}, {{value}} and {{slot:name}}; renews the table of contents; sets title and language.
/// Throws office::UserError when the template names something that there is not.
void fill_template(const office::Context& context, const TextDocument& document, const PlanContent& plan,
                   const Texts& texts);

} // namespace trinvis::writer
