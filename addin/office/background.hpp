// SPDX-License-Identifier: MPL-2.0
//
// Threads of our own that compute beside the office's. When the office ends it waits for them: what they read would be
// taken apart under them.
//
//     notice_end_of_office(context);    // on the office's own thread, once or more
//     BackgroundWork work;                          // on a thread of our own
//     if (work.begin())
//         compute();                                // and calls nothing of the office, which may be waiting
//     work.end();
#pragma once

#include "office/uno.hpp"

namespace trinvis::office
{

/// From now on the end of the office waits for what is being computed, half a minute at most.
void notice_end_of_office(const Context& context);

/// True once the office ends: whoever computes should stop.
[[nodiscard]] bool office_has_ended();

/// One thread's share. Belongs to that thread.
class BackgroundWork
{
public:
    BackgroundWork() = default;
    BackgroundWork(const BackgroundWork&) = delete;
    BackgroundWork& operator=(const BackgroundWork&) = delete;
    ~BackgroundWork();

    /// False once the office ends: nothing may be begun any more.
    [[nodiscard]] bool begin();
    /// Nothing happens where nothing was begun.
    void end();

private:
    bool m_at_work = false;
};

} // namespace trinvis::office
