// SPDX-License-Identifier: MPL-2.0
//
// A workbook with the ladder's sheets as they are made, and rows as the tests type them.
//
//     LadderBook book;
//     book.children(day(2020, 6, 30), "Plejefamilie", 12.0);
//     book.move(day(2020, 12, 31), "trin 3", "trin 5", 2.0);
//     book.result().rounds.front().buckets[4].children;     // 12
#pragma once

#include "workbook_fixture.hpp"

#include "catalogue/sheet_names.hpp"
#include "ladder/ladder_result.hpp"
#include "ladder/ladder_sheets.hpp"

namespace trinvis::tests
{

class LadderBook
{
public:
    explicit LadderBook(Language language = Language::danish) : book(language), m_language(language)
    {
        const Texts& texts = words().in(language);
        m_ladder = put(ladder_sheet(ladder_of(language), texts));
        m_children = put(ladder_children_sheet(ladder_of(language), {}, texts));
        m_movements = put(ladder_movements_sheet(texts));
    }

    /// A row of Børn på trin; returns the row.
    int children(Cell date, std::string_view kind, Cell code, Cell number, Cell months = {})
    {
        return append(m_children, {std::move(date), Cell{std::string(kind)}, std::move(code), std::move(number),
                                   std::move(months)});
    }
    int children(Date date, std::string_view measure, Cell number, Cell months = {})
    {
        return children(book.date(date), "Foranstaltning", Cell{std::string(measure)}, std::move(number),
                        std::move(months));
    }

    /// A row of Bevægelser; returns the row.
    int move(Date date, std::string_view from, std::string_view to, Cell number)
    {
        return append(m_movements,
                      {book.date(date), Cell{std::string(from)}, Cell{std::string(to)}, std::move(number)});
    }

    [[nodiscard]] Grid& ladder()
    {
        return book.cells.sheets.at(static_cast<std::size_t>(m_ladder));
    }
    [[nodiscard]] Grid& children_sheet()
    {
        return book.cells.sheets.at(static_cast<std::size_t>(m_children));
    }

    [[nodiscard]] LadderResult result() const
    {
        return ladder_result(book.read(), ladder_of(m_language), words());
    }

    /// The sheets keep their headings and lose their names.
    void drop_names()
    {
        for (NamedArea& name : book.cells.names)
            if (name.sheet == m_ladder || name.sheet == m_children || name.sheet == m_movements)
                name.sheet = -1;
    }

    WorkbookFixture book;

private:
    int put(const SheetContent& content)
    {
        Grid grid = grid_of(content, book.cells.null_date);
        std::vector<std::vector<Cell>> rows;
        for (int row = 0; row < grid.rows(); ++row)
        {
            rows.emplace_back();
            for (int column = 0; column < grid.columns; ++column)
                rows.back().push_back(grid.at(row, column));
        }
        const int sheet = book.add_sheet(content.name, std::move(rows));
        book.cells.names.push_back({std::string(sheet_by_id(content.id).defined_name), sheet, *content.table});
        return sheet;
    }

    /// Beneath the last row with anything in it.
    int append(int sheet, std::vector<Cell> cells)
    {
        Grid& grid = book.cells.sheets.at(static_cast<std::size_t>(sheet));
        int row = grid.rows();
        const auto empty = [&](int at)
        {
            for (int column = 0; column < grid.columns; ++column)
                if (!is_empty(grid.at(at, column)))
                    return false;
            return true;
        };
        while (row > 0 && empty(row - 1))
            --row;
        for (std::size_t column = 0; column < cells.size(); ++column)
            grid.make(row, static_cast<int>(column)) = std::move(cells[column]);
        return row;
    }

    Language m_language;
    int m_ladder = -1;
    int m_children = -1;
    int m_movements = -1;
};

} // namespace trinvis::tests
