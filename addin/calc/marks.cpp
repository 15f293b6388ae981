// SPDX-License-Identifier: MPL-2.0
#include "calc/marks.hpp"

#include "calc/styles.hpp"
#include "office/text.hpp"
#include "office/undo_step.hpp"
#include "table/cell_ranges.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/sheet/ConditionFormatOperator.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/XConditionEntry.hpp>
#include <com/sun/star/sheet/XConditionalFormat.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetConditionalEntries.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>
#include <iterator>
#include <set>
#include <utility>

namespace trinvis::calc
{

namespace
{

using namespace office;

/// The cells under one mark style.
struct MarkedCells
{
    rtl::OUString style;
    std::vector<css::table::CellRangeAddress> ranges; ///< all of one sheet
};

using Marks = std::vector<MarkedCells>;

using Formats = css::uno::Reference<css::sheet::XConditionalFormats>;

/// The condition of a mark that is none any more: false.
const rtl::OUString spent_condition("0");

Formats formats_of(const css::uno::Reference<css::uno::XInterface>& sheet)
{
    return get_property<Formats>(sheet, "ConditionalFormats");
}

/// Ours are known by the style that they lay over the cells, in either language.
bool is_mark_style(const rtl::OUString& style, const std::set<rtl::OUString>& ours)
{
    return ours.count(style) > 0;
}

rtl::OUString style_of(const css::uno::Reference<css::sheet::XConditionalFormat>& format)
{
    if (format->getCount() != 1)
        return {};
    const auto entry = query_if<css::sheet::XConditionEntry>(format->getByIndex(0));
    if (!entry.is() || entry->getType() != 0)
        return {};
    return get_property<rtl::OUString>(entry, "StyleName");
}

/// Whether it is a mark no longer (remove_formats).
bool is_spent(const css::uno::Reference<css::sheet::XConditionalFormat>& format)
{
    return get_property<rtl::OUString>(query<css::beans::XPropertySet>(format->getByIndex(0)), "Formula1") ==
           spent_condition;
}

std::vector<css::uno::Reference<css::uno::XInterface>> all_sheets(const Document& document)
{
    std::vector<css::uno::Reference<css::uno::XInterface>> sheets;
    const auto index = query<css::container::XIndexAccess>(document->getSheets());
    sheets.reserve(static_cast<std::size_t>(index->getCount()));
    for (sal_Int32 i = 0; i < index->getCount(); ++i)
        sheets.push_back(query<css::uno::XInterface>(index->getByIndex(i)));
    return sheets;
}

using Ranges = std::vector<css::table::CellRangeAddress>;

css::uno::Reference<css::sheet::XSheetCellRanges> cell_ranges(const Document& document, const Ranges& ranges)
{
    const auto container =
        create_in<css::sheet::XSheetCellRangeContainer>(document, "com.sun.star.sheet.SheetCellRanges");
    container->addRangeAddresses(sequence(ranges), false);
    return query<css::sheet::XSheetCellRanges>(container);
}

Ranges ranges_of(const css::uno::Reference<css::sheet::XConditionalFormat>& format)
{
    const css::uno::Sequence<css::table::CellRangeAddress> addresses =
        get_property<css::uno::Reference<css::sheet::XSheetCellRanges>>(format, "Range")->getRangeAddresses();
    return {addresses.begin(), addresses.end()};
}

/// The cells of a sheet that lie under formats which are not ours.
Ranges under_others(const css::uno::Reference<css::uno::XInterface>& sheet, const std::set<rtl::OUString>& ours)
{
    Ranges all;
    const css::uno::Sequence<css::uno::Reference<css::sheet::XConditionalFormat>> formats =
        formats_of(sheet)->getConditionalFormats();
    for (const css::uno::Reference<css::sheet::XConditionalFormat>& format : formats)
        if (!is_mark_style(style_of(format), ours))
            std::ranges::copy(ranges_of(format), std::back_inserter(all));
    return all;
}

/// Parts ranges of one sheet into what lies under others' formats and what does not.
std::pair<Ranges, Ranges> parted_by(const Ranges& ranges, const Ranges& others)
{
    if (ranges.empty() || others.empty())
        return {{}, ranges};
    const auto known = [](const Ranges& addresses)
    {
        std::vector<CellRange> cells;
        cells.reserve(addresses.size());
        for (const css::table::CellRangeAddress& one : addresses)
            cells.push_back({one.StartRow, one.StartColumn, one.EndRow, one.EndColumn});
        return cells;
    };
    const auto addresses = [sheet = ranges.front().Sheet](const std::vector<CellRange>& cells)
    {
        Ranges all;
        all.reserve(cells.size());
        for (const CellRange& one : cells)
            all.push_back({sheet, one.first_column, one.first_row, one.last_column, one.last_row});
        return all;
    };
    const PartedRanges parts = parted(known(ranges), known(others));
    return {addresses(parts.under), addresses(parts.free)};
}

/// Lays a style over cells under no format of others, or takes ours away where no style is given. This way the office
/// draws it at once: what XConditionalFormats.createByRange makes is drawn only after the file was loaded again (7.4).
void lay_over(const Document& document, const Ranges& ranges, const rtl::OUString& style)
{
    const auto cells = cell_ranges(document, ranges);
    const auto entries =
        get_property<css::uno::Reference<css::sheet::XSheetConditionalEntries>>(cells, "ConditionalFormat");
    entries->clear();
    if (!style.isEmpty())
        entries->addNew(sequence<css::beans::PropertyValue>(
            {property("Operator", css::uno::Any(css::sheet::ConditionOperator_FORMULA)),
             property("Formula1", css::uno::Any(rtl::OUString("1"))), property("StyleName", css::uno::Any(style))}));
    set_property(cells, "ConditionalFormat", css::uno::Any(entries));
}

/// The same where others' formats lie too, which the way above would take with it, and on protected sheets, where it does
/// nothing. It is drawn when the file is next loaded.
void add_format(const Document& document, const css::uno::Reference<css::uno::XInterface>& sheet, const Ranges& ranges,
                const rtl::OUString& style)
{
    const Formats formats = formats_of(sheet);
    const sal_Int32 id = formats->createByRange(cell_ranges(document, ranges));
    const css::uno::Sequence<css::uno::Reference<css::sheet::XConditionalFormat>> all =
        formats->getConditionalFormats();
    for (const css::uno::Reference<css::sheet::XConditionalFormat>& format : all)
    {
        if (get_property<sal_Int32>(format, "ID") != id)
            continue;
        format->createEntry(0, 0);
        const auto entry = query<css::beans::XPropertySet>(format->getByIndex(0));
        set_property(entry, "Operator", css::uno::Any(css::sheet::ConditionFormatOperator::EXPRESSION));
        set_property(entry, "Formula1", css::uno::Any(rtl::OUString("1")));
        set_property(entry, "StyleName", css::uno::Any(style));
    }
}

bool is_protected(const css::uno::Reference<css::uno::XInterface>& sheet)
{
    return query<css::util::XProtectable>(sheet)->isProtected();
}

/// Removes formats by their numbers. The cells of a protected sheet go on naming them, and would take up the next ones
/// with the same numbers; a new one gets the number after the greatest, so that the one with the greatest stays there, spent.
void remove_formats(const css::uno::Reference<css::uno::XInterface>& sheet, const std::set<sal_Int32>& numbers)
{
    const Formats formats = formats_of(sheet);
    std::set<sal_Int32> gone = numbers;
    if (is_protected(sheet) && !gone.empty())
    {
        const css::uno::Sequence<css::uno::Reference<css::sheet::XConditionalFormat>> all =
            formats->getConditionalFormats();
        for (const css::uno::Reference<css::sheet::XConditionalFormat>& format : all)
            if (get_property<sal_Int32>(format, "ID") == *gone.rbegin())
                set_property(query<css::beans::XPropertySet>(format->getByIndex(0)), "Formula1",
                             css::uno::Any(spent_condition));
        gone.erase(*gone.rbegin());
    }
    for (const sal_Int32 number : gone)
        formats->removeByID(number);
}

Marks take_marks_away(const Document& document, const std::set<rtl::OUString>& ours)
{
    const Unrecorded unrecorded(query<css::frame::XModel>(document));
    Marks taken;
    for (const auto& sheet : all_sheets(document))
    {
        const Formats formats = formats_of(sheet);
        const css::uno::Sequence<css::uno::Reference<css::sheet::XConditionalFormat>> all =
            formats->getConditionalFormats();
        Ranges bare;
        std::set<sal_Int32> numbers;
        for (const css::uno::Reference<css::sheet::XConditionalFormat>& format : all)
        {
            const rtl::OUString style = style_of(format);
            if (!is_mark_style(style, ours))
                continue;
            numbers.insert(get_property<sal_Int32>(format, "ID"));
            if (is_spent(format))
                continue;
            taken.push_back({style, ranges_of(format)});
            std::ranges::copy(taken.back().ranges, std::back_inserter(bare));
        }
        remove_formats(sheet, numbers);
        // The cells still name the formats that went.
        if (const Ranges free = parted_by(bare, under_others(sheet, ours)).second;
            !free.empty() && !is_protected(sheet))
            lay_over(document, free, {});
    }
    return taken;
}

void put_marks(const Document& document, const Marks& marks, const std::set<rtl::OUString>& ours)
{
    // Ours takes marks back and puts them again.
    const Unrecorded unrecorded(query<css::frame::XModel>(document));
    const auto index = query<css::container::XIndexAccess>(document->getSheets());
    for (const MarkedCells& cells : marks)
    {
        if (cells.ranges.empty() || cells.ranges.front().Sheet >= index->getCount())
            continue;
        const auto sheet = query<css::uno::XInterface>(index->getByIndex(cells.ranges.front().Sheet));
        auto [under, free] = parted_by(cells.ranges, under_others(sheet, ours));
        if (is_protected(sheet))
            std::ranges::copy(std::exchange(free, {}), std::back_inserter(under));
        if (!under.empty())
            add_format(document, sheet, under, cells.style);
        if (!free.empty())
            lay_over(document, free, cells.style);
    }
}

/// Takes the marks back and puts them again as the user goes back and forth.
class MarksAction : public cppu::WeakImplHelper1<css::document::XUndoAction>
{
public:
    MarksAction(const Document& document, std::set<rtl::OUString> ours, Marks before, Marks after,
                const rtl::OUString& title)
        : m_document(document), m_ours(std::move(ours)), m_before(std::move(before)), m_after(std::move(after)),
          m_title(title)
    {
    }

    rtl::OUString SAL_CALL getTitle() override
    {
        return m_title;
    }
    void SAL_CALL undo() override
    {
        replace(m_before);
    }
    void SAL_CALL redo() override
    {
        replace(m_after);
    }

private:
    void replace(const Marks& marks)
    {
        const Document document(m_document);
        if (!document.is())
            return;
        take_marks_away(document, m_ours);
        put_marks(document, marks, m_ours);
    }

    css::uno::WeakReference<css::sheet::XSpreadsheetDocument> m_document;
    std::set<rtl::OUString> m_ours;
    Marks m_before;
    Marks m_after;
    rtl::OUString m_title;
};

Mark mark_of(rules::Severity severity)
{
    switch (severity)
    {
    case rules::Severity::error:
        return Mark::error;
    case rules::Severity::warning:
        return Mark::warning;
    default:
        return Mark::information;
    }
}

/// A cell with several findings bears the gravest one's mark; runs of cells in a row become one range.
Marks marks_for(const std::vector<Finding>& findings, const Texts& texts)
{
    std::map<Place, rules::Severity> gravest;
    for (const Finding& finding : findings)
        for (const Place& hit : finding.places)
        {
            if (hit.sheet < 0)
                continue;
            const auto [place, added] = gravest.emplace(hit, finding.severity);
            if (!added && finding.severity < place->second)
                place->second = finding.severity;
        }
    std::map<std::pair<std::int32_t, rules::Severity>, MarkedCells> groups;
    for (const auto& [place, severity] : gravest)
    {
        MarkedCells& cells = groups[{place.sheet, severity}];
        cells.style = mark_style_name(mark_of(severity), texts);
        if (!cells.ranges.empty() && cells.ranges.back().StartRow == place.row &&
            cells.ranges.back().EndColumn + 1 == place.column)
            cells.ranges.back().EndColumn = place.column;
        else
            cells.ranges.push_back(
                {static_cast<sal_Int16>(place.sheet), place.column, place.row, place.column, place.row});
    }
    Marks marks;
    for (auto& [key, cells] : groups)
        marks.push_back(std::move(cells));
    return marks;
}

} // namespace

void mark_findings(const Document& document, const std::vector<Finding>& findings, const Texts& texts, UndoStep& step)
{
    std::set<rtl::OUString> ours;
    for (const Mark mark : {Mark::error, Mark::warning, Mark::information})
        ours.insert(mark_style_name(mark, texts));
    const Marks after = marks_for(findings, texts);
    const Marks before = take_marks_away(document, ours);
    if (before.empty() && after.empty())
        return;
    step.on_failure(
        [document, ours, before]
        {
            take_marks_away(document, ours);
            put_marks(document, before, ours);
        });
    step.undo_manager()->addUndoAction(
        new MarksAction(document, ours, before, after, from_utf8(texts.get("undo.validate"))));
    put_marks(document, after, ours);
}

bool is_marked(const Document& document, const Place& cell, const Words& words)
{
    std::set<rtl::OUString> ours;
    for (const Language language : {Language::danish, Language::english})
        for (const Mark mark : {Mark::error, Mark::warning, Mark::information})
            ours.insert(mark_style_name(mark, words.in(language)));
    const auto index = query<css::container::XIndexAccess>(document->getSheets());
    if (cell.sheet < 0 || cell.sheet >= index->getCount())
        return false;
    const css::uno::Sequence<css::uno::Reference<css::sheet::XConditionalFormat>> all =
        formats_of(query<css::uno::XInterface>(index->getByIndex(cell.sheet)))->getConditionalFormats();
    for (const css::uno::Reference<css::sheet::XConditionalFormat>& format : all)
    {
        if (!is_mark_style(style_of(format), ours) || is_spent(format))
            continue;
        const Ranges ranges = ranges_of(format);
        if (std::any_of(ranges.begin(), ranges.end(),
                        [&](const css::table::CellRangeAddress& one)
                        {
                            return one.StartRow <= cell.row && cell.row <= one.EndRow &&
                                   one.StartColumn <= cell.column && cell.column <= one.EndColumn;
                        }))
            return true;
    }
    return false;
}

} // namespace trinvis::calc
