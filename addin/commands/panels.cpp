// SPDX-License-Identifier: MPL-2.0
//
// Makes the panels of the deck "Nøgletal" when the sidebar asks for them (addin/package/Sidebar.xcu, Factories.xcu).
#include "commands/comparison_in_sidebar.hpp"
#include "commands/findings_in_sidebar.hpp"
#include "commands/services.hpp"
#include "office/guard.hpp"

#include <com/sun/star/container/NoSuchElementException.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/ui/XUIElementFactory.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>

namespace trinvis::commands
{

namespace
{

using namespace office;

class PanelFactory : public cppu::WeakImplHelper2<css::ui::XUIElementFactory, css::lang::XServiceInfo>
{
public:
    explicit PanelFactory(const Context& context) : m_context(context)
    {
    }

    css::uno::Reference<css::ui::XUIElement>
        SAL_CALL createUIElement(const rtl::OUString& resource_url,
                                 const css::uno::Sequence<css::beans::PropertyValue>& arguments) override
    {
        return guarded(*this,
                       [&]
                       {
                           css::uno::Reference<css::frame::XFrame> frame;
                           css::uno::Reference<css::awt::XWindow> parent;
                           css::uno::Reference<css::ui::XSidebar> sidebar;
                           for (const css::beans::PropertyValue& argument : arguments)
                               if (argument.Name == "Frame")
                                   argument.Value >>= frame;
                               else if (argument.Name == "ParentWindow")
                                   argument.Value >>= parent;
                               else if (argument.Name == "Sidebar")
                                   argument.Value >>= sidebar;
                           if (!frame.is() || !parent.is())
                               throw css::lang::IllegalArgumentException("a panel needs a frame and a window", *this,
                                                                         1);
                           std::shared_ptr<ui::Panel> panel;
                           if (resource_url.endsWith("/FindingsPanel"))
                               panel = findings_in_sidebar(m_context, frame, parent, sidebar);
                           else if (resource_url.endsWith("/ComparisonPanel"))
                               panel = comparison_in_sidebar(m_context, frame, parent, sidebar);
                           else
                               throw css::container::NoSuchElementException(resource_url, *this);
                           return css::uno::Reference<css::ui::XUIElement>(
                               new ui::PanelElement(resource_url, frame, std::move(panel)));
                       });
    }

    rtl::OUString SAL_CALL getImplementationName() override
    {
        return "org.trinvis.comp.PanelFactory";
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override
    {
        return sequence<rtl::OUString>({"org.trinvis.PanelFactory"});
    }

private:
    Context m_context;
};

} // namespace

} // namespace trinvis::commands

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
trinvis_PanelFactory_get_implementation(css::uno::XComponentContext* context,
                                        const css::uno::Sequence<css::uno::Any>& /*unused*/)
{
    return cppu::acquire(new trinvis::commands::PanelFactory(context));
}
