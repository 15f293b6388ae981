// SPDX-License-Identifier: MPL-2.0
//
// The built-in checks: each has an id of its own, of the same build as those of the rules, and a description.
#include "shipped.hpp"

#include "catalogue/built_in_checks.hpp"
#include "rules/rule_conflicts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace trinvis
{

namespace
{

using tests::words;

/// "A01" for the first of a letter.
std::string numbered(char letter, int number)
{
    return std::string(1, letter) + (number < 10 ? "0" : "") + std::to_string(number);
}

} // namespace

TEST(BuiltInChecks, AreNumberedWithinTheirLetter)
{
    std::map<char, int> last;
    for (const BuiltInCheck& check : built_in_checks())
        EXPECT_EQ(check.id, numbered(check.id.front(), ++last[check.id.front()]));
    EXPECT_EQ(last.size(), 2U);
    EXPECT_TRUE(last.contains('A') && last.contains('B'));
}

TEST(BuiltInChecks, AreFoundByTheirEnumerator)
{
    for (const BuiltInCheck& check : built_in_checks())
    {
        EXPECT_EQ(&built_in_check(check.check), &check);
        EXPECT_EQ(check_id(check.check), check.id);
    }
}

TEST(BuiltInChecks, KeepTheirIds)
{
    // Explanations in workbooks and exported findings hold them.
    EXPECT_EQ(check_id(Check::missing_sheet), "A01");
    EXPECT_EQ(check_id(Check::hidden_row), "A06");
    EXPECT_EQ(check_id(Check::external_formula), "A16");
    EXPECT_EQ(check_id(Check::group_setting), "A17");
    EXPECT_EQ(check_id(Check::sharing_choice), "A18");
    EXPECT_EQ(check_id(Check::contradictory_rules), "B01");
    EXPECT_EQ(check_id(Check::doubled_rule_id), "B06");
}

TEST(BuiltInChecks, ShareNoIdWithAShippedRule)
{
    std::set<std::string_view> ids;
    for (const BuiltInCheck& check : built_in_checks())
        ids.insert(check.id);
    EXPECT_EQ(ids.size(), built_in_checks().size());
    for (const Language language : {Language::danish, Language::english})
        for (const rules::Rule& rule : tests::rules_of(language))
            EXPECT_FALSE(ids.contains(rule.id)) << rule.id;
}

TEST(BuiltInChecks, HaveADescriptionOfTheirOwnInBothLanguages)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const Texts& texts = words().in(language);
        std::set<std::string> descriptions;
        for (const BuiltInCheck& check : built_in_checks())
        {
            const std::string& description = texts.get(check.description);
            EXPECT_TRUE(description.ends_with('.')) << check.id;
            EXPECT_EQ(description.find('{'), std::string::npos) << check.id;
            EXPECT_TRUE(descriptions.insert(description).second) << check.id;
        }
        const auto& all = texts.all();
        EXPECT_EQ(static_cast<std::size_t>(std::count_if(all.begin(), all.end(),
                                                         [](const auto& text)
                                                         { return text.first.starts_with("built_in_check."); })),
                  descriptions.size());
    }
}

TEST(BuiltInChecks, OfRulesAreThoseThatConflictsAreToldAs)
{
    using rules::ConflictKind;
    std::set<Check> told;
    for (const ConflictKind kind :
         {ConflictKind::contradictory, ConflictKind::impossible, ConflictKind::redundant, ConflictKind::never_applies,
          ConflictKind::never_broken, ConflictKind::same_identifier, ConflictKind::built_in_identifier})
        told.insert(rules::conflict_check(kind));
    for (const BuiltInCheck& check : built_in_checks())
        EXPECT_EQ(told.contains(check.check), check.id.front() == 'B') << check.id;
}

} // namespace trinvis
