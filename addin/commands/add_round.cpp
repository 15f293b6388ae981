// SPDX-License-Identifier: MPL-2.0
#include "calc/sheet_writer.hpp"
#include "calc/styles.hpp"
#include "catalogue/sheet_names.hpp"
#include "commands/commands.hpp"
#include "commands/open_workbook.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XCellRangeMovement.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

namespace trinvis::commands
{

namespace
{

using namespace office;

constexpr sal_Int32 column_width = 3000; // 1/100 mm

/// The last column with a date. A column of sums or remarks further to the right is no round and stays there.
int last_round_column(const Workbook& workbook)
{
    int last = -1;
    for (const Round& round : workbook.rounds)
        if (round.date)
            last = std::max(last, round.column);
    if (last < 0)
        for (const auto& [key, column] : workbook.entry.columns)
            last = std::max(last, column);
    return last;
}

} // namespace

std::string proposed_round(const Context& context, const Model& document)
{
    using namespace std::chrono;
    const OpenWorkbook open = open_workbook(context, document);
    std::optional<Date> last;
    for (const Round& round : open.workbook.rounds)
        if (round.date)
            last = round.date;
    if (!last)
        return {};
    const year_month next = year_month{last->year(), last->month()} + months{6};
    return format_date(Date{next.year() / next.month() / std::chrono::last}, open.workbook.language);
}

void add_round(const Context& context, const Model& model, const std::string& cut_off)
{
    const OpenWorkbook open = open_workbook(context, model);
    const Workbook& workbook = open.workbook;
    const Texts& texts = open.texts();
    require_figures(open);
    const auto date = parse_date(cut_off);
    if (!date)
        throw UserError(texts.format("error.bad_cut_off", {{"text", cut_off}}));
    for (const Round& round : workbook.rounds)
        if (round.date == date)
            throw UserError(
                texts.format("error.round_exists", {{"date", format_date(*date, workbook.language)},
                                                    {"sheet", workbook.grid(workbook.entry).sheet_name},
                                                    {"cell", cell_address(workbook.entry.heading_row, round.column)}}));
    const auto sheet = query<css::sheet::XSpreadsheet>(
        query<css::container::XIndexAccess>(open.document->getSheets())->getByIndex(workbook.entry.sheet));
    calc::refuse_unwritable(open.document, sheet, texts);

    const int previous = last_round_column(workbook);
    const int column = previous + 1;
    const int heading = workbook.entry.heading_row;
    calc::add_styles(model, texts);
    UndoStep step(model, from_utf8(texts.get("undo.add_round")));
    const auto columns = query<css::table::XColumnRowRange>(sheet)->getColumns();
    columns->insertByIndex(column, 1);
    step.on_failure([columns, column] { columns->removeByIndex(column, 1); });
    set_property(columns->getByIndex(column), "Width", css::uno::Any(column_width));
    const auto heading_cell = sheet->getCellByPosition(column, heading);
    heading_cell->setValue(serial_from_date(*date, workbook.cells.null_date));
    set_property(heading_cell, "CellStyle", css::uno::Any(calc::style_name(Style::heading_date, texts)));
    const int last_row = std::max(workbook.entry.last_row, heading + 1);
    set_property(sheet->getCellRangeByPosition(column, heading + 1, column, last_row), "CellStyle",
                 css::uno::Any(calc::style_name(Style::input, texts)));
    for (const EntryLine& line : workbook.lines)
        if (line.unit.starts_with("kr"))
            set_property(sheet->getCellByPosition(column, line.row), "CellStyle",
                         css::uno::Any(calc::style_name(Style::input_money, texts)));
    calc::name_range(open.document, sheet_by_id("entry").defined_name, sheet, {heading, 0, last_row, column});
    step.keep();
    calc::show_cell(open.document, sheet, heading + 1, column);
}

} // namespace trinvis::commands
