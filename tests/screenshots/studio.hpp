// SPDX-License-Identifier: MPL-2.0
//
// A screen with a window manager, an office in one language with the extension, a person before it and a camera.
//
//     Studio studio(Language::danish, "build/screenshots", "build/demo");
//     const Model model = studio.open("trinvis-demo.ods");
//     studio.show(model, "sheet.entry");
//     studio.camera.take("entry");
#pragma once

#include "camera.hpp"
#include "office/person.hpp"

#include <memory>

namespace trinvis::testing
{

/// A window manager, where openbox is installed: windows then have a frame with their title.
class WindowManager
{
public:
    WindowManager();
    ~WindowManager();
    WindowManager(const WindowManager&) = delete;
    WindowManager& operator=(const WindowManager&) = delete;

private:
    pid_t m_process = -1;
};

class Studio
{
public:
    /// Pictures go into a folder of the language's in `pictures`; `demo` holds the demonstration's workbooks.
    Studio(Language language, const std::filesystem::path& pictures, std::filesystem::path demo);
    ~Studio();
    Studio(const Studio&) = delete;
    Studio& operator=(const Studio&) = delete;

    /// Opens a copy of one of the demonstration's workbooks in a window as large as the screen.
    [[nodiscard]] Model open(const std::string& file);
    /// Makes a document's window as large as the screen and waits until it is.
    void fill_screen(const Model& document) const;
    /// Shows a sheet by the key of its name, from a row and a column on.
    void show(const Model& document, const std::string& sheet_key, sal_Int32 row = 0, sal_Int32 column = 0) const;
    /// The same from the row on in which a chart begins; the chart by its name in the sheet.
    void show_chart(const Model& document, const std::string& sheet_key, const std::string& chart) const;
    /// Presses keys in the window that has the keyboard, as xdotool names them: "Escape".
    static void press_keys(const std::string& keys);

    /// What this room is called in paths and profiles: "da" or "en".
    [[nodiscard]] const std::string& name() const
    {
        return m_name;
    }
    [[nodiscard]] const std::filesystem::path& demo() const
    {
        return m_demo;
    }
    /// A folder for what is saved while pictures are taken. It is seen in some of them, and taken away at the end.
    [[nodiscard]] std::filesystem::path work() const;

private:
    std::string m_name;
    std::filesystem::path m_demo;
    VirtualScreen m_screen;
    WindowManager m_window_manager;

public:
    RunningOffice office;
    const Person person;
    const Camera camera;
};

/// The scenes: each opens what it needs, takes its pictures and closes it again.
void take_workbook_pictures(Studio& studio);
void take_result_pictures(Studio& studio);
void take_delivery_pictures(Studio& studio);
void take_folder_pictures(Studio& studio);
void take_help_pictures(Studio& studio);
void take_plan_pictures(Studio& studio);
void take_panel_pictures(Studio& studio);

} // namespace trinvis::testing
