// SPDX-License-Identifier: MPL-2.0
//
// A document that is being worked on stays open: showing progress lets the office handle events, and one of them may be
// that the document is to be closed. It is closed afterwards where whoever wanted that left it to us.
//
//     const KeptOpen open(document);
//     write(document);
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XCloseListener.hpp>
#include <rtl/ref.hxx>

namespace trinvis::office
{

class KeptOpen
{
public:
    /// Nothing is kept where there is no document.
    explicit KeptOpen(const css::uno::Reference<css::frame::XModel>& document);
    KeptOpen(const KeptOpen&) = delete;
    KeptOpen& operator=(const KeptOpen&) = delete;
    ~KeptOpen();

private:
    class Veto;

    css::uno::Reference<css::frame::XModel> m_document;
    rtl::Reference<Veto> m_veto;
};

} // namespace trinvis::office
