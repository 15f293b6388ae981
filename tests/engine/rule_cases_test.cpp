// SPDX-License-Identifier: MPL-2.0
//
// Every shipped rule against tests/data/rule_cases.json, in a Danish and in an English workbook.
#include "sample_size.hpp"
#include "workbook_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <set>

namespace trinvis
{

namespace
{

using nlohmann::json;
using tests::day;
using tests::WorkbookFixture;

Cell cell_from(const json& value, const WorkbookFixture& book)
{
    if (value.is_number())
        return value.get<double>();
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_object() && value.contains("unit_of"))
        return book.cells.sheets.at(static_cast<std::size_t>(book.sheet("entry")))
            .at(book.place("entry", value.at("unit_of").get<std::string>(), "unit").row,
                book.place("entry", value.at("unit_of").get<std::string>(), "unit").column);
    if (value.is_object() && value.contains("date"))
        return book.date(day(value.at("date").get<std::string>()));
    return value.is_object() ? Cell{CellError{}} : Cell{};
}

void apply(const json& edit, WorkbookFixture& book)
{
    if (edit.contains("all_comparison_data"))
        book.add_all_comparison_data();
    else if (edit.contains("clear_round"))
        book.clear_round(day(edit.at("clear_round").get<std::string>()));
    else if (edit.contains("append"))
    {
        std::map<std::string, Cell> row;
        for (const auto& [column, value] : edit.at("row").items())
            row[column] = cell_from(value, book);
        book.append(edit.at("append").get<std::string>(), row);
    }
    else if (edit.contains("sheet"))
    {
        std::vector<std::vector<Cell>> rows;
        for (const json& row : edit.at("cells"))
        {
            rows.emplace_back();
            for (const json& value : row)
                rows.back().push_back(cell_from(value, book));
        }
        book.add_sheet(edit.at("sheet").get<std::string>(), std::move(rows));
    }
    else
        book.at(edit.at("at").at(0).get<std::string>(), edit.at("at").at(1).get<std::string>(),
                edit.at("at").at(2).get<std::string>()) = cell_from(edit.at("value"), book);
}

/// What a case says of a finding, or what a finding says: sheet, cell, figure and period in one line.
std::string expected_line(const json& find, const std::map<std::string, std::string>& places)
{
    return places.at(find.at("at").dump()) + " figure " + find.value("figure", "") + " period " +
           find.value("period", "");
}

std::string found_line(const Finding& finding)
{
    return finding.sheet + " " + finding.cell + " figure " + finding.figure + " period " + finding.period;
}

/// Where the cells that a case names stand; rows that are added later are looked up in the end.
void look_up(const json& one, const WorkbookFixture& book, bool added, std::map<std::string, std::string>& places)
{
    for (const json& find : one.at("finds"))
    {
        const json& at = find.at("at");
        if (at.size() == 2)
            places[at.dump()] = at.at(0).get<std::string>() + " " + at.at(1).get<std::string>();
        else if (at.at(1).get<std::string>().starts_with('#') == added)
        {
            const Place place =
                book.place(at.at(0).get<std::string>(), at.at(1).get<std::string>(), at.at(2).get<std::string>());
            places[at.dump()] = book.cells.sheets.at(static_cast<std::size_t>(place.sheet)).sheet_name + " " +
                                cell_address(place.row, place.column);
        }
    }
}

const json& all_cases()
{
    static const json file = tests::test_data("rule_cases.json");
    return file.at("cases");
}

struct RuleCase
{
    Language language;
    std::size_t number;
};

void PrintTo(const RuleCase& one, std::ostream* out)
{
    const json& content = all_cases().at(one.number);
    *out << content.at("rule") << " " << content.at("what") << (one.language == Language::danish ? " da" : " en");
}

std::vector<RuleCase> cases_in_both_languages()
{
    std::vector<RuleCase> cases;
    for (std::size_t i = 0; i < all_cases().size(); ++i)
        for (const Language language : {Language::danish, Language::english})
            // Where only a part of the sample is tried, the languages take turns.
            if (tests::part_of_sample == 1 || (language == Language::danish) == (i % 2 == 0))
                cases.push_back({language, i});
    return cases;
}

std::string name_of(const testing::TestParamInfo<RuleCase>& one)
{
    std::string name = all_cases().at(one.param.number).at("rule").get<std::string>() + "_" +
                       all_cases().at(one.param.number).at("what").get<std::string>() +
                       (one.param.language == Language::danish ? "_da" : "_en");
    std::replace_if(
        name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return name;
}

} // namespace

class ShippedRule : public testing::TestWithParam<RuleCase>
{
};

TEST_P(ShippedRule, FindsWhatItShallAndNothingElse)
{
    const json& one = all_cases().at(GetParam().number);
    WorkbookFixture book =
        WorkbookFixture::filled(GetParam().language, one.value("municipality", std::string(WorkbookFixture::aalborg)));
    std::map<std::string, std::string> places;
    look_up(one, book, false, places);
    for (const json& edit : one.at("edits"))
        apply(edit, book);
    look_up(one, book, true, places);

    const Validation validation = book.validate();
    EXPECT_EQ(validation.rules_broken, 0U);
    EXPECT_EQ(validation.rules_run, tests::rules_of(GetParam().language).size());
    std::multiset<std::string> expected;
    for (const json& find : one.at("finds"))
        expected.insert(expected_line(find, places));
    std::multiset<std::string> found;
    for (const Finding& finding : validation.findings)
    {
        if (finding.rule == one.at("rule").get<std::string>())
            found.insert(found_line(finding));
        EXPECT_EQ(finding.message.find('{'), std::string::npos) << finding.message;
        EXPECT_EQ(finding.remedy.find('{'), std::string::npos) << finding.remedy;
        EXPECT_FALSE(finding.message.empty() || finding.remedy.empty()) << finding.rule;
    }
    EXPECT_EQ(found, expected);
}

INSTANTIATE_TEST_SUITE_P(Cases, ShippedRule, testing::ValuesIn(cases_in_both_languages()), name_of);

TEST(RuleCases, HoldOneThatPassesAndOneThatFailsForEveryShippedRule)
{
    std::set<std::string> passing;
    std::set<std::string> failing;
    for (const json& one : all_cases())
        (one.at("finds").empty() ? passing : failing).insert(one.at("rule").get<std::string>());
    std::set<std::string> shipped;
    for (const rules::Rule& rule : tests::rules_of(Language::danish))
        EXPECT_TRUE(shipped.insert(rule.id).second) << rule.id << " ships twice";
    EXPECT_EQ(passing, shipped);
    EXPECT_EQ(failing, shipped);
}

TEST(ShippedRules, AreTheSameInBothLanguages)
{
    const auto& danish = tests::rules_of(Language::danish);
    const auto& english = tests::rules_of(Language::english);
    ASSERT_EQ(danish.size(), english.size());
    for (std::size_t i = 0; i < danish.size(); ++i)
    {
        EXPECT_EQ(danish[i].id, english[i].id);
        EXPECT_EQ(danish[i].table, english[i].table);
        EXPECT_EQ(danish[i].severity, english[i].severity);
        EXPECT_EQ(danish[i].when.empty(), english[i].when.empty()) << danish[i].id;
    }
}

TEST(ShippedRules, WorkInEnglishWithinADanishWorkbook)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    for (const rules::Rule& rule : tests::rules_of(Language::english))
    {
        book.at("rules", rule.id, "must") = Cell{rule.must};
        book.at("rules", rule.id, "when") = rule.when.empty() ? Cell{} : Cell{rule.when};
    }
    EXPECT_EQ(book.validate().rules_broken, 0U);
}

} // namespace trinvis
