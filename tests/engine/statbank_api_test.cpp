// SPDX-License-Identifier: MPL-2.0
//
// What is asked of the StatBank API. The addresses' form is that of api.statbank.dk's own GET requests; the tables are
// made up after tableinfo's shape.
#include "reference/statbank_api.hpp"

#include "workbook_fixture.hpp"

#include <gtest/gtest.h>

namespace trinvis::tests
{

namespace
{

using namespace reference;

constexpr std::string_view base = "https://api.statbank.dk/v1";

/// A variable with values "1", "2" … and a total first.
StatBankVariable variable(std::string id, std::size_t values, bool elimination)
{
    StatBankVariable made{std::move(id), {}, elimination, false, {{"TOT", "I alt"}}};
    made.text = made.id;
    for (std::size_t i = 1; i < values; ++i)
        made.values.push_back({std::to_string(i), "Værdi " + std::to_string(i)});
    return made;
}

StatBankVariable years(int first, int last)
{
    StatBankVariable made{"Tid", "tid", false, true, {}};
    for (int year = first; year <= last; ++year)
        made.values.push_back({std::to_string(year), std::to_string(year)});
    return made;
}

StatBankVariable places()
{
    StatBankVariable made{"OMRÅDE", "område", true, false, {{"000", "Hele landet"}, {"084", "Region Hovedstaden"}}};
    for (const Municipality& municipality : municipalities().all())
        made.values.push_back({municipality.code, municipality.name});
    return made;
}

StatBankTable table(std::vector<StatBankVariable> variables)
{
    return {"PRØVE1", "En opdigtet tabel", "Antal", {}, {}, std::move(variables)};
}

StatBankChoice all_of(const StatBankTable& table)
{
    StatBankChoice choice;
    for (const StatBankVariable& one : table.variables)
    {
        choice.emplace_back();
        for (std::size_t i = 0; i < one.values.size(); ++i)
            choice.back().push_back(i);
    }
    return choice;
}

Workbook workbook()
{
    return WorkbookFixture(Language::danish, "706", {day(2023, 12, 31), day(2024, 12, 31)}).read();
}

} // namespace

TEST(StatBankApi, ReadsTheVariablesOfATableInfo)
{
    const auto read = read_table_info("\xEF\xBB\xBF"
                                      R"({"id":"T1","text":"Titel","unit":"Antal","updated":"2025-03-25",
        "footnote":{"text":"Note"},"variables":[
        {"id":"OMRÅDE","text":"område","elimination":true,"time":false,"map":"x","values":[{"id":"101","text":"København"}]},
        {"id":"Tid","text":"tid","elimination":false,"time":true,"values":[{"id":"2024K1","text":"2024K1"}]}]})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->id + "|" + read->text + "|" + read->unit + "|" + read->note, "T1|Titel|Antal|Note");
    ASSERT_EQ(read->variables.size(), 2U);
    EXPECT_EQ(read->variables[0].values[0].text, "København");
    EXPECT_TRUE(read->variables[0].elimination);
    EXPECT_TRUE(read->variables[1].time);
}

TEST(StatBankApi, TakesNothingElseForATableInfo)
{
    for (const char* other :
         {"", "{", "[]", "null", "<html></html>", R"({"errorTypeCode":"EXTRACT-NOTFOUND","message":"x"})",
          R"({"id":"T1","variables":[]})", R"({"id":"T1","variables":[{"id":"A"}]})",
          R"({"id":"T1","variables":[{"id":"A","values":[]}]})",
          R"({"id":"T1","variables":[{"id":"A","values":[{"id":7}]}]})", R"({"id":"T1","variables":[7]})",
          R"({"id":5,"variables":[]})"})
        EXPECT_FALSE(read_table_info(other)) << other;
}

TEST(StatBankApi, EncodesAllButPlainLettersAsBytesOfUtf8)
{
    EXPECT_EQ(percent_encoded("OMRÅDE"), "OMR%C3%85DE");
    EXPECT_EQ(percent_encoded(">=2020K1<=2024K4"), "%3E%3D2020K1%3C%3D2024K4");
    EXPECT_EQ(percent_encoded("a&b=c d/e?f#g%"), "a%26b%3Dc%20d%2Fe%3Ff%23g%25");
    EXPECT_EQ(percent_encoded("*-._~09azAZ"), "*-._~09azAZ");
}

TEST(StatBankApi, NamesEveryVariableInTheAddress)
{
    const StatBankTable one = table({places(), variable("KØN", 3, true), years(2010, 2024)});
    StatBankChoice choice = all_of(one);
    choice[1] = {0};
    choice[2] = {12, 13, 14};
    EXPECT_EQ(
        data_url(base, one, choice, Language::danish),
        "https://api.statbank.dk/v1/data/PR%C3%98VE1/CSV?lang=da&OMR%C3%85DE=*&K%C3%98N=TOT&Tid=%3E%3D2022%3C%3D2024");
    choice[2] = {0, 14};
    EXPECT_EQ(data_url("http://127.0.0.1:80/v1/", one, choice, Language::english),
              "http://127.0.0.1:80/v1/data/PR%C3%98VE1/CSV?lang=en&OMR%C3%85DE=*&K%C3%98N=TOT&Tid=2010%2C2024");
    EXPECT_EQ(table_info_url(base, "ANBAAR12", Language::danish),
              "https://api.statbank.dk/v1/tableinfo/ANBAAR12?lang=da&format=JSON");
}

TEST(StatBankApi, AsksForBulkAboveTheCapOfCsv)
{
    const StatBankTable at = table({variable("A", 100, true), variable("B", 1000, true)});
    ASSERT_EQ(cell_count(at, all_of(at)), most_csv_cells);
    EXPECT_NE(data_url(base, at, all_of(at), Language::danish)->find("/CSV?"), std::string::npos);
    const StatBankTable above = table({variable("A", 101, true), variable("B", 1000, true)});
    EXPECT_NE(data_url(base, above, all_of(above), Language::danish)->find("/BULK?"), std::string::npos);
}

TEST(StatBankApi, SendsNoAddressThatIsTooLong)
{
    const StatBankTable one = table({variable("A", 1000, true)});
    StatBankChoice choice = all_of(one);
    choice[0].pop_back();
    EXPECT_FALSE(data_url(base, one, choice, Language::danish));
    choice[0].resize(50);
    EXPECT_TRUE(data_url(base, one, choice, Language::danish));
}

TEST(StatBankApi, CountsCellsWithoutOverflow)
{
    const StatBankTable wide = table(std::vector<StatBankVariable>(30, variable("A", 1000, true)));
    EXPECT_GT(cell_count(wide, all_of(wide)), most_bulk_cells);
    StatBankChoice nothing = all_of(wide);
    nothing[7].clear();
    EXPECT_EQ(cell_count(wide, nothing), 0U);
    EXPECT_EQ(cell_count(wide, {}), 0U);
}

TEST(StatBankApi, ProposesAllPlacesAndThePeriodsOfTheRounds)
{
    const StatBankTable one = table({places(), years(2005, 2025)});
    const StatBankChoice choice = propose_choice(one, workbook(), nullptr);
    EXPECT_EQ(choice[0].size(), 100U);
    ASSERT_EQ(choice[1].size(), 4U) << "from a year before the first round";
    EXPECT_EQ(one.variables[1].values[choice[1].front()].id, "2022");
}

TEST(StatBankApi, ProposesTheLastPeriodsWhereNoRoundIsAmongThem)
{
    const StatBankTable one = table({places(), years(1990, 2001)});
    const StatBankChoice choice = propose_choice(one, workbook(), nullptr);
    ASSERT_EQ(choice[1].size(), 5U);
    EXPECT_EQ(one.variables[1].values[choice[1].front()].id, "1997");
}

TEST(StatBankApi, ProposesAllValuesWhileTheyAreFewAndTheTotalWhereTheyAreMany)
{
    const StatBankTable one =
        table({places(), variable("FEW", 10, true), variable("MANY", 500, true), years(2020, 2024)});
    const StatBankChoice choice = propose_choice(one, workbook(), nullptr);
    EXPECT_EQ(choice[1].size(), 10U);
    EXPECT_EQ(choice[2], std::vector<std::size_t>{0}) << "the total";
    const StatBankTable whole = table({places(), variable("MANY", 500, false), years(2020, 2024)});
    EXPECT_EQ(propose_choice(whole, workbook(), nullptr)[1].size(), 500U) << "what cannot be summed is fetched whole";
}

TEST(StatBankApi, ProposesWhatARememberedMappingUses)
{
    const StatBankTable one =
        table({places(), variable("STED", 10, true), variable("KØN", 3, true), years(2020, 2024)});
    ImportMapping remembered;
    remembered.variables = {{"STED", VariableUse::items, {}}, {"KØN", VariableUse::fixed, "I alt"}};
    remembered.items = {{"Værdi 3", "institution", 1, true}, {"7", "plejefamilie", 1, true}, {"8", "", 1, true}};
    const StatBankChoice choice = propose_choice(one, workbook(), &remembered);
    EXPECT_EQ(choice[1], (std::vector<std::size_t>{3, 7}));
    EXPECT_EQ(choice[2], std::vector<std::size_t>{0});
}

TEST(StatBankApi, TakesWhatAScriptSays)
{
    const StatBankTable one = table({places(), variable("KØN", 3, true), years(2010, 2024)});
    StatBankChoice choice = all_of(one);
    EXPECT_EQ(set_choice(choice, one, {"område=101, Aarhus", "KØN=1,tot,1", "tid=*"}), std::nullopt);
    EXPECT_EQ(choice[0].size(), 2U);
    EXPECT_EQ(choice[1], (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(choice[2].size(), 15U);
    for (const char* wrong : {"SKO=1", "KØN", "KØN=", "KØN=9", "OMRÅDE=101,Atlantis", ""})
        EXPECT_EQ(set_choice(choice, one, {"KØN=1", wrong}), wrong);
}

TEST(StatBankApi, KnowsTablesAndAddressesByTheirLook)
{
    for (const char* good : {"FOLK1A", "ANBAAR12", "BU43", "und1"})
        EXPECT_TRUE(looks_like_table_id(good)) << good;
    for (const char* bad : {"", "../x", "A B", "1A", "A?", "ABCDEFGHIJKLMNOPQRSTU"})
        EXPECT_FALSE(looks_like_table_id(bad)) << bad;
    for (const char* good : {"https://api.statbank.dk/v1", "http://127.0.0.1:8000"})
        EXPECT_TRUE(is_api_address(good)) << good;
    for (const char* bad : {"", "api.statbank.dk", "https://", "file:///etc/passwd", "https:///x", "http://a b",
                            "http://a?b", "https://user@host", "HTTP:/x"})
        EXPECT_FALSE(is_api_address(bad)) << bad;
}

} // namespace trinvis::tests
