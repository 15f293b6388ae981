// SPDX-License-Identifier: MPL-2.0
#include "commands/followed_document.hpp"

#include "calc/overtyped.hpp"
#include "calc/reader.hpp"
#include "commands/busy.hpp"
#include "commands/follower.hpp"
#include "office/background.hpp"
#include "office/later.hpp"
#include "office/package.hpp"
#include "office/settings.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"

#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <cppuhelper/implbase1.hxx>

namespace trinvis::commands
{

using namespace office;

namespace
{

class DocumentListener : public cppu::WeakImplHelper1<css::util::XModifyListener>
{
public:
    explicit DocumentListener(std::weak_ptr<FollowedDocument> followed) : m_followed(std::move(followed))
    {
    }
    void SAL_CALL modified(const css::lang::EventObject& event) override
    {
        // It is told too when a document was loaded or saved.
        const auto document = query_if<css::util::XModifiable>(event.Source);
        if (const auto followed = m_followed.lock())
            followed->changed(!document.is() || document->isModified());
    }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override
    {
        if (const auto followed = m_followed.lock())
            followed->closed();
    }

private:
    std::weak_ptr<FollowedDocument> m_followed;
};

class QueueCall : public cppu::WeakImplHelper1<css::awt::XCallback>
{
public:
    explicit QueueCall(std::weak_ptr<FollowedDocument> followed) : m_followed(std::move(followed))
    {
    }
    void SAL_CALL notify(const css::uno::Any& /*data*/) override
    {
        // Whatever goes wrong, there is nobody above the message queue to tell.
        try
        {
            if (const auto followed = m_followed.lock())
                followed->turn();
        }
        catch (const css::uno::Exception&)
        {
            return;
        }
        catch (const std::exception&)
        {
            return;
        }
    }

private:
    std::weak_ptr<FollowedDocument> m_followed;
};

/// Those that have ended are cleared away when the next one is asked for. A document itself is not held here: it would be
/// taken apart after the office.
std::vector<std::weak_ptr<FollowedDocument>>& all_followed()
{
    static std::vector<std::weak_ptr<FollowedDocument>> all;
    return all;
}

} // namespace

std::shared_ptr<FollowedDocument> FollowedDocument::of(const Context& context,
                                                       const css::uno::Reference<css::frame::XModel>& model)
{
    if (!model.is() || !calc::looks_like_key_figure_workbook(model, Package::of(context).words()))
        return nullptr;
    auto& all = all_followed();
    std::erase_if(all, [](const auto& one) { return one.expired(); });
    for (const std::weak_ptr<FollowedDocument>& one : all)
        if (auto followed = one.lock(); followed && followed->is_of(model))
            return followed;
    auto followed = std::make_shared<FollowedDocument>(context, model);
    all.emplace_back(followed);
    followed->start();
    return followed;
}

std::shared_ptr<const FindingsView>
FollowedDocument::view_up_to_date(const css::uno::Reference<css::frame::XModel>& model)
{
    for (const std::weak_ptr<FollowedDocument>& one : all_followed())
    {
        const auto followed = one.lock();
        if (!followed || !followed->is_of(model))
            continue;
        const FollowState& state = followed->m_state;
        const bool whole = state.phase == FollowPhase::waiting && state.view_of == followed->m_exchange->changes;
        return whole && !followed->m_exchange->has_newer_change() ? state.view : nullptr;
    }
    return nullptr;
}

void FollowedDocument::catch_up(const css::uno::Reference<css::frame::XModel>& model)
{
    for (const std::weak_ptr<FollowedDocument>& one : all_followed())
        if (const auto followed = one.lock(); followed && followed->is_of(model) && !followed->m_exchange->live &&
                                              followed->m_state.view_of != followed->m_exchange->changes)
            followed->look();
}

FollowedDocument::FollowedDocument(const Context& context, const css::uno::Reference<css::frame::XModel>& model)
    : m_context(context), m_model(model), m_exchange(std::make_shared<FollowExchange>())
{
}

void FollowedDocument::start()
{
    notice_end_of_office(m_context);
    m_exchange->package = &Package::of(m_context);
    m_exchange->language = interface_language(m_context);
    m_exchange->queue = message_queue(m_context);
    m_exchange->call = new QueueCall(weak_from_this());
    m_state.live = live_validation_wanted(m_context);
    m_exchange->live = m_state.live;
    m_listener = new DocumentListener(weak_from_this());
    query<css::util::XModifyBroadcaster>(css::uno::Reference<css::frame::XModel>(m_model))
        ->addModifyListener(m_listener);
    start_follower(m_exchange);
    look();
}

FollowedDocument::~FollowedDocument()
{
    closed();
    try
    {
        if (const auto broadcaster =
                query_if<css::util::XModifyBroadcaster>(css::uno::Reference<css::frame::XModel>(m_model));
            broadcaster.is() && m_listener.is())
            broadcaster->removeModifyListener(m_listener);
    }
    catch (const css::uno::Exception&)
    {
        // The document went before us.
        return;
    }
}

bool FollowedDocument::is_of(const css::uno::Reference<css::frame::XModel>& model) const
{
    return css::uno::Reference<css::frame::XModel>(m_model) == model;
}

void FollowedDocument::listen(const std::shared_ptr<Told>& told)
{
    m_told.emplace_back(told);
    (*told)(m_state);
}

void FollowedDocument::look()
{
    m_exchange->note_change(FollowExchange::Clock::now() - std::chrono::seconds(1));
}

void FollowedDocument::want_comparison()
{
    if (!m_exchange->comparison_wanted.exchange(true))
        look();
}

void FollowedDocument::stop()
{
    m_exchange->stopped = true;
}

void FollowedDocument::changed(bool certainly)
{
    if (certainly)
        ++m_exchange->changes;
    if (m_exchange->live)
        m_exchange->note_change(FollowExchange::Clock::now());
    else if (certainly && !m_exchange->turn_asked.exchange(true))
        m_exchange->call_office();
}

void FollowedDocument::closed()
{
    {
        // Under the lock, or the thread could miss it between looking and falling asleep.
        const std::lock_guard guard(m_exchange->mutex);
        m_exchange->closed = true;
    }
    m_exchange->woken.notify_all();
}

void FollowedDocument::turn()
{
    if (m_exchange->closed)
        return;
    m_exchange->turn_asked = false;
    bool read_wanted = false;
    std::optional<FollowState> news;
    {
        const std::lock_guard guard(m_exchange->mutex);
        std::swap(read_wanted, m_exchange->read_wanted);
        std::swap(news, m_exchange->news);
    }
    if (news)
    {
        if (news->comparison || !news->comparable)
        {
            m_state.comparable = news->comparable;
            m_state.comparison = std::move(news->comparison);
            m_state.comparison_of = news->comparison_of;
        }
        m_state.phase = news->phase;
        m_state.percent = news->percent;
        m_state.why = std::move(news->why);
        if (news->view)
        {
            m_state.view = std::move(news->view);
            m_state.view_of = news->view_of;
        }
    }
    const bool old = m_state.comparison && !is_of_now(m_state.comparison_of);
    const bool live = live_validation_wanted(m_context);
    if (news || old != m_state.comparison_is_old || live != m_state.live)
    {
        m_state.comparison_is_old = old;
        m_state.live = live;
        tell();
    }
    // Who begins to follow has missed what changed before.
    if (live && !m_exchange->live.exchange(live))
        look();
    m_exchange->live = live;
    if (!read_wanted)
        return;
    // A command that is writing shows progress, and progress lets the queue go on: half a sheet is not to be judged.
    if (Busy::any())
        m_exchange->note_change(FollowExchange::Clock::now());
    else
        read();
}

/// What is told as a change may be none: a chart that was drawn, for one. Where changes are followed everything is read
/// again anyway; where they are not, a look tells before old numbers are called so.
bool FollowedDocument::is_of_now(Changes of)
{
    const Changes now = m_exchange->changes;
    if (of == now || (of == m_read_of && m_same_until == now))
        return true;
    if (of != m_read_of || !m_read || Busy::any())
        return false;
    const auto document = query_if<css::sheet::XSpreadsheetDocument>(css::uno::Reference<css::frame::XModel>(m_model));
    if (!document.is() || !same_contents(*m_read, calc::read_cells(document, m_exchange->package->words().in(
                                                                                 interface_language(m_context)))))
    {
        m_read.reset();
        return false;
    }
    m_same_until = now;
    return true;
}

void FollowedDocument::read()
{
    const auto document = query_if<css::sheet::XSpreadsheetDocument>(css::uno::Reference<css::frame::XModel>(m_model));
    if (!document.is())
        return;
    try
    {
        FollowReading reading;
        reading.of = m_exchange->changes;
        reading.cells = calc::read_cells(document, m_exchange->package->words().in(interface_language(m_context)));
        m_read_of = reading.of;
        m_same_until = reading.of;
        m_read.reset();
        if (!m_exchange->live)
            m_read = reading.cells;
        calc::find_overtyped(m_context, document, reading.cells);
        {
            const std::lock_guard guard(m_exchange->mutex);
            m_exchange->reading = std::move(reading);
        }
        m_exchange->woken.notify_all();
    }
    catch (const UserError& error)
    {
        m_state.phase = FollowPhase::failed;
        m_state.why = error.what();
        tell();
    }
}

void FollowedDocument::tell()
{
    std::erase_if(m_told, [](const std::weak_ptr<Told>& one) { return one.expired(); });
    // Who is told may begin or stop listening.
    const std::vector<std::weak_ptr<Told>> all = m_told;
    for (const std::weak_ptr<Told>& one : all)
        if (const auto told = one.lock())
            (*told)(m_state);
}

} // namespace trinvis::commands
