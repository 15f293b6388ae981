// SPDX-License-Identifier: MPL-2.0
#include "commands/follow_exchange.hpp"

#include <algorithm>

namespace trinvis::commands
{

namespace
{

/// So long nothing must have changed before the document is read again: a person who types on is not disturbed.
constexpr auto quiet = std::chrono::milliseconds(150);
/// So long after a change the document is read at the latest.
constexpr auto longest_wait = std::chrono::milliseconds(800);

} // namespace

void FollowExchange::note_change(Clock::time_point when)
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

void FollowExchange::call_office() const
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

void FollowExchange::tell(FollowPhase phase, int percent, std::string why, std::shared_ptr<const FindingsView> view,
                          Changes of)
{
    {
        const std::lock_guard guard(mutex);
        FollowState state;
        state.phase = phase;
        state.percent = percent;
        state.why = std::move(why);
        state.view = std::move(view);
        state.view_of = of;
        // What has not been fetched yet is not lost to mere progress.
        if (news)
        {
            if (!state.view)
            {
                state.view = news->view;
                state.view_of = news->view_of;
            }
            state.comparison = news->comparison;
            state.comparable = news->comparable;
            state.comparison_of = news->comparison_of;
        }
        news = std::move(state);
    }
    call_office();
}

void FollowExchange::tell_comparison(std::shared_ptr<const ComparisonView> comparison, Changes of)
{
    {
        const std::lock_guard guard(mutex);
        if (!news)
            news.emplace().phase = FollowPhase::waiting;
        news->comparable = comparison != nullptr;
        news->comparison = std::move(comparison);
        news->comparison_of = of;
    }
    call_office();
}

bool FollowExchange::is_left_in_peace(Clock::duration how_long)
{
    std::unique_lock lock(mutex);
    return !woken.wait_for(lock, how_long, [this] { return closed || changed || read_wanted || reading; });
}

bool FollowExchange::wait(FollowReading& found)
{
    std::unique_lock lock(mutex);
    while (true)
    {
        woken.wait(lock, [this] { return closed || changed || reading; });
        if (closed)
            return false;
        if (reading)
        {
            found = std::move(*reading);
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

bool FollowExchange::has_newer_change()
{
    const std::lock_guard guard(mutex);
    return changed || read_wanted || reading;
}

} // namespace trinvis::commands
