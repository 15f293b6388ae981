// SPDX-License-Identifier: MPL-2.0
//
// Cells and sheets as the tests speak of them.
//
//     const Sheet entry = sheet_named(document, "Indtastning");
//     set_text(entry, "F7", "ca. 150");
#pragma once

#include "office_fixture.hpp"

#include <com/sun/star/drawing/XDrawPage.hpp>
#include <string>
#include <vector>

namespace trinvis::testing
{

/// Where the rows and rounds of a fresh Indtastning lie.
inline constexpr sal_Int32 heading_row = 3;
inline constexpr sal_Int32 first_round_column = 5;

[[nodiscard]] Sheet sheet_named(const Document& document, const std::string& name);
[[nodiscard]] std::vector<std::string> sheet_names(const Document& document);

/// The row of an item, looked up in the first column; throws std::runtime_error when it is not there.
[[nodiscard]] sal_Int32 item_row(const Sheet& entry, const std::string& item);
/// The cell of an item in a round of a fresh workbook, such as "F7"; round 0 is the first.
[[nodiscard]] std::string cell_of(const Document& document, const std::string& item, int round);

void set_number(const Sheet& sheet, const std::string& cell, double number);
void set_text(const Sheet& sheet, const std::string& cell, const std::string& text);
void set_formula(const Sheet& sheet, const std::string& cell, const std::string& formula);
void set_date(const Sheet& sheet, const std::string& cell, const std::string& iso_date);

/// What is shown in a cell, the number in it, and what was typed.
[[nodiscard]] std::string shown(const Sheet& sheet, const std::string& cell);
[[nodiscard]] double number(const Sheet& sheet, const std::string& cell);
[[nodiscard]] std::string formula(const Sheet& sheet, const std::string& cell);
[[nodiscard]] std::string style_of(const Sheet& sheet, const std::string& cell);
/// The first row that holds exactly this text in a column, -1 when there is none.
[[nodiscard]] sal_Int32 row_with(const Sheet& sheet, sal_Int32 column, const std::string& text);
/// The block from A1 to the last cell with content or format.
[[nodiscard]] css::uno::Reference<css::table::XCellRange> used_block(const Sheet& sheet);
/// The shapes of a sheet.
[[nodiscard]] css::uno::Reference<css::drawing::XDrawPage> draw_page(const Document& document, const Sheet& sheet);
/// The last row with content or format.
[[nodiscard]] sal_Int32 last_used_row(const Sheet& sheet);

void insert_rows(const Sheet& sheet, sal_Int32 at, sal_Int32 count);
void insert_columns(const Sheet& sheet, sal_Int32 at, sal_Int32 count);
void rename(const Sheet& sheet, const std::string& name);

/// The name of a defined name's cells: "$Indtastning.$A$4:$I$21"; empty when there is no such name.
[[nodiscard]] std::string defined_name(const Document& document, const std::string& name);
[[nodiscard]] std::vector<std::string> defined_names(const Document& document);

/// Conditional formats of a sheet as "style: ranges", sorted.
[[nodiscard]] std::vector<std::string> conditional_formats(const Sheet& sheet);
/// The cells of a sheet under one conditional style, one by one: {"F7", "G7"}, sorted.
[[nodiscard]] std::vector<std::string> marked_cells(const Sheet& sheet, const std::string& style);
/// The names that the charts of a sheet bear as shapes, sorted.
[[nodiscard]] std::vector<std::string> chart_names(const Document& document, const Sheet& sheet);

} // namespace trinvis::testing
