// SPDX-License-Identifier: MPL-2.0
//
// Rules about rules: tests/data/rule_conflicts.json, the shipped rules, and a tangle of a hundred.
#include "workbook_fixture.hpp"

#include "rules/rule_conflicts.hpp"
#include "validation/tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace trinvis::rules
{

namespace
{

using nlohmann::json;
using tests::words;
using tests::WorkbookFixture;

/// The tables of a new workbook; what is in them makes no difference to the rules.
class NewWorkbookTables
{
public:
    explicit NewWorkbookTables(Language language)
        : m_workbook(WorkbookFixture(language).read()), m_tables(m_workbook, words())
    {
    }

    [[nodiscard]] std::vector<RuleConflict> examine(const std::vector<Rule>& rules)
    {
        return examine_rules(
            rules, [this](std::string_view id) { return m_tables.table(id); }, words());
    }

private:
    Workbook m_workbook;
    ValidationTables m_tables;
};

Rule rule_of(const json& parts)
{
    Rule rule;
    rule.id = parts.at(0).get<std::string>();
    rule.table = parts.at(1).get<std::string>();
    rule.when = parts.at(2).get<std::string>();
    rule.must = parts.at(3).get<std::string>();
    rule.severity = words().danish.get("severity." + parts.at(4).get<std::string>());
    return rule;
}

std::vector<std::string> told(const std::vector<RuleConflict>& conflicts, const std::vector<Rule>& rules)
{
    std::vector<std::string> lines;
    for (const RuleConflict& conflict : conflicts)
        lines.push_back(std::string(conflict_code(conflict.kind)) + " " + rules[conflict.rule].id +
                        (conflict.other == conflict.rule ? "" : " " + rules[conflict.other].id));
    return lines;
}

} // namespace

TEST(RuleConflicts, AreThoseOfTheCases)
{
    NewWorkbookTables tables(Language::danish);
    const json cases = tests::test_data("rule_conflicts.json").at("cases");
    EXPECT_GT(cases.size(), 20U);
    for (const json& one : cases)
    {
        std::vector<Rule> rules;
        for (const json& parts : one.at("rules"))
            rules.push_back(rule_of(parts));
        EXPECT_EQ(told(tables.examine(rules), rules), one.at("finds").get<std::vector<std::string>>())
            << one.at("what");
    }
}

TEST(RuleConflicts, OfRulesThatAreSwitchedOffAreNone)
{
    std::vector<Rule> rules{rule_of({"A", "values", "", "Værdi > 5", "error"}),
                            rule_of({"A", "values", "", "Værdi < 3", "error"})};
    NewWorkbookTables tables(Language::danish);
    EXPECT_EQ(tables.examine(rules).size(), 2U);
    rules.back().active = false;
    EXPECT_TRUE(tables.examine(rules).empty());
}

TEST(RuleConflicts, AreNoneAmongTheShippedRules)
{
    for (const Language language : {Language::danish, Language::english})
    {
        std::vector<Rule> rules = tests::rules_of(language);
        for (Rule& rule : rules)
            rule.severity = words().in(language).get("severity." + rule.severity);
        EXPECT_EQ(told(NewWorkbookTables(language).examine(rules), rules), std::vector<std::string>{});
    }
}

TEST(RuleConflicts, AreFindingsInTheSheetOfTheRules)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.append("rules", {{"id", Cell{"E01"}},
                          {"table", Cell{"Værdier"}},
                          {"when", Cell{"ER.TAL(Værdi)"}},
                          {"must", Cell{"Værdi >= -10"}},
                          {"severity", Cell{"Fejl"}}});
    book.append("rules", {{"id", Cell{"E02"}},
                          {"table", Cell{"Runder"}},
                          {"must", Cell{"institution > anbragte + 1"}},
                          {"when", Cell{"plejefamilie > 5"}},
                          {"severity", Cell{"Fejl"}}});
    const Validation validation = book.validate();
    const auto found = [&](std::string_view rule) -> Finding
    {
        const auto one = std::find_if(validation.findings.begin(), validation.findings.end(),
                                      [rule](const Finding& finding) { return finding.rule == rule; });
        return one == validation.findings.end() ? Finding{} : *one;
    };
    const Finding redundant = found(check_id(Check::redundant_rule));
    EXPECT_EQ(redundant.severity, Severity::warning);
    EXPECT_EQ(redundant.place, book.place("rules", "E01", "must"));
    EXPECT_EQ(redundant.message, "Reglen E01 er overflødig: hvad der bryder den, bryder også V04");
    const Finding contradictory = found(check_id(Check::contradictory_rules));
    EXPECT_EQ(contradictory.severity, Severity::error);
    EXPECT_EQ(contradictory.place, book.place("rules", "E02", "must"));
    EXPECT_EQ(contradictory.message, "Ingen række kan overholde både E02 og R01, hvor begge gælder");
}

TEST(RuleConflicts, AreFoundAmongAHundredTangledRules)
{
    std::mt19937 random(3);
    const std::vector<std::string> columns{"anbragte", "institution", "plejefamilie", "netvaerk", "hjemmebaseret"};
    const auto column = [&] { return columns.at(random() % columns.size()); };
    std::vector<Rule> rules;
    for (int i = 0; i < 100; ++i)
        rules.push_back(rule_of(
            {"T" + std::to_string(i), "rounds",
             i % 2 == 0 ? "ELLER(" + column() + " > " + std::to_string(i) + "; " + column() + " < 3)" : std::string{},
             "ABS(" + column() + " - " + column() + ") <= MAKS(0,5 * " + column() + "; " + std::to_string(i) + ")",
             "error"}));
    NewWorkbookTables tables(Language::danish);
    EXPECT_GT(tables.examine(rules).size(), 0U);
}

} // namespace trinvis::rules
