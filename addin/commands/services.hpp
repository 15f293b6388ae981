// SPDX-License-Identifier: MPL-2.0
//
// The constructors that the office calls (addin/package/trinvis.components); nothing else leaves the library.
#pragma once

#include "office/uno.hpp"

extern "C"
{
    SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
    trinvis_KeyFigures_get_implementation(css::uno::XComponentContext* context,
                                          const css::uno::Sequence<css::uno::Any>& arguments);

    SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
    trinvis_ProtocolHandler_get_implementation(css::uno::XComponentContext* context,
                                               const css::uno::Sequence<css::uno::Any>& arguments);

    SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
    trinvis_FirstRun_get_implementation(css::uno::XComponentContext* context,
                                        const css::uno::Sequence<css::uno::Any>& arguments);

    SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
    trinvis_PanelFactory_get_implementation(css::uno::XComponentContext* context,
                                            const css::uno::Sequence<css::uno::Any>& arguments);
}
