// SPDX-License-Identifier: MPL-2.0
//
// What the office's thread and the one that computes share while a document is followed: changes, readings, and news. The
// one that computes touches no office object but the message queue.
//
//     exchange.note_change(FollowExchange::Clock::now());           // the office's thread: something changed
//     while (exchange.wait(reading))                                // the other one
//         exchange.tell(FollowPhase::waiting, 0, {}, view_of(reading.cells), reading.of);
#pragma once

#include "live/comparison_view.hpp"
#include "live/findings_view.hpp"
#include "office/package.hpp"

#include <atomic>
#include <chrono>
#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XRequestCallback.hpp>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace trinvis::commands
{

enum class FollowPhase
{
    waiting, ///< for a change; the findings are those of the document
    running,
    stopped, ///< by a person; the findings may be older than the document
    failed   ///< why says the reason
};

/// How often a document had changed when something was read of it.
using Changes = unsigned;

struct FollowState
{
    FollowPhase phase = FollowPhase::running;
    int percent = 0;                                  ///< while running
    std::string why;                                  ///< where it failed
    std::shared_ptr<const FindingsView> view;         ///< the latest; null before the first
    bool live = true;                                 ///< false: changes are not followed, by the settings
    std::shared_ptr<const ComparisonView> comparison; ///< the latest; null before the first
    bool comparable = true;                           ///< false: the workbook lacks what a comparison needs
    Changes view_of = 0;                              ///< what the view was read of
    Changes comparison_of = 0;                        ///< what the comparison was read of
    bool comparison_is_old = false;                   ///< the document changed since
};

/// A document as it was read, for the thread that computes.
struct FollowReading
{
    WorkbookCells cells;
    Changes of = 0;
};

/// What the two threads share.
struct FollowExchange
{
    using Clock = std::chrono::steady_clock;

    // Fixed before the thread starts.
    const office::Package* package = nullptr;
    Language language = Language::danish;
    css::uno::Reference<css::awt::XRequestCallback> queue;
    css::uno::Reference<css::awt::XCallback> call;

    std::atomic<bool> closed = false;
    std::atomic<bool> stopped = false;
    std::atomic<bool> comparison_wanted = false;
    std::atomic<Changes> changes = 0;     ///< of the document so far
    std::atomic<bool> live = true;        ///< whether changes are followed
    std::atomic<bool> turn_asked = false; ///< of the office's thread, and not taken yet

    std::mutex mutex; ///< guards what follows; nothing of the office is called under it
    std::condition_variable woken;
    bool changed = false;
    Clock::time_point first_change;
    Clock::time_point last_change;
    std::optional<FollowReading> reading;
    bool read_wanted = false;
    std::optional<FollowState> news;

    void note_change(Clock::time_point when);
    /// Puts the office's thread to work.
    void call_office() const;
    void tell(FollowPhase phase, int percent, std::string why, std::shared_ptr<const FindingsView> view, Changes of);
    /// Null where the workbook cannot be compared.
    void tell_comparison(std::shared_ptr<const ComparisonView> comparison, Changes of);
    /// True when nothing happens for a while.
    [[nodiscard]] bool is_left_in_peace(Clock::duration how_long);
    /// Waits for something to do; true with a reading, false when the document is closed.
    bool wait(FollowReading& found);
    /// Whether what is being computed is old already.
    [[nodiscard]] bool has_newer_change();
};

} // namespace trinvis::commands
