// SPDX-License-Identifier: MPL-2.0
#include "camera.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>

namespace trinvis::testing
{

namespace
{

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

/// The last of the windows with a title is the one on top.
std::string window_with(const std::string& title)
{
    std::string found =
        answer_of("xdotool search --onlyvisible --name " + quoted("^" + title) + " 2>/dev/null | tail -1");
    if (found.empty())
        throw std::runtime_error("no window on the screen is called " + title);
    return found;
}

} // namespace

std::string quoted(const std::string& words)
{
    std::string text = "'";
    for (const char letter : words)
        text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return text + "'";
}

void run_program(const std::string& line)
{
    if (std::system(line.c_str()) != 0)
        throw std::runtime_error("failed: " + line);
}

std::string answer_of(const std::string& line)
{
    std::FILE* const pipe = popen(line.c_str(), "r");
    if (!pipe)
        throw std::runtime_error("failed: " + line);
    std::string answer;
    std::array<char, 256> part{};
    while (std::fgets(part.data(), static_cast<int>(part.size()), pipe))
        answer += part.data();
    pclose(pipe);
    while (!answer.empty() && answer.back() == '\n')
        answer.pop_back();
    return answer;
}

Camera::Camera(std::filesystem::path folder) : m_folder(std::move(folder))
{
    std::filesystem::create_directories(m_folder);
}

void Camera::take(const std::string& name, const std::string& title) const
{
    constexpr int most_looks = 120;
    constexpr int looks_at_rest = 4;
    constexpr auto between = std::chrono::milliseconds(250);
    const std::filesystem::path raw = m_folder / (name + ".ppm");
    // Of the root, so that what lies over a window is seen as a person sees it.
    const std::string line =
        title.empty() ? "import -silent -window root " + quoted(raw.string())
                      : "import -silent -screen -frame -window " + window_with(title) + " " + quoted(raw.string());
    // A caret blinks for ever: at rest is what only looks as it has looked before.
    std::set<std::size_t> seen;
    int nothing_new = 0;
    for (int look = 0; look < most_looks && nothing_new < looks_at_rest; ++look)
    {
        run_program(line);
        nothing_new = seen.insert(std::hash<std::string>{}(bytes_of(raw))).second ? 0 : nothing_new + 1;
        std::this_thread::sleep_for(between);
    }
    if (nothing_new < looks_at_rest)
        throw std::runtime_error("the window never came to rest: " + name);
    run_program("convert " + quoted(raw.string()) + " -strip -define png:compression-level=9 " +
                quoted((m_folder / (name + ".png")).string()));
    std::filesystem::remove(raw);
    std::cout << "  " << name << ".png" << std::endl;
}

} // namespace trinvis::testing
