// SPDX-License-Identifier: MPL-2.0
//
// The panel "Sammenligning": one figure against the group, in words and as a strip. It follows the row that the person stands
// in, or shows the figure that is chosen in it. It shows what it is given and knows no document.
//
//     ComparisonPanel panel(context, parent, actions);
//     panel.show(view);
//     panel.follow(sheet, row);
#pragma once

#include "live/comparison_view.hpp"
#include "ui/panel_window.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace trinvis::ui
{

class ComparisonPanel
{
public:
    /// What a person asks for. Each is called on the office's own thread, and the panel may be gone when it returns.
    struct Actions
    {
        std::function<void()> compare;
        std::function<void()> ask_for_room; ///< what is to be shown needs another height
    };

    ComparisonPanel(const office::Context& context, const css::uno::Reference<css::awt::XWindow>& parent,
                    Actions actions);
    ComparisonPanel(const ComparisonPanel&) = delete;
    ComparisonPanel& operator=(const ComparisonPanel&) = delete;
    ~ComparisonPanel() = default;

    [[nodiscard]] const css::uno::Reference<css::awt::XWindow>& window() const
    {
        return m_window.window();
    }

    /// Shows a comparison; the figure stays the one that was shown where it is still there.
    void show(std::shared_ptr<const ComparisonView> view);
    /// Shows the figure of a row; nothing happens in a row that is about none.
    void follow(int sheet, int row);
    /// Whether the numbers are those of the sheets, in a sentence; empty where there is nothing to say of it.
    void say_status(const std::string& sentence);
    /// Says why there is nothing to show, as a text key.
    void say_nothing_to_show(const char* key);

    /// The height below which something would be cut off, at a width.
    [[nodiscard]] int least_height(int width) const;
    [[nodiscard]] int least_width() const;

private:
    void choose(std::size_t figure);
    void draw(int width);
    /// Places everything and gives the height that it takes.
    int lay_out(int width, bool place) const;
    void lay_out_again();

    PanelWindow m_window;
    Actions m_actions;
    std::shared_ptr<const ComparisonView> m_view;
    std::string m_figure; ///< the id of the one that is shown
    int m_drawn_width = 0;
    int m_asked_height = 0;
    bool m_filling = false; ///< what the list tells meanwhile no person did
};

} // namespace trinvis::ui
