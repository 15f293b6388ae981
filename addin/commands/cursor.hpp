// SPDX-License-Identifier: MPL-2.0
//
// The cell that a person is in.
//
//     if (const auto cursor = cursor_of(model))
//         cursor->sheet_name;                       // "Indtastning"
#pragma once

#include "office/uno.hpp"
#include "table/cell.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <optional>
#include <string>

namespace trinvis::commands
{

struct Cursor
{
    Place place;
    std::string sheet_name;
    bool single = false; ///< nothing else is selected
};

/// The first cell of what is selected in a document's window; nothing without a window, and where no cell is selected.
[[nodiscard]] std::optional<Cursor> cursor_of(const css::uno::Reference<css::frame::XModel>& model);

/// The same for one of several windows.
[[nodiscard]] std::optional<Cursor> cursor_in(const css::uno::Reference<css::frame::XController>& controller);

} // namespace trinvis::commands
