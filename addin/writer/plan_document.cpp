// SPDX-License-Identifier: MPL-2.0
#include "writer/plan_document.hpp"

#include "office/text.hpp"
#include "office/user_error.hpp"
#include "writer/plan_blocks.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/text/XDocumentIndexesSupplier.hpp>
#include <com/sun/star/util/XRefreshable.hpp>
#include <com/sun/star/util/XSearchable.hpp>

namespace trinvis::writer
{

namespace
{

using namespace office;

constexpr std::string_view text_prefix = "text:";
constexpr std::string_view slot_prefix = "slot:";

std::vector<css::uno::Reference<css::text::XTextRange>> find_places(const TextDocument& document)
{
    const auto searchable = query<css::util::XSearchable>(document);
    const auto search = searchable->createSearchDescriptor();
    set_property(search, "SearchRegularExpression", css::uno::Any(true));
    search->setSearchString("\\{\\{[^{}]+\\}\\}");
    std::vector<css::uno::Reference<css::text::XTextRange>> places;
    const css::uno::Reference<css::container::XIndexAccess> found = searchable->findAll(search);
    places.reserve(static_cast<std::size_t>(found->getCount()));
    for (sal_Int32 i = 0; i < found->getCount(); ++i)
        places.push_back(query<css::text::XTextRange>(found->getByIndex(i)));
    return places;
}

std::string name_in(const css::uno::Reference<css::text::XTextRange>& place)
{
    const std::string text = to_utf8(place->getString());
    return text.substr(2, text.size() - 4);
}

/// Everything is looked up before anything is written, so that a wrong name is told and not half used.
void refuse_unknown(const std::vector<css::uno::Reference<css::text::XTextRange>>& places, const PlanContent& plan,
                    const Texts& texts)
{
    const auto refuse = [&](const std::string& name)
    {
        throw UserError(texts.format(
            "error.template", {{"url", plan.title},
                               {"why", texts.format("error.template.unknown_slot", {{"name", "{{" + name + "}}"}})}}));
    };
    for (const auto& place : places)
    {
        const std::string name = name_in(place);
        const bool known = name.starts_with(text_prefix)   ? texts.all().contains(name.substr(text_prefix.size()))
                           : name.starts_with(slot_prefix) ? plan.slots.contains(name.substr(slot_prefix.size()))
                                                           : plan.values.contains(name);
        if (!known)
            refuse(name);
    }
}

} // namespace

TextDocument open_template(const Context& context, const rtl::OUString& template_url, const Texts& texts)
{
    const auto refuse = [&](const char* why) {
        return UserError(texts.format("error.template", {{"url", to_utf8(template_url)}, {"why", texts.get(why)}}));
    };
    const auto desktop = create<css::frame::XComponentLoader>(context, "com.sun.star.frame.Desktop");
    TextDocument document;
    try
    {
        document = query_if<css::text::XTextDocument>(desktop->loadComponentFromURL(
            template_url, "_blank", 0,
            sequence<css::beans::PropertyValue>({property("Hidden", css::uno::Any(true)),
                                                 property("AsTemplate", css::uno::Any(true)),
                                                 property("MacroExecutionMode", css::uno::Any(sal_Int16(0)))})));
    }
    catch (const css::uno::Exception&)
    {
        throw refuse("error.template.open");
    }
    if (!document.is())
        throw refuse("error.template.open");
    bool any_slot = false;
    for (const auto& place : find_places(document))
        any_slot = any_slot || name_in(place).starts_with(slot_prefix);
    if (!any_slot)
    {
        document->dispose();
        throw refuse("error.template.no_slots");
    }
    return document;
}

std::vector<TemplatePlace> template_places(const TextDocument& document, const PlanContent& plan, const Texts& texts)
{
    const auto found = find_places(document);
    refuse_unknown(found, plan, texts);
    std::vector<TemplatePlace> places;
    places.reserve(found.size());
    for (const auto& range : found)
    {
        const std::string name = name_in(range);
        if (name.starts_with(text_prefix))
            places.push_back({TemplatePlace::Kind::text, name.substr(text_prefix.size()), range});
        else if (name.starts_with(slot_prefix))
            places.push_back({TemplatePlace::Kind::slot, name.substr(slot_prefix.size()), range});
        else
            places.push_back({TemplatePlace::Kind::value, name, range});
    }
    return places;
}

void set_document_properties(const TextDocument& document, const std::string& title, const Texts& texts)
{
    const auto properties = query<css::document::XDocumentPropertiesSupplier>(document)->getDocumentProperties();
    properties->setTitle(from_utf8(title));
    const bool danish = texts.language() == Language::danish;
    const css::lang::Locale locale(danish ? rtl::OUString("da") : rtl::OUString("en"),
                                   danish ? rtl::OUString("DK") : rtl::OUString("GB"), rtl::OUString());
    properties->setLanguage(locale);
    set_property(document, "CharLocale", css::uno::Any(locale));
}

void update_indexes(const TextDocument& document)
{
    const auto indexes = query<css::text::XDocumentIndexesSupplier>(document)->getDocumentIndexes();
    for (sal_Int32 i = 0; i < indexes->getCount(); ++i)
        query<css::util::XRefreshable>(indexes->getByIndex(i))->refresh();
}

void fill_template(const Context& context, const TextDocument& document, const PlanContent& plan, const Texts& texts)
{
    const std::vector<TemplatePlace> places = template_places(document, plan, texts);
    document->lockControllers();
    for (const TemplatePlace& place : places)
        if (place.kind == TemplatePlace::Kind::text)
            place.range->setString(from_utf8(fill_in(texts.get(place.name), {plan.values.begin(), plan.values.end()})));
        else if (place.kind == TemplatePlace::Kind::value)
            place.range->setString(from_utf8(plan.values.at(place.name)));
        else
            replace_paragraph(context, document, place.range, plan.slots.find(place.name)->second);
    set_document_properties(document, plan.title, texts);
    document->unlockControllers();
    update_indexes(document);
}

} // namespace trinvis::writer
