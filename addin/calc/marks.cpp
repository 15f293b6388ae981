// SPDX-License-Identifier: MPL-2.0
#include "calc/marks.hpp"

#include "calc/styles.hpp"
#include "office/text.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/sheet/ConditionFormatOperator.hpp>
#include <com/sun/star/sheet/XConditionEntry.hpp>
#include <com/sun/star/sheet/XConditionalFormat.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>
#include <set>

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

std::vector<css::uno::Reference<css::uno::XInterface>> all_sheets(const Document& document)
{
    std::vector<css::uno::Reference<css::uno::XInterface>> sheets;
    const auto index = query<css::container::XIndexAccess>(document->getSheets());
    sheets.reserve(static_cast<std::size_t>(index->getCount()));
    for (sal_Int32 i = 0; i < index->getCount(); ++i)
        sheets.push_back(query<css::uno::XInterface>(index->getByIndex(i)));
    return sheets;
}

Marks take_marks_away(const Document& document, const std::set<rtl::OUString>& ours)
{
    Marks taken;
    for (const auto& sheet : all_sheets(document))
    {
        const Formats formats = formats_of(sheet);
        const css::uno::Sequence<css::uno::Reference<css::sheet::XConditionalFormat>> all =
            formats->getConditionalFormats();
        for (const css::uno::Reference<css::sheet::XConditionalFormat>& format : all)
        {
            const rtl::OUString style = style_of(format);
            if (!is_mark_style(style, ours))
                continue;
            const auto ranges = get_property<css::uno::Reference<css::sheet::XSheetCellRanges>>(format, "Range");
            MarkedCells cells{style, {}};
            const css::uno::Sequence<css::table::CellRangeAddress> addresses = ranges->getRangeAddresses();
            cells.ranges.assign(addresses.begin(), addresses.end());
            taken.push_back(std::move(cells));
            formats->removeByID(get_property<sal_Int32>(format, "ID"));
        }
    }
    return taken;
}

void put_marks(const Document& document, const Marks& marks)
{
    const auto index = query<css::container::XIndexAccess>(document->getSheets());
    for (const MarkedCells& cells : marks)
    {
        if (cells.ranges.empty() || cells.ranges.front().Sheet >= index->getCount())
            continue;
        const auto ranges =
            create_in<css::sheet::XSheetCellRangeContainer>(document, "com.sun.star.sheet.SheetCellRanges");
        ranges->addRangeAddresses(sequence(cells.ranges), false);
        const Formats formats = formats_of(query<css::uno::XInterface>(index->getByIndex(cells.ranges.front().Sheet)));
        const sal_Int32 id = formats->createByRange(query<css::sheet::XSheetCellRanges>(ranges));
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
            set_property(entry, "StyleName", css::uno::Any(cells.style));
        }
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
        put_marks(document, marks);
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
            put_marks(document, before);
        });
    step.undo_manager()->addUndoAction(
        new MarksAction(document, ours, before, after, from_utf8(texts.get("undo.validate"))));
    put_marks(document, after);
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
        if (!is_mark_style(style_of(format), ours))
            continue;
        const auto ranges = get_property<css::uno::Reference<css::sheet::XSheetCellRanges>>(format, "Range");
        const css::uno::Sequence<css::table::CellRangeAddress> addresses = ranges->getRangeAddresses();
        if (std::any_of(addresses.begin(), addresses.end(),
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
