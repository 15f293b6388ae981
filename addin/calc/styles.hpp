// SPDX-License-Identifier: MPL-2.0
//
// The product's cell styles and page styles in a document. A style that is already there is left as it is: the user may
// have changed it.
#pragma once

#include "office/uno.hpp"
#include "table/sheet_content.hpp"
#include "texts/texts.hpp"

#include <com/sun/star/frame/XModel.hpp>

namespace trinvis::calc
{

/// Marks laid over the user's formatting where a finding is.
enum class Mark
{
    error,
    warning,
    information
};

/// The name of a look's cell style in the document.
[[nodiscard]] rtl::OUString style_name(Style style, const Texts& texts);
[[nodiscard]] rtl::OUString mark_style_name(Mark mark, const Texts& texts);

/// Adds the cell styles that are missing.
void add_styles(const css::uno::Reference<css::frame::XModel>& document, const Texts& texts);

/// The name of the page style for a landscape or portrait sheet, added when missing: one page wide, page numbers below.
[[nodiscard]] rtl::OUString page_style(const css::uno::Reference<css::frame::XModel>& document, bool landscape,
                                       const Texts& texts);

} // namespace trinvis::calc
