// SPDX-License-Identifier: MPL-2.0
#include "loopback_server.hpp"

#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace trinvis::testing
{

namespace
{

namespace http = boost::beast::http;
using boost::asio::ip::tcp;

} // namespace

LoopbackServer::LoopbackServer(Handler handler)
    : m_handler(std::move(handler)), m_acceptor(m_io, tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0))
{
    m_accepting = std::thread([this] { accept(); });
}

LoopbackServer::~LoopbackServer()
{
    m_ending = true;
    boost::system::error_code ignored;
    // Closing does not wake a thread that waits to accept; a last caller does.
    tcp::socket last(m_io);
    last.connect(m_acceptor.local_endpoint(), ignored);
    m_accepting.join();
    {
        const std::lock_guard guard(m_mutex);
        for (Socket& socket : m_sockets)
            socket.shutdown(tcp::socket::shutdown_both, ignored);
    }
    for (std::thread& thread : m_threads)
        thread.join();
}

std::string LoopbackServer::address() const
{
    return "http://127.0.0.1:" + std::to_string(m_acceptor.local_endpoint().port()) + "/v1";
}

std::vector<std::string> LoopbackServer::requests() const
{
    const std::lock_guard guard(m_mutex);
    return m_requests;
}

std::vector<std::string> LoopbackServer::gets() const
{
    std::vector<std::string> gets;
    for (const std::string& request : requests())
        if (request.starts_with("GET "))
            gets.push_back(request.substr(4));
    return gets;
}

void LoopbackServer::accept()
{
    while (!m_ending)
    {
        boost::system::error_code error;
        Socket socket(m_io);
        m_acceptor.accept(socket, error);
        if (error || m_ending)
            return;
        const std::lock_guard guard(m_mutex);
        Socket& kept = m_sockets.emplace_back(std::move(socket));
        m_threads.emplace_back([this, &kept] { serve(kept); });
    }
}

void LoopbackServer::serve(Socket& socket)
{
    boost::beast::flat_buffer buffer;
    boost::system::error_code error;
    while (!m_ending)
    {
        http::request<http::string_body> request;
        http::read(socket, buffer, request, error);
        if (error)
            return;
        const std::string target(request.target().data(), request.target().size());
        {
            const std::lock_guard guard(m_mutex);
            m_requests.push_back(std::string(request.method_string().data(), request.method_string().size()) + " " +
                                 target);
        }
        const Answer answer = m_handler(target);
        for (auto waited = std::chrono::milliseconds(0); waited < answer.delay && !m_ending;
             waited += std::chrono::milliseconds(20))
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        const bool head = request.method() == http::verb::head;
        const unsigned status = request.method() == http::verb::options ? answer.options_status
                                : head && answer.head_status != 0       ? answer.head_status
                                                                        : answer.status;
        http::response<http::string_body> response{static_cast<http::status>(status), request.version()};
        response.set(http::field::content_type, "text/csv; charset=utf-8");
        response.keep_alive(request.keep_alive());
        if (request.method() == http::verb::get)
            response.body() = answer.body;
        response.prepare_payload();
        if (head)
        {
            // A HEAD tells the length and sends nothing.
            response.content_length(answer.body.size());
            http::response_serializer<http::string_body> serializer{response};
            http::write_header(socket, serializer, error);
        }
        else
            http::write(socket, response, error);
        if (error || !request.keep_alive())
            return;
    }
}

} // namespace trinvis::testing
