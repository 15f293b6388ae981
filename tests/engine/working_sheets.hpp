// SPDX-License-Identifier: MPL-2.0
//
// Sheets of the working tools in a workbook in memory: put in as shipped, filled in, changed as an update says.
//
//     put_working_sheet(book, mini_analysis_sheet(tests::mini_analysis_form(), texts));
//     working_cell(book, "mini_analysis", 1, "evidence") = Cell{"nøgletal 3"};
#pragma once

#include "workbook_fixture.hpp"

#include "catalogue/sheet_names.hpp"
#include "course/form.hpp"
#include "mini_analysis/form.hpp"
#include "mini_analysis/inspiration.hpp"
#include "table/sheet_update.hpp"

namespace trinvis::tests
{

[[nodiscard]] inline const MiniAnalysisForm& mini_analysis_form()
{
    static const MiniAnalysisForm form = MiniAnalysisForm::from_json(file_text(templates_dir() / "mini_analysis.json"));
    return form;
}

[[nodiscard]] inline const InspirationForm& inspiration_form()
{
    static const InspirationForm form = InspirationForm::from_json(file_text(templates_dir() / "inspiration.json"));
    return form;
}

[[nodiscard]] inline const CourseForm& course_form()
{
    static const CourseForm form = CourseForm::from_json(file_text(templates_dir() / "course.json"));
    return form;
}

/// Adds a sheet with its defined name; returns where it stands among the sheets.
inline int put_working_sheet(WorkbookFixture& book, const SheetContent& content)
{
    book.cells.sheets.push_back(grid_of(content, book.cells.null_date));
    const int index = static_cast<int>(book.cells.sheets.size()) - 1;
    book.cells.names.push_back(
        {std::string(sheet_by_id(content.id).defined_name), index, content.table.value_or(CellRange{})});
    return index;
}

/// The cell of a working table, rows counted from 1 beneath the headings.
[[nodiscard]] inline Cell& working_cell(WorkbookFixture& book, std::string_view table, int row, std::string_view key)
{
    const Workbook workbook = book.read();
    const TableArea& area = workbook.working_table(table);
    return book.cells.sheets.at(static_cast<std::size_t>(area.sheet)).make(area.heading_row + row, area.column(key));
}

[[nodiscard]] inline std::string working_text(WorkbookFixture& book, std::string_view table, int row,
                                              std::string_view key)
{
    return cell_text(working_cell(book, table, row, key), Language::danish);
}

inline void apply(WorkbookFixture& book, const SheetUpdate& update)
{
    for (const CellUpdate& change : update.cells)
    {
        Cell& cell = book.cells.sheets.at(static_cast<std::size_t>(update.sheet)).make(change.row, change.column);
        if (const double* number = std::get_if<double>(&change.content))
            cell = *number;
        else if (const Date* date = std::get_if<Date>(&change.content))
            cell = book.date(*date);
        else if (const LinkTo* link = std::get_if<LinkTo>(&change.content))
            cell = link->text;
        else if (const std::string* text = std::get_if<std::string>(&change.content))
            cell = *text;
        else
            cell = Cell{};
    }
}

} // namespace trinvis::tests
