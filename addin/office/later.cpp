// SPDX-License-Identifier: MPL-2.0
#include "office/later.hpp"

#include <thread>

namespace trinvis::office
{

css::uno::Reference<css::awt::XRequestCallback> message_queue(const Context& context)
{
    return create<css::awt::XRequestCallback>(context, "com.sun.star.awt.AsyncCallback");
}

void call_later(const css::uno::Reference<css::awt::XRequestCallback>& queue,
                const css::uno::Reference<css::awt::XCallback>& callback, std::chrono::milliseconds pause)
{
    // The thread holds all that it uses: nobody waits for it.
    std::thread(
        [queue, callback, pause]
        {
            std::this_thread::sleep_for(pause);
            try
            {
                queue->addCallback(callback, css::uno::Any());
            }
            catch (const css::uno::Exception&)
            {
                // The office is ending; there is nobody left to call.
                return;
            }
        })
        .detach();
}

} // namespace trinvis::office
