// SPDX-License-Identifier: MPL-2.0
//
// A new workbook in memory, as Calc would hand it to the engine, ready to be filled, edited and torn about.
//
//     WorkbookFixture book = WorkbookFixture::filled(Language::danish);
//     book.entry("anbragte", day(2018, 12, 31)) = Cell{"12.5"};
//     book.validate().findings;
//
// Cells are named the way a person would name them: sheet id, the text in the sheet's first column, the column's key.
#pragma once

#include "shipped.hpp"

#include "catalogue/workbook.hpp"
#include "table/sheet_content.hpp"
#include "validation/validate.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis::tests
{

class WorkbookFixture
{
public:
    static constexpr std::string_view aalborg = "851";

    /// A new, empty workbook.
    explicit WorkbookFixture(Language language, std::string_view municipality = aalborg,
                             std::vector<Date> cut_offs = demo_cut_offs());

    /// A new workbook with the demonstration data of its municipality in every round.
    [[nodiscard]] static WorkbookFixture filled(Language language, std::string_view municipality = aalborg);

    /// Where a sheet stands among the sheets, by its id ("entry").
    [[nodiscard]] int sheet(std::string_view id) const;
    [[nodiscard]] Grid& grid(std::string_view id);

    /// The row: the text in the sheet's first column, "heading", or "#2" for the second row beneath the heading; in
    /// Stamdata the key of the fact. The column: its key, or the ISO date of a round.
    [[nodiscard]] Place place(std::string_view sheet_id, std::string_view row, std::string_view column) const;

    [[nodiscard]] Cell& at(Place place);
    [[nodiscard]] Cell& at(std::string_view sheet_id, std::string_view row, std::string_view column);
    [[nodiscard]] Cell& entry(std::string_view item, Date cut_off);

    /// Adds a row beneath the last filled one, cells by column key or ISO date; returns its row.
    int append(std::string_view sheet_id, const std::map<std::string, Cell>& row);
    void add_comparison(std::string_view municipality, std::string_view item, Date cut_off, Cell value,
                        std::string_view source = "opdigtede tal");
    /// The demonstration data of all other municipalities.
    void add_all_comparison_data();
    void clear_round(Date cut_off);
    int add_sheet(std::string name, std::vector<std::vector<Cell>> rows);

    void insert_rows(std::string_view sheet_id, int before, int count);
    void move_column(std::string_view sheet_id, int from, int to);
    void remove_column(std::string_view sheet_id, int column);
    void rename_sheets();
    void drop_names();

    [[nodiscard]] Cell date(Date date) const;
    [[nodiscard]] Workbook read() const;
    /// Findings as of 1 March 2021, when all rounds of the demonstration data have passed.
    [[nodiscard]] Validation validate() const;

    WorkbookCells cells;

private:
    [[nodiscard]] std::string heading(std::string_view sheet_id, std::string_view column) const;
    [[nodiscard]] int heading_row(std::string_view sheet_id) const;

    Language m_language;
    std::string m_municipality;
    std::map<std::string, int, std::less<>> m_sheets;
};

/// A shipped sheet as the cells that Calc would give back: dates as day numbers, empty texts as empty cells.
[[nodiscard]] Grid grid_of(const SheetContent& sheet, Date null_date);

} // namespace trinvis::tests
