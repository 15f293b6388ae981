// SPDX-License-Identifier: MPL-2.0
#include "office/live_setting.hpp"

#include <com/sun/star/container/XHierarchicalNameAccess.hpp>

namespace trinvis::office
{

bool live_validation_wanted(const Context& context)
{
    try
    {
        const auto provider =
            create<css::lang::XMultiServiceFactory>(context, "com.sun.star.configuration.ConfigurationProvider");
        const css::uno::Any path(property("nodepath", css::uno::Any(rtl::OUString("/org.trinvis.Settings"))));
        const auto settings = query<css::container::XHierarchicalNameAccess>(provider->createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", sequence<css::uno::Any>({path})));
        bool wanted = true;
        settings->getByHierarchicalName("LiveValidation") >>= wanted;
        return wanted;
    }
    catch (const css::uno::Exception&)
    {
        // No settings are installed, or they know nothing of it.
        return true;
    }
}

} // namespace trinvis::office
