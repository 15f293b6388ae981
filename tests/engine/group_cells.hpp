// SPDX-License-Identifier: MPL-2.0
//
// Cells of the sheet Grupper as the tests speak of them.
//
//     choice(book, "weighting") = Cell{"median"};
//     add_indicator(book, "Indeks", 1.0);
#pragma once

#include "workbook_fixture.hpp"

#include "benchmark/group_settings.hpp"
#include "catalogue/sheet_names.hpp"
#include "table/text_match.hpp"

#include <stdexcept>

namespace trinvis::tests
{

/// The first row of Grupper whose cell in a column holds a text.
[[nodiscard]] inline int group_row(const WorkbookFixture& book, std::string_view text, int column = 0)
{
    const Grid& grid = book.cells.sheets.at(static_cast<std::size_t>(book.sheet("groups")));
    for (int row = 0; row < grid.rows(); ++row)
        if (const std::string* held = std::get_if<std::string>(&grid.at(row, column)); held && same_text(*held, text))
            return row;
    throw std::logic_error("no row " + std::string(text) + " in Grupper");
}

/// The cell beside a choice, by the end of its text key: "weighting", "own_in.country".
[[nodiscard]] inline Cell& choice(WorkbookFixture& book, std::string_view key)
{
    const int row = group_row(book, words().danish.get("group_choice." + std::string(key)));
    return book.grid("groups").make(row, 1);
}

/// The cell of a municipality's row in a column by its heading.
[[nodiscard]] inline Cell& group_cell(WorkbookFixture& book, std::string_view municipality, std::string_view heading)
{
    const int headings = group_row(book, "Kommune");
    Grid& grid = book.grid("groups");
    for (int column = 0; column < grid.columns; ++column)
        if (cell_text(grid.at(headings, column), Language::danish) == heading)
            return grid.make(group_row(book, municipality), column);
    throw std::logic_error("no column " + std::string(heading) + " in Grupper");
}

/// Names an indicator in the first free row of its table.
inline void add_indicator(WorkbookFixture& book, std::string_view name, Cell weight)
{
    Grid& grid = book.grid("groups");
    int row = group_row(book, "Indikator") + 1;
    while (!is_empty(grid.at(row, 0)))
        ++row;
    grid.make(row, 0) = Cell{std::string(name)};
    grid.make(row, 1) = std::move(weight);
}

/// Adds a column on the right of the table of municipalities, with values from the municipality's place in the list.
template <typename Value>
void add_indicator_column(WorkbookFixture& book, std::string_view heading, Value value)
{
    Grid& grid = book.grid("groups");
    const int headings = group_row(book, "Kommune");
    const int column = grid.columns;
    grid.make(headings, column) = Cell{std::string(heading)};
    for (std::size_t i = 0; i < municipalities().all().size(); ++i)
        grid.make(group_row(book, municipalities().all()[i].name), column) = value(i);
}

[[nodiscard]] inline std::size_t index_of(std::string_view municipality)
{
    return static_cast<std::size_t>(municipalities().find(municipality) - municipalities().all().data());
}

[[nodiscard]] inline GroupSettings settings_of(const WorkbookFixture& book)
{
    return read_group_settings(book.read(), words(), municipalities());
}

/// The workbook as it was before there was a sheet Grupper.
[[nodiscard]] inline WorkbookFixture without_groups(WorkbookFixture book)
{
    book.grid("groups") = Grid{"Ark1", 1, {Cell{}}};
    std::erase_if(book.cells.names,
                  [](const NamedArea& name) { return name.name == sheet_by_id("groups").defined_name; });
    return book;
}

} // namespace trinvis::tests
