// SPDX-License-Identifier: MPL-2.0
#include "cells.hpp"

#include "table/cell.hpp"
#include "table/date_text.hpp"

#include <algorithm>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/drawing/XDrawPage.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/sheet/XCellFormatRangesSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XConditionEntry.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <stdexcept>

namespace trinvis::testing
{

namespace
{

using namespace office;
using Names = css::uno::Reference<css::sheet::XNamedRanges>;

constexpr Date null_date{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}};

css::uno::Reference<css::table::XCell> cell_at(const Sheet& sheet, const std::string& cell)
{
    return sheet->getCellRangeByName(from_utf8(cell))->getCellByPosition(0, 0);
}

css::uno::Reference<css::table::XCellRange> used_block(const Sheet& sheet)
{
    const auto cursor = query<css::sheet::XUsedAreaCursor>(sheet->createCursor());
    cursor->gotoEndOfUsedArea(false);
    const auto area = query<css::sheet::XCellRangeAddressable>(cursor)->getRangeAddress();
    return sheet->getCellRangeByPosition(0, 0, area.EndColumn, area.EndRow);
}

css::uno::Sequence<css::uno::Reference<css::sheet::XConditionalFormat>> formats_of(const Sheet& sheet)
{
    return get_property<css::uno::Reference<css::sheet::XConditionalFormats>>(sheet, "ConditionalFormats")
        ->getConditionalFormats();
}

css::uno::Reference<css::sheet::XSheetCellRanges>
ranges_of(const css::uno::Reference<css::sheet::XConditionalFormat>& format)
{
    return get_property<css::uno::Reference<css::sheet::XSheetCellRanges>>(format, "Range");
}

rtl::OUString style_name_of(const css::uno::Reference<css::sheet::XConditionalFormat>& format)
{
    if (format->getCount() == 0)
        return "(empty)";
    const auto entry = query<css::beans::XPropertySet>(format->getByIndex(0));
    return entry->getPropertySetInfo()->hasPropertyByName("StyleName") ? get_property<rtl::OUString>(entry, "StyleName")
                                                                       : rtl::OUString("(scale)");
}

css::uno::Reference<css::drawing::XDrawPage> draw_page(const Document& document, const Sheet& sheet)
{
    const sal_Int16 index = query<css::sheet::XCellRangeAddressable>(sheet)->getRangeAddress().Sheet;
    return query<css::drawing::XDrawPage>(
        query<css::drawing::XDrawPagesSupplier>(document)->getDrawPages()->getByIndex(index));
}

/// The cell styles and backgrounds, row by row: ranges are cut differently from time to time.
void add_looks(std::vector<std::string>& lines, const std::string& sheet,
               const css::uno::Reference<css::table::XCellRange>& block)
{
    const auto area = query<css::sheet::XCellRangeAddressable>(block)->getRangeAddress();
    std::vector<std::vector<std::string>> looks(static_cast<std::size_t>(area.EndRow) + 1);
    for (std::vector<std::string>& row : looks)
        row.resize(static_cast<std::size_t>(area.EndColumn) + 1);
    const auto formats =
        query<css::container::XIndexAccess>(query<css::sheet::XCellFormatRangesSupplier>(block)->getCellFormatRanges());
    for (sal_Int32 i = 0; i < formats->getCount(); ++i)
    {
        const auto range = query<css::uno::XInterface>(formats->getByIndex(i));
        const auto address = query<css::sheet::XCellRangeAddressable>(range)->getRangeAddress();
        const std::string look = to_utf8(get_property<rtl::OUString>(range, "CellStyle")) + " " +
                                 std::to_string(get_property<sal_Int32>(range, "CellBackColor"));
        if (look == "Default -1")
            continue;
        for (sal_Int32 row = address.StartRow; row <= address.EndRow; ++row)
            for (sal_Int32 column = address.StartColumn; column <= address.EndColumn; ++column)
                looks[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = look;
    }
    for (std::size_t row = 0; row < looks.size(); ++row)
    {
        std::string line = sheet + " looks of row " + std::to_string(row + 1) + ":";
        for (const std::string& look : looks[row])
            line += "|" + look;
        line.erase(line.find_last_not_of('|') + 1);
        if (!line.ends_with(":"))
            lines.push_back(std::move(line));
    }
}

void add_sheet(std::vector<std::string>& lines, const Document& document, const Sheet& sheet)
{
    const std::string name = to_utf8(query<css::container::XNamed>(sheet)->getName());
    const auto block = used_block(sheet);
    int number = 0;
    for (const css::uno::Sequence<rtl::OUString>& row : query<css::sheet::XCellRangeFormula>(block)->getFormulaArray())
    {
        std::string line = name + " row " + std::to_string(++number) + ":";
        for (const rtl::OUString& cell : row)
            line += "|" + to_utf8(cell);
        line.erase(line.find_last_not_of('|') + 1);
        lines.push_back(std::move(line));
    }
    // Trailing rows that hold nothing are not content.
    while (!lines.empty() && lines.back().ends_with(":"))
        lines.pop_back();
    add_looks(lines, name, block);
    for (const std::string& format : conditional_formats(sheet))
        lines.push_back(name + " conditional " + format);
    for (const std::string& chart : chart_names(document, sheet))
        lines.push_back(name + " chart " + chart);
    lines.push_back(name + " shapes " + std::to_string(draw_page(document, sheet)->getCount()));
}

} // namespace

Sheet sheet_named(const Document& document, const std::string& name)
{
    return query<css::sheet::XSpreadsheet>(document->getSheets()->getByName(from_utf8(name)));
}

std::vector<std::string> sheet_names(const Document& document)
{
    std::vector<std::string> names;
    for (const rtl::OUString& name : document->getSheets()->getElementNames())
        names.push_back(to_utf8(name));
    return names;
}

sal_Int32 item_row(const Sheet& entry, const std::string& item)
{
    const sal_Int32 row = row_with(entry, 0, item);
    if (row < 0)
        throw std::runtime_error("no row for the item " + item);
    return row;
}

std::string cell_of(const Document& document, const std::string& item, int round)
{
    return cell_address(item_row(sheet_named(document, "Indtastning"), item), first_round_column + round);
}

void set_number(const Sheet& sheet, const std::string& cell, double number)
{
    cell_at(sheet, cell)->setValue(number);
}

void set_text(const Sheet& sheet, const std::string& cell, const std::string& text)
{
    query<css::text::XTextRange>(cell_at(sheet, cell))->setString(from_utf8(text));
}

void set_formula(const Sheet& sheet, const std::string& cell, const std::string& formula)
{
    cell_at(sheet, cell)->setFormula(from_utf8(formula));
}

void set_date(const Sheet& sheet, const std::string& cell, const std::string& iso_date)
{
    set_number(sheet, cell, serial_from_date(parse_date(iso_date).value(), null_date));
}

std::string shown(const Sheet& sheet, const std::string& cell)
{
    return to_utf8(query<css::text::XTextRange>(cell_at(sheet, cell))->getString());
}

double number(const Sheet& sheet, const std::string& cell)
{
    return cell_at(sheet, cell)->getValue();
}

std::string formula(const Sheet& sheet, const std::string& cell)
{
    return to_utf8(cell_at(sheet, cell)->getFormula());
}

std::string style_of(const Sheet& sheet, const std::string& cell)
{
    return to_utf8(get_property<rtl::OUString>(cell_at(sheet, cell), "CellStyle"));
}

sal_Int32 row_with(const Sheet& sheet, sal_Int32 column, const std::string& text)
{
    const sal_Int32 last = last_used_row(sheet);
    const auto block =
        query<css::sheet::XCellRangeFormula>(sheet->getCellRangeByPosition(column, 0, column, last))->getFormulaArray();
    for (sal_Int32 row = 0; row <= last; ++row)
        if (to_utf8(block[row][0]) == text)
            return row;
    return -1;
}

sal_Int32 last_used_row(const Sheet& sheet)
{
    return query<css::sheet::XCellRangeAddressable>(used_block(sheet))->getRangeAddress().EndRow;
}

void insert_rows(const Sheet& sheet, sal_Int32 at, sal_Int32 count)
{
    query<css::table::XColumnRowRange>(sheet)->getRows()->insertByIndex(at, count);
}

void insert_columns(const Sheet& sheet, sal_Int32 at, sal_Int32 count)
{
    query<css::table::XColumnRowRange>(sheet)->getColumns()->insertByIndex(at, count);
}

void rename(const Sheet& sheet, const std::string& name)
{
    query<css::container::XNamed>(sheet)->setName(from_utf8(name));
}

std::string defined_name(const Document& document, const std::string& name)
{
    const Names names = get_property<Names>(document, "NamedRanges");
    if (!names->hasByName(from_utf8(name)))
        return {};
    return to_utf8(query<css::sheet::XNamedRange>(names->getByName(from_utf8(name)))->getContent());
}

std::vector<std::string> defined_names(const Document& document)
{
    std::vector<std::string> all;
    for (const rtl::OUString& name : get_property<Names>(document, "NamedRanges")->getElementNames())
        all.push_back(to_utf8(name));
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<std::string> conditional_formats(const Sheet& sheet)
{
    std::vector<std::string> all;
    for (const auto& format : formats_of(sheet))
        all.push_back(to_utf8(style_name_of(format) + ": " + ranges_of(format)->getRangeAddressesAsString()));
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<std::string> marked_cells(const Sheet& sheet, const std::string& style)
{
    std::vector<std::string> cells;
    for (const auto& format : formats_of(sheet))
        if (to_utf8(style_name_of(format)) == style)
            for (const css::table::CellRangeAddress& range : ranges_of(format)->getRangeAddresses())
                for (sal_Int32 row = range.StartRow; row <= range.EndRow; ++row)
                    for (sal_Int32 column = range.StartColumn; column <= range.EndColumn; ++column)
                        cells.push_back(cell_address(row, column));
    std::sort(cells.begin(), cells.end());
    return cells;
}

std::vector<std::string> chart_names(const Document& document, const Sheet& sheet)
{
    const auto page = draw_page(document, sheet);
    std::vector<std::string> names;
    for (sal_Int32 i = 0; i < page->getCount(); ++i)
    {
        const auto shape = query<css::beans::XPropertySet>(page->getByIndex(i));
        if (shape->getPropertySetInfo()->hasPropertyByName("PersistName"))
            names.push_back(to_utf8(get_property<rtl::OUString>(shape, "Name")));
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> content_of(const Document& document)
{
    std::vector<std::string> lines;
    for (const std::string& name : sheet_names(document))
        lines.push_back("sheet " + name);
    for (const std::string& name : defined_names(document))
        lines.push_back("name " + name + " = " + defined_name(document, name));
    for (const std::string& name : sheet_names(document))
        add_sheet(lines, document, sheet_named(document, name));
    return lines;
}

std::string difference(const std::vector<std::string>& before, const std::vector<std::string>& after)
{
    for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i)
    {
        const std::string was = i < before.size() ? before[i] : "(nothing)";
        const std::string is = i < after.size() ? after[i] : "(nothing)";
        if (was != is)
            return "before: " + was + "\nafter:  " + is;
    }
    return {};
}

} // namespace trinvis::testing
