// SPDX-License-Identifier: MPL-2.0
//
// Whether what stands in a dialog has room enough for its words.
//
//     for (const auto& child : windows_in(office, "Hent tal"))
//         expect_room(child);
#pragma once

#include "window.hpp"

#include "office/text.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/awt/XVclContainer.hpp>
#include <com/sun/star/awt/XWindow2.hpp>

namespace trinvis::testing
{

/// The windows of what stands in the dialog of a title; none while there is no such dialog.
[[nodiscard]] inline std::vector<css::uno::Reference<css::awt::XWindow>> windows_in(const RunningOffice& running,
                                                                                    const std::string& title)
{
    using trinvis::office::query_if;
    const auto toolkit = running.create<css::awt::XExtendedToolkit>("com.sun.star.awt.Toolkit");
    // Deprecated, and all the same the only interface that knows the open windows.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    for (sal_Int32 i = 0; i < toolkit->getTopWindowCount(); ++i)
    {
        const auto top = query_if<css::accessibility::XAccessible>(toolkit->getTopWindow(i));
        const Accessible window = top.is() ? Accessible(top->getAccessibleContext()) : Accessible();
        const auto container = query_if<css::awt::XVclContainer>(top);
        if (!window.is() || !container.is() || name_of(window) != title)
            continue;
        const auto windows = container->getWindows();
        return {windows.begin(), windows.end()};
    }
#pragma GCC diagnostic pop
    return {};
}

/// Fails the test where a visible label, button or box has less room than its words need.
inline void expect_room(const css::uno::Reference<css::awt::XWindow>& child)
{
    using trinvis::office::query_if;
    namespace AccessibleRole = css::accessibility::AccessibleRole;
    const auto window = query_if<css::awt::XWindow2>(child);
    const auto layout = query_if<css::awt::XLayoutConstrains>(child);
    const auto accessible = query_if<css::accessibility::XAccessible>(child);
    if (!window.is() || !window->isVisible() || !layout.is() || !accessible.is())
        return;
    const Accessible one = accessible->getAccessibleContext();
    const css::awt::Rectangle place = window->getPosSize();
    const css::awt::Size room(place.Width, place.Height);
    const sal_Int16 role = one->getAccessibleRole();
    if (role == AccessibleRole::LABEL)
    {
        const css::awt::Size wanted = layout->calcAdjustedSize(room);
        // Of several lines the width counts the blanks on which they are broken.
        if (wanted.Height <= layout->getPreferredSize().Height)
        {
            EXPECT_LE(wanted.Width, room.Width) << name_of(one);
        }
        EXPECT_LE(wanted.Height, room.Height) << name_of(one);
    }
    else if (role == AccessibleRole::RADIO_BUTTON || role == AccessibleRole::CHECK_BOX ||
             role == AccessibleRole::PUSH_BUTTON)
    {
        EXPECT_LE(layout->getPreferredSize().Width, room.Width) << name_of(one);
    }
}

} // namespace trinvis::testing
