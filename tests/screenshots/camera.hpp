// SPDX-License-Identifier: MPL-2.0
//
// Takes pictures of a screen. A picture is taken when nothing new was seen for a second, so that nothing is
// half drawn.
//
//     const Camera camera("build/screenshots/da");
//     camera.take("settings", "Indstillinger");   // settings.png, the window of a title
//     camera.take("menu");                        // menu.png, the whole screen
#pragma once

#include <filesystem>
#include <string>

namespace trinvis::testing
{

class Camera
{
public:
    /// Pictures go into a folder, which is made where it is missing.
    explicit Camera(std::filesystem::path folder);

    /// Takes NAME.png of the visible window whose title begins so, its frame with it; of the whole screen without a title.
    /// Throws std::runtime_error where there is no such window or it never comes to rest.
    void take(const std::string& name, const std::string& title = {}) const;

    [[nodiscard]] const std::filesystem::path& folder() const
    {
        return m_folder;
    }

private:
    std::filesystem::path m_folder;
};

/// Runs a program of the system; throws std::runtime_error with its line where it fails.
void run_program(const std::string& line);

/// What a program of the system says, without the last line break.
[[nodiscard]] std::string answer_of(const std::string& line);

/// Words between quotes, as the shell wants them.
[[nodiscard]] std::string quoted(const std::string& words);

} // namespace trinvis::testing
