// SPDX-License-Identifier: MPL-2.0
#include "office/background.hpp"

#include <chrono>
#include <com/sun/star/frame/XDesktop2.hpp>
#include <com/sun/star/frame/XTerminateListener.hpp>
#include <condition_variable>
#include <cppuhelper/implbase1.hxx>
#include <mutex>

namespace trinvis::office
{

namespace
{

constexpr auto longest_wait = std::chrono::seconds(30);

class AllWork
{
public:
    static AllWork& instance()
    {
        static AllWork all;
        return all;
    }

    [[nodiscard]] bool begin()
    {
        const std::lock_guard guard(m_mutex);
        if (m_ended)
            return false;
        ++m_count;
        return true;
    }
    void end()
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
    void end_all()
    {
        std::unique_lock lock(m_mutex);
        m_ended = true;
        m_left.wait_for(lock, longest_wait, [this] { return m_count == 0; });
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
        AllWork::instance().end_all();
    }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override
    {
    }
};

} // namespace

void notice_end_of_office(const Context& context)
{
    static bool noticed = false;
    if (noticed)
        return;
    noticed = true;
    create<css::frame::XDesktop2>(context, "com.sun.star.frame.Desktop")->addTerminateListener(new EndOfOffice);
}

bool office_has_ended()
{
    return AllWork::instance().ended();
}

BackgroundWork::~BackgroundWork()
{
    end();
}

bool BackgroundWork::begin()
{
    if (!m_at_work)
        m_at_work = AllWork::instance().begin();
    return m_at_work;
}

void BackgroundWork::end()
{
    if (m_at_work)
        AllWork::instance().end();
    m_at_work = false;
}

} // namespace trinvis::office
