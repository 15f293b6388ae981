// SPDX-License-Identifier: MPL-2.0
#include "commands/sidebar_frame.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <cppuhelper/weakref.hxx>

namespace trinvis::commands
{

css::uno::Reference<css::frame::XModel> document_of(const css::uno::Reference<css::frame::XFrame>& frame)
{
    return frame.is() && frame->getController().is() ? frame->getController()->getModel()
                                                     : css::uno::Reference<css::frame::XModel>();
}

std::function<void()> asking_for_room(const css::uno::Reference<css::ui::XSidebar>& sidebar)
{
    return [weak = css::uno::WeakReference<css::ui::XSidebar>(sidebar)]
    {
        if (const css::uno::Reference<css::ui::XSidebar> there(weak); there.is())
            there->requestLayout();
    };
}

} // namespace trinvis::commands
