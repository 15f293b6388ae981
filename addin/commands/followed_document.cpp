// SPDX-License-Identifier: MPL-2.0
#include "commands/followed_document.hpp"

#include "calc/overtyped.hpp"
#include "calc/reader.hpp"
#include "commands/command.hpp"
#include "commands/open_workbook.hpp"
#include "live/followed_findings.hpp"
#include "office/package.hpp"
#include "office/settings.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"

#include <atomic>
#include <chrono>
#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XRequestCallback.hpp>
#include <com/sun/star/frame/XDesktop2.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <condition_variable>
#include <cppuhelper/implbase1.hxx>
#include <mutex>
#include <thread>

namespace trinvis::commands
{

using namespace office;

namespace
{

using Clock = std::chrono::steady_clock;

/// So long nothing must have changed before the document is read again: a person who types on is not disturbed.
constexpr auto quiet = std::chrono::milliseconds(150);
/// So long after a change the document is read at the latest.
constexpr auto longest_wait = std::chrono::milliseconds(800);
/// Progress of a run is told this often.
constexpr auto telling_pause = std::chrono::milliseconds(200);

/// The threads that compute. When the office ends they are ended first: what they read would be taken apart under them.
class Computing
{
public:
    static Computing& instance()
    {
        static Computing computing;
        return computing;
    }

    /// False once the office ends.
    [[nodiscard]] bool enter()
    {
        const std::lock_guard guard(m_mutex);
        if (m_ended)
            return false;
        ++m_count;
        return true;
    }
    void leave()
    {
        {
            const std::lock_guard guard(m_mutex);
            --m_count;
        }
        m_left.notify_all();
    }
    [[nodiscard]] bool ended()
    {
        const std::lock_guard guard(m_mutex);
        return m_ended;
    }
    /// Those who compute call nothing of the office meanwhile, so that they can be waited for.
    void end()
    {
        std::unique_lock lock(m_mutex);
        m_ended = true;
        m_left.wait_for(lock, std::chrono::seconds(5), [this] { return m_count == 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_left;
    int m_count = 0;
    bool m_ended = false;
};

class EndOfOffice : public cppu::WeakImplHelper1<css::frame::XTerminateListener>
{
public:
    void SAL_CALL queryTermination(const css::lang::EventObject& /*event*/) override
    {
    }
    void SAL_CALL notifyTermination(const css::lang::EventObject& /*event*/) override
    {
        Computing::instance().end();
    }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override
    {
    }
};

/// One for the whole session.
void notice_end_of_office(const Context& context)
{
    static bool noticed = false;
    if (noticed)
        return;
    noticed = true;
    create<css::frame::XDesktop2>(context, "com.sun.star.frame.Desktop")->addTerminateListener(new EndOfOffice);
}

class DocumentListener : public cppu::WeakImplHelper1<css::util::XModifyListener>
{
public:
    explicit DocumentListener(std::weak_ptr<FollowedDocument> followed) : m_followed(std::move(followed))
    {
    }
    void SAL_CALL modified(const css::lang::EventObject& /*event*/) override
    {
        if (const auto followed = m_followed.lock())
            followed->changed();
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

/// What the office's thread and the one that computes share.
struct FollowedDocument::Exchange
{
    // Fixed before the thread starts.
    const Package* package = nullptr;
    Language language = Language::danish;
    css::uno::Reference<css::awt::XRequestCallback> queue;
    css::uno::Reference<css::awt::XCallback> call;

    std::atomic<bool> closed = false;
    std::atomic<bool> stopped = false;

    std::mutex mutex; ///< guards what follows; nothing of the office is called under it
    std::condition_variable woken;
    bool changed = false;
    Clock::time_point first_change;
    Clock::time_point last_change;
    std::optional<WorkbookCells> reading;
    bool read_wanted = false;
    std::optional<FollowState> news;

    void note_change(Clock::time_point when)
    {
        {
            const std::lock_guard guard(mutex);
            if (!changed)
                first_change = when;
            changed = true;
            last_change = when;
        }
        woken.notify_all();
    }

    /// Puts the office's thread to work.
    void call_office() const
    {
        try
        {
            if (!closed)
                queue->addCallback(call, css::uno::Any());
        }
        catch (const css::uno::Exception&)
        {
            return;
        }
    }

    void tell(FollowPhase phase, int percent, std::string why, std::shared_ptr<const FindingsView> view)
    {
        {
            const std::lock_guard guard(mutex);
            FollowState state;
            state.phase = phase;
            state.percent = percent;
            state.why = std::move(why);
            // What has not been fetched yet is not lost to mere progress.
            state.view = view || !news ? std::move(view) : news->view;
            news = std::move(state);
        }
        call_office();
    }

    /// Waits for something to do; true with a reading, false when the document is closed.
    bool wait(WorkbookCells& cells)
    {
        std::unique_lock lock(mutex);
        while (true)
        {
            woken.wait(lock, [this] { return closed || changed || reading; });
            if (closed)
                return false;
            if (reading)
            {
                cells = std::move(*reading);
                reading.reset();
                return true;
            }
            const Clock::time_point due = std::min(last_change + quiet, first_change + longest_wait);
            if (Clock::now() < due)
            {
                woken.wait_until(lock, due, [this] { return closed || reading; });
                continue;
            }
            changed = false;
            read_wanted = true;
            lock.unlock();
            call_office();
            lock.lock();
        }
    }

    [[nodiscard]] bool has_newer_change()
    {
        const std::lock_guard guard(mutex);
        return changed || read_wanted || reading;
    }
};

namespace
{

/// What the thread does with a reading.
class Follower
{
public:
    explicit Follower(std::shared_ptr<FollowedDocument::Exchange> exchange)
        : m_exchange(std::move(exchange)),
          m_findings(m_exchange->package->words(), m_exchange->package->municipalities())
    {
    }

    void work()
    {
        WorkbookCells cells;
        while (m_exchange->wait(cells))
        {
            if (!Computing::instance().enter())
                return;
            std::string why;
            try
            {
                take(std::move(cells));
                Computing::instance().leave();
                continue;
            }
            catch (const std::exception& error)
            {
                why = error.what();
            }
            Computing::instance().leave();
            m_exchange->tell(FollowPhase::failed, 0, std::move(why), nullptr);
        }
    }

private:
    void take(WorkbookCells cells)
    {
        m_exchange->stopped = false;
        m_told = Clock::now();
        const auto quick = m_findings.take(std::move(cells), today(),
                                           [this](std::size_t done, std::size_t of) { return goes_on(done, of); });
        if (!m_findings.workbook())
            return tell(FollowPhase::stopped, nullptr);
        if (quick)
            tell(FollowPhase::running, view_of(*quick));
        // Who types on waits for no more than the rules of the cells.
        if (quick && m_exchange->has_newer_change())
            return;
        if (const Validation* whole = m_exchange->closed ? nullptr : m_findings.whole())
            tell(FollowPhase::waiting, view_of(*whole));
    }

    bool goes_on(std::size_t done, std::size_t of)
    {
        if (m_exchange->closed || m_exchange->stopped || Computing::instance().ended())
            return false;
        const auto now = Clock::now();
        if (now - m_told >= telling_pause)
        {
            m_told = now;
            tell(FollowPhase::running, nullptr, of == 0 ? 0 : static_cast<int>(done * 100 / of));
        }
        return true;
    }

    [[nodiscard]] std::shared_ptr<const FindingsView> view_of(const Validation& validation) const
    {
        const Words& words = m_exchange->package->words();
        return std::make_shared<const FindingsView>(
            findings_view(validation, *m_findings.workbook(), words, words.in(m_exchange->language)));
    }

    /// Calling the office is no computing: whoever ends the office holds what the call would wait for.
    void tell(FollowPhase phase, std::shared_ptr<const FindingsView> view, int percent = 0)
    {
        Computing::instance().leave();
        m_exchange->tell(phase, percent, {}, std::move(view));
        if (!Computing::instance().enter())
        {
            // The office has ended; the balance is kept for work(), which finds no more to do.
            m_exchange->closed = true;
            Computing::instance().leave();
        }
    }

    std::shared_ptr<FollowedDocument::Exchange> m_exchange;
    FollowedFindings m_findings;
    Clock::time_point m_told;
};

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
        // Changes are waited out for a moment, and those that are not followed are not known of.
        const std::lock_guard guard(followed->m_exchange->mutex);
        const bool newer = followed->m_exchange->changed || followed->m_exchange->read_wanted ||
                           followed->m_exchange->reading || followed->m_exchange->news;
        return state.live && state.phase == FollowPhase::waiting && !newer ? state.view : nullptr;
    }
    return nullptr;
}

FollowedDocument::FollowedDocument(const Context& context, const css::uno::Reference<css::frame::XModel>& model)
    : m_context(context), m_model(model), m_exchange(std::make_shared<Exchange>())
{
}

void FollowedDocument::start()
{
    notice_end_of_office(m_context);
    m_exchange->package = &Package::of(m_context);
    m_exchange->language = interface_language(m_context);
    m_exchange->queue = create<css::awt::XRequestCallback>(m_context, "com.sun.star.awt.AsyncCallback");
    m_exchange->call = new QueueCall(weak_from_this());
    m_state.live = live_validation_wanted(m_context);
    m_listener = new DocumentListener(weak_from_this());
    query<css::util::XModifyBroadcaster>(css::uno::Reference<css::frame::XModel>(m_model))
        ->addModifyListener(m_listener);
    // Nobody waits for the thread: it keeps what it needs and goes when the document does.
    std::thread([exchange = m_exchange] { Follower(exchange).work(); }).detach();
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
    m_exchange->note_change(Clock::now() - quiet);
}

void FollowedDocument::stop()
{
    m_exchange->stopped = true;
}

void FollowedDocument::changed()
{
    if (m_state.live)
        m_exchange->note_change(Clock::now());
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
    bool read_wanted = false;
    std::optional<FollowState> news;
    {
        const std::lock_guard guard(m_exchange->mutex);
        std::swap(read_wanted, m_exchange->read_wanted);
        std::swap(news, m_exchange->news);
    }
    if (news)
    {
        m_state.phase = news->phase;
        m_state.percent = news->percent;
        m_state.why = std::move(news->why);
        if (news->view)
            m_state.view = std::move(news->view);
        tell();
    }
    if (!read_wanted)
        return;
    // A command that is writing shows progress, and progress lets the queue go on: half a sheet is not to be judged.
    if (command_is_running())
        m_exchange->note_change(Clock::now());
    else
        read();
}

void FollowedDocument::read()
{
    const auto document = query_if<css::sheet::XSpreadsheetDocument>(css::uno::Reference<css::frame::XModel>(m_model));
    if (!document.is())
        return;
    try
    {
        WorkbookCells cells =
            calc::read_cells(document, m_exchange->package->words().in(interface_language(m_context)));
        calc::find_overtyped(m_context, document, cells);
        {
            const std::lock_guard guard(m_exchange->mutex);
            m_exchange->reading = std::move(cells);
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
