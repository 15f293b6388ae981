// SPDX-License-Identifier: MPL-2.0
#include "ui/listener.hpp"

#include "office/guard.hpp"

namespace trinvis::ui
{

void SAL_CALL Listener::actionPerformed(const css::awt::ActionEvent& /*event*/)
{
    call();
}

void SAL_CALL Listener::itemStateChanged(const css::awt::ItemEvent& /*event*/)
{
    call();
}

void SAL_CALL Listener::textChanged(const css::awt::TextEvent& /*event*/)
{
    call();
}

void SAL_CALL Listener::selectionChanged(const css::awt::grid::GridSelectionEvent& /*event*/)
{
    call();
}

void SAL_CALL Listener::disposing(const css::lang::EventObject& /*event*/)
{
    m_call = nullptr;
}

void Listener::call()
{
    office::guarded(*this,
                    [this]
                    {
                        // What is called may take the control away, and this listener's call with it.
                        if (const auto held = m_call)
                            held();
                    });
}

} // namespace trinvis::ui
