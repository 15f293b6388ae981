// SPDX-License-Identifier: MPL-2.0
//
// Saves the plan so that nothing is half written: first beside the office's temporary files, then to its place. A file
// that is there already is kept under another name, since a person may have written in it.
//
//     save_plan(context, document, url, texts);
#pragma once

#include "office/uno.hpp"
#include "texts/texts.hpp"

#include <com/sun/star/text/XTextDocument.hpp>

namespace trinvis::writer
{

/// Throws office::UserError when the target is open in another window or lock file, or cannot be written.
void refuse_open_target(const office::Context& context, const rtl::OUString& url, const Texts& texts);

/// Saves as .odt at the URL and as tagged PDF (PDF/UA settings) beside it. Throws office::UserError (Blame::target) when
/// that fails; then the files are as they were.
void save_plan(const office::Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
               const rtl::OUString& url, const Texts& texts);

} // namespace trinvis::writer
