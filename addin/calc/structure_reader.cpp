// SPDX-License-Identifier: MPL-2.0
#include "calc/structure_reader.hpp"

#include "office/text.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <map>
#include <tuple>

namespace trinvis::calc
{

namespace
{

using namespace office;
using Address = css::table::CellRangeAddress;
using Block = css::uno::Reference<css::table::XCellRange>;
using Sheet = css::uno::Reference<css::sheet::XSpreadsheet>;

std::vector<FormulaCell> read_formulas(const Sheet& sheet, const Block& block)
{
    using namespace css::sheet::FormulaResult;
    std::vector<FormulaCell> formulas;
    const auto found = query<css::sheet::XCellRangesQuery>(block)->queryFormulaCells(VALUE | STRING | ERROR);
    const css::uno::Sequence<Address> ranges = found->getRangeAddresses();
    for (const Address& range : ranges)
    {
        const css::uno::Sequence<css::uno::Sequence<rtl::OUString>> texts =
            query<css::sheet::XCellRangeFormula>(
                sheet->getCellRangeByPosition(range.StartColumn, range.StartRow, range.EndColumn, range.EndRow))
                ->getFormulaArray();
        for (sal_Int32 row = 0; row < texts.getLength(); ++row)
            for (sal_Int32 column = 0; column < texts[row].getLength(); ++column)
                formulas.push_back({range.StartRow + row, range.StartColumn + column, to_utf8(texts[row][column])});
    }
    std::sort(formulas.begin(), formulas.end(),
              [](const FormulaCell& a, const FormulaCell& b)
              { return std::tie(a.row, a.column) < std::tie(b.row, b.column); });
    return formulas;
}

/// The runs that are not marked as shown.
std::vector<HiddenLines> runs_of_hidden(const std::vector<bool>& shown)
{
    std::vector<HiddenLines> runs;
    for (std::size_t i = 0; i < shown.size(); ++i)
    {
        if (shown[i])
            continue;
        const int line = static_cast<int>(i);
        if (!runs.empty() && runs.back().last + 1 == line)
            runs.back().last = line;
        else
            runs.push_back({.first = line, .last = line});
    }
    return runs;
}

/// A run that a filter and the user hid together is parted, so that each is told for what it is. Only where the two ends
/// differ is every row asked: a filter may hide many thousands.
std::vector<HiddenLines> parted_by_filter(const std::vector<HiddenLines>& runs,
                                          const css::uno::Reference<css::container::XIndexAccess>& rows)
{
    const auto is_filtered = [&rows](int row) { return get_property<bool>(rows->getByIndex(row), "IsFiltered"); };
    std::vector<HiddenLines> parted;
    for (const HiddenLines& run : runs)
    {
        parted.push_back({.first = run.first, .last = run.last, .filtered = is_filtered(run.first)});
        if (is_filtered(run.last) == parted.back().filtered)
            continue;
        for (int row = run.first + 1; row <= run.last; ++row)
            if (const bool filtered = is_filtered(row); filtered != parted.back().filtered)
            {
                parted.back().last = row - 1;
                parted.push_back({.first = row, .last = run.last, .filtered = filtered});
            }
    }
    return parted;
}

void read_hidden(const Block& block, const Grid& grid, SheetStructure& structure)
{
    const css::uno::Sequence<Address> visible =
        query<css::sheet::XCellRangesQuery>(block)->queryVisibleCells()->getRangeAddresses();
    std::vector<bool> rows(static_cast<std::size_t>(grid.rows()));
    std::vector<bool> columns(static_cast<std::size_t>(grid.columns));
    sal_Int32 last_start = -1;
    sal_Int32 last_end = -1;
    for (const Address& range : visible)
    {
        std::fill(columns.begin() + range.StartColumn, columns.begin() + range.EndColumn + 1, true);
        // Beside a hidden column the same rows come again.
        if (range.StartRow != last_start || range.EndRow != last_end)
            std::fill(rows.begin() + range.StartRow, rows.begin() + range.EndRow + 1, true);
        last_start = range.StartRow;
        last_end = range.EndRow;
    }
    const auto lines = query<css::table::XColumnRowRange>(block);
    if (!visible.hasElements())
    {
        // All is hidden, by its rows or by its columns.
        const bool by_columns = !get_property<bool>(lines->getColumns(), "IsVisible");
        (by_columns ? rows : columns).assign(by_columns ? rows.size() : columns.size(), true);
    }
    structure.hidden_columns = runs_of_hidden(columns);
    structure.hidden_rows =
        parted_by_filter(runs_of_hidden(rows), query<css::container::XIndexAccess>(lines->getRows()));
}

/// Asks the whole block first and halves it where the answer is yes: a sheet without merged cells costs one question.
void read_merged(const Sheet& sheet, const CellRange& range, std::vector<CellRange>& merged)
{
    const Block block =
        sheet->getCellRangeByPosition(range.first_column, range.first_row, range.last_column, range.last_row);
    if (!query<css::util::XMergeable>(block)->getIsMerged())
        return;
    if (range.first_row == range.last_row && range.first_column == range.last_column)
    {
        const auto cursor = sheet->createCursorByRange(query<css::sheet::XSheetCellRange>(block));
        cursor->collapseToMergedArea();
        const Address area = query<css::sheet::XCellRangeAddressable>(cursor)->getRangeAddress();
        if (area.EndRow > area.StartRow || area.EndColumn > area.StartColumn)
            merged.push_back({area.StartRow, area.StartColumn, area.EndRow, area.EndColumn});
        return;
    }
    CellRange first = range;
    CellRange second = range;
    if (range.last_row > range.first_row)
    {
        first.last_row = range.first_row + (range.last_row - range.first_row) / 2;
        second.first_row = first.last_row + 1;
    }
    else
    {
        first.last_column = range.first_column + (range.last_column - range.first_column) / 2;
        second.first_column = first.last_column + 1;
    }
    read_merged(sheet, first, merged);
    read_merged(sheet, second, merged);
}

std::optional<NumberLook> look_of(sal_Int16 type)
{
    using namespace css::util::NumberFormat;
    if ((type & DATE) != 0)
        return NumberLook::date;
    if ((type & CURRENCY) != 0)
        return NumberLook::currency;
    if ((type & PERCENT) != 0)
        return NumberLook::percent;
    return std::nullopt;
}

/// Cells that share all their formatting come as one; formats that show a plain number are passed over.
std::vector<LookRange> read_looks(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                                  const Block& block)
{
    std::vector<LookRange> looks;
    std::map<sal_Int32, std::optional<NumberLook>> known;
    const auto formats = query<css::util::XNumberFormatsSupplier>(document)->getNumberFormats();
    const auto groups = query<css::sheet::XUniqueCellFormatRangesSupplier>(block)->getUniqueCellFormatRanges();
    for (sal_Int32 i = 0; i < groups->getCount(); ++i)
    {
        const auto ranges = query<css::sheet::XSheetCellRanges>(groups->getByIndex(i));
        const auto key = get_property<sal_Int32>(ranges, "NumberFormat");
        const auto [look, added] = known.emplace(key, std::nullopt);
        if (added)
            look->second = look_of(get_property<sal_Int16>(formats->getByKey(key), "Type"));
        if (!look->second)
            continue;
        const css::uno::Sequence<Address> addresses = ranges->getRangeAddresses();
        for (const Address& address : addresses)
            looks.push_back(
                {{address.StartRow, address.StartColumn, address.EndRow, address.EndColumn}, *look->second});
    }
    return looks;
}

} // namespace

SheetStructure read_structure(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document, const Sheet& sheet,
                              const Grid& grid)
{
    SheetStructure structure;
    structure.hidden = !get_property<bool>(sheet, "IsVisible");
    if (grid.rows() == 0)
        return structure;
    const Block block = sheet->getCellRangeByPosition(0, 0, grid.columns - 1, grid.rows() - 1);
    structure.formulas = read_formulas(sheet, block);
    read_hidden(block, grid, structure);
    read_merged(sheet, {0, 0, grid.rows() - 1, grid.columns - 1}, structure.merged);
    structure.looks = read_looks(document, block);
    return structure;
}

} // namespace trinvis::calc
