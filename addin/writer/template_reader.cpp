// SPDX-License-Identifier: MPL-2.0
#include "writer/template_reader.hpp"

#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XTextFrame.hpp>
#include <com/sun/star/text/XTextFramesSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/ucb/XSimpleFileAccess.hpp>
#include <com/sun/star/util/XCloseable.hpp>

namespace trinvis::writer
{

namespace
{

using namespace office;
using TextDocument = css::uno::Reference<css::text::XTextDocument>;

constexpr std::size_t most_faults = 8;

/// Gathers paragraphs, numbering them within each region and page style.
class Paragraphs
{
public:
    void add_text(const css::uno::Reference<css::uno::XInterface>& text, TemplateRegion region,
                  const std::string& page_style = {})
    {
        std::size_t number = 0;
        add(text, region, page_style, number);
    }

    /// The cells of a table and the paragraphs of a frame are counted throughout the document.
    void add_more(const css::uno::Reference<css::uno::XInterface>& text, TemplateRegion region)
    {
        add(text, region, {}, region == TemplateRegion::table ? m_in_tables : m_in_frames);
    }

    [[nodiscard]] std::vector<TemplateParagraph> take()
    {
        return std::move(m_all);
    }

private:
    void add(const css::uno::Reference<css::uno::XInterface>& text, TemplateRegion region,
             const std::string& page_style, std::size_t& number)
    {
        const auto enumeration = query<css::container::XEnumerationAccess>(text)->createEnumeration();
        while (enumeration->hasMoreElements())
        {
            const auto element = query<css::lang::XServiceInfo>(enumeration->nextElement());
            if (element->supportsService("com.sun.star.text.TextTable"))
            {
                const auto table = query<css::text::XTextTable>(element);
                for (const rtl::OUString& cell : table->getCellNames())
                    add(table->getCellByName(cell), TemplateRegion::table, {}, m_in_tables);
            }
            else if (element->supportsService("com.sun.star.text.Paragraph"))
                m_all.push_back(
                    {region, ++number, page_style, to_utf8(query<css::text::XTextRange>(element)->getString())});
        }
    }

    std::vector<TemplateParagraph> m_all;
    std::size_t m_in_tables = 0;
    std::size_t m_in_frames = 0;
};

void add_frames(Paragraphs& paragraphs, const TextDocument& document)
{
    const auto frames = query<css::text::XTextFramesSupplier>(document)->getTextFrames();
    for (const rtl::OUString& name : frames->getElementNames())
        paragraphs.add_more(query<css::text::XTextFrame>(frames->getByName(name))->getText(), TemplateRegion::frame);
}

void add_headers_and_footers(Paragraphs& paragraphs, const TextDocument& document)
{
    const auto families = query<css::style::XStyleFamiliesSupplier>(document)->getStyleFamilies();
    const auto styles = query<css::container::XNameAccess>(families->getByName("PageStyles"));
    for (const rtl::OUString& name : styles->getElementNames())
    {
        const auto style = query<css::beans::XPropertySet>(styles->getByName(name));
        if (!query<css::style::XStyle>(style)->isInUse())
            continue;
        const std::string shown = to_utf8(get_property<rtl::OUString>(style, "DisplayName"));
        for (const auto& [is_on, text, region] : {std::tuple{"HeaderIsOn", "HeaderText", TemplateRegion::header},
                                                  std::tuple{"FooterIsOn", "FooterText", TemplateRegion::footer}})
            if (get_property<bool>(style, is_on))
                paragraphs.add_text(get_property<css::uno::Reference<css::text::XText>>(style, text), region, shown);
    }
}

TextDocument load(const Context& context, const rtl::OUString& url)
{
    try
    {
        const auto desktop = create<css::frame::XComponentLoader>(context, "com.sun.star.frame.Desktop");
        const auto component = desktop->loadComponentFromURL(
            url, "_blank", 0,
            sequence<css::beans::PropertyValue>({property("Hidden", css::uno::Any(true)),
                                                 property("AsTemplate", css::uno::Any(true)),
                                                 property("MacroExecutionMode", css::uno::Any(sal_Int16(0)))}));
        const auto document = query_if<css::text::XTextDocument>(component);
        if (component.is() && !document.is())
            component->dispose();
        return document;
    }
    catch (const css::uno::Exception&)
    {
        return {};
    }
}

bool exists(const Context& context, const rtl::OUString& url)
{
    try
    {
        return create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess")->exists(url);
    }
    catch (const css::uno::Exception&)
    {
        // An address that the office knows no way to.
        return false;
    }
}

/// The faults one below the other; of very many the first ones.
std::string listed(const std::vector<std::string>& faults, const Texts& texts)
{
    std::string lines;
    for (std::size_t i = 0; i < faults.size() && i < most_faults; ++i)
        lines += "\n" + faults[i];
    if (faults.size() > most_faults)
        lines += "\n" + texts.count("template.more_faults", faults.size() - most_faults);
    return lines;
}

} // namespace

std::vector<TemplateParagraph> template_paragraphs(const TextDocument& document)
{
    Paragraphs paragraphs;
    paragraphs.add_text(document->getText(), TemplateRegion::body);
    add_frames(paragraphs, document);
    add_headers_and_footers(paragraphs, document);
    return paragraphs.take();
}

TextDocument open_own_template(const Context& context, const rtl::OUString& url, DocumentKind kind, const Texts& texts)
{
    const auto refuse = [&](const std::string& why) {
        return UserError(texts.format("error.template", {{"url", readable_url(url)}, {"why", why}}));
    };
    if (!exists(context, url))
        throw refuse(texts.get("error.template.missing"));
    const TextDocument document = load(context, url);
    if (!document.is())
        throw refuse(texts.get("error.template.open"));
    const std::vector<std::string> faults = template_faults(template_paragraphs(document), kind, texts);
    if (!faults.empty())
    {
        query<css::util::XCloseable>(document)->close(true);
        throw refuse(listed(faults, texts));
    }
    return document;
}

} // namespace trinvis::writer
