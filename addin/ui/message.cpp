// SPDX-License-Identifier: MPL-2.0
#include "ui/message.hpp"

#include "office/package.hpp"
#include "office/text.hpp"

#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/MessageBoxType.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/lang/XComponent.hpp>

namespace trinvis::ui
{

using namespace office;

void show_message(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, MessageKind kind,
                  const std::string& sentence)
{
    if (!frame.is())
        return;
    const auto peer = query_if<css::awt::XWindowPeer>(frame->getContainerWindow());
    if (!peer.is())
        return;
    const Texts& texts = Package::of(context).words().in(interface_language(context));
    const auto toolkit = create<css::awt::XMessageBoxFactory>(context, "com.sun.star.awt.Toolkit");
    const auto box = toolkit->createMessageBox(
        peer, kind == MessageKind::error ? css::awt::MessageBoxType_ERRORBOX : css::awt::MessageBoxType_INFOBOX,
        css::awt::MessageBoxButtons::BUTTONS_OK, from_utf8(texts.get("error.title")), from_utf8(sentence));
    box->execute();
    query<css::lang::XComponent>(box)->dispose();
}

} // namespace trinvis::ui
