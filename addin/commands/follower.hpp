// SPDX-License-Identifier: MPL-2.0
//
// The thread that asks the rules of a document that is followed, and compares it.
//
//     start_follower(exchange);                     // ends when exchange->closed is set and woken
#pragma once

#include "commands/follow_exchange.hpp"

namespace trinvis::commands
{

/// Starts the thread; what is fixed in the exchange must be there.
void start_follower(std::shared_ptr<FollowExchange> exchange);

} // namespace trinvis::commands
