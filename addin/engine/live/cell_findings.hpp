// SPDX-License-Identifier: MPL-2.0
//
// What the findings of a workbook mean for a single cell: which name it, what its context menu offers, and which cell
// comes next.
//
//     const std::vector<std::size_t> lines = lines_at(view, cursor);
//     for (const CellMenuEntry& entry : cell_menu(view, lines, texts))
//         entry.label;                              // "✖ Fejl: Antallet er negativt"
//     next_open_place(view, cursor);                // the next cell with something to do, around the workbook
#pragma once

#include "live/findings_view.hpp"

namespace trinvis
{

/// The lines that name a cell as one of their places, in the order of the view: the gravest first.
[[nodiscard]] std::vector<std::size_t> lines_at(const FindingsView& view, const Place& cell);

/// The next cell behind another, by sheet, row and column, at which an error or an unexplained warning stands; behind the
/// last one the first one follows. Nothing when there is none.
[[nodiscard]] std::optional<Place> next_open_place(const FindingsView& view, const Place& behind);

struct CellMenuEntry
{
    std::string command; ///< such as "show-finding"
    std::string label;   ///< without a letter to press
};

/// What the context menu of a cell offers about the lines that name it, at most five entries; none without lines.
[[nodiscard]] std::vector<CellMenuEntry> cell_menu(const FindingsView& view, const std::vector<std::size_t>& lines,
                                                   const Texts& texts);

/// Everything that is to be said about the lines of a cell, a block each.
[[nodiscard]] std::string cell_detail(const FindingsView& view, const std::vector<std::size_t>& lines,
                                      const Texts& texts);

/// The line that is to be explained first: a warning without an explanation that holds, else one that has one, so that
/// it can be changed. Nothing when no line is a warning.
[[nodiscard]] std::optional<std::size_t> line_to_explain(const FindingsView& view,
                                                         const std::vector<std::size_t>& lines);

} // namespace trinvis
