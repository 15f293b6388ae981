// SPDX-License-Identifier: MPL-2.0
#include "office/progress.hpp"

#include "office/text.hpp"
#include "office/undo_step.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>

namespace trinvis::office
{

namespace
{
constexpr auto pause = std::chrono::milliseconds(100);
}

Progress::Progress(const css::uno::Reference<css::frame::XModel>& document)
{
    if (!document.is() || !has_window(document))
        return;
    const auto factory = query_if<css::task::XStatusIndicatorFactory>(document->getCurrentController()->getFrame());
    if (factory.is())
        m_indicator = factory->createStatusIndicator();
}

Progress::~Progress()
{
    try
    {
        if (m_started)
            m_indicator->end();
    }
    catch (const css::uno::Exception&)
    {
        // The window was closed meanwhile.
        return;
    }
}

void Progress::show(std::string_view what, int percent)
{
    if (!m_indicator.is())
        return;
    const auto now = std::chrono::steady_clock::now();
    if (!m_started)
        m_indicator->start(from_utf8(what), 100);
    else if (now - m_last < pause)
        return;
    else
        m_indicator->setText(from_utf8(what));
    m_started = true;
    m_last = now;
    m_indicator->setValue(percent);
}

} // namespace trinvis::office
