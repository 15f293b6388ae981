// SPDX-License-Identifier: MPL-2.0
//
// One file from the network, through the office's own access and so through its proxy and its certificates. The only door
// to the network: it is opened when a person asks for it, and for the address that was shown.
//
//     const FetchResult answer = fetch(context, url, {.most_bytes = 1'000'000}, [&] { progress.show(waiting, 30); });
//     if (const auto* content = std::get_if<std::string>(&answer)) ...
#pragma once

#include "office/uno.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <variant>

namespace trinvis::office
{

struct FetchLimits
{
    std::size_t most_bytes = std::size_t{256} * 1024 * 1024;
    /// How long the whole may take. The office itself gives up when nobody answers for 20 seconds.
    std::chrono::milliseconds longest = std::chrono::minutes(2);
};

enum class FetchFault
{
    no_connection, ///< no network, no such server, nobody answers there, or a certificate that is not trusted
    not_found,     ///< HTTP 404 or 410
    refused,       ///< any other HTTP answer from 400 to 499: the server does not like what was asked
    server,        ///< HTTP 500 and above
    too_slow,
    too_large
};

using FetchResult = std::variant<std::string, FetchFault>;

/// Fetches a file on a thread of its own, so that time can be kept, and waits for it; `meanwhile` is called some ten times
/// a second on the thread of the caller. What comes too late is thrown away.
[[nodiscard]] FetchResult fetch(const Context& context, const rtl::OUString& url, const FetchLimits& limits,
                                const std::function<void()>& meanwhile);

} // namespace trinvis::office
