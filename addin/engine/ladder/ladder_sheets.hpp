// SPDX-License-Identifier: MPL-2.0
//
// The sheets of the ladder that a person fills in, as they are made at first use: Indsatstrappe, Børn på trin and
// Bevægelser.
//
//     put_sheet(document, ladder_sheet(shipped, texts), texts, step);
//     put_sheet(document, ladder_children_sheet(shipped, rounds, texts), texts, step);
#pragma once

#include "ladder/ladder.hpp"
#include "table/sheet_content.hpp"

#include <span>

namespace trinvis
{

/// The six steps and, below them, the shipped mapping with room for more rows.
[[nodiscard]] SheetContent ladder_sheet(const Ladder& shipped, const Texts& texts);

/// A row for each step's own name, and for what is settled locally, on each cut-off date; the numbers are left open.
[[nodiscard]] SheetContent ladder_children_sheet(const Ladder& shipped, std::span<const Date> cut_offs,
                                                 const Texts& texts);

/// Headings and empty rows with lists to choose from.
[[nodiscard]] SheetContent ladder_movements_sheet(const Texts& texts);

} // namespace trinvis
