// SPDX-License-Identifier: MPL-2.0
//
// The tables of the sheet Udgifter, one below the other. Internal to the room.
#pragma once

#include "spending/spending.hpp"
#include "table/sheet_content.hpp"

#include <string>
#include <vector>

namespace trinvis::spending
{

/// A sentence as lines that are not wider than the sheet: cells that wrap would be as narrow as one column.
[[nodiscard]] std::vector<std::string> lines_of(const std::string& sentence);

/// Adds a sentence in one look, as many rows as it takes.
void add_sentence(SheetContent& sheet, const std::string& sentence);

void add_development(SheetContent& sheet, const Spending& spending, const Texts& texts);
void add_distribution(SheetContent& sheet, const Spending& spending, const Texts& texts);
void add_unplaced(SheetContent& sheet, const Spending& spending, const Texts& texts);
void add_extra(SheetContent& sheet, const Spending& spending, const Texts& texts);
void add_children(SheetContent& sheet, const Spending& spending, const Texts& texts);
void add_comparison(SheetContent& sheet, const Spending& spending, const Texts& texts);
void add_conventions(SheetContent& sheet, const Spending& spending, const Texts& texts);

} // namespace trinvis::spending
