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

/// A place of a template, {{name}}.
struct TemplatePlace
{
    enum class Kind
    {
        text, ///< {{text:key}}
        slot, ///< {{slot:name}}
        value ///< {{name}}
    };
    Kind kind = Kind::value;
    std::string name; ///< key, slot or value
    css::uno::Reference<css::text::XTextRange> range;
};

/// The places of a template, in the order of its text. Throws office::UserError for one that the plan has nothing for.
[[nodiscard]] std::vector<TemplatePlace> template_places(const TextDocument& document, const PlanContent& plan,
                                                         const Texts& texts);

/// Title and language of the document.
void set_document_properties(const TextDocument& document, const std::string& title, const Texts& texts);

/// Makes the table of contents anew.
void update_indexes(const TextDocument& document);

/// Fills every {{text:key}}, {{value}} and {{slot:name}}; renews the table of contents; sets title and language.
/// Throws office::UserError when the template names something that there is not.
void fill_template(const office::Context& context, const TextDocument& document, const PlanContent& plan,
                   const Texts& texts);

} // namespace trinvis::writer
