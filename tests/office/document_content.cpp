// SPDX-License-Identifier: MPL-2.0
#include "document_content.hpp"

#include "cells.hpp"
#include "table/cell.hpp"

#include <algorithm>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/drawing/XDrawPage.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/sheet/XCellFormatRangesSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

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

void add_sheet(std::vector<std::string>& lines, const Document& document, const Sheet& sheet, bool with_looks)
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
    if (with_looks)
        add_looks(lines, name, block);
    for (const std::string& format : conditional_formats(sheet))
        lines.push_back(name + " conditional " + format);
    for (const std::string& chart : chart_names(document, sheet))
        lines.push_back(name + " chart " + chart);
    lines.push_back(name + " shapes " + std::to_string(draw_page(document, sheet)->getCount()));
}

} // namespace

std::vector<std::string> content_of(const Document& document, bool with_looks)
{
    std::vector<std::string> lines;
    for (const std::string& name : sheet_names(document))
        lines.push_back("sheet " + name);
    for (const std::string& name : defined_names(document))
        lines.push_back("name " + name + " = " + defined_name(document, name));
    for (const std::string& name : sheet_names(document))
        add_sheet(lines, document, sheet_named(document, name), with_looks);
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
