// SPDX-License-Identifier: MPL-2.0
#include "office/package.hpp"

#include "office/text.hpp"

#include <com/sun/star/container/XHierarchicalNameAccess.hpp>
#include <com/sun/star/deployment/XPackageInformationProvider.hpp>
#include <com/sun/star/io/XInputStream.hpp>
#include <com/sun/star/ucb/XSimpleFileAccess.hpp>

namespace trinvis::office
{

namespace
{

constexpr const char* identifier = "org.trinvis";

std::string read_file(const Context& context, const rtl::OUString& url)
{
    const auto access = create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess");
    const css::uno::Reference<css::io::XInputStream> stream = access->openFileRead(url);
    css::uno::Sequence<sal_Int8> bytes;
    const sal_Int32 size = access->getSize(url);
    const sal_Int32 read = stream->readBytes(bytes, size);
    stream->closeInput();
    return {reinterpret_cast<const char*>(bytes.getConstArray()), static_cast<std::size_t>(read)};
}

rtl::OUString package_location(const Context& context)
{
    const css::uno::Reference<css::deployment::XPackageInformationProvider> provider(
        context->getValueByName("/singletons/com.sun.star.deployment.PackageInformationProvider"),
        css::uno::UNO_QUERY_THROW);
    return provider->getPackageLocation(rtl::OUString::createFromAscii(identifier));
}

} // namespace

const Package& Package::of(const Context& context)
{
    static const Package package(context);
    return package;
}

Package::Package(const Context& context) : m_location(package_location(context))
{
    const auto content = [&](std::string_view path) { return read_file(context, url(path)); };
    m_words = {Texts::from_json(content("texts/da.json")), Texts::from_json(content("texts/en.json"))};
    m_municipalities = Municipalities::from_json(content("templates/municipalities.json"));
    m_practice = Practice::from_json(content("templates/practice.json"));
    m_municipalities.add_invented(m_practice.invented());
    const std::string catalogue = content("templates/catalogue.json");
    m_catalogue_danish = Catalogue::from_json(catalogue, Language::danish);
    m_catalogue_english = Catalogue::from_json(catalogue, Language::english);
    const std::string rule_set = content("templates/rules.json");
    m_rules_danish = rules::shipped_rules(rule_set, Language::danish);
    m_rules_english = rules::shipped_rules(rule_set, Language::english);
    m_survey = Survey::from_json(content("templates/survey.json"));
    const std::string ladder = content("templates/ladder.json");
    m_ladder_danish = Ladder::from_json(ladder, Language::danish);
    m_ladder_english = Ladder::from_json(ladder, Language::english);
    const std::string prices = content("templates/price_index.json");
    m_prices_danish = spending::shipped_prices(prices, Language::danish);
    m_prices_english = spending::shipped_prices(prices, Language::english);
    m_known_relations = privacy::KnownRelations::from_json(content("templates/disclosure.json"));
    m_version = TRINVIS_VERSION;
}

rtl::OUString Package::url(std::string_view path) const
{
    return m_location + "/" + from_utf8(path);
}

Language interface_language(const Context& context)
{
    const auto provider =
        create<css::lang::XMultiServiceFactory>(context, "com.sun.star.configuration.ConfigurationProvider");
    const css::uno::Sequence<css::uno::Any> arguments = sequence<css::uno::Any>(
        {css::uno::Any(property("nodepath", css::uno::Any(rtl::OUString("/org.openoffice.Setup/L10N"))))});
    const auto settings = query<css::container::XHierarchicalNameAccess>(
        provider->createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", arguments));
    rtl::OUString locale;
    settings->getByHierarchicalName("ooLocale") >>= locale;
    return language_from_code(to_utf8(locale));
}

} // namespace trinvis::office
