// SPDX-License-Identifier: MPL-2.0
#include "calc/overtyped.hpp"

#include "office/text.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XLoadable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XFormulaParser.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <set>
#include <tuple>

namespace trinvis::calc
{

namespace
{

using namespace office;
using Document = css::uno::Reference<css::sheet::XSpreadsheetDocument>;
using Names = css::uno::Reference<css::sheet::XNamedRanges>;

/// More numbers between formulas than this are a pattern of the sheet's, not slips.
constexpr std::size_t most_gaps = 1000;

class Translator
{
public:
    explicit Translator(const Document& document)
        : m_parser(create_in<css::sheet::XFormulaParser>(document, "com.sun.star.sheet.FormulaParser"))
    {
        set_property(m_parser, "CompileEnglish", css::uno::Any(true));
    }

    /// A formula as it is when it is copied to another cell.
    [[nodiscard]] rtl::OUString moved(int sheet, const FormulaCell& formula, int row, int column) const
    {
        const auto index = static_cast<sal_Int16>(sheet);
        return m_parser->printFormula(
            m_parser->parseFormula(from_utf8(formula.formula), {index, formula.column, formula.row}),
            {index, column, row});
    }

private:
    css::uno::Reference<css::sheet::XFormulaParser> m_parser;
};

/// A document without a window that holds the values of the user's, so that a formula can be tried out in it.
class Scratch
{
public:
    Scratch(const Context& context, const Document& original, const WorkbookCells& cells)
        : m_cells(cells),
          m_document(create<css::sheet::XSpreadsheetDocument>(context, "com.sun.star.comp.Calc.SpreadsheetDocument"))
    {
        query<css::frame::XLoadable>(m_document)->initNew();
        const auto sheets = m_document->getSheets();
        // The sheets that a new document has might bear one of the names.
        for (const rtl::OUString& name : sheets->getElementNames())
            if (sheets->getElementNames().getLength() > 1)
                sheets->removeByName(name);
        query<css::container::XNamed>(sheets->getByName(sheets->getElementNames()[0]))->setName("trinvis_scratch");
        for (std::size_t i = 0; i < cells.sheets.size(); ++i)
            sheets->insertNewByName(from_utf8(cells.sheets[i].sheet_name), static_cast<sal_Int16>(i));
        sheets->removeByName("trinvis_scratch");
        copy_names(original);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch()
    {
        try
        {
            query<css::util::XCloseable>(m_document)->close(true);
        }
        catch (const css::uno::Exception&)
        {
            // Nobody else knows the document, and a destructor has nobody to tell.
            return;
        }
    }

    /// What a formula gives in a cell; nothing when that is no number.
    [[nodiscard]] std::optional<double> result(int sheet, const OvertypedCell& overtyped)
    {
        if (outside_source(overtyped.formula))
            return std::nullopt;
        fill(sheet);
        for (std::size_t i = 0; i < m_cells.sheets.size(); ++i)
            if (overtyped.formula.find(m_cells.sheets[i].sheet_name) != std::string::npos)
                fill(static_cast<int>(i));
        const auto cell = sheet_at(sheet)->getCellByPosition(overtyped.column, overtyped.row);
        const double typed = cell->getValue();
        cell->setFormula(from_utf8(overtyped.formula));
        std::optional<double> result;
        if (cell->getError() == 0 && get_property<sal_Int32>(cell, "FormulaResultType2") == 1)
            result = cell->getValue();
        cell->setValue(typed);
        return result;
    }

private:
    [[nodiscard]] css::uno::Reference<css::sheet::XSpreadsheet> sheet_at(int index) const
    {
        return query<css::sheet::XSpreadsheet>(
            query<css::container::XIndexAccess>(m_document->getSheets())->getByIndex(index));
    }

    void copy_names(const Document& original)
    {
        const auto from = get_property<Names>(original, "NamedRanges");
        const auto to = get_property<Names>(m_document, "NamedRanges");
        const css::uno::Sequence<rtl::OUString> names = from->getElementNames();
        for (const rtl::OUString& name : names)
        {
            const auto named = query<css::sheet::XNamedRange>(from->getByName(name));
            if (outside_source(to_utf8(named->getContent())))
                continue;
            to->addNewByName(name, named->getContent(), named->getReferencePosition(), named->getType());
        }
    }

    /// Puts a sheet's values in, once.
    void fill(int index)
    {
        const Grid& grid = m_cells.sheets[static_cast<std::size_t>(index)];
        if (!m_filled.insert(index).second || grid.rows() == 0)
            return;
        css::uno::Sequence<css::uno::Sequence<css::uno::Any>> rows(grid.rows());
        css::uno::Sequence<css::uno::Any>* next = rows.getArray();
        for (int row = 0; row < grid.rows(); ++row)
        {
            css::uno::Sequence<css::uno::Any> values(grid.columns);
            css::uno::Any* value = values.getArray();
            for (int column = 0; column < grid.columns; ++column)
                value[column] = to_any(grid.at(row, column));
            *next++ = values;
        }
        query<css::sheet::XCellRangeData>(
            sheet_at(index)->getCellRangeByPosition(0, 0, grid.columns - 1, grid.rows() - 1))
            ->setDataArray(rows);
    }

    static css::uno::Any to_any(const Cell& cell)
    {
        if (const double* number = std::get_if<double>(&cell))
            return css::uno::Any(*number);
        if (const std::string* text = std::get_if<std::string>(&cell))
            return css::uno::Any(from_utf8(*text));
        return css::uno::Any(rtl::OUString());
    }

    const WorkbookCells& m_cells;
    Document m_document;
    std::set<int> m_filled;
};

std::vector<OvertypedCell> overtyped_in(const Document& document, const WorkbookCells& cells, int sheet)
{
    const SheetStructure& structure = cells.structure(sheet);
    std::vector<OvertypedCell> overtyped;
    const std::vector<FormulaGap> gaps = formula_gaps(cells.sheets[static_cast<std::size_t>(sheet)], structure);
    if (gaps.empty() || gaps.size() > most_gaps)
        return overtyped;
    const Translator translator(document);
    for (const FormulaGap& gap : gaps)
    {
        if (!overtyped.empty() &&
            std::tie(overtyped.back().row, overtyped.back().column) == std::tie(gap.row, gap.column))
            continue;
        const rtl::OUString formula = translator.moved(sheet, *gap.before, gap.row, gap.column);
        if (!formula.isEmpty() && formula == translator.moved(sheet, *gap.after, gap.row, gap.column))
            overtyped.push_back({gap.row, gap.column, "=" + to_utf8(formula), std::nullopt});
    }
    return overtyped;
}

} // namespace

void find_overtyped(const Context& context, const Document& document, WorkbookCells& cells)
{
    bool found = false;
    for (std::size_t i = 0; i < cells.structures.size(); ++i)
    {
        cells.structures[i].overtyped = overtyped_in(document, cells, static_cast<int>(i));
        found = found || !cells.structures[i].overtyped.empty();
    }
    if (!found)
        return;
    Scratch scratch(context, document, cells);
    for (std::size_t i = 0; i < cells.structures.size(); ++i)
        for (OvertypedCell& overtyped : cells.structures[i].overtyped)
            overtyped.result = scratch.result(static_cast<int>(i), overtyped);
}

} // namespace trinvis::calc
