// SPDX-License-Identifier: MPL-2.0
#include "writer/part_writer.hpp"

#include "office/text.hpp"
#include "writer/part_fingerprint.hpp"
#include "writer/plan_chart.hpp"
#include "writer/plan_section.hpp"
#include "writer/slot_marks.hpp"

#include <com/sun/star/container/XContentEnumerationAccess.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>

namespace trinvis::writer
{

namespace
{

using namespace office;
using TextDocument = css::uno::Reference<css::text::XTextDocument>;

constexpr sal_Int32 offer_background = 0xFFF4CC;
constexpr sal_Int32 offer_margin = 500; // 1/100 mm

/// A table with empty rows is there to be written in.
bool is_protected(const PartStep& step)
{
    return step.kind == PartKind::locked && !step.to_fill_in;
}

/// A template of the municipality's own may lack the style that marks new versions.
void provide_offer_style(const TextDocument& document)
{
    const auto families = query<css::style::XStyleFamiliesSupplier>(document)->getStyleFamilies();
    const auto styles = query<css::container::XNameContainer>(families->getByName("ParagraphStyles"));
    const rtl::OUString name("Trinvis Nyt");
    if (styles->hasByName(name))
        return;
    const auto style = create_in<css::style::XStyle>(document, "com.sun.star.style.ParagraphStyle");
    styles->insertByName(name, css::uno::Any(style));
    style->setParentStyle("Text body");
    set_property(style, "ParaBackColor", css::uno::Any(offer_background));
    set_property(style, "ParaLeftMargin", css::uno::Any(offer_margin));
}

/// The chart among the letters of a section; empty when a person took it away.
css::uno::Reference<css::text::XTextContent> chart_in(const Section& section)
{
    for (const auto& element : content_of(section))
    {
        const auto portions = query_if<css::container::XEnumerationAccess>(element);
        if (!query<css::lang::XServiceInfo>(element)->supportsService("com.sun.star.text.Paragraph") || !portions.is())
            continue;
        const auto all = portions->createEnumeration();
        while (all->hasMoreElements())
        {
            const auto contents = query_if<css::container::XContentEnumerationAccess>(all->nextElement());
            const auto anchored = contents.is() ? contents->createContentEnumeration("com.sun.star.text.TextContent")
                                                : css::uno::Reference<css::container::XEnumeration>();
            while (anchored.is() && anchored->hasMoreElements())
            {
                const auto content = query<css::text::XTextContent>(anchored->nextElement());
                if (query<css::lang::XServiceInfo>(content)->supportsService("com.sun.star.text.TextEmbeddedObject"))
                    return content;
            }
        }
    }
    return {};
}

class Writer
{
public:
    Writer(const Context& context, const TextDocument& document) : m_context(context), m_document(document)
    {
    }

    /// Returns the look of what stands now.
    std::string put(const Range& place, const std::string& name, const PartStep& step, BlockLook look) const
    {
        const Section section = insert_section(m_document, place, name, is_protected(step));
        fill_section(m_context, m_document, section, step.blocks, look);
        return read_part(section).look;
    }

    std::string renew(const Section& section, const PartStep& step) const
    {
        if (const auto chart = step.holds_chart ? chart_in(section) : nullptr; chart.is())
            renew_chart(m_context, chart, std::get<PlanChart>(step.blocks.back()).content);
        else
            fill_section(m_context, m_document, section, step.blocks, BlockLook::usual);
        return read_part(section).look;
    }

    std::string replace(const Section& section, const PartStep& step) const
    {
        fill_section(m_context, m_document, section, step.blocks, BlockLook::usual);
        return read_part(section).look;
    }

    void renew_chart_alone(const Section& section, const PartStep& step) const
    {
        if (const auto chart = chart_in(section); chart.is())
            renew_chart(m_context, chart, std::get<PlanChart>(step.blocks.back()).content);
    }

    /// Returns the look of the offer; empty where none stands.
    std::string offer(const PartAction& action, const PartStep& step, const std::string& before) const
    {
        const Section there = find_section(m_document, offer_name(step.id));
        switch (action.offer)
        {
        case OfferStep::leave:
            return before;
        case OfferStep::remove:
            remove_section(there);
            return {};
        case OfferStep::release:
            release_section(there);
            return {};
        case OfferStep::replace:
            fill_section(m_context, m_document, there, step.blocks, BlockLook::offered);
            return read_part(there).look;
        case OfferStep::release_and_put:
            release_section(there);
            break;
        case OfferStep::put:
            break;
        }
        provide_offer_style(m_document);
        return put_after(find_section(m_document, section_name(step.id)), offer_name(step.id), step,
                         BlockLook::offered);
    }

    std::string insert(const PartAction& action, const PartStep& step) const
    {
        const std::string name = section_name(step.id);
        for (const InsertPlace& place : {action.place, action.fallback})
            switch (place.kind)
            {
            case InsertPlace::Kind::after_part:
                return put_after(last_of(place.name), name, step, BlockLook::usual);
            case InsertPlace::Kind::before_part:
                return put_at(paragraph_before(m_document, find_section(m_document, section_name(place.name))), name,
                              step, BlockLook::usual);
            case InsertPlace::Kind::at_slot:
                if (const Range paragraph = paragraph_below_mark(m_document, place.name); paragraph.is())
                    return put_at(paragraph, name, step, BlockLook::usual);
                break;
            case InsertPlace::Kind::at_end:
                return put_at(paragraph_at_end(), name, step, BlockLook::usual);
            }
        return {};
    }

    std::string adopt(const PartAction& action, const PartStep& step) const
    {
        const Section section = find_section(m_document, offer_name(step.id));
        query<css::container::XNamed>(section)->setName(from_utf8(section_name(step.id)));
        if (action.edited)
            return {};
        fill_section(m_context, m_document, section, step.blocks, BlockLook::usual);
        return read_part(section).look;
    }

private:
    /// The part's section, or the new version that stands beside it.
    [[nodiscard]] Section last_of(const std::string& part) const
    {
        const Section offered = find_section(m_document, offer_name(part));
        return offered.is() ? offered : find_section(m_document, section_name(part));
    }

    std::string put_after(const Section& section, const std::string& name, const PartStep& step, BlockLook look) const
    {
        return put_at(paragraph_after(m_document, section), name, step, look);
    }

    std::string put_at(const Range& paragraph, const std::string& name, const PartStep& step, BlockLook look) const
    {
        std::string written = put(paragraph, name, step, look);
        remove_paragraph(paragraph);
        return written;
    }

    [[nodiscard]] Range paragraph_at_end() const
    {
        const auto text = m_document->getText();
        const auto all = query<css::container::XEnumerationAccess>(text)->createEnumeration();
        css::uno::Reference<css::uno::XInterface> last;
        while (all->hasMoreElements())
            last = query<css::uno::XInterface>(all->nextElement());
        Section outermost;
        for (auto section = get_property<Section>(last, "TextSection"); section.is();
             section = section->getParentSection())
            outermost = section;
        if (outermost.is())
            return paragraph_after(m_document, outermost);
        const auto cursor = text->createTextCursor();
        cursor->gotoEnd(false);
        text->insertControlCharacter(query<css::text::XTextRange>(cursor), css::text::ControlCharacter::PARAGRAPH_BREAK,
                                     false);
        return query<css::text::XTextRange>(cursor);
    }

    Context m_context;
    TextDocument m_document;
};

} // namespace

StatePart write_part(const Context& context, const TextDocument& document,
                     const css::uno::Reference<css::text::XTextRange>& place, const PartStep& step)
{
    const Writer writer(context, document);
    return {step.id, step.kind, step.hash, writer.put(place, section_name(step.id), step, BlockLook::usual), {}, false};
}

void apply_renewal(const Context& context, const TextDocument& document, const std::vector<PartStep>& steps,
                   Renewal& renewal)
{
    const Writer writer(context, document);
    for (const PartAction& action : renewal.actions)
    {
        const PartStep& step = steps[action.index];
        StatePart& part = renewal.state.parts[action.index];
        switch (action.step)
        {
        case PartFate::renew:
            part.look = writer.renew(find_section(document, section_name(step.id)), step);
            break;
        case PartFate::replace:
            part.look = writer.replace(find_section(document, section_name(step.id)), step);
            break;
        case PartFate::renew_chart:
            writer.renew_chart_alone(find_section(document, section_name(step.id)), step);
            break;
        case PartFate::insert:
            part.look = writer.insert(action, step);
            break;
        case PartFate::adopt:
            part.look = writer.adopt(action, step);
            break;
        case PartFate::keep:
        case PartFate::stay_away:
            break;
        }
        part.offer_look = writer.offer(action, step, part.offer_look);
    }
    for (const std::string& id : renewal.removed)
        for (const std::string& name : {section_name(id), offer_name(id)})
            if (const Section section = find_section(document, name); section.is())
                remove_section(section);
}

} // namespace trinvis::writer
