// SPDX-License-Identifier: MPL-2.0
#include "office/settings.hpp"

#include "office/text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <com/sun/star/beans/PropertyAttribute.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>

namespace trinvis::office
{

namespace
{

using Properties = css::uno::Reference<css::beans::XPropertySet>;

constexpr const char* node_path = "/org.trinvis.Settings/General";

/// The node of the configuration; empty when the office does not know the schema.
Properties open_node(const Context& context, const char* access)
{
    const auto provider =
        create<css::lang::XMultiServiceFactory>(context, "com.sun.star.configuration.ConfigurationProvider");
    try
    {
        return query_if<css::beans::XPropertySet>(provider->createInstanceWithArguments(
            rtl::OUString::createFromAscii(access),
            sequence<css::uno::Any>(
                {css::uno::Any(property("nodepath", css::uno::Any(rtl::OUString::createFromAscii(node_path))))})));
    }
    catch (const css::uno::Exception&)
    {
        return {};
    }
}

rtl::OUString name_of(std::string_view setting)
{
    return from_utf8(std::string(setting));
}

/// A value of the wanted type, or nothing.
template <typename Value>
std::optional<Value> value_of(const Properties& node, std::string_view setting)
{
    try
    {
        Value value{};
        if (node->getPropertyValue(name_of(setting)) >>= value)
            return value;
    }
    catch (const css::uno::Exception&)
    {
        return std::nullopt;
    }
    return std::nullopt;
}

std::string text_of(const Properties& node, std::string_view setting)
{
    const std::string text = to_utf8(value_of<rtl::OUString>(node, setting).value_or(rtl::OUString()));
    return std::string(trimmed(text));
}

/// Takes over the one of `all` that the text names; another text changes nothing.
template <typename Choices, typename Choice, typename Code>
void choose(Choice& choice, const Choices& all, Code code, const std::string& text)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](Choice one) { return code(one) == text; });
    if (found != all.end())
        choice = *found;
}

bool is_locked(const Properties& node, std::string_view setting)
{
    const sal_Int16 attributes = node->getPropertySetInfo()->getPropertyByName(name_of(setting)).Attributes;
    return (attributes & css::beans::PropertyAttribute::READONLY) != 0;
}

} // namespace

Settings read_settings(const Context& context)
{
    Settings settings;
    const Properties node = open_node(context, "com.sun.star.configuration.ConfigurationAccess");
    if (!node.is())
        return settings;
    settings.municipality = text_of(node, "Municipality");
    const std::string language = text_of(node, "WorkbookLanguage");
    for (const Language one : {Language::danish, Language::english})
        if (language == language_code(one))
            settings.workbook_language = one;
    choose(settings.comparison_group, group_kinds, group_code, text_of(node, "ComparisonGroup"));
    choose(settings.group_level, weightings, weighting_code, text_of(node, "GroupLevel"));
    const auto threshold = value_of<sal_Int32>(node, "SmallNumberThreshold");
    for (const int one : sharing_thresholds)
        if (threshold == one)
            settings.small_number_threshold = one;
    settings.live_validation = value_of<bool>(node, "LiveValidation").value_or(settings.live_validation);
    settings.template_folder = text_of(node, "TemplateFolder");
    while (settings.template_folder.ends_with('/'))
        settings.template_folder.pop_back();
    if (!settings.template_folder.starts_with("file:"))
        settings.template_folder.clear();
    if (const std::string address = text_of(node, "StatBankAddress"); reference::is_api_address(address))
        settings.statbank_address = address;
    return settings;
}

void write_settings(const Context& context, const Settings& settings)
{
    const Properties node = open_node(context, "com.sun.star.configuration.ConfigurationUpdateAccess");
    if (!node.is())
        return;
    const auto put = [&](std::string_view setting, const css::uno::Any& value)
    {
        if (!is_locked(node, setting) && node->getPropertyValue(name_of(setting)) != value)
            node->setPropertyValue(name_of(setting), value);
    };
    const auto put_text = [&](std::string_view setting, std::string_view text)
    { put(setting, css::uno::Any(from_utf8(std::string(text)))); };
    put_text("Municipality", settings.municipality);
    put_text("WorkbookLanguage",
             settings.workbook_language ? language_code(*settings.workbook_language) : std::string_view());
    put_text("ComparisonGroup", group_code(settings.comparison_group));
    put_text("GroupLevel", weighting_code(settings.group_level));
    put("SmallNumberThreshold", css::uno::Any(static_cast<sal_Int32>(settings.small_number_threshold)));
    put("LiveValidation", css::uno::Any(settings.live_validation));
    put_text("TemplateFolder", settings.template_folder);
    put_text("StatBankAddress", settings.statbank_address);
    query<css::util::XChangesBatch>(node)->commitChanges();
}

std::vector<std::string_view> locked_settings(const Context& context)
{
    std::vector<std::string_view> locked;
    const Properties node = open_node(context, "com.sun.star.configuration.ConfigurationUpdateAccess");
    if (!node.is())
        return locked;
    std::copy_if(setting_names.begin(), setting_names.end(), std::back_inserter(locked),
                 [&](std::string_view setting) { return is_locked(node, setting); });
    return locked;
}

bool practice_offer_wanted(const Context& context)
{
    const Properties node = open_node(context, "com.sun.star.configuration.ConfigurationUpdateAccess");
    return node.is() && value_of<bool>(node, "OfferPractice").value_or(false) && !is_locked(node, "OfferPractice");
}

void keep_practice_offered(const Context& context)
{
    const Properties node = open_node(context, "com.sun.star.configuration.ConfigurationUpdateAccess");
    if (!node.is() || is_locked(node, "OfferPractice"))
        return;
    node->setPropertyValue("OfferPractice", css::uno::Any(false));
    query<css::util::XChangesBatch>(node)->commitChanges();
}

bool live_validation_wanted(const Context& context)
{
    return read_settings(context).live_validation;
}

} // namespace trinvis::office
