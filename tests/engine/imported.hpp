// SPDX-License-Identifier: MPL-2.0
//
// A small workbook to import into, and small foreign tables. All numbers are invented.
//
//     const ImportedTable table = table_of(tidy_placements);
//     const Workbook workbook = import_book().read();
//     apply(confirmed_mapping(table, workbook), table, workbook, words(), {});
#pragma once

#include "workbook_fixture.hpp"

#include "reference/import_reader.hpp"
#include "reference/import_rows.hpp"
#include "reference/import_sheet.hpp"

#include <stdexcept>

namespace trinvis::tests
{

inline const Date cut_off_of_import{std::chrono::year{2018}, std::chrono::December, std::chrono::day{31}};

/// Three municipalities, the own one (Aalborg) and what is none of them, with two items.
inline constexpr std::string_view tidy_placements = "kommune;post;dato;værdi\n"
                                                    "101;institution;31-12-2018;12,5\n"
                                                    "101;anbragte;31-12-2018;300\n"
                                                    "Århus;institution;31-12-2018;..\n"
                                                    "Århus Kommune;anbragte;31-12-2018;400\n"
                                                    "851;institution;31-12-2018;9\n"
                                                    "411;institution;31-12-2018;1\n"
                                                    "Hele landet;institution;31-12-2018;99\n"
                                                    "Atlantis;institution;31-12-2018;7\n";

/// Reads a CSV. Throws std::runtime_error when it is refused.
[[nodiscard]] inline reference::ImportedTable table_of(std::string_view bytes, std::string_view name = "anbragte.csv")
{
    reference::ReadResult result = reference::read_source(bytes, name, {}, words(), municipalities());
    if (const auto* fault = std::get_if<reference::ImportFault>(&result))
        throw std::runtime_error(fault->message(words().english));
    return std::get<reference::ImportedTable>(std::move(result));
}

/// A new workbook of Aalborg without numbers.
[[nodiscard]] inline WorkbookFixture import_book(std::vector<Date> cut_offs = {cut_off_of_import},
                                                 Language language = Language::danish)
{
    return WorkbookFixture(language, WorkbookFixture::aalborg, std::move(cut_offs));
}

/// The proposal, seen and accepted.
[[nodiscard]] inline reference::ImportMapping confirmed_mapping(const reference::ImportedTable& table,
                                                                const Workbook& workbook)
{
    reference::ImportMapping mapping = reference::propose_mapping(table, workbook, {}, words());
    mapping.confirm_all();
    return mapping;
}

/// Adds the sheet Import to a workbook, as Calc would give it back.
inline void add_import_sheet(WorkbookFixture& book, const std::vector<reference::ImportMapping>& mappings,
                             const std::vector<reference::LayoutMapping>& layouts)
{
    const Language language = book.read().language;
    const SheetContent sheet = reference::imports_sheet(mappings, layouts, words().in(language));
    book.cells.sheets.push_back(grid_of(sheet, book.cells.null_date));
    book.cells.names.push_back(
        {"trinvis_import", static_cast<int>(book.cells.sheets.size()) - 1, sheet.table.value_or(CellRange{})});
}

/// Writes an import's blocks into the workbook's cells, as Calc would.
inline void write_blocks(WorkbookFixture& book, const reference::ImportRows& rows)
{
    Grid& grid = book.cells.sheets.at(static_cast<std::size_t>(rows.sheet));
    for (const reference::CellBlock& block : rows.blocks)
        for (std::size_t row = 0; row < block.rows.size(); ++row)
            for (std::size_t column = 0; column < block.rows[row].size(); ++column)
            {
                Cell& cell =
                    grid.make(block.first_row + static_cast<int>(row), block.first_column + static_cast<int>(column));
                const ContentCell& content = block.rows[row][column];
                cell = Cell{};
                if (const double* number = std::get_if<double>(&content))
                    cell = *number;
                else if (const std::string* text = std::get_if<std::string>(&content); text && !text->empty())
                    cell = *text;
                else if (const Date* date = std::get_if<Date>(&content))
                    cell = book.date(*date);
            }
}

} // namespace trinvis::tests
