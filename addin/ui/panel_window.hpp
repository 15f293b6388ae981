// SPDX-License-Identifier: MPL-2.0
//
// The window of a panel in the sidebar: controls that are placed anew whenever the sidebar gives the panel another size.
// A label stands right before what it names, and the keyboard goes through them in the order in which they were added.
//
//     PanelWindow window(context, parent);
//     window.add_label("verdict", {});
//     window.on_resize([&](int width, int height) { ... window.place("verdict", {0, 0, width, 20}); });
//
// Sizes are pixels. Colours and fonts are the system's: none is set.
#pragma once

#include "office/uno.hpp"
#include "texts/texts.hpp"

#include <com/sun/star/awt/Rectangle.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XControlModel.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace trinvis::ui
{

class PanelWindow
{
public:
    /// An empty window; its texts are those of the language of the menus.
    PanelWindow(const office::Context& context, const css::uno::Reference<css::awt::XWindow>& parent);
    PanelWindow(const PanelWindow&) = delete;
    PanelWindow& operator=(const PanelWindow&) = delete;
    ~PanelWindow();

    [[nodiscard]] const css::uno::Reference<css::awt::XWindow>& window() const
    {
        return m_window;
    }
    [[nodiscard]] const Texts& texts() const
    {
        return m_texts;
    }

    /// A text of one or several lines; empty where no key is given.
    void add_label(const char* name, std::string_view key) const;
    /// A button; the key + ".help" says what it does.
    void add_button(const char* name, const std::string& key) const;
    /// A list that opens, of which one entry is chosen.
    void add_choice(const char* name) const;
    /// A list of lines, of which one is chosen.
    void add_list(const char* name) const;
    /// A line to write in.
    void add_field(const char* name) const;
    /// A place for a picture.
    void add_picture(const char* name) const;
    /// Adds a control of a service, for a model that is ready.
    void add(const char* name, const char* control_service,
             const css::uno::Reference<css::awt::XControlModel>& model) const;
    [[nodiscard]] css::uno::Reference<css::awt::XControlModel> make_model(const char* service) const;

    template <typename Interface>
    [[nodiscard]] css::uno::Reference<Interface> control(const char* name) const
    {
        return office::query<Interface>(m_container->getControl(rtl::OUString::createFromAscii(name)));
    }
    [[nodiscard]] css::uno::Reference<css::awt::XControlModel> model(const char* name) const;

    /// Writes the text of a label; nothing happens where it says so already, so that nothing flickers.
    void say(const char* name, const std::string& text) const;
    /// Whether a label says anything.
    [[nodiscard]] bool is_said(const char* name) const;
    void enable(const char* name, bool enabled) const;
    /// Shows an SVG, or nothing where it is empty; the words are for those who cannot see it.
    void show_picture(const char* name, const std::string& svg, const std::string& words) const;
    /// The colours of the window as it stands: what is written, and the ground, 0xRRGGBB.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> colours() const;
    void on_click(const char* name, std::function<void()> call) const;

    void on_resize(std::function<void(int width, int height)> call);

    void place(const char* name, const css::awt::Rectangle& where) const;
    /// How high a control wants to be; a text of several lines at a width.
    [[nodiscard]] int height_of(const char* name) const;
    [[nodiscard]] int height_of(const char* name, int width) const;
    /// How wide a control wants to be.
    [[nodiscard]] int width_of(const char* name) const;

private:
    office::Context m_context;
    const Texts& m_texts;
    css::uno::Reference<css::awt::XControlContainer> m_container;
    css::uno::Reference<css::awt::XWindow> m_window;
};

} // namespace trinvis::ui
