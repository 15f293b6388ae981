// SPDX-License-Identifier: MPL-2.0
//
// The sheet Regelsprog: it holds what it shall, its example is a rule that works, and nothing of it is validated.
#include "workbook_fixture.hpp"

#include "catalogue/built_in_checks.hpp"
#include "new_workbook/rule_language_sheet.hpp"
#include "rules/functions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>

namespace trinvis
{

namespace
{

using tests::day;
using tests::words;
using tests::WorkbookFixture;

constexpr std::array both_languages{Language::danish, Language::english};

bool holds_text(const SheetContent& sheet, std::string_view wanted)
{
    for (const auto& row : sheet.rows)
        for (const ContentCell& cell : row)
            if (const std::string* text = std::get_if<std::string>(&cell); text && *text == wanted)
                return true;
    return false;
}

} // namespace

TEST(RuleLanguageSheet, HoldsEveryTableAndFunctionInBothLanguages)
{
    for (const Language language : both_languages)
    {
        const SheetContent sheet = rule_language_sheet(words().in(language));
        for (const std::string_view id : rules::table_ids())
            EXPECT_TRUE(holds_text(sheet, words().in(language).get("table." + std::string(id)))) << id;
        for (const rules::Function& function : rules::functions())
            EXPECT_TRUE(holds_text(sheet, function.danish) && holds_text(sheet, function.english)) << function.english;
        EXPECT_GE(static_cast<int>(sheet.column_widths_mm.size()), sheet.column_count());
    }
}

TEST(RuleLanguageSheet, HoldsEveryBuiltInCheckWithItsDescription)
{
    for (const Language language : both_languages)
    {
        const Texts& texts = words().in(language);
        const SheetContent sheet = rule_language_sheet(texts);
        EXPECT_TRUE(holds_text(sheet, texts.get("rule_language.built_in.text")));
        for (const BuiltInCheck& check : built_in_checks())
            EXPECT_TRUE(std::any_of(sheet.rows.begin(), sheet.rows.end(),
                                    [&](const std::vector<ContentCell>& row)
                                    {
                                        return row.size() == 3 && std::get<std::string>(row[0]) == check.id &&
                                               std::get<std::string>(row[1]) == texts.get(check.description);
                                    }))
                << check.id;
    }
}

TEST(RuleLanguageSheet, ShowsARuleThatWorks)
{
    for (const Language language : both_languages)
    {
        const Texts& texts = words().in(language);
        const SheetContent sheet = rule_language_sheet(texts);
        WorkbookFixture book = WorkbookFixture::filled(language);
        std::map<std::string, Cell> rule{{"id", std::string("X01")}};
        for (const char* key : {"table", "when", "must", "severity", "message", "expected"})
            for (const auto& row : sheet.rows)
                if (row.size() == 3 && std::get<std::string>(row[0]) == texts.get(std::string("column.rules.") + key))
                    rule.emplace(key, std::get<std::string>(row[2]));
        ASSERT_EQ(rule.size(), 7U);
        book.append("rules", rule);
        book.entry("anbragte", day(2018, 12, 31)) = Cell{1000000.0};
        const Validation validation = book.validate();
        EXPECT_EQ(validation.rules_broken, 0U);
        const auto found = std::find_if(validation.findings.begin(), validation.findings.end(),
                                        [](const Finding& finding) { return finding.rule == "X01"; });
        ASSERT_NE(found, validation.findings.end());
        EXPECT_EQ(found->message.find('{'), std::string::npos) << found->message;
        EXPECT_EQ(found->expected.find('{'), std::string::npos) << found->expected;
    }
}

TEST(RuleLanguageSheet, IsNoPartOfWhatIsValidated)
{
    for (const Language language : both_languages)
    {
        WorkbookFixture with = WorkbookFixture::filled(language);
        // A person's number and a name, where nothing but the product's own words should stand.
        with.grid("rule_language").cells.front() = Cell{std::string("311299-1234")};
        WorkbookFixture without = WorkbookFixture::filled(language);
        const std::size_t last = without.cells.sheets.size() - 1;
        ASSERT_EQ(without.sheet("rule_language"), static_cast<int>(last));
        without.cells.sheets.pop_back();
        without.cells.names.pop_back();
        const auto lines = [](const Validation& validation)
        {
            std::vector<std::string> all;
            for (const Finding& finding : validation.findings)
                all.push_back(finding.rule + finding.sheet + finding.cell + finding.message);
            return all;
        };
        EXPECT_EQ(lines(with.validate()), lines(without.validate()));
    }
}

} // namespace trinvis
