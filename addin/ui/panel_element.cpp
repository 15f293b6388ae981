// SPDX-License-Identifier: MPL-2.0
#include "ui/panel_element.hpp"

#include "office/guard.hpp"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/ui/UIElementType.hpp>

namespace trinvis::ui
{

using namespace office;

PanelElement::PanelElement(const rtl::OUString& resource_url, const css::uno::Reference<css::frame::XFrame>& frame,
                           std::shared_ptr<Panel> panel)
    : m_resource_url(resource_url), m_frame(frame), m_panel(std::move(panel))
{
}

css::uno::Reference<css::frame::XFrame> SAL_CALL PanelElement::getFrame()
{
    return css::uno::Reference<css::frame::XFrame>(m_frame);
}

rtl::OUString SAL_CALL PanelElement::getResourceURL()
{
    return m_resource_url;
}

sal_Int16 SAL_CALL PanelElement::getType()
{
    return css::ui::UIElementType::TOOLPANEL;
}

css::uno::Reference<css::uno::XInterface> SAL_CALL PanelElement::getRealInterface()
{
    return css::uno::Reference<css::uno::XInterface>(
        static_cast<css::uno::XInterface*>(static_cast<cppu::OWeakObject*>(this)));
}

css::uno::Reference<css::accessibility::XAccessible>
    SAL_CALL PanelElement::createAccessible(const css::uno::Reference<css::accessibility::XAccessible>& /*parent*/)
{
    return query_if<css::accessibility::XAccessible>(getWindow());
}

css::uno::Reference<css::awt::XWindow> SAL_CALL PanelElement::getWindow()
{
    return guarded(*this, [&] { return m_panel ? m_panel->window() : css::uno::Reference<css::awt::XWindow>(); });
}

css::ui::LayoutSize SAL_CALL PanelElement::getHeightForWidth(sal_Int32 width)
{
    return guarded(*this,
                   [&]
                   {
                       return m_panel
                                  ? css::ui::LayoutSize(m_panel->least_height(width), -1, m_panel->wanted_height(width))
                                  : css::ui::LayoutSize(0, -1, 0);
                   });
}

sal_Int32 SAL_CALL PanelElement::getMinimalWidth()
{
    return guarded(*this, [&] { return m_panel ? m_panel->least_width() : 0; });
}

void SAL_CALL PanelElement::dispose()
{
    guarded(*this,
            [&]
            {
                css::lang::EventObject event;
                event.Source = getRealInterface();
                const auto listeners = std::move(m_listeners);
                m_listeners.clear();
                for (const css::uno::Reference<css::lang::XEventListener>& listener : listeners)
                    listener->disposing(event);
                m_panel.reset();
            });
}

void SAL_CALL PanelElement::addEventListener(const css::uno::Reference<css::lang::XEventListener>& listener)
{
    m_listeners.push_back(listener);
}

void SAL_CALL PanelElement::removeEventListener(const css::uno::Reference<css::lang::XEventListener>& listener)
{
    m_listeners.remove(listener);
}

} // namespace trinvis::ui
