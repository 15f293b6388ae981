// SPDX-License-Identifier: MPL-2.0
#include "office/undo_step.hpp"

#include "office/unlocking.hpp"

#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XFrame.hpp>

namespace trinvis::office
{

bool has_window(const css::uno::Reference<css::frame::XModel>& document)
{
    if (!document.is())
        return false;
    const css::uno::Reference<css::frame::XController> controller = document->getCurrentController();
    if (!controller.is() || !controller->getFrame().is())
        return false;
    const auto window = query_if<css::awt::XWindow2>(controller->getFrame()->getContainerWindow());
    return window.is() && window->isVisible();
}

namespace
{

/// LibreOffice 7.4 undoes the insertion of a sheet in the view that was last active, whichever document that shows, and
/// crashes when it is gone, as that of a file read without a window is.
void make_active(const css::uno::Reference<css::frame::XModel>& document)
{
    const css::uno::Reference<css::frame::XController> controller = document->getCurrentController();
    if (controller.is() && controller->getFrame().is())
        controller->getFrame()->activate();
}

} // namespace

UndoStep::UndoStep(const css::uno::Reference<css::frame::XModel>& document, const rtl::OUString& title)
    : m_document(document)
{
    make_active(document);
    m_was_modified = query<css::util::XModifiable>(document)->isModified();
    m_undo_manager = query<css::document::XUndoManagerSupplier>(document)->getUndoManager();
    m_actions_before = m_undo_manager->getAllUndoActionTitles().getLength();
    m_undo_manager->enterUndoContext(title);
    m_open = true;
    try
    {
        for (const auto& part : Unlocking::granted_in(document))
        {
            part->unprotect({});
            m_unlocked.push_back(part);
        }
    }
    catch (const css::uno::Exception&)
    {
        // A step that is not there has no end, and whatever came after would belong to it.
        keep();
        throw;
    }
}

UndoStep::~UndoStep()
{
    if (!m_open)
        return;
    try
    {
        m_undo_manager->leaveUndoContext();
        // A step in which nothing was changed leaves no action behind, and the one on top is somebody else's.
        const bool changed = m_undo_manager->getAllUndoActionTitles().getLength() > m_actions_before;
        if (has_window(m_document) && changed)
            m_undo_manager->undo();
        else
            for (auto take_back = m_take_back.rbegin(); take_back != m_take_back.rend(); ++take_back)
                (*take_back)();
        lock_again();
        query<css::util::XModifiable>(m_document)->setModified(m_was_modified);
    }
    catch (const css::uno::Exception&)
    {
        // Nothing was changed yet, so there is nothing to take back; and a destructor has nobody to tell.
        return;
    }
}

void UndoStep::keep()
{
    lock_again();
    m_undo_manager->leaveUndoContext();
    m_open = false;
}

/// Undo that took the unlocking back has locked already.
void UndoStep::lock_again()
{
    for (const auto& part : m_unlocked)
        if (!part->isProtected())
            part->protect({});
}

Unrecorded::Unrecorded(const css::uno::Reference<css::frame::XModel>& document)
    : m_undo_manager(query<css::document::XUndoManagerSupplier>(document)->getUndoManager())
{
    m_undo_manager->lock();
}

Unrecorded::~Unrecorded()
{
    try
    {
        m_undo_manager->unlock();
    }
    catch (const css::uno::Exception&)
    {
        // The document is closing, and its steps go with it.
        return;
    }
}

void UndoStep::on_failure(std::function<void()> take_back)
{
    m_take_back.push_back(std::move(take_back));
}

} // namespace trinvis::office
