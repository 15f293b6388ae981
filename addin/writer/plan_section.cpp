// SPDX-License-Identifier: MPL-2.0
#include "writer/plan_section.hpp"

#include "office/text.hpp"

#include <chrono>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XRelativeTextContentInsert.hpp>
#include <com/sun/star/text/XTextSectionsSupplier.hpp>
#include <thread>

namespace trinvis::writer
{

namespace
{

using namespace office;
using TextDocument = css::uno::Reference<css::text::XTextDocument>;

constexpr std::string_view prefix = "Trinvis ";
constexpr std::string_view offer_ending = " (ny)";

void dispose(const css::uno::Reference<css::uno::XInterface>& object)
{
    query<css::lang::XComponent>(object)->dispose();
}

rtl::OUString name_of(const Section& section)
{
    return query<css::container::XNamed>(section)->getName();
}

/// Whether a paragraph or table stands in the section, or in one within it.
bool stands_in(const css::uno::Reference<css::uno::XInterface>& element, const rtl::OUString& name)
{
    for (auto section = get_property<Section>(element, "TextSection"); section.is();
         section = section->getParentSection())
        if (name_of(section) == name)
            return true;
    return false;
}

/// Everything from the section's start on. The range of a section that ends in a table, or holds but one empty paragraph,
/// has no elements to give.
css::uno::Reference<css::container::XEnumeration> elements_from(const Section& section)
{
    const Range range = section->getAnchor();
    const auto text = range->getText();
    try
    {
        const auto cursor = text->createTextCursorByRange(range->getStart());
        cursor->gotoEnd(true);
        return query<css::container::XEnumerationAccess>(cursor)->createEnumeration();
    }
    catch (const css::uno::RuntimeException&)
    {
        // It begins with a table, or the text ends in one.
        return query<css::container::XEnumerationAccess>(text)->createEnumeration();
    }
}

/// As long as anybody holds the paragraph that was put in, LibreOffice 7.4 gives that object for it, which is of no use.
/// Within the office nobody does; a process elsewhere lets go of it a moment later.
template <typename Look>
Range when_let_go(const Look& look)
{
    constexpr int most_tries = 100;
    for (int tries = 1;; ++tries)
        try
        {
            return look();
        }
        catch (const css::uno::RuntimeException&)
        {
            if (tries == most_tries)
                throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
}

/// The paragraph right after a section.
Range after_section(const Section& section)
{
    const rtl::OUString name = name_of(section);
    const auto all = elements_from(section);
    bool inside = false;
    while (all->hasMoreElements())
    {
        const auto element = query<css::uno::XInterface>(all->nextElement());
        if (stands_in(element, name))
            inside = true;
        else if (inside)
            return query<css::text::XTextRange>(element);
    }
    throw css::uno::RuntimeException("nothing follows the section " + name);
}

/// The paragraph right before a section.
Range before_section(const Section& section)
{
    const rtl::OUString name = name_of(section);
    const auto all = query<css::container::XEnumerationAccess>(section->getAnchor()->getText())->createEnumeration();
    Range before;
    while (all->hasMoreElements())
    {
        const auto element = query<css::uno::XInterface>(all->nextElement());
        if (stands_in(element, name))
            break;
        before = query_if<css::text::XTextRange>(element);
    }
    return before;
}

} // namespace

std::string section_name(const std::string& part)
{
    return std::string(prefix) + part;
}

std::string offer_name(const std::string& part)
{
    return section_name(part) + std::string(offer_ending);
}

std::optional<NamedPart> part_of_section(const std::string& name)
{
    if (!name.starts_with(prefix))
        return std::nullopt;
    NamedPart part{name.substr(prefix.size()), name.ends_with(offer_ending)};
    if (part.offer)
        part.id.erase(part.id.size() - offer_ending.size());
    // The name of a part has a full stop in it and no blank.
    if (part.id.find('.') == std::string::npos || part.id.find(' ') != std::string::npos)
        return std::nullopt;
    return part;
}

Section find_section(const TextDocument& document, const std::string& name)
{
    const auto sections = query<css::text::XTextSectionsSupplier>(document)->getTextSections();
    const rtl::OUString wanted = from_utf8(name);
    return sections->hasByName(wanted) ? query<css::text::XTextSection>(sections->getByName(wanted)) : Section();
}

Section insert_section(const TextDocument& document, const Range& place, const std::string& name, bool is_protected)
{
    const auto section = create_in<css::text::XTextSection>(document, "com.sun.star.text.TextSection");
    // A section takes no properties once it stands in a document without a window.
    query<css::container::XNamed>(section)->setName(from_utf8(name));
    set_property(section, "IsProtected", css::uno::Any(is_protected));
    place->getText()->insertTextContent(place->getStart(), query<css::text::XTextContent>(section), false);
    return section;
}

std::vector<css::uno::Reference<css::uno::XInterface>> content_of(const Section& section)
{
    std::vector<css::uno::Reference<css::uno::XInterface>> content;
    const auto all = elements_from(section);
    const rtl::OUString name = name_of(section);
    while (all->hasMoreElements())
    {
        const auto element = query<css::uno::XInterface>(all->nextElement());
        if (stands_in(element, name))
            content.push_back(element);
        else if (!content.empty())
            break;
    }
    return content;
}

void fill_section(const Context& context, const TextDocument& document, const Section& section,
                  const std::vector<PlanBlock>& blocks, BlockLook look)
{
    const auto old = content_of(section);
    const auto first = query<css::text::XTextRange>(old.front());
    first->setString(rtl::OUString());
    // The old table first: no two may bear one name.
    for (std::size_t i = old.size(); i-- > 1;)
        dispose(old[i]);
    replace_paragraph(context, document, first, blocks, look);
}

void remove_section(const Section& section)
{
    const auto content = content_of(section);
    // The other way round ends the office: LibreOffice 7.4.
    dispose(section);
    for (const auto& one : content)
        dispose(one);
}

void release_section(const Section& section)
{
    dispose(section);
}

// Deprecated, but the only way to put a paragraph between two sections or tables.
#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#endif
Range paragraph_after(const TextDocument& document, const Section& section)
{
    query<css::text::XRelativeTextContentInsert>(section->getAnchor()->getText())
        ->insertTextContentAfter(create_in<css::text::XTextContent>(document, "com.sun.star.text.Paragraph"),
                                 query<css::text::XTextContent>(section));
    return when_let_go([&] { return after_section(section); });
}

Range paragraph_before(const TextDocument& document, const Section& section)
{
    const auto text = section->getAnchor()->getText();
    query<css::text::XRelativeTextContentInsert>(text)->insertTextContentBefore(
        create_in<css::text::XTextContent>(document, "com.sun.star.text.Paragraph"),
        query<css::text::XTextContent>(section));
    return when_let_go([&] { return before_section(section); });
}
#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif

void remove_paragraph(const Range& place)
{
    const auto cursor = query<css::text::XParagraphCursor>(place->getText()->createTextCursorByRange(place));
    cursor->gotoStartOfParagraph(false);
    cursor->gotoEndOfParagraph(true);
    const auto paragraphs = query<css::container::XEnumerationAccess>(cursor)->createEnumeration();
    dispose(query<css::uno::XInterface>(paragraphs->nextElement()));
}

} // namespace trinvis::writer
