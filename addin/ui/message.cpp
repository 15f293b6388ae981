// SPDX-License-Identifier: MPL-2.0
#include "ui/message.hpp"

#include "office/package.hpp"
#include "office/text.hpp"

#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/MessageBoxResults.hpp>
#include <com/sun/star/awt/MessageBoxType.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/lang/XComponent.hpp>

namespace trinvis::ui
{

using namespace office;

namespace
{

/// Shows a box over a window and returns the button (com.sun.star.awt.MessageBoxResults); 0 where there is no window.
sal_Int16 show_box(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                   css::awt::MessageBoxType type, sal_Int32 buttons, const std::string& sentence)
{
    const auto peer = query_if<css::awt::XWindowPeer>(frame.is() ? frame->getContainerWindow()
                                                                 : css::uno::Reference<css::awt::XWindow>());
    if (!peer.is())
        return 0;
    const Texts& texts = Package::of(context).words().in(interface_language(context));
    const auto toolkit = create<css::awt::XMessageBoxFactory>(context, "com.sun.star.awt.Toolkit");
    const auto box =
        toolkit->createMessageBox(peer, type, buttons, from_utf8(texts.get("error.title")), from_utf8(sentence));
    const sal_Int16 button = box->execute();
    query<css::lang::XComponent>(box)->dispose();
    return button;
}

} // namespace

void show_message(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, MessageKind kind,
                  const std::string& sentence)
{
    show_box(context, frame,
             kind == MessageKind::error ? css::awt::MessageBoxType_ERRORBOX : css::awt::MessageBoxType_INFOBOX,
             css::awt::MessageBoxButtons::BUTTONS_OK, sentence);
}

bool ask_yes_or_no(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                   const std::string& question)
{
    return show_box(context, frame, css::awt::MessageBoxType_QUERYBOX,
                    css::awt::MessageBoxButtons::BUTTONS_YES_NO | css::awt::MessageBoxButtons::DEFAULT_BUTTON_NO,
                    question) == css::awt::MessageBoxResults::YES;
}

} // namespace trinvis::ui
