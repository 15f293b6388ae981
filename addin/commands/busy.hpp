// SPDX-License-Identifier: MPL-2.0
//
// One command at a time: showing progress lets the office handle events, and an event may be the same click again.
//
//     const Busy busy;
//     if (!busy.mine())
//         return;                                   // another one is at work
//
// All is called on the office's own thread.
#pragma once

namespace trinvis::commands
{

/// While it lives a command is at work.
class Busy
{
public:
    Busy() : m_mine(!s_busy)
    {
        s_busy = true;
    }
    ~Busy()
    {
        if (m_mine)
            s_busy = false;
    }
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;

    /// False where another command was at work already.
    [[nodiscard]] bool mine() const
    {
        return m_mine;
    }
    /// True while a command is at work: what stands in its document then may be half written.
    [[nodiscard]] static bool any()
    {
        return s_busy;
    }

private:
    static inline bool s_busy = false;
    bool m_mine;
};

} // namespace trinvis::commands
