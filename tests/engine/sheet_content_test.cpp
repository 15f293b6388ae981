// SPDX-License-Identifier: MPL-2.0
#include "table/sheet_content.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

/// The look of a cell of a table over two columns, 30 and 10 mm wide, from row 0.
Style look_at(const SheetContent& sheet, int row, int column)
{
    std::optional<Style> look;
    for (const StyledRange& range : sheet.styles)
        if (range.range.first_row <= row && row <= range.range.last_row && range.range.first_column <= column &&
            column <= range.range.last_column)
            look = range.style;
    return look.value();
}

TEST(StyledTexts, are_wrapped_in_the_columns_that_hold_a_long_one)
{
    SheetContent sheet;
    sheet.column_widths_mm = {30, 10, 30};
    sheet.rows = {{std::string("kort"), std::string("langt nok"), 5.0}, {std::string("også kort"), std::string("a")}};
    sheet.style_texts({0, 0, 1, 2});
    EXPECT_EQ(look_at(sheet, 0, 0), Style::cell_line);
    EXPECT_EQ(look_at(sheet, 1, 0), Style::cell_line);
    EXPECT_EQ(look_at(sheet, 0, 1), Style::cell);
    EXPECT_EQ(look_at(sheet, 1, 1), Style::cell);
    EXPECT_EQ(look_at(sheet, 1, 2), Style::cell_line);
}

TEST(StyledTexts, are_measured_in_letters_not_in_bytes)
{
    SheetContent sheet;
    sheet.column_widths_mm = {30};
    sheet.rows = {{std::string("ææææææøøøøø")}};
    sheet.style_texts({0, 0, 0, 0});
    EXPECT_EQ(look_at(sheet, 0, 0), Style::cell_line);
}

TEST(StyledTexts, of_several_lines_are_wrapped)
{
    SheetContent sheet;
    sheet.column_widths_mm = {30};
    sheet.rows = {{std::string("a\nb")}};
    sheet.style_texts({0, 0, 0, 0});
    EXPECT_EQ(look_at(sheet, 0, 0), Style::cell);
}

TEST(StyledTexts, of_a_column_without_a_known_width_are_wrapped)
{
    SheetContent sheet;
    sheet.rows = {{std::string("a")}};
    sheet.style_texts({0, 0, 0, 0});
    EXPECT_EQ(look_at(sheet, 0, 0), Style::cell);
}

} // namespace

} // namespace trinvis
