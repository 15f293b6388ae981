// SPDX-License-Identifier: MPL-2.0
//
// While it lives the document neither repaints nor recalculates; afterwards everything is as it was before.
//
//     const Quiet quiet(document);
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/document/XActionLockable.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>

namespace trinvis::office
{

class Quiet
{
public:
    explicit Quiet(const css::uno::Reference<css::frame::XModel>& document);
    ~Quiet();
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;

private:
    css::uno::Reference<css::frame::XModel> m_document;
    css::uno::Reference<css::document::XActionLockable> m_actions;
    css::uno::Reference<css::sheet::XCalculatable> m_calculation;
    bool m_was_automatic = false;
};

} // namespace trinvis::office
