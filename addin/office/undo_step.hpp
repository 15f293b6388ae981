// SPDX-License-Identifier: MPL-2.0
//
// One user action is one undo step, and an action that fails leaves the document as it was.
//
//     UndoStep step(document, title);
//     ...change the document...
//     step.keep();          // without this the changes are taken back when the step ends
//
// What a person agreed to unlock (office/unlocking.hpp) is unlocked from the step's begin to its end, and locked again.
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <functional>
#include <vector>

namespace trinvis::office
{

class UndoStep
{
public:
    UndoStep(const css::uno::Reference<css::frame::XModel>& document, const rtl::OUString& title);
    ~UndoStep();
    UndoStep(const UndoStep&) = delete;
    UndoStep& operator=(const UndoStep&) = delete;

    /// The changes stay, as one undo step.
    void keep();

    /// What takes a change back in a document without a window. LibreOffice 7.4 crashes there when it undoes the
    /// insertion of a sheet, so such a document is put right by hand, last change first.
    void on_failure(std::function<void()> take_back);

    [[nodiscard]] const css::uno::Reference<css::document::XUndoManager>& undo_manager() const
    {
        return m_undo_manager;
    }

private:
    void lock_again();

    css::uno::Reference<css::frame::XModel> m_document;
    css::uno::Reference<css::document::XUndoManager> m_undo_manager;
    std::vector<css::uno::Reference<css::util::XProtectable>> m_unlocked;
    std::vector<std::function<void()>> m_take_back;
    sal_Int32 m_actions_before = 0;
    bool m_was_modified = false;
    bool m_open = false;
};

/// While it lives the document records nothing for undo: for what one action of our own puts back and does again.
/// LibreOffice 7.4 for one records the title and description of a shape so that doing it again adds a step.
class Unrecorded
{
public:
    explicit Unrecorded(const css::uno::Reference<css::frame::XModel>& document);
    ~Unrecorded();
    Unrecorded(const Unrecorded&) = delete;
    Unrecorded& operator=(const Unrecorded&) = delete;

private:
    css::uno::Reference<css::document::XUndoManager> m_undo_manager;
};

/// True when a document is shown in a window.
[[nodiscard]] bool has_window(const css::uno::Reference<css::frame::XModel>& document);

} // namespace trinvis::office
