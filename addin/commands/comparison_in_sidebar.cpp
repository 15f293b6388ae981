// SPDX-License-Identifier: MPL-2.0
#include "commands/comparison_in_sidebar.hpp"

#include "commands/command.hpp"
#include "commands/followed_document.hpp"
#include "commands/sidebar_frame.hpp"
#include "office/guard.hpp"
#include "office/package.hpp"
#include "office/text.hpp"
#include "ui/comparison_panel.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/view/XSelectionChangeListener.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

namespace trinvis::commands
{

using namespace office;

namespace
{

using Frame = css::uno::Reference<css::frame::XFrame>;
using Selection = css::uno::Reference<css::view::XSelectionSupplier>;

class RowListener : public cppu::WeakImplHelper1<css::view::XSelectionChangeListener>
{
public:
    explicit RowListener(std::function<void()> call) : m_call(std::move(call))
    {
    }
    void SAL_CALL selectionChanged(const css::lang::EventObject& /*event*/) override
    {
        guarded(*this,
                [&]
                {
                    if (const auto held = m_call)
                        held();
                });
    }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override
    {
        forget();
    }
    void forget()
    {
        m_call = nullptr;
    }

private:
    std::function<void()> m_call;
};

class ComparisonInSidebar : public ui::Panel
{
public:
    ComparisonInSidebar(const Context& context, const Frame& frame,
                        const css::uno::Reference<css::awt::XWindow>& parent,
                        const css::uno::Reference<css::ui::XSidebar>& sidebar)
        : m_texts(Package::of(context).words().in(interface_language(context))), m_controller(frame->getController()),
          m_followed(FollowedDocument::of(context, document_of(frame))),
          m_panel(context, parent, actions(context, frame, sidebar))
    {
        if (!m_followed)
        {
            m_panel.say_nothing_to_show("panel.no_workbook");
            return;
        }
        m_told = std::make_shared<FollowedDocument::Told>([this](const FollowState& state) { take(state); });
        m_followed->listen(m_told);
        m_followed->want_comparison();
        // Last: where something before it fails, nobody would take it away again.
        m_listener = new RowListener([this] { follow(); });
        query<css::view::XSelectionSupplier>(frame->getController())->addSelectionChangeListener(m_listener.get());
    }
    ComparisonInSidebar(const ComparisonInSidebar&) = delete;
    ComparisonInSidebar& operator=(const ComparisonInSidebar&) = delete;
    ~ComparisonInSidebar() override
    {
        if (!m_listener.is())
            return;
        m_listener->forget();
        try
        {
            if (const Selection selection = query_if<css::view::XSelectionSupplier>(controller()); selection.is())
                selection->removeSelectionChangeListener(m_listener.get());
        }
        catch (const css::uno::Exception&)
        {
            // The window went before us.
            return;
        }
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
        return m_panel.least_height(width);
    }

private:
    static ui::ComparisonPanel::Actions actions(const Context& context, const Frame& frame,
                                                const css::uno::Reference<css::ui::XSidebar>& sidebar)
    {
        ui::ComparisonPanel::Actions wanted;
        // The frame must not be kept alive by its own panel.
        wanted.compare = [context, weak = css::uno::WeakReference<css::frame::XFrame>(frame)]
        { make_command(context, Frame(weak), "compare")->dispatch({}, {}); };
        wanted.ask_for_room = asking_for_room(sidebar);
        return wanted;
    }

    [[nodiscard]] css::uno::Reference<css::frame::XController> controller() const
    {
        return css::uno::Reference<css::frame::XController>(m_controller);
    }

    void take(const FollowState& state)
    {
        if (!state.comparable)
        {
            m_shown = nullptr;
            m_panel.say_nothing_to_show("panel.comparison.not_possible");
            return;
        }
        if (!state.comparison)
            return;
        if (state.comparison == m_shown)
            return say_status(state);
        const bool first = !m_shown;
        m_shown = state.comparison;
        m_panel.show(m_shown);
        if (first)
            follow();
        say_status(state);
    }

    /// Whether the numbers are those of the sheets.
    void say_status(const FollowState& state)
    {
        if (!state.comparison_is_old)
            m_panel.say_status(state.live ? std::string{} : m_texts.get("panel.comparison.not_followed"));
        else if (state.live && state.phase != FollowPhase::stopped && state.phase != FollowPhase::failed)
            m_panel.say_status(m_texts.get("panel.comparison.soon"));
        else
            m_panel.say_status(m_texts.get("panel.comparison.old"));
    }

    void follow()
    {
        const Selection selection = query_if<css::view::XSelectionSupplier>(controller());
        if (!selection.is())
            return;
        if (const auto range = query_if<css::sheet::XCellRangeAddressable>(selection->getSelection()); range.is())
        {
            const css::table::CellRangeAddress where = range->getRangeAddress();
            m_panel.follow(where.Sheet, where.StartRow);
        }
    }

    const Texts& m_texts;
    css::uno::WeakReference<css::frame::XController> m_controller;
    std::shared_ptr<FollowedDocument> m_followed;
    ui::ComparisonPanel m_panel;
    std::shared_ptr<const ComparisonView> m_shown;
    std::shared_ptr<FollowedDocument::Told> m_told;
    rtl::Reference<RowListener> m_listener;
};

} // namespace

std::shared_ptr<ui::Panel> comparison_in_sidebar(const Context& context, const Frame& frame,
                                                 const css::uno::Reference<css::awt::XWindow>& parent,
                                                 const css::uno::Reference<css::ui::XSidebar>& sidebar)
{
    return std::make_shared<ComparisonInSidebar>(context, frame, parent, sidebar);
}

} // namespace trinvis::commands
