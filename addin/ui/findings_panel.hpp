// SPDX-License-Identifier: MPL-2.0
//
// The panel "Fund": verdict and next step, the findings as a list with filters, and what is to be said and done about the
// chosen one. It shows what it is given and says what a person wants; it knows no document.
//
//     FindingsPanel panel(context, parent, actions);
//     panel.show(view);
//     panel.say_status(sentence, true);
#pragma once

#include "live/findings_view.hpp"
#include "ui/panel_window.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace trinvis::ui
{

class FindingsPanel
{
public:
    /// What a person asks for. Each is called on the office's own thread, and the panel may be gone when it returns.
    struct Actions
    {
        std::function<void(const Finding&, bool with_focus)> go_to; ///< with focus: the sheet gets the keyboard
        std::function<void(const Finding&, const std::string& text)> explain;
        std::function<void(const Finding&)> repair;
        std::function<void()> validate;
        std::function<void()> stop;
        std::function<void()> ask_for_room; ///< what is to be shown needs another height
    };

    FindingsPanel(const office::Context& context, const css::uno::Reference<css::awt::XWindow>& parent,
                  Actions actions);
    FindingsPanel(const FindingsPanel&) = delete;
    FindingsPanel& operator=(const FindingsPanel&) = delete;
    ~FindingsPanel() = default;

    [[nodiscard]] const css::uno::Reference<css::awt::XWindow>& window() const
    {
        return m_window.window();
    }

    /// Shows findings; null while there are none yet. The chosen finding stays chosen where it is still there.
    void show(std::shared_ptr<const FindingsView> view);
    /// Says at the bottom how the validation goes on; `running` says whether there is something to stop.
    void say_status(const std::string& sentence, bool running);
    /// For a document that is no key-figure workbook: says so and takes away what can be done.
    void say_no_workbook();

    /// The height below which something would be cut off, at a width.
    [[nodiscard]] int least_height(int width) const;
    /// The height with which a good part of the list is seen.
    [[nodiscard]] int wanted_height(int width) const;
    [[nodiscard]] int least_width() const;

private:
    void make_list();
    void fill_filters();
    void fill_list();
    void choose(std::optional<std::size_t> line, bool by_person);
    void chosen_in_list();
    [[nodiscard]] int height_with(int width, int detail) const;
    [[nodiscard]] int detail_height(int width) const;
    void lay_out(int width, int height);
    void lay_out_again();
    [[nodiscard]] FindingFilter filter() const;
    [[nodiscard]] const FindingLine* chosen() const;
    void with_chosen(const std::function<void(const Finding&)>& act) const;

    PanelWindow m_window;
    Actions m_actions;
    std::shared_ptr<const FindingsView> m_view;
    std::vector<std::size_t> m_shown;    ///< lines of the view, by line of the list
    std::optional<std::size_t> m_chosen; ///< a line of the view
    int m_detail_height = 0;             ///< the greatest so far at this width, so that the buttons stay where they are
    int m_detail_width = 0;
    int m_asked_height = 0; ///< so much room was asked for
    bool m_filling = false; ///< what the controls tell meanwhile no person did
};

} // namespace trinvis::ui
