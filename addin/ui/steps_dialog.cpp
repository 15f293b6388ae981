// SPDX-License-Identifier: MPL-2.0
#include "ui/steps_dialog.hpp"

#include "office/later.hpp"
#include "office/text.hpp"
#include "ui/dialog.hpp"

#include <com/sun/star/awt/XFixedText.hpp>
#include <com/sun/star/awt/XProgressBar.hpp>
#include <cppuhelper/implbase1.hxx>
#include <exception>
#include <rtl/ref.hxx>

namespace trinvis::ui
{

namespace
{

using namespace office;

/// Between two steps the office paints, and sees a click on Cancel.
constexpr auto pause = std::chrono::milliseconds(30);
constexpr sal_Int32 ended = 1;

/// One step a call of the office's own message queue, until all are run or the dialog is gone.
class Runner : public cppu::WeakImplHelper1<css::awt::XCallback>
{
public:
    Runner(const Context& context, const Dialog& dialog, const Steps& steps)
        : m_queue(message_queue(context)), m_dialog(&dialog), m_steps(&steps)
    {
        const auto bar = dialog.control<css::awt::XProgressBar>("progress");
        bar->setRange(0, static_cast<sal_Int32>(steps.count));
        show();
    }

    void SAL_CALL notify(const css::uno::Any& /*data*/) override
    {
        // A step may let the office handle events; the next call must not come into the middle of it.
        if (!m_dialog || m_running)
            return;
        m_running = true;
        try
        {
            m_steps->step(m_done);
            ++m_done;
        }
        catch (...)
        {
            m_failure = std::current_exception();
        }
        m_running = false;
        if (!m_dialog)
            return;
        if (m_failure || m_done == m_steps->count)
        {
            m_dialog->end(ended);
            return;
        }
        show();
        call_soon();
    }

    void call_soon()
    {
        call_later(m_queue, this, pause);
    }

    /// The dialog is gone: calls that are still on their way do nothing.
    std::size_t finish()
    {
        m_dialog = nullptr;
        if (m_failure)
            std::rethrow_exception(m_failure);
        return m_done;
    }

private:
    void show() const
    {
        m_dialog->control<css::awt::XFixedText>("label")->setText(from_utf8(m_steps->label(m_done)));
        m_dialog->control<css::awt::XProgressBar>("progress")->setValue(static_cast<sal_Int32>(m_done));
    }

    css::uno::Reference<css::awt::XRequestCallback> m_queue;
    const Dialog* m_dialog;
    const Steps* m_steps;
    std::size_t m_done = 0;
    bool m_running = false;
    std::exception_ptr m_failure;
};

} // namespace

std::size_t run_steps(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, const Steps& steps)
{
    if (steps.count == 0)
        return 0;
    if (!frame.is() || !frame->getContainerWindow().is())
    {
        for (std::size_t i = 0; i < steps.count; ++i)
            steps.step(i);
        return steps.count;
    }
    const Dialog dialog(context, frame, "steps.xdl");
    set_property(dialog.model(), "Title", css::uno::Any(from_utf8(steps.title)));
    const rtl::Reference<Runner> runner(new Runner(context, dialog, steps));
    runner->call_soon();
    static_cast<void>(dialog.result());
    return runner->finish();
}

} // namespace trinvis::ui
