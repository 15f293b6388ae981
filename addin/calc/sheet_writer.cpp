// SPDX-License-Identifier: MPL-2.0
#include "calc/sheet_writer.hpp"

#include "calc/reader.hpp"
#include "calc/styles.hpp"
#include "catalogue/sheet_names.hpp"
#include "office/text.hpp"
#include "office/unlocking.hpp"
#include "office/user_error.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XDatabaseRange.hpp>
#include <com/sun/star/sheet/XDatabaseRanges.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/sheet/XViewPane.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/util/Date.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <optional>
#include <set>

namespace trinvis::calc
{

namespace
{

using namespace office;

css::table::CellRangeAddress address_in(const Sheet& sheet, const CellRange& range)
{
    const sal_Int16 index = query<css::sheet::XCellRangeAddressable>(sheet)->getRangeAddress().Sheet;
    return {index, range.first_column, range.first_row, range.last_column, range.last_row};
}

css::uno::Reference<css::table::XCellRange> block_of(const Sheet& sheet, const CellRange& range)
{
    return sheet->getCellRangeByPosition(range.first_column, range.first_row, range.last_column, range.last_row);
}

css::uno::Any to_any(const ContentCell& cell, Date null_date)
{
    if (const double* number = std::get_if<double>(&cell))
        return css::uno::Any(*number);
    if (const std::string* text = std::get_if<std::string>(&cell))
        return css::uno::Any(from_utf8(*text));
    if (const Date* date = std::get_if<Date>(&cell))
        return css::uno::Any(serial_from_date(*date, null_date));
    if (const LinkTo* link = std::get_if<LinkTo>(&cell))
        return css::uno::Any(from_utf8(link->text));
    return css::uno::Any(rtl::OUString());
}

Date null_date_of(const Document& document)
{
    const auto date = get_property<css::util::Date>(document, "NullDate");
    return Date{std::chrono::year{date.Year}, std::chrono::month{date.Month}, std::chrono::day{date.Day}};
}

void write_cells(const Document& document, const Sheet& sheet, const SheetContent& content, bool rewritten)
{
    write_block(document, sheet, 0, 0, content.rows, rewritten);
}

rtl::OUString link_formula(const LinkTo& link)
{
    std::string shown;
    for (const char letter : link.text)
        shown += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    // CELL("ADDRESS") follows the cell when rows are inserted and the sheet is renamed.
    return from_utf8("=HYPERLINK(\"#\"&CELL(\"ADDRESS\";$" + quoted_sheet_name(link.sheet) + ".$" +
                     column_letters(link.column) + "$" + std::to_string(link.row + 1) + ");\"" + shown + "\")");
}

void write_links(const Sheet& sheet, const SheetContent& content)
{
    for (int row = 0; row < content.row_count(); ++row)
    {
        const std::vector<ContentCell>& cells = content.rows[static_cast<std::size_t>(row)];
        for (std::size_t column = 0; column < cells.size(); ++column)
        {
            const LinkTo* link = std::get_if<LinkTo>(&cells[column]);
            if (!link)
                continue;
            sheet->getCellByPosition(static_cast<sal_Int32>(column), row)->setFormula(link_formula(*link));
        }
    }
}

/// Neighbouring entries of the same look go in one call; the order is kept, since later looks lie over earlier ones.
void apply_styles(const Document& document, const Sheet& sheet, const SheetContent& content, const Texts& texts)
{
    std::size_t first = 0;
    while (first < content.styles.size())
    {
        std::size_t last = first;
        std::vector<css::table::CellRangeAddress> addresses;
        while (last < content.styles.size() && content.styles[last].style == content.styles[first].style)
        {
            const CellRange& range = content.styles[last++].range;
            if (range.last_row >= range.first_row && range.last_column >= range.first_column)
                addresses.push_back(address_in(sheet, range));
        }
        if (!addresses.empty())
        {
            const auto ranges =
                create_in<css::sheet::XSheetCellRangeContainer>(document, "com.sun.star.sheet.SheetCellRanges");
            ranges->addRangeAddresses(sequence(addresses), false);
            set_property(ranges, "CellStyle", css::uno::Any(style_name(content.styles[first].style, texts)));
        }
        first = last;
    }
}

void set_widths(const Sheet& sheet, const SheetContent& content)
{
    const auto columns = query<css::table::XColumnRowRange>(sheet)->getColumns();
    for (std::size_t i = 0; i < content.column_widths_mm.size(); ++i)
        set_property(columns->getByIndex(static_cast<sal_Int32>(i)), "Width",
                     css::uno::Any(static_cast<sal_Int32>(content.column_widths_mm[i] * 100)));
}

void add_drop_downs(const Sheet& sheet, const SheetContent& content)
{
    for (const DropDown& drop_down : content.drop_downs)
    {
        std::string list;
        for (const std::string& choice : drop_down.choices)
            list += (list.empty() ? "\"" : ";\"") + choice + "\"";
        const auto block = block_of(sheet, drop_down.range);
        const auto validation = get_property<css::uno::Reference<css::beans::XPropertySet>>(block, "Validation");
        set_property(validation, "Type", css::uno::Any(css::sheet::ValidationType_LIST));
        set_property(validation, "ShowList", css::uno::Any(static_cast<sal_Int16>(1)));
        set_property(validation, "ShowErrorMessage", css::uno::Any(false));
        set_property(validation, "IgnoreBlankCells", css::uno::Any(true));
        query<css::sheet::XSheetCondition>(validation)->setFormula1(from_utf8(list));
        set_property(block, "Validation", css::uno::Any(validation));
    }
}

/// One by one, which undo takes back also where nothing stood before.
void write_cell(const css::uno::Reference<css::table::XCell>& cell, const ContentCell& content, Date null_date)
{
    if (const LinkTo* link = std::get_if<LinkTo>(&content))
    {
        cell->setFormula(link_formula(*link));
        return;
    }
    const css::uno::Any value = to_any(content, null_date);
    double number = 0;
    rtl::OUString text;
    if (value.getValueTypeClass() == css::uno::TypeClass_DOUBLE && (value >>= number))
        cell->setValue(number);
    else if (value >>= text)
        query<css::text::XTextRange>(cell)->setString(text);
}

Sheet sheet_at(const Document& document, int index)
{
    return query<css::sheet::XSpreadsheet>(
        query<css::container::XIndexAccess>(document->getSheets())->getByIndex(index));
}

void set_filter(const Document& document, const Sheet& sheet, const SheetContent& content)
{
    const auto ranges = get_property<css::uno::Reference<css::sheet::XDatabaseRanges>>(document, "DatabaseRanges");
    const rtl::OUString name = from_utf8("trinvis_filter_" + content.id);
    if (ranges->hasByName(name))
    {
        // Its buttons would stay where the headings were.
        set_property(ranges->getByName(name), "AutoFilter", css::uno::Any(false));
        ranges->removeByName(name);
    }
    if (!content.filter || !content.table)
        return;
    ranges->addNewByName(name, address_in(sheet, *content.table));
    set_property(ranges->getByName(name), "AutoFilter", css::uno::Any(true));
}

void set_print_layout(const Document& document, const Sheet& sheet, const SheetContent& content, const Texts& texts)
{
    set_property(sheet, "PageStyle",
                 css::uno::Any(page_style(query<css::frame::XModel>(document), content.landscape, texts)));
    if (!content.table)
        return;
    const auto areas = query<css::sheet::XPrintAreas>(sheet);
    if (content.printed_columns > 0)
        areas->setPrintAreas(sequence<css::table::CellRangeAddress>(
            {address_in(sheet, {0, 0, content.row_count() - 1, content.printed_columns - 1})}));
    const css::table::CellRangeAddress titles =
        address_in(sheet, {content.table->first_row, 0, content.table->first_row, content.table->last_column});
    // Each of the two calls breaks the sheet into pages anew; a sheet that is written again mostly has them already.
    if (const css::table::CellRangeAddress known = areas->getTitleRows();
        known.StartRow != titles.StartRow || known.EndRow != titles.EndRow ||
        areas->getPrintTitleRows() != static_cast<sal_Bool>(content.repeat_headings))
    {
        areas->setTitleRows(titles);
        areas->setPrintTitleRows(content.repeat_headings);
    }
    if (content.page_breaks.empty())
        return;
    const auto rows = query<css::table::XColumnRowRange>(sheet)->getRows();
    // A sheet that is written again may have other rows, and would break where it no longer should.
    const std::set<int> wanted(content.page_breaks.begin(), content.page_breaks.end());
    for (int row = 1; row < content.row_count(); ++row)
        if (!wanted.contains(row) && get_property<bool>(rows->getByIndex(row), "IsManualPageBreak"))
            set_property(rows->getByIndex(row), "IsStartOfNewPage", css::uno::Any(false));
    for (const int row : wanted)
        set_property(rows->getByIndex(row), "IsStartOfNewPage", css::uno::Any(true));
}

void clear(const Sheet& sheet)
{
    const auto cursor = query<css::sheet::XUsedAreaCursor>(sheet->createCursor());
    cursor->gotoEndOfUsedArea(false);
    const auto area = query<css::sheet::XCellRangeAddressable>(cursor)->getRangeAddress();
    const auto block = sheet->getCellRangeByPosition(0, 0, area.EndColumn, area.EndRow);
    using namespace css::sheet::CellFlags;
    query<css::sheet::XSheetOperation>(block)->clearContents(VALUE | DATETIME | STRING | FORMULA | HARDATTR | STYLES);
}

void refuse_read_only(const Document& document, const Texts& texts)
{
    if (query<css::frame::XStorable>(document)->isReadonly())
        throw UserError(texts.get("error.read_only"));
}

void refuse_protected(const ProtectedPart& part, const Texts& texts)
{
    if (!part.part->isProtected())
        return;
    if (has_password(part))
        throw UserError(texts.format(part.is_the_structure ? "error.structure_password" : "error.sheet_password",
                                     {{"sheet", part.sheet}}));
    const std::string sentence = texts.format(
        part.is_the_structure ? "error.structure_protected" : "error.sheet_protected", {{"sheet", part.sheet}});
    const std::optional<bool> granted = Unlocking::granted(part);
    if (!granted)
        throw UserError(sentence);
    if (!*granted)
        throw Declined(sentence);
}

Sheet insert_sheet(const Document& document, const SheetContent& content, UndoStep& step)
{
    const auto sheets = document->getSheets();
    const rtl::OUString name = from_utf8(content.name);
    sheets->insertNewByName(name, static_cast<sal_Int16>(sheets->getElementNames().getLength()));
    step.on_failure([sheets, name] { sheets->removeByName(name); });
    return query<css::sheet::XSpreadsheet>(sheets->getByName(name));
}

} // namespace

Sheet find_sheet(const Document& document, std::string_view sheet_id)
{
    const auto range = cells_of_name(document, from_utf8(sheet_by_id(sheet_id).defined_name));
    if (!range.is())
        return {};
    return sheet_at(document, query<css::sheet::XCellRangeAddressable>(range)->getRangeAddress().Sheet);
}

void refuse_unwritable(const Document& document, const SheetContent& content, const Texts& texts)
{
    if (const Sheet sheet = find_sheet(document, content.id); sheet.is())
        return refuse_unwritable(document, sheet, texts);
    refuse_read_only(document, texts);
    if (document->getSheets()->hasByName(from_utf8(content.name)))
        throw UserError(texts.format("error.sheet_name_taken", {{"sheet", content.name}}));
    refuse_protected(
        {query<css::frame::XModel>(document), query<css::util::XProtectable>(document), content.name, true}, texts);
}

void refuse_unwritable(const Document& document, const SheetUpdate& update, const Texts& texts)
{
    if (!update.cells.empty())
        refuse_unwritable(document, sheet_at(document, update.sheet), texts);
}

void refuse_unwritable(const Document& document, const Sheet& sheet, const Texts& texts)
{
    refuse_read_only(document, texts);
    refuse_protected({query<css::frame::XModel>(document), query<css::util::XProtectable>(sheet),
                      to_utf8(query<css::container::XNamed>(sheet)->getName()), false},
                     texts);
}

void update_sheet(const Document& document, std::string_view sheet_id, const SheetUpdate& update, const Texts& texts)
{
    const Sheet sheet = sheet_at(document, update.sheet);
    const Date null_date = null_date_of(document);
    std::set<int> rows;
    for (const CellUpdate& change : update.cells)
    {
        const auto cell = sheet->getCellByPosition(change.column, change.row);
        if (change.style)
            set_property(cell, "CellStyle", css::uno::Any(style_name(*change.style, texts)));
        write_cell(cell, change.content, null_date);
        rows.insert(change.row);
    }
    const auto all_rows = query<css::table::XColumnRowRange>(sheet)->getRows();
    for (const int row : rows)
        set_property(all_rows->getByIndex(row), "OptimalHeight", css::uno::Any(true));
    set_table(document, sheet_id, sheet, update.table);
}

void set_table(const Document& document, std::string_view sheet_id, const Sheet& sheet, const CellRange& table)
{
    const std::string_view name = sheet_by_id(sheet_id).defined_name;
    const auto named = cells_of_name(document, from_utf8(name));
    const css::table::CellRangeAddress wanted = address_in(sheet, table);
    if (!named.is() || query<css::sheet::XCellRangeAddressable>(named)->getRangeAddress() != wanted)
        name_range(document, name, sheet, table);
    const auto ranges = get_property<css::uno::Reference<css::sheet::XDatabaseRanges>>(document, "DatabaseRanges");
    const rtl::OUString filter = from_utf8("trinvis_filter_" + std::string(sheet_id));
    if (!ranges->hasByName(filter))
        return;
    const auto filtered = query<css::sheet::XDatabaseRange>(ranges->getByName(filter));
    if (filtered->getDataArea() != wanted)
        filtered->setDataArea(wanted);
}

void write_block(const Document& document, const Sheet& sheet, int row, int column,
                 const std::vector<std::vector<ContentCell>>& rows, bool undoable)
{
    // So many rows at a time that the copy for the office stays small beside the content itself.
    constexpr std::size_t most_rows = 50'000;
    std::size_t columns = 0;
    for (const std::vector<ContentCell>& cells : rows)
        columns = std::max(columns, cells.size());
    if (columns == 0)
        return;
    const Date null_date = null_date_of(document);
    // A column often says the same all the way down, and texts are shared.
    std::vector<std::pair<std::string, css::uno::Any>> last(columns);
    const auto shared = [&](const std::string& text, std::size_t at)
    {
        if (text != last[at].first || !last[at].second.hasValue())
            last[at] = {text, css::uno::Any(from_utf8(text))};
        return last[at].second;
    };
    const css::uno::Any nothing{rtl::OUString()};
    for (std::size_t first = 0; first < rows.size(); first += most_rows)
    {
        const std::size_t count = std::min(most_rows, rows.size() - first);
        css::uno::Sequence<css::uno::Sequence<css::uno::Any>> data(static_cast<sal_Int32>(count));
        css::uno::Sequence<css::uno::Any>* next = data.getArray();
        for (std::size_t i = first; i < first + count; ++i)
        {
            css::uno::Sequence<css::uno::Any> values(static_cast<sal_Int32>(columns));
            css::uno::Any* value = values.getArray();
            for (std::size_t at = 0; at < columns; ++at)
                if (at >= rows[i].size())
                    value[at] = nothing;
                else if (const std::string* text = std::get_if<std::string>(&rows[i][at]))
                    value[at] = shared(*text, at);
                else
                    value[at] = to_any(rows[i][at], null_date);
            *next++ = values;
        }
        const int top = row + static_cast<int>(first);
        const auto block =
            block_of(sheet, {top, column, top + static_cast<int>(count) - 1, column + static_cast<int>(columns) - 1});
        if (undoable)
        {
            query<css::sheet::XArrayFormulaRange>(block)->setArrayFormula("=0");
            query<css::sheet::XSheetOperation>(block)->clearContents(css::sheet::CellFlags::FORMULA);
        }
        query<css::sheet::XCellRangeData>(block)->setDataArray(data);
    }
}

namespace
{

/// Keeps the office from measuring every row anew after every style; the heights are set once, at the end.
class HeldRowHeights
{
public:
    explicit HeldRowHeights(const Document& document) : m_document(document)
    {
        set_property(m_document, property_name, css::uno::Any(false));
    }
    ~HeldRowHeights()
    {
        try
        {
            set_property(m_document, property_name, css::uno::Any(true));
        }
        catch (const css::uno::Exception&)
        {
            // The document is gone, and its rows with it.
            return;
        }
    }
    HeldRowHeights(const HeldRowHeights&) = delete;
    HeldRowHeights& operator=(const HeldRowHeights&) = delete;

private:
    static constexpr const char* property_name = "IsAdjustHeightEnabled";
    Document m_document;
};

/// Gives rows the heights that they have, as a person would: the office measures them anew when a file is opened, with
/// the letters of that machine, and what stands on the sheet does not move with them. Rows of several lines get a little
/// more, since letters are not as high everywhere.
void keep_heights(const Sheet& sheet, sal_Int32 count)
{
    constexpr sal_Int32 two_lines = 800; // 1/100 mm
    constexpr sal_Int32 part_more = 20;
    const auto rows = query<css::table::XColumnRowRange>(sheet)->getRows();
    const auto height = [&](sal_Int32 row) { return get_property<sal_Int32>(rows->getByIndex(row), "Height"); };
    for (sal_Int32 first = 0; first < count;)
    {
        const sal_Int32 wanted = height(first);
        sal_Int32 next = first + 1;
        while (next < count && height(next) == wanted)
            ++next;
        const auto alike =
            query<css::table::XColumnRowRange>(sheet->getCellRangeByPosition(0, first, 0, next - 1))->getRows();
        set_property(alike, "Height", css::uno::Any(wanted < two_lines ? wanted : wanted + wanted / part_more));
        first = next;
    }
}

} // namespace

Sheet put_sheet(const Document& document, const SheetContent& content, const Texts& texts, UndoStep& step)
{
    std::optional<HeldRowHeights> held(document);
    Sheet sheet = find_sheet(document, content.id);
    const bool rewritten = sheet.is();
    if (rewritten)
        clear(sheet);
    else
        sheet = insert_sheet(document, content, step);
    write_cells(document, sheet, content, rewritten);
    apply_styles(document, sheet, content, texts);
    set_widths(sheet, content);
    add_drop_downs(sheet, content);
    set_filter(document, sheet, content);
    const CellRange all{0, 0, std::max(0, content.row_count() - 1), std::max(0, content.column_count() - 1)};
    name_range(document, sheet_by_id(content.id).defined_name, sheet, content.table.value_or(all));
    set_print_layout(document, sheet, content, texts);
    held.reset();
    const auto rows = query<css::table::XColumnRowRange>(block_of(sheet, all))->getRows();
    set_property(rows, "OptimalHeight", css::uno::Any(true));
    if (content.keeps_heights)
        keep_heights(sheet, all.last_row + 1);
    // Until now their texts stand in the cells: a formula that is not computed yet has no height.
    held.emplace(document);
    write_links(sheet, content);
    return sheet;
}

void freeze(const Document& document, const Sheet& sheet, int columns, int rows)
{
    const auto controller = query<css::frame::XModel>(document)->getCurrentController();
    const auto view = query_if<css::sheet::XSpreadsheetView>(controller);
    const auto freezable = query_if<css::sheet::XViewFreezable>(controller);
    if (!view.is() || !freezable.is())
        return;
    view->setActiveSheet(sheet);
    const auto panes = query<css::container::XIndexAccess>(controller);
    // The last is the one that scrolls; where nothing is frozen it is the only one.
    const auto scrolled = [&] { return query<css::sheet::XViewPane>(panes->getByIndex(panes->getCount() - 1)); };
    const sal_Int32 row = scrolled()->getFirstVisibleRow();
    const sal_Int32 column = scrolled()->getFirstVisibleColumn();
    // The headings of a result may have moved since it was written last.
    if (freezable->hasFrozenPanes())
        freezable->freezeAtPosition(0, 0);
    if (columns <= 0 && rows <= 0)
        return;
    // What is frozen is what stands on top now: of a sheet that was scrolled it would be others than the headings.
    scrolled()->setFirstVisibleRow(0);
    scrolled()->setFirstVisibleColumn(0);
    freezable->freezeAtPosition(columns, rows);
    if (row > rows)
        scrolled()->setFirstVisibleRow(row);
    if (column > columns)
        scrolled()->setFirstVisibleColumn(column);
}

void show_cell(const Document& document, const Sheet& sheet, int row, int column)
{
    const auto controller = query<css::frame::XModel>(document)->getCurrentController();
    if (const auto selection = query_if<css::view::XSelectionSupplier>(controller); selection.is())
        selection->select(css::uno::Any(sheet->getCellByPosition(column, row)));
}

void name_range(const Document& document, std::string_view name, const Sheet& sheet, const CellRange& range)
{
    const auto names = get_property<css::uno::Reference<css::sheet::XNamedRanges>>(document, "NamedRanges");
    const rtl::OUString key = from_utf8(name);
    const std::string sheet_name = to_utf8(query<css::container::XNamed>(sheet)->getName());
    const std::string content = "$" + quoted_sheet_name(sheet_name) + ".$" + column_letters(range.first_column) + "$" +
                                std::to_string(range.first_row + 1) + ":$" + column_letters(range.last_column) + "$" +
                                std::to_string(range.last_row + 1);
    if (names->hasByName(key))
        names->removeByName(key);
    names->addNewByName(key, from_utf8(content), css::table::CellAddress(), 0);
}

} // namespace trinvis::calc
