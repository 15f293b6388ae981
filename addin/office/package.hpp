// SPDX-License-Identifier: MPL-2.0
//
// The files inside the installed extension, and what is read from them once a session.
//
//     const Package& package = Package::of(context);
//     package.words().danish.get("sheet.entry");
#pragma once

#include "catalogue/catalogue.hpp"
#include "catalogue/municipalities.hpp"
#include "ladder/ladder.hpp"
#include "office/uno.hpp"
#include "practice/practice.hpp"
#include "privacy/known_relations.hpp"
#include "rules/rule.hpp"
#include "spending/price_index.hpp"
#include "survey/survey.hpp"

#include <string>

namespace trinvis::office
{

class Package
{
public:
    /// The one package of this process; read at first use. Throws css::uno::RuntimeException when the extension's files
    /// are not where the office says.
    [[nodiscard]] static const Package& of(const Context& context);

    [[nodiscard]] const Words& words() const
    {
        return m_words;
    }
    [[nodiscard]] const Municipalities& municipalities() const
    {
        return m_municipalities;
    }
    [[nodiscard]] const Catalogue& catalogue(Language language) const
    {
        return language == Language::danish ? m_catalogue_danish : m_catalogue_english;
    }
    [[nodiscard]] const std::vector<rules::Rule>& rules(Language language) const
    {
        return language == Language::danish ? m_rules_danish : m_rules_english;
    }
    [[nodiscard]] const Survey& survey() const
    {
        return m_survey;
    }
    [[nodiscard]] const Ladder& ladder(Language language) const
    {
        return language == Language::danish ? m_ladder_danish : m_ladder_english;
    }
    /// The index that a new sheet Prisindeks receives.
    [[nodiscard]] const std::vector<spending::ShippedPrice>& prices(Language language) const
    {
        return language == Language::danish ? m_prices_danish : m_prices_english;
    }
    /// Which numbers can be worked out from each other.
    [[nodiscard]] const privacy::KnownRelations& known_relations() const
    {
        return m_known_relations;
    }
    /// What the practice workbook holds; its municipalities are among municipalities().
    [[nodiscard]] const Practice& practice() const
    {
        return m_practice;
    }
    [[nodiscard]] const std::string& version() const
    {
        return m_version;
    }
    /// The URL of a file in the package, e.g. "templates/udviklingsplan.fodt".
    [[nodiscard]] rtl::OUString url(std::string_view path) const;

private:
    explicit Package(const Context& context);

    rtl::OUString m_location;
    Words m_words;
    Municipalities m_municipalities;
    Practice m_practice;
    Catalogue m_catalogue_danish;
    Catalogue m_catalogue_english;
    std::vector<rules::Rule> m_rules_danish;
    std::vector<rules::Rule> m_rules_english;
    Survey m_survey;
    Ladder m_ladder_danish;
    Ladder m_ladder_english;
    std::vector<spending::ShippedPrice> m_prices_danish;
    std::vector<spending::ShippedPrice> m_prices_english;
    privacy::KnownRelations m_known_relations;
    std::string m_version;
};

/// The language of the office's menus and dialogs.
[[nodiscard]] Language interface_language(const Context& context);

} // namespace trinvis::office
