// SPDX-License-Identifier: MPL-2.0
#include "calc/reader.hpp"

#include "calc/structure_reader.hpp"
#include "catalogue/sheet_names.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "table/text_match.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/util/Date.hpp>

namespace trinvis::calc
{

namespace
{

using namespace office;

constexpr sal_Int64 most_cells = 20'000'000;
constexpr std::string_view name_prefix = "trinvis_";

Cell to_cell(const css::uno::Any& value)
{
    switch (value.getValueTypeClass())
    {
    case css::uno::TypeClass_DOUBLE:
        return *static_cast<const double*>(value.getValue());
    case css::uno::TypeClass_STRING:
    {
        const auto& text = *static_cast<const rtl::OUString*>(value.getValue());
        if (text.isEmpty())
            return {};
        return to_utf8(text);
    }
    default:
        return {};
    }
}

css::table::CellRangeAddress used_area(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet)
{
    const auto cursor = query<css::sheet::XUsedAreaCursor>(sheet->createCursor());
    cursor->gotoEndOfUsedArea(false);
    return query<css::sheet::XCellRangeAddressable>(cursor)->getRangeAddress();
}

/// Formats reach further than content in a sheet that was tidied up by hand; only where the used area is enormous is it
/// worth asking for the content itself.
css::table::CellRangeAddress content_area(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet)
{
    css::table::CellRangeAddress area = used_area(sheet);
    const auto cells = [](const css::table::CellRangeAddress& range)
    { return (static_cast<sal_Int64>(range.EndRow) + 1) * (static_cast<sal_Int64>(range.EndColumn) + 1); };
    if (cells(area) <= most_cells / 10)
        return area;
    using namespace css::sheet::CellFlags;
    const auto content = query<css::sheet::XCellRangesQuery>(sheet)->queryContentCells(
        static_cast<sal_Int16>(VALUE | DATETIME | STRING | FORMULA));
    css::table::CellRangeAddress bounds{area.Sheet, 0, 0, 0, 0};
    const css::uno::Sequence<css::table::CellRangeAddress> ranges = content->getRangeAddresses();
    for (const css::table::CellRangeAddress& range : ranges)
    {
        bounds.EndRow = std::max(bounds.EndRow, range.EndRow);
        bounds.EndColumn = std::max(bounds.EndColumn, range.EndColumn);
    }
    return bounds;
}

void mark_errors(Grid& grid, const css::uno::Reference<css::table::XCellRange>& block)
{
    const auto errors = query<css::sheet::XCellRangesQuery>(block)->queryFormulaCells(css::sheet::FormulaResult::ERROR);
    const css::uno::Sequence<css::table::CellRangeAddress> ranges = errors->getRangeAddresses();
    for (const css::table::CellRangeAddress& range : ranges)
        for (sal_Int32 row = range.StartRow; row <= range.EndRow; ++row)
            for (sal_Int32 column = range.StartColumn; column <= range.EndColumn; ++column)
                grid.cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
                           static_cast<std::size_t>(column)] = CellError{};
}

Grid read_sheet(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, const std::string& name, const Texts& texts)
{
    const css::table::CellRangeAddress area = content_area(sheet);
    if ((static_cast<sal_Int64>(area.EndRow) + 1) * (static_cast<sal_Int64>(area.EndColumn) + 1) > most_cells)
        throw UserError(texts.format("error.too_large",
                                     {{"sheet", name}, {"limit", std::to_string(most_cells / 1'000'000) + " mio."}}));
    Grid grid;
    grid.sheet_name = name;
    grid.columns = area.EndColumn + 1;
    const css::uno::Reference<css::table::XCellRange> block =
        sheet->getCellRangeByPosition(0, 0, area.EndColumn, area.EndRow);
    const css::uno::Sequence<css::uno::Sequence<css::uno::Any>> data =
        query<css::sheet::XCellRangeData>(block)->getDataArray();
    grid.cells.reserve(static_cast<std::size_t>(data.getLength()) * static_cast<std::size_t>(grid.columns));
    for (const css::uno::Sequence<css::uno::Any>& row : data)
        for (const css::uno::Any& value : row)
            grid.cells.push_back(to_cell(value));
    mark_errors(grid, block);
    return grid;
}

std::vector<NamedArea> read_names(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document)
{
    std::vector<NamedArea> areas;
    const auto names = get_property<css::uno::Reference<css::sheet::XNamedRanges>>(document, "NamedRanges");
    const css::uno::Sequence<rtl::OUString> all = names->getElementNames();
    for (const rtl::OUString& name : all)
    {
        const std::string text = to_utf8(name);
        if (!folded(text).starts_with(name_prefix))
            continue;
        const auto range = query_if<css::sheet::XCellRangeAddressable>(cells_of_name(document, name));
        if (!range.is())
            continue;
        const css::table::CellRangeAddress address = range->getRangeAddress();
        areas.push_back(
            {text, address.Sheet, {address.StartRow, address.StartColumn, address.EndRow, address.EndColumn}});
    }
    return areas;
}

} // namespace

css::uno::Reference<css::table::XCellRange>
cells_of_name(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document, const rtl::OUString& name)
{
    const auto names = get_property<css::uno::Reference<css::sheet::XNamedRanges>>(document, "NamedRanges");
    if (!names->hasByName(name))
        return {};
    const auto named = query<css::sheet::XNamedRange>(names->getByName(name));
    const auto referrer = query_if<css::sheet::XCellRangeReferrer>(named);
    // A name whose sheet was deleted stays behind, and the office gives the sheet that now stands in its place.
    if (!referrer.is() || named->getContent().indexOf("#REF!") >= 0)
        return {};
    return referrer->getReferredCells();
}

WorkbookCells read_cells(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document, const Texts& texts)
{
    WorkbookCells cells;
    const auto sheets = query<css::container::XIndexAccess>(document->getSheets());
    const css::uno::Sequence<rtl::OUString> names = document->getSheets()->getElementNames();
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i)
    {
        const auto sheet = query<css::sheet::XSpreadsheet>(sheets->getByIndex(i));
        cells.sheets.push_back(read_sheet(sheet, to_utf8(names[i]), texts));
        cells.structures.push_back(read_structure(document, sheet, cells.sheets.back()));
    }
    cells.names = read_names(document);
    const auto null_date = get_property<css::util::Date>(document, "NullDate");
    cells.null_date =
        Date{std::chrono::year{null_date.Year}, std::chrono::month{null_date.Month}, std::chrono::day{null_date.Day}};
    return cells;
}

bool looks_like_key_figure_workbook(const css::uno::Reference<css::frame::XModel>& model, const Words& words)
{
    const auto document = query_if<css::sheet::XSpreadsheetDocument>(model);
    if (!document.is())
        return false;
    const auto has_sheet = [&](std::string_view id)
    {
        const auto names = get_property<css::uno::Reference<css::sheet::XNamedRanges>>(document, "NamedRanges");
        if (names->hasByName(from_utf8(sheet_by_id(id).defined_name)))
            return true;
        for (const Language language : {Language::danish, Language::english})
            if (document->getSheets()->hasByName(from_utf8(words.in(language).get("sheet." + std::string(id)))))
                return true;
        return false;
    };
    return has_sheet("catalogue") && has_sheet("entry");
}

} // namespace trinvis::calc
