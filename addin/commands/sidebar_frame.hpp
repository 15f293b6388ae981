// SPDX-License-Identifier: MPL-2.0
//
// What the panels in the sidebar of a window share: the document beside them, and how they ask the sidebar for room.
//
//     m_followed(FollowedDocument::of(context, document_of(frame)))
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/ui/XSidebar.hpp>
#include <functional>

namespace trinvis::commands
{

/// The document in a window; none where the frame is gone or empty.
[[nodiscard]] css::uno::Reference<css::frame::XModel> document_of(const css::uno::Reference<css::frame::XFrame>& frame);

/// Asks the sidebar to lay its panels out anew; does nothing once the sidebar is gone, which it does not keep.
[[nodiscard]] std::function<void()> asking_for_room(const css::uno::Reference<css::ui::XSidebar>& sidebar);

} // namespace trinvis::commands
