// SPDX-License-Identifier: MPL-2.0
//
// A panel as the sidebar knows it: an element with a window, a height for each width, and an end.
//
//     return new PanelElement(resource_url, frame, std::move(panel));
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/ui/XSidebarPanel.hpp>
#include <com/sun/star/ui/XToolPanel.hpp>
#include <com/sun/star/ui/XUIElement.hpp>
#include <cppuhelper/implbase4.hxx>
#include <cppuhelper/weakref.hxx>
#include <list>
#include <memory>

namespace trinvis::ui
{

/// What a panel is to the element that holds it.
class Panel
{
public:
    Panel() = default;
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;
    virtual ~Panel() = default;

    [[nodiscard]] virtual css::uno::Reference<css::awt::XWindow> window() const = 0;
    [[nodiscard]] virtual int least_width() const = 0;
    [[nodiscard]] virtual int least_height(int width) const = 0;
    /// The height with which the panel is pleasant to use; no less than the least.
    [[nodiscard]] virtual int wanted_height(int width) const = 0;
};

class PanelElement : public cppu::WeakImplHelper4<css::ui::XUIElement, css::ui::XToolPanel, css::ui::XSidebarPanel,
                                                  css::lang::XComponent>
{
public:
    PanelElement(const rtl::OUString& resource_url, const css::uno::Reference<css::frame::XFrame>& frame,
                 std::shared_ptr<Panel> panel);

    css::uno::Reference<css::frame::XFrame> SAL_CALL getFrame() override;
    rtl::OUString SAL_CALL getResourceURL() override;
    sal_Int16 SAL_CALL getType() override;
    css::uno::Reference<css::uno::XInterface> SAL_CALL getRealInterface() override;

    css::uno::Reference<css::accessibility::XAccessible>
        SAL_CALL createAccessible(const css::uno::Reference<css::accessibility::XAccessible>& parent) override;
    css::uno::Reference<css::awt::XWindow> SAL_CALL getWindow() override;

    css::ui::LayoutSize SAL_CALL getHeightForWidth(sal_Int32 width) override;
    sal_Int32 SAL_CALL getMinimalWidth() override;

    void SAL_CALL dispose() override;
    void SAL_CALL addEventListener(const css::uno::Reference<css::lang::XEventListener>& listener) override;
    void SAL_CALL removeEventListener(const css::uno::Reference<css::lang::XEventListener>& listener) override;

private:
    rtl::OUString m_resource_url;
    css::uno::WeakReference<css::frame::XFrame> m_frame;
    std::shared_ptr<Panel> m_panel; ///< null once disposed
    std::list<css::uno::Reference<css::lang::XEventListener>> m_listeners;
};

} // namespace trinvis::ui
