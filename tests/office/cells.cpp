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

} // namespace

css::uno::Reference<css::table::XCellRange> used_block(const Sheet& sheet)
{
    const auto cursor = query<css::sheet::XUsedAreaCursor>(sheet->createCursor());
    cursor->gotoEndOfUsedArea(false);
    const auto area = query<css::sheet::XCellRangeAddressable>(cursor)->getRangeAddress();
    return sheet->getCellRangeByPosition(0, 0, area.EndColumn, area.EndRow);
}

css::uno::Reference<css::drawing::XDrawPage> draw_page(const Document& document, const Sheet& sheet)
{
    const sal_Int16 index = query<css::sheet::XCellRangeAddressable>(sheet)->getRangeAddress().Sheet;
    return query<css::drawing::XDrawPage>(
        query<css::drawing::XDrawPagesSupplier>(document)->getDrawPages()->getByIndex(index));
}

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

} // namespace trinvis::testing
