// SPDX-License-Identifier: MPL-2.0
//
// Calls a callback from the office's own message queue after a pause: in between the office paints and sees clicks, and
// what is under way comes to its end first.
//
//     call_later(queue, this, std::chrono::milliseconds(30));       // notify() follows, on the office's own thread
#pragma once

#include "office/uno.hpp"

#include <chrono>
#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XRequestCallback.hpp>

namespace trinvis::office
{

/// The office's message queue.
[[nodiscard]] css::uno::Reference<css::awt::XRequestCallback> message_queue(const Context& context);

/// Calls notify() of a callback with nothing, once, after a pause. It is held until then. When the office ends meanwhile
/// it is not called.
void call_later(const css::uno::Reference<css::awt::XRequestCallback>& queue,
                const css::uno::Reference<css::awt::XCallback>& callback, std::chrono::milliseconds pause);

} // namespace trinvis::office
