// SPDX-License-Identifier: MPL-2.0
#include "writer/slot_marks.hpp"

#include "office/text.hpp"

#include <com/sun/star/beans/XMultiPropertyStates.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>

namespace trinvis::writer
{

namespace
{

using namespace office;
using Cursor = css::uno::Reference<css::text::XParagraphCursor>;

rtl::OUString mark_name(const std::string& run)
{
    return "Trinvis plads " + from_utf8(run);
}

/// A cursor over the paragraph above; empty at the start of a text.
Cursor paragraph_above(const css::uno::Reference<css::text::XTextRange>& place)
{
    const auto cursor =
        query<css::text::XParagraphCursor>(place->getText()->createTextCursorByRange(place->getStart()));
    if (!cursor->gotoPreviousParagraph(false))
        return {};
    cursor->gotoEndOfParagraph(true);
    return cursor;
}

/// Sections, tables and indexes have ends of their own, beyond which nothing can be put by way of a paragraph.
bool is_loose(const Cursor& cursor)
{
    css::uno::Reference<css::uno::XInterface> holder;
    for (const char* name : {"TextSection", "TextTable"})
        if ((query<css::beans::XPropertySet>(cursor)->getPropertyValue(rtl::OUString::createFromAscii(name)) >>=
             holder) &&
            holder.is())
            return false;
    return true;
}

} // namespace

SlotOrder slot_order(const std::vector<TemplatePlace>& places)
{
    SlotOrder order;
    for (const TemplatePlace& place : places)
    {
        if (place.kind != TemplatePlace::Kind::slot || order.runs.contains(place.name))
            continue;
        const Cursor above = paragraph_above(place.range);
        const bool goes_on = !order.slots.empty() && above.is() &&
                             above->getString() == "{{slot:" + from_utf8(order.slots.back()) + "}}";
        order.runs.emplace(place.name, goes_on ? order.runs.at(order.slots.back()) : place.name);
        order.slots.push_back(place.name);
    }
    return order;
}

void mark_slots(const TextDocument& document, const std::vector<TemplatePlace>& places, const SlotOrder& order)
{
    for (const TemplatePlace& place : places)
    {
        if (place.kind != TemplatePlace::Kind::slot || order.runs.at(place.name) != place.name)
            continue;
        const Cursor above = paragraph_above(place.range);
        if (!above.is() || !is_loose(above))
            continue;
        const auto mark = create_in<css::text::XTextContent>(document, "com.sun.star.text.Bookmark");
        query<css::container::XNamed>(mark)->setName(mark_name(place.name));
        above->getText()->insertTextContent(above->getStart(), mark, false);
    }
}

css::uno::Reference<css::text::XTextRange> paragraph_below_mark(const TextDocument& document, const std::string& run)
{
    const auto marks = query<css::text::XBookmarksSupplier>(document)->getBookmarks();
    if (!marks->hasByName(mark_name(run)))
        return {};
    const auto anchor = query<css::text::XTextContent>(marks->getByName(mark_name(run)))->getAnchor();
    const auto text = anchor->getText();
    const auto cursor = query<css::text::XParagraphCursor>(text->createTextCursorByRange(anchor));
    if (!is_loose(cursor))
        return {};
    cursor->gotoEndOfParagraph(false);
    text->insertControlCharacter(query<css::text::XTextRange>(cursor), css::text::ControlCharacter::PARAGRAPH_BREAK,
                                 false);
    query<css::beans::XMultiPropertyStates>(cursor)->setAllPropertiesToDefault();
    set_property(cursor, "ParaStyleName", css::uno::Any(rtl::OUString("Text body")));
    return query<css::text::XTextRange>(cursor);
}

} // namespace trinvis::writer
