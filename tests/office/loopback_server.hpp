// SPDX-License-Identifier: MPL-2.0
//
// An HTTP server on this machine's own 127.0.0.1, for tests of what is fetched from the network.
//
//     LoopbackServer server([](const std::string& target) { return LoopbackServer::Answer{.body = "A;B\r\n"}; });
//     server.address();      // "http://127.0.0.1:40123/v1"
//     server.requests();     // {"OPTIONS /v1/data/T", "HEAD /v1/data/T", "GET /v1/data/T"}
//
// The office asks OPTIONS and HEAD before it gets a file; both are answered like a GET without its body.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace trinvis::testing
{

class LoopbackServer
{
public:
    struct Answer
    {
        unsigned status = 200;
        std::string body{};
        std::chrono::milliseconds delay{0}; ///< before anything is sent
        unsigned options_status = 200;      ///< of the OPTIONS before it
        unsigned head_status = 0;           ///< of the HEAD before it; 0 is that of the GET
    };
    /// What a target, path and query as they came, is answered with. Called on the server's own threads.
    using Handler = std::function<Answer(const std::string& target)>;

    /// Listens on a port that is free.
    explicit LoopbackServer(Handler handler);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    [[nodiscard]] std::string address() const;
    /// Everything that was asked, in order.
    [[nodiscard]] std::vector<std::string> requests() const;
    /// What was asked with GET.
    [[nodiscard]] std::vector<std::string> gets() const;

private:
    using Socket = boost::asio::ip::tcp::socket;

    void accept();
    void serve(Socket& socket);

    Handler m_handler;
    boost::asio::io_context m_io;
    boost::asio::ip::tcp::acceptor m_acceptor;
    std::atomic<bool> m_ending = false;
    mutable std::mutex m_mutex;
    std::vector<std::string> m_requests;
    std::list<Socket> m_sockets;
    std::vector<std::thread> m_threads;
    std::thread m_accepting;
};

} // namespace trinvis::testing
