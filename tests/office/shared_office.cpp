// SPDX-License-Identifier: MPL-2.0
#include "shared_office.hpp"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <gtest/gtest.h>
#include <iostream>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unistd.h>

namespace trinvis::testing::shared_office
{

namespace
{

using trinvis::office::to_utf8;

/// Says what the office said: to GoogleTest an exception of UNO is an unknown one.
class OfficeSentences : public ::testing::EmptyTestEventListener
{
    void OnTestPartResult(const ::testing::TestPartResult& result) override
    {
        const std::exception_ptr problem = std::current_exception();
        if (!result.failed() || !problem)
            return;
        try
        {
            std::rethrow_exception(problem);
        }
        catch (const css::uno::Exception& error)
        {
            std::cout << "the office says: " << to_utf8(error.Message) << std::endl;
        }
        catch (...)
        {
            // GoogleTest names the others itself.
            return;
        }
    }
};

/// A dialog that nobody answers would hold a test, and all that come after it, for ever.
class LongestTest : public ::testing::EmptyTestEventListener
{
public:
    void OnTestStart(const ::testing::TestInfo& test) override
    {
        m_watch = std::jthread(
            [this, name = std::string(test.test_suite_name()) + "." + test.name()](const std::stop_token& ended)
            {
                std::unique_lock held(m_lock);
                m_end.wait_for(held, ended, longest, [] { return false; });
                if (ended.stop_requested())
                    return;
                std::cout << name << " has not ended; its offices are killed" << std::endl;
                kill_all_offices();
            });
    }
    void OnTestEnd(const ::testing::TestInfo& /*test*/) override
    {
        m_watch = {};
    }

private:
    static constexpr auto longest = std::chrono::minutes(12);

    std::mutex m_lock;
    std::condition_variable_any m_end;
    std::jthread m_watch;
};

std::unique_ptr<RunningOffice> running;

class Lifetime : public ::testing::Environment
{
public:
    void SetUp() override
    {
        ::testing::UnitTest::GetInstance()->listeners().Append(new OfficeSentences);
        ::testing::UnitTest::GetInstance()->listeners().Append(new LongestTest);
        std::filesystem::create_directories(store_room());
        start();
    }
    void TearDown() override
    {
        EXPECT_TRUE(running->alive());
        EXPECT_EQ(running->stop(), 0) << "soffice did not end in an orderly way";
        running.reset();
        std::error_code ignored;
        std::filesystem::remove_all(store_room(), ignored);
    }
};

const ::testing::Environment* const registered = ::testing::AddGlobalTestEnvironment(new Lifetime);

} // namespace

RunningOffice& office()
{
    return *running;
}

void start()
{
    running = std::make_unique<RunningOffice>();
}

std::filesystem::path store_room()
{
    return std::filesystem::temp_directory_path() / ("trinvis-made-" + std::to_string(getpid()));
}

} // namespace trinvis::testing::shared_office
