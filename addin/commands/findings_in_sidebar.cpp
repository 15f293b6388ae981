// SPDX-License-Identifier: MPL-2.0
#include "commands/findings_in_sidebar.hpp"

#include "commands/busy.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/followed_document.hpp"
#include "commands/sidebar_frame.hpp"
#include "commands/writable.hpp"
#include "office/kept_open.hpp"
#include "office/package.hpp"
#include "office/text.hpp"
#include "office/unlocking.hpp"
#include "office/user_error.hpp"
#include "ui/findings_panel.hpp"
#include "ui/message.hpp"

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

namespace trinvis::commands
{

using namespace office;

namespace
{

using Frame = css::uno::Reference<css::frame::XFrame>;

/// Runs what a person asked for; what goes wrong is told over the window.
template <typename Act>
void or_tell(const Context& context, const Frame& frame, Act act)
{
    const Texts& texts = Package::of(context).words().in(interface_language(context));
    std::string sentence;
    try
    {
        act();
        return;
    }
    catch (const Declined&)
    {
        // Whoever just said no knows why nothing happens.
        return;
    }
    catch (const UserError& error)
    {
        sentence = error.what();
    }
    catch (const css::uno::Exception& error)
    {
        sentence = texts.format("error.unexpected", {{"why", to_utf8(error.Message)}});
    }
    catch (const std::exception& error)
    {
        sentence = texts.format("error.unexpected", {{"why", error.what()}});
    }
    ui::show_message(context, frame, ui::MessageKind::error, sentence);
}

/// The same for what writes into the document: refused where it cannot be written, and what is protected is asked about.
template <typename Write>
void write_or_tell(const Context& context, const Frame& frame, Write write)
{
    or_tell(context, frame,
            [&]
            {
                const Busy busy;
                if (!busy.mine())
                    return;
                const Model document = document_of(frame);
                const KeptOpen kept_open(document);
                refuse_unwritable_workbook(context, document);
                const Unlocking unlocking(ask_to_unlock(context, frame));
                write(document);
            });
}

void go_to(const Frame& frame, const Finding& finding, bool with_focus)
{
    const auto document = query_if<css::sheet::XSpreadsheetDocument>(document_of(frame));
    // A finding may be a moment older than the sheets; its sheet is found by name.
    if (!document.is() || !document->getSheets()->hasByName(from_utf8(finding.sheet)))
        return;
    const auto sheet = query<css::sheet::XSpreadsheet>(document->getSheets()->getByName(from_utf8(finding.sheet)));
    query<css::view::XSelectionSupplier>(frame->getController())
        ->select(css::uno::Any(sheet->getCellByPosition(finding.place.column, finding.place.row)));
    if (with_focus)
        frame->getComponentWindow()->setFocus();
}

class FindingsInSidebar : public ui::Panel
{
public:
    FindingsInSidebar(const Context& context, const Frame& frame, const css::uno::Reference<css::awt::XWindow>& parent,
                      const css::uno::Reference<css::ui::XSidebar>& sidebar)
        : m_texts(Package::of(context).words().in(interface_language(context))),
          m_followed(FollowedDocument::of(context, document_of(frame))),
          m_panel(context, parent, actions(context, frame, sidebar))
    {
        if (!m_followed)
        {
            m_panel.say_no_workbook();
            return;
        }
        m_told = std::make_shared<FollowedDocument::Told>([this](const FollowState& state) { take(state); });
        m_followed->listen(m_told);
    }

    [[nodiscard]] css::uno::Reference<css::awt::XWindow> window() const override
    {
        return m_panel.window();
    }
    [[nodiscard]] int least_width() const override
    {
        return m_panel.least_width();
    }
    [[nodiscard]] int least_height(int width) const override
    {
        return m_panel.least_height(width);
    }
    [[nodiscard]] int wanted_height(int width) const override
    {
        return m_panel.wanted_height(width);
    }

private:
    ui::FindingsPanel::Actions actions(const Context& context, const Frame& frame,
                                       const css::uno::Reference<css::ui::XSidebar>& sidebar) const
    {
        ui::FindingsPanel::Actions wanted;
        // The frame must not be kept alive by its own panel.
        const css::uno::WeakReference<css::frame::XFrame> weak(frame);
        const std::weak_ptr<FollowedDocument> followed(m_followed);
        const auto look = [followed]
        {
            if (const auto one = followed.lock())
                one->look();
        };
        wanted.go_to = [=](const Finding& finding, bool with_focus)
        {
            const Frame there(weak);
            or_tell(context, there, [&] { go_to(there, finding, with_focus); });
        };
        wanted.explain = [=](const Finding& finding, const std::string& text)
        {
            const Frame there(weak);
            write_or_tell(context, there,
                          [&](const Model& document) { explain_finding(context, document, finding, text); });
            look();
        };
        wanted.repair = [=](const Finding& finding)
        {
            const Frame there(weak);
            write_or_tell(context, there,
                          [&](const Model& document)
                          { repair_workbook(context, document, {finding.sheet + "!" + finding.cell}); });
            look();
        };
        wanted.validate = [=] { make_command(context, Frame(weak), "validate")->dispatch({}, {}); };
        wanted.stop = [followed]
        {
            if (const auto one = followed.lock())
                one->stop();
        };
        wanted.ask_for_room = asking_for_room(sidebar);
        return wanted;
    }

    void take(const FollowState& state)
    {
        if (state.view && state.view != m_shown)
        {
            m_shown = state.view;
            m_panel.show(m_shown);
        }
        switch (state.phase)
        {
        case FollowPhase::running:
            m_panel.say_status(m_texts.format("panel.running", {{"percent", std::to_string(state.percent)}}), true);
            return;
        case FollowPhase::stopped:
            m_panel.say_status(m_texts.get("panel.stopped"), false);
            return;
        case FollowPhase::failed:
            m_panel.say_status(m_texts.format("panel.failed", {{"why", state.why}}), false);
            return;
        default:
            m_panel.say_status(m_texts.get(state.live ? "panel.followed" : "panel.not_followed"), false);
            return;
        }
    }

    const Texts& m_texts;
    std::shared_ptr<FollowedDocument> m_followed;
    ui::FindingsPanel m_panel;
    std::shared_ptr<const FindingsView> m_shown;
    std::shared_ptr<FollowedDocument::Told> m_told;
};

} // namespace

std::shared_ptr<ui::Panel> findings_in_sidebar(const Context& context, const Frame& frame,
                                               const css::uno::Reference<css::awt::XWindow>& parent,
                                               const css::uno::Reference<css::ui::XSidebar>& sidebar)
{
    return std::make_shared<FindingsInSidebar>(context, frame, parent, sidebar);
}

} // namespace trinvis::commands
