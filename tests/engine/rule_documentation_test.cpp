// SPDX-License-Identifier: MPL-2.0
//
// The committed templates/RULES.da.md and RULES.en.md are what the generator makes.
#include "shipped.hpp"

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

} // namespace trinvis
