// SPDX-License-Identifier: MPL-2.0
#include "commands/follower.hpp"

#include "commands/open_workbook.hpp"
#include "live/followed_findings.hpp"
#include "office/background.hpp"

#include <thread>

namespace trinvis::commands
{

namespace
{

using namespace office;
using Clock = FollowExchange::Clock;

/// So long nothing must have changed before the workbook is compared: in a large one that takes seconds.
constexpr auto peace = std::chrono::seconds(1);
/// Progress of a run is told this often.
constexpr auto telling_pause = std::chrono::milliseconds(200);

/// What the thread does with a reading.
class Follower
{
public:
    explicit Follower(std::shared_ptr<FollowExchange> exchange)
        : m_exchange(std::move(exchange)),
          m_findings(m_exchange->package->words(), m_exchange->package->municipalities())
    {
    }

    void work()
    {
        FollowReading reading;
        while (m_exchange->wait(reading))
        {
            if (!m_work.begin())
                return;
            std::string why;
            try
            {
                m_of = reading.of;
                take(std::move(reading.cells));
                m_work.end();
                continue;
            }
            catch (const std::exception& error)
            {
                why = error.what();
            }
            m_work.end();
            m_exchange->tell(FollowPhase::failed, 0, std::move(why), nullptr, m_of);
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
        const Validation* whole = m_exchange->closed ? nullptr : m_findings.whole();
        if (!whole)
            return;
        tell(FollowPhase::waiting, view_of(*whole));
        if (m_exchange->comparison_wanted && is_left_in_peace())
            compare(*whole);
    }

    /// Waiting is no computing: the office may end meanwhile.
    [[nodiscard]] bool is_left_in_peace()
    {
        m_work.end();
        const bool peaceful = m_exchange->is_left_in_peace(peace);
        return begin_again() && peaceful;
    }

    void compare(const Validation& validation)
    {
        Workbook workbook = *m_findings.workbook();
        std::shared_ptr<const ComparisonView> view;
        if (can_be_compared(workbook))
        {
            const Package& package = *m_exchange->package;
            const Results results = compare_validated(workbook, validation, package.words(), package.municipalities(),
                                                      package.known_relations(), today());
            const FigureSource source(workbook, results.data, package.words(), package.municipalities());
            view = std::make_shared<const ComparisonView>(comparison_view(
                results.benchmark, source, workbook, package.words(), package.words().in(m_exchange->language)));
        }
        m_work.end();
        m_exchange->tell_comparison(std::move(view), m_of);
        (void)begin_again();
    }

    /// False when the office has ended.
    bool begin_again()
    {
        if (!m_work.begin())
            m_exchange->closed = true;
        return !m_exchange->closed;
    }

    bool goes_on(std::size_t done, std::size_t of)
    {
        if (m_exchange->closed || m_exchange->stopped || office_has_ended())
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
        m_work.end();
        m_exchange->tell(phase, percent, {}, std::move(view), m_of);
        (void)begin_again();
    }

    std::shared_ptr<FollowExchange> m_exchange;
    FollowedFindings m_findings;
    BackgroundWork m_work;
    Changes m_of = 0; ///< what is being computed was read of
    Clock::time_point m_told;
};

} // namespace

void start_follower(std::shared_ptr<FollowExchange> exchange)
{
    // Nobody waits for the thread: it keeps what it needs and goes when the document does.
    std::thread([exchange = std::move(exchange)] { Follower(exchange).work(); }).detach();
}

} // namespace trinvis::commands
