// SPDX-License-Identifier: MPL-2.0
#include "office/kept_open.hpp"

#include <com/sun/star/util/CloseVetoException.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <cppuhelper/implbase1.hxx>

namespace trinvis::office
{

class KeptOpen::Veto : public cppu::WeakImplHelper1<css::util::XCloseListener>
{
public:
    void SAL_CALL queryClosing(const css::lang::EventObject& /*event*/, sal_Bool gets_ownership) override
    {
        m_to_be_closed = m_to_be_closed || gets_ownership;
        throw css::util::CloseVetoException("a command is at work in this document", *this);
    }
    void SAL_CALL notifyClosing(const css::lang::EventObject& /*event*/) override
    {
    }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override
    {
    }
    /// Whether whoever wanted to close it left that to us.
    [[nodiscard]] bool to_be_closed() const
    {
        return m_to_be_closed;
    }

private:
    bool m_to_be_closed = false;
};

KeptOpen::KeptOpen(const css::uno::Reference<css::frame::XModel>& document) : m_document(document)
{
    const auto closeable = query_if<css::util::XCloseable>(document);
    if (!closeable.is())
        return;
    m_veto = new Veto;
    closeable->addCloseListener(m_veto.get());
}

KeptOpen::~KeptOpen()
{
    if (!m_veto.is())
        return;
    try
    {
        const auto closeable = query<css::util::XCloseable>(m_document);
        closeable->removeCloseListener(m_veto.get());
        if (m_veto->to_be_closed())
            closeable->close(true);
    }
    catch (const css::uno::Exception&)
    {
        // Somebody else keeps it open, and closes it.
        return;
    }
}

} // namespace trinvis::office
