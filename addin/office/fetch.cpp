// SPDX-License-Identifier: MPL-2.0
#include "office/fetch.hpp"

#include "office/text.hpp"

#include <com/sun/star/ucb/InteractiveAugmentedIOException.hpp>
#include <com/sun/star/ucb/XSimpleFileAccess.hpp>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace trinvis::office
{

namespace
{

constexpr auto patience = std::chrono::milliseconds(100);
constexpr sal_Int32 block = 1 << 18;

/// What both threads hold: whoever lets go last clears it away.
struct Errand
{
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<FetchResult> result;
    bool abandoned = false;

    [[nodiscard]] bool is_abandoned()
    {
        const std::lock_guard guard(mutex);
        return abandoned;
    }
};

/// The status in a message of the office, "HEAD => HTTP/1.1 400 Bad Request"; 0 where there is none. The office has no
/// other way of telling it.
int status_in(const std::string& message)
{
    const std::size_t version = message.find("HTTP/");
    if (version == std::string::npos)
        return 0;
    const std::size_t blank = message.find(' ', version);
    if (blank == std::string::npos || message.size() < blank + 4)
        return 0;
    int status = 0;
    for (std::size_t i = blank + 1; i < blank + 4; ++i)
    {
        if (message[i] < '0' || message[i] > '9')
            return 0;
        status = 10 * status + (message[i] - '0');
    }
    return status;
}

FetchFault fault_of(const std::string& message)
{
    const int status = status_in(message);
    if (status == 404 || status == 410)
        return FetchFault::not_found;
    if (status >= 500)
        return FetchFault::server;
    return status >= 400 ? FetchFault::refused : FetchFault::no_connection;
}

FetchResult run(const Context& context, const rtl::OUString& url, const FetchLimits& limits, Errand& errand)
{
    try
    {
        const auto files = create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess");
        const css::uno::Reference<css::io::XInputStream> in = files->openFileRead(url);
        std::string content;
        css::uno::Sequence<sal_Int8> bytes;
        while (content.size() <= limits.most_bytes && !errand.is_abandoned() && in->readBytes(bytes, block) > 0)
            content.append(reinterpret_cast<const char*>(bytes.getConstArray()),
                           static_cast<std::size_t>(bytes.getLength()));
        in->closeInput();
        if (content.size() > limits.most_bytes)
            return FetchFault::too_large;
        return content;
    }
    catch (const css::ucb::InteractiveAugmentedIOException& error)
    {
        return error.Code == css::ucb::IOErrorCode_NOT_EXISTING ? FetchFault::not_found
                                                                : fault_of(to_utf8(error.Message));
    }
    catch (const css::uno::Exception& error)
    {
        return fault_of(to_utf8(error.Message));
    }
    catch (const std::exception&)
    {
        return FetchFault::too_large;
    }
}

} // namespace

FetchResult fetch(const Context& context, const rtl::OUString& url, const FetchLimits& limits,
                  const std::function<void()>& meanwhile)
{
    const auto errand = std::make_shared<Errand>();
    std::thread(
        [context, url, limits, errand]
        {
            FetchResult result = run(context, url, limits, *errand);
            const std::lock_guard guard(errand->mutex);
            errand->result = std::move(result);
            errand->changed.notify_all();
        })
        .detach();
    const auto deadline = std::chrono::steady_clock::now() + limits.longest;
    while (std::chrono::steady_clock::now() < deadline)
    {
        {
            std::unique_lock lock(errand->mutex);
            if (errand->changed.wait_for(lock, patience, [&] { return errand->result.has_value(); }))
                return std::move(*errand->result);
        }
        meanwhile();
    }
    const std::lock_guard guard(errand->mutex);
    errand->abandoned = true;
    return errand->result ? std::move(*errand->result) : FetchResult(FetchFault::too_slow);
}

} // namespace trinvis::office
