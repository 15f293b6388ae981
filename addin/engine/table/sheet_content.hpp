// SPDX-License-Identifier: MPL-2.0
//
// A sheet that is to be made, as plain data: what stands in it and how it looks. The rooms that compute describe their
// sheets here; one writer at the edge puts any of them into Calc.
//
//     SheetContent sheet{.id = "rules", .name = "Regler"};
//     sheet.rows.push_back({std::string("Regel"), std::string("Skal")});
//     sheet.style({0, 0, 0, 1}, Style::heading);
#pragma once

#include "table/cell.hpp"
#include "table/date_text.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace trinvis
{

/// A text that jumps to a cell when it is clicked, and goes on doing so when sheets are renamed and rows inserted.
struct LinkTo
{
    std::string text;
    std::string sheet;
    int row = 0;
    int column = 0;
};

using ContentCell = std::variant<std::monostate, double, std::string, Date, LinkTo>;

/// The looks that the product uses. Each is a cell style in the document, which a person may change.
enum class Style
{
    title,
    subtitle,
    section,      ///< heading inside a sheet
    text,         ///< wrapped, top aligned
    note,         ///< small and grey, wrapped
    heading,      ///< of a column
    heading_date, ///< of a round
    cell,         ///< of a table, wrapped
    cell_line,    ///< of a table, on one line
    cell_number,  ///< whole number of a table
    cell_decimal, ///< one decimal
    cell_two_decimals,
    cell_plain_number, ///< as many decimals as it has
    cell_date,
    cell_link,
    input,       ///< to be filled in by the user: a number
    input_money, ///< the same in kroner
    input_text,
    invented,    ///< a warning that figures are invented
    provisional, ///< the product's own proposal
    error,
    warning,
    information,
    good,
    better, ///< a cell of a table: the wanted way
    worse   ///< the other way
};

struct StyledRange
{
    CellRange range;
    Style style;
};

struct DropDown
{
    CellRange range;
    std::vector<std::string> choices;
};

struct SheetContent
{
    std::string id;   ///< of sheet_kinds()
    std::string name; ///< of the tab
    std::vector<std::vector<ContentCell>> rows;
    std::vector<StyledRange> styles; ///< later ones win
    std::vector<double> column_widths_mm;
    std::vector<DropDown> drop_downs;
    int frozen_rows = 0;
    int frozen_columns = 0;
    std::optional<CellRange> table; ///< headings and data: carries the defined name, the filter and the repeated row
    bool filter = false;
    bool repeat_headings = true;  ///< on every printed page
    std::vector<int> page_breaks; ///< rows that begin a printed page
    int printed_columns = 0;      ///< so many from the left are printed; 0: all
    bool landscape = true;
    bool keeps_heights = false; ///< rows are as high where the file is opened later: charts stand beside them

    void style(CellRange range, Style look)
    {
        styles.push_back({range, look});
    }

    /// Gives the texts of a table their look: a column is wrapped where one of its texts is longer than the column is
    /// wide. The widths and rows must be there already. A wrapped cell is some hundred times slower to measure than one
    /// on a single line, and most columns hold words.
    void style_texts(const CellRange& range);

    /// Whether what stands in a cell surely stands on one line of its column. A text in a column without a known width
    /// does not; anything but a text does.
    [[nodiscard]] bool fits(int row, int column) const;

    [[nodiscard]] int row_count() const
    {
        return static_cast<int>(rows.size());
    }

    [[nodiscard]] int column_count() const;
};

} // namespace trinvis
