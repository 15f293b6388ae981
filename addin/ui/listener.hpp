// SPDX-License-Identifier: MPL-2.0
//
// What happens in a dialog, as a call: buttons, lists, texts and grids.
//
//     dialog.control<css::awt::XButton>("next")->addActionListener(new Listener([&] { dialog.end(1); }));
//
// The call is made on the office's own thread, where an exception would end the office; none gets out.
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XItemListener.hpp>
#include <com/sun/star/awt/XTextListener.hpp>
#include <com/sun/star/awt/grid/XGridSelectionListener.hpp>
#include <cppuhelper/implbase4.hxx>
#include <functional>

namespace trinvis::ui
{

class Listener : public cppu::WeakImplHelper4<css::awt::XActionListener, css::awt::XItemListener,
                                              css::awt::XTextListener, css::awt::grid::XGridSelectionListener>
{
public:
    /// What the call holds on to must live as long as the dialog is shown.
    explicit Listener(std::function<void()> call) : m_call(std::move(call))
    {
    }

    void SAL_CALL actionPerformed(const css::awt::ActionEvent& event) override;
    void SAL_CALL itemStateChanged(const css::awt::ItemEvent& event) override;
    void SAL_CALL textChanged(const css::awt::TextEvent& event) override;
    void SAL_CALL selectionChanged(const css::awt::grid::GridSelectionEvent& event) override;
    void SAL_CALL disposing(const css::lang::EventObject& event) override;

private:
    void call();

    std::function<void()> m_call;
};

} // namespace trinvis::ui
