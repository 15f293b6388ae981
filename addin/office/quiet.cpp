// SPDX-License-Identifier: MPL-2.0
#include "office/quiet.hpp"

namespace trinvis::office
{

Quiet::Quiet(const css::uno::Reference<css::frame::XModel>& document)
    : m_document(document), m_actions(document, css::uno::UNO_QUERY), m_calculation(document, css::uno::UNO_QUERY)
{
    m_document->lockControllers();
    if (m_actions.is())
        m_actions->addActionLock();
    if (m_calculation.is())
    {
        m_was_automatic = m_calculation->isAutomaticCalculationEnabled();
        m_calculation->enableAutomaticCalculation(false);
    }
}

Quiet::~Quiet()
{
    try
    {
        if (m_calculation.is())
            m_calculation->enableAutomaticCalculation(m_was_automatic);
        if (m_actions.is())
            m_actions->removeActionLock();
        m_document->unlockControllers();
    }
    catch (const css::uno::Exception&)
    {
        // The document is gone, and its locks with it.
        return;
    }
}

} // namespace trinvis::office
