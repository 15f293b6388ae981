// SPDX-License-Identifier: MPL-2.0
//
// A screen of our own (Xvfb), what stands in its windows, and clicks as a person makes them. What is called by the
// office's own thread fails differently from what is called from outside: a crash ends the test.
//
//     const VirtualScreen screen;
//     RunningOffice office({.locale = "da", .window = true});
//     click(find(window_of(model), [](const Accessible& one) { return name_of(one) == "Annuller"; }));
#pragma once

#include "office_fixture.hpp"

#include <com/sun/star/accessibility/XAccessibleContext.hpp>
#include <functional>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace trinvis::testing
{

using Accessible = css::uno::Reference<css::accessibility::XAccessibleContext>;

/// An X server without a screen, on the first display that is free.
class VirtualScreen
{
public:
    /// How wide and high it is, and its bits a pixel.
    explicit VirtualScreen(const char* size = "1280x900x24");
    ~VirtualScreen();
    VirtualScreen(const VirtualScreen&) = delete;
    VirtualScreen& operator=(const VirtualScreen&) = delete;

private:
    pid_t m_process = -1;
    std::optional<std::string> m_before;
};

/// Asks again and again until the answer is yes or half a minute has passed.
[[nodiscard]] bool comes_true(const std::function<bool()>& question);

[[nodiscard]] std::vector<Accessible> children_of(const Accessible& parent);
/// The first below a root, in breadth, for which a question is answered with yes; sheets themselves are left out.
[[nodiscard]] Accessible find(const Accessible& root, const std::function<bool(const Accessible&)>& wanted);
/// The same in depth and much deeper: the office's own dialogs and its sidebar nest deeply.
[[nodiscard]] Accessible find_deep(const Accessible& root, const std::function<bool(const Accessible&)>& wanted,
                                   int depth = 0);
[[nodiscard]] Accessible window_of(const Model& document);
[[nodiscard]] Accessible menu_named(const Accessible& window, const std::string& name);
[[nodiscard]] std::string name_of(const Accessible& one);
[[nodiscard]] std::vector<std::string> names_of(const std::vector<Accessible>& all);

/// Clicks as a person does: the office's own thread runs what follows.
void click(const Accessible& item);

/// The dialog that is shown on top; empty while there is none with that title.
[[nodiscard]] Accessible dialog_named(const RunningOffice& office, const std::string& title);
/// The same for a title that only begins so: the office writes the page behind the name of its settings.
[[nodiscard]] Accessible dialog_beginning(const RunningOffice& office, const std::string& beginning);
/// Something in a dialog by its name and role (com.sun.star.accessibility.AccessibleRole).
[[nodiscard]] Accessible in_dialog(const Accessible& dialog, sal_Int16 role, const std::string& name);
/// Writes into a text field.
void type_into(const Accessible& field, const std::string& text);

} // namespace trinvis::testing
