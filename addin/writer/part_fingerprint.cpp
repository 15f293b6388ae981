// SPDX-License-Identifier: MPL-2.0
#include "writer/part_fingerprint.hpp"

#include "office/text.hpp"
#include "plan/text_hash.hpp"
#include "writer/number_links.hpp"

#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XContentEnumerationAccess.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XTextSectionsSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>

namespace trinvis::writer
{

namespace
{

using namespace office;
using Object = css::uno::Reference<css::uno::XInterface>;

/// How letters may be set apart by hand.
const std::vector<rtl::OUString>& letter_properties()
{
    static const std::vector<rtl::OUString> names{"CharBackColor", "CharCaseMap",   "CharColor",  "CharEscapement",
                                                  "CharFontName",  "CharHeight",    "CharHidden", "CharPosture",
                                                  "CharStrikeout", "CharUnderline", "CharWeight"};
    return names;
}

const std::vector<rtl::OUString>& paragraph_properties()
{
    static const std::vector<rtl::OUString> names{"BreakType", "ParaAdjust", "ParaBackColor", "ParaLeftMargin"};
    return names;
}

bool is(const Object& object, const char* service)
{
    const auto info = query_if<css::lang::XServiceInfo>(object);
    return info.is() && info->supportsService(rtl::OUString::createFromAscii(service));
}

std::string any_text(const css::uno::Any& value)
{
    double number = 0;
    rtl::OUString text;
    bool truth = false;
    if (value >>= text)
        return to_utf8(text);
    if (value >>= truth)
        return truth ? "true" : "false";
    if (value >>= number)
        return std::to_string(number);
    if (value.getValueTypeClass() == css::uno::TypeClass_ENUM)
        return std::to_string(*static_cast<const sal_Int32*>(value.getValue()));
    return to_utf8(value.getValueTypeName());
}

/// What was set by hand, and not by a style.
std::string set_by_hand(const Object& object, const std::vector<rtl::OUString>& names)
{
    const auto states = query<css::beans::XPropertyState>(object)->getPropertyStates(sequence(names));
    std::string text;
    for (sal_Int32 i = 0; i < states.getLength(); ++i)
    {
        if (states[i] != css::beans::PropertyState_DIRECT_VALUE)
            continue;
        const rtl::OUString& name = names[static_cast<std::size_t>(i)];
        text += to_utf8(name) + "=" + any_text(query<css::beans::XPropertySet>(object)->getPropertyValue(name)) + ";";
    }
    return text;
}

class Reader
{
public:
    void read(const Object& element)
    {
        if (is(element, "com.sun.star.text.TextTable"))
            read_table(element);
        else
            read_paragraph(element);
    }

    [[nodiscard]] FoundPart found() const
    {
        return {m_look.text(), m_words, !m_anything};
    }

private:
    void read_table(const Object& object)
    {
        const auto table = query<css::text::XTextTable>(object);
        m_anything = true;
        m_look.add("table");
        for (const rtl::OUString& name : table->getCellNames())
        {
            const auto cell = table->getCellByName(name);
            m_look.add(to_utf8(name));
            m_words += to_utf8(query<css::text::XTextRange>(cell)->getString()) + "\n";
            ++m_depth;
            const auto content = query<css::container::XEnumerationAccess>(cell)->createEnumeration();
            while (content->hasMoreElements())
                read(query<css::uno::XInterface>(content->nextElement()));
            --m_depth;
        }
    }

    void read_paragraph(const Object& paragraph)
    {
        const rtl::OUString text = query<css::text::XTextRange>(paragraph)->getString();
        if (m_depth == 0)
            m_words += to_utf8(text) + "\n";
        m_anything = m_anything || !text.isEmpty();
        m_look.add("paragraph");
        m_look.add(to_utf8(get_property<rtl::OUString>(paragraph, "ParaStyleName")));
        m_look.add(set_by_hand(paragraph, paragraph_properties()));
        read_anchored(paragraph, "paragraph");
        m_run.clear();
        m_run_look.clear();
        const auto portions = query<css::container::XEnumerationAccess>(paragraph)->createEnumeration();
        while (portions->hasMoreElements())
            read_portion(query<css::uno::XInterface>(portions->nextElement()));
        end_run();
    }

    /// Pictures, charts and frames that hang on the paragraph or stand among its letters.
    void read_anchored(const Object& object, const char* where)
    {
        const auto contents = query_if<css::container::XContentEnumerationAccess>(object);
        if (!contents.is())
            return;
        const auto all = contents->createContentEnumeration("com.sun.star.text.TextContent");
        while (all.is() && all->hasMoreElements())
        {
            const auto content = query<css::uno::XInterface>(all->nextElement());
            m_anything = true;
            m_look.add(where);
            m_look.add(is(content, "com.sun.star.text.TextEmbeddedObject")  ? "object"
                       : is(content, "com.sun.star.text.TextGraphicObject") ? "picture"
                                                                            : "frame");
        }
    }

    void read_portion(const Object& portion)
    {
        const std::string kind = to_utf8(get_property<rtl::OUString>(portion, "TextPortionType"));
        if (kind == "SoftPageBreak")
            return;
        if (kind == "Text")
        {
            std::string look = set_by_hand(portion, letter_properties());
            if (!get_property<rtl::OUString>(portion, "HyperLinkURL").isEmpty() && !is_number_link(portion))
                look += "link";
            if (look != m_run_look)
                end_run();
            m_run_look = look;
            m_run += to_utf8(query<css::text::XTextRange>(portion)->getString());
            return;
        }
        if (is_own_bookmark(portion, kind))
            return;
        end_run();
        m_look.add(kind);
        m_look.add(to_utf8(query<css::text::XTextRange>(portion)->getString()));
        if (kind == "Frame")
            read_anchored(portion, "letter");
        else
            m_anything = true;
    }

    static bool is_own_bookmark(const Object& portion, const std::string& kind)
    {
        if (kind != "Bookmark")
            return false;
        const auto bookmark = query_if<css::container::XNamed>(
            get_property<css::uno::Reference<css::uno::XInterface>>(portion, "Bookmark"));
        // A table of contents leaves bookmarks with two strokes in front at the headings that it names.
        return bookmark.is() && (bookmark->getName().startsWith("Trinvis") || bookmark->getName().startsWith("__"));
    }

    void end_run()
    {
        if (m_run.empty())
            return;
        m_look.add(m_run_look);
        m_look.add(m_run);
        m_run.clear();
    }

    TextHash m_look;
    std::string m_words;
    std::string m_run;      ///< letters of one look, however many pieces the office keeps them in
    std::string m_run_look; ///< what was set by hand for them
    bool m_anything = false;
    int m_depth = 0;
};

} // namespace

FoundPart read_part(const Section& section)
{
    Reader reader;
    for (const Object& element : content_of(section))
        reader.read(element);
    return reader.found();
}

FoundParts read_parts(const css::uno::Reference<css::text::XTextDocument>& document)
{
    FoundParts found;
    const auto sections = query<css::text::XTextSectionsSupplier>(document)->getTextSections();
    for (const rtl::OUString& name : sections->getElementNames())
        if (const auto part = part_of_section(to_utf8(name)))
            (part->offer ? found.offers : found.parts)
                .emplace(part->id, read_part(query<css::text::XTextSection>(sections->getByName(name))));
    return found;
}

} // namespace trinvis::writer
