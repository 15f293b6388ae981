// SPDX-License-Identifier: MPL-2.0
//
// The committed templates/RULES.da.md and RULES.en.md are what the generator makes.
#include "shipped.hpp"

#include "catalogue/built_in_checks.hpp"
#include "rules/documentation.hpp"

#include "../documentation/rule_documentation.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

using tests::words;

TEST(RuleDocumentation, IsWhatTheGeneratorMakes)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const std::string name = documentation::file_name(language);
        EXPECT_EQ(tests::file_text(tests::templates_dir() / name),
                  documentation::rule_documentation(
                      words().in(language), tests::file_text(tests::templates_dir() / "rules.json"),
                      tests::file_text(tests::source_dir() / "tests" / "data" / "rule_cases.json")))
            << name << " is out of date; run the target rule_documentation";
    }
}

TEST(RuleDocumentation, TellsOfEveryBuiltInCheck)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const Texts& texts = words().in(language);
        const std::string text = tests::file_text(tests::templates_dir() / documentation::file_name(language));
        EXPECT_NE(text.find("## " + texts.get("rule_language.built_in") + "\n"), std::string::npos);
        for (const BuiltInCheck& check : built_in_checks())
            EXPECT_NE(text.find("| " + std::string(check.id) + " | " + texts.get(check.description) + " |"),
                      std::string::npos)
                << check.id;
    }
}

TEST(RuleDocumentation, NamesTheSeverityOfACheckUnlessItDependsOnTheSheet)
{
    const Texts& texts = words().danish;
    const std::vector<rules::CheckDocument> documents = rules::check_documents(texts);
    const auto severity = [&](Check check) { return documents.at(static_cast<std::size_t>(check)).severity; };
    EXPECT_EQ(severity(Check::missing_column), "Fejl");
    EXPECT_EQ(severity(Check::date_text), "Oplysning");
    EXPECT_EQ(severity(Check::redundant_rule), "Advarsel");
    EXPECT_EQ(severity(Check::hidden_row), "");
}

} // namespace trinvis
