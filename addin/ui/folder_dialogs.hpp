// SPDX-License-Identifier: MPL-2.0
//
// What is asked before many workbooks are read: the folder, and what shall become of their figures.
//
//     if (const auto folder = ask_folder(context, texts.get("dialog.folder.validate"), start)) ...
//     if (const auto wish = ask_gathering(context, frame, true)) ...
#pragma once

#include "ui/dialog.hpp"

#include <optional>
#include <string>

namespace trinvis::ui
{

/// Lets a folder be picked, beginning in one (a URL; empty: the office's own choice). Its URL; nothing when cancelled.
[[nodiscard]] std::optional<rtl::OUString> ask_folder(const office::Context& context, const std::string& title,
                                                      const rtl::OUString& start);

struct GatherWish
{
    bool into_workbook = true; ///< into the sheet Sammenligningsdata; else a CSV file
    bool names = true;         ///< a file without names cannot go into a workbook
    bool with_errors = false;
};

/// Asks what is gathered and to where; nothing when cancelled. Without a key-figure workbook at hand only a file can be
/// chosen.
[[nodiscard]] std::optional<GatherWish> ask_gathering(const office::Context& context, const Frame& frame,
                                                      bool workbook_at_hand);

} // namespace trinvis::ui
