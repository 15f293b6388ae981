// SPDX-License-Identifier: MPL-2.0
//
// The constructor of the options page that the office calls (addin/package/trinvis.components).
#pragma once

#include "office/uno.hpp"

extern "C"
{
    SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
    trinvis_OptionsPage_get_implementation(css::uno::XComponentContext* context,
                                           const css::uno::Sequence<css::uno::Any>& arguments);
}
