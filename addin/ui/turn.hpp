// SPDX-License-Identifier: MPL-2.0
//
// How one of several pages was left: a page is a dialog of its own, whose buttons end it with these results.
//
//     m_dialog.end(end_back);
//     return turn_of(m_dialog);                                // Turn::back
#pragma once

#include "ui/dialog.hpp"

namespace trinvis::ui
{

enum class Turn
{
    cancelled,
    back,
    forward
};

inline constexpr sal_Int32 end_forward = 1;
inline constexpr sal_Int32 end_back = 2;

/// How a dialog was ended; anything but the two results is a cancellation.
[[nodiscard]] inline Turn turn_of(const Dialog& dialog)
{
    switch (dialog.result())
    {
    case end_forward:
        return Turn::forward;
    case end_back:
        return Turn::back;
    default:
        return Turn::cancelled;
    }
}

} // namespace trinvis::ui
