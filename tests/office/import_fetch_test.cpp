// SPDX-License-Identifier: MPL-2.0
//
// Figures from the StatBank's API, answered by a server of our own on this machine: what is asked, what comes of it, and
// what is said when it goes wrong. Nothing is fetched that a person did not ask for.
#include "import_test_fixture.hpp"
#include "loopback_server.hpp"

namespace trinvis::testing
{

namespace
{

using namespace office;
using Answer = LoopbackServer::Answer;

/// tableinfo of an invented table in the shape of the API's.
std::string table_info(int years = 2)
{
    std::string periods;
    for (int year = 2023; year < 2023 + years; ++year)
        periods += std::string(periods.empty() ? "" : ",") + R"({"id":")" + std::to_string(year) + R"(","text":")" +
                   std::to_string(year) + R"("})";
    return R"({"id":"ANBAAR12","text":"Anbragte børn og unge, opdigtet","unit":"Antal","updated":"2025-05-23T08:00:00",)"
           R"("variables":[{"id":"ADMKOMMUNE","text":"administrationskommune","elimination":true,"time":false,"values":[)"
           R"({"id":"000","text":"Hele landet"},{"id":"851","text":"Aalborg"},{"id":"787","text":"Thisted"},)"
           R"({"id":"411","text":"Christiansø"},{"id":"730","text":"Randers"}]},)"
           R"({"id":"ANBRSTED","text":"anbringelsessted","elimination":true,"time":false,"values":[)"
           R"({"id":"0","text":"Anbringelsessteder i alt"},{"id":"7","text":"Døgninstitution"},{"id":"21","text":"Plejefamilie"}]},)"
           R"({"id":"TID","text":"tid","elimination":false,"time":true,"values":[)" +
           periods + "]}]}";
}

class ImportFetchTest : public ImportTest
{
protected:
    /// The StatBank as it should be.
    static Answer statbank(const std::string& target)
    {
        if (target.find("/tableinfo/ANBAAR12?") != std::string::npos)
            return {.body = table_info()};
        if (target.find("/data/ANBAAR12/") != std::string::npos)
            return {.body = placements()};
        return {.status = 400, .body = R"({"errorTypeCode":"EXTRACT-NOTFOUND","message":"Tabellen blev ikke fundet"})"};
    }

    void expect_fetch_refused(const LoopbackServer::Handler& handler, const std::string& part,
                              const std::string& table = "ANBAAR12") const
    {
        const LoopbackServer server(handler);
        expect_refused(m_document, {{"Table", table}, {"ApiUrl", server.address()}, {"Mapping", placement_answers}},
                       part);
    }

    Document m_document = yearly_workbook();
};

} // namespace

TEST_F(ImportFetchTest, FetchesATableAndRemembersWhatItMeans)
{
    const LoopbackServer server(statbank);
    EXPECT_EQ(import(m_document, {{"Table", "ANBAAR12"}, {"ApiUrl", server.address()}, {"Mapping", placement_answers}}),
              18);
    EXPECT_EQ(rows(m_document).size(), 18U);
    EXPECT_EQ(shown(sheet_named(m_document, "Sammenligningsdata"), "E5"), "Danmarks Statistik, ANBAAR12, CC BY 4.0");
    ASSERT_EQ(server.gets().size(), 2U);
    EXPECT_EQ(server.gets()[0], "/v1/tableinfo/ANBAAR12?lang=da&format=JSON");
    std::string data = server.gets()[1];
    // The office writes the hexadecimal digits of an address in small letters.
    std::transform(data.begin(), data.end(), data.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
    EXPECT_EQ(data, "/v1/data/anbaar12/csv?lang=da&admkommune=*&anbrsted=*&tid=*");
    EXPECT_EQ(import(m_document, {{"Table", "ANBAAR12"}, {"ApiUrl", server.address()}}), 0);
}

TEST_F(ImportFetchTest, AsksForWhatTheScriptChooses)
{
    const LoopbackServer server(statbank);
    EXPECT_EQ(import(m_document, {{"Table", "ANBAAR12"},
                                  {"ApiUrl", server.address()},
                                  {"Select", "ADMKOMMUNE=851,Thisted;anbringelsessted=0,7"},
                                  {"Mapping", placement_answers}}),
              18);
    ASSERT_EQ(server.gets().size(), 2U);
    EXPECT_NE(server.gets()[1].find("ADMKOMMUNE=851%2"), std::string::npos) << server.gets()[1];
    expect_refused(m_document, {{"Table", "ANBAAR12"}, {"ApiUrl", server.address()}, {"Select", "SKO=1"}},
                   "'SKO=1' er ikke en variabel");
}

TEST_F(ImportFetchTest, WorksWithAServerThatKnowsNeitherOptionsNorHead)
{
    const LoopbackServer server(
        [](const std::string& target)
        {
            Answer answer = statbank(target);
            answer.options_status = 405;
            answer.head_status = 405;
            return answer;
        });
    EXPECT_EQ(import(m_document, {{"Table", "ANBAAR12"}, {"ApiUrl", server.address()}, {"Mapping", placement_answers}}),
              18);
}

TEST_F(ImportFetchTest, SaysWhatWentWrong)
{
    expect_fetch_refused(statbank, "kender ikke tabellen FINDESIKKE1", "FINDESIKKE1");
    expect_fetch_refused([](const std::string&) { return Answer{.status = 404}; }, "kender ikke adressen");
    expect_fetch_refused([](const std::string&) { return Answer{.status = 500}; }, "har en fejl lige nu");
    expect_fetch_refused([](const std::string&) { return Answer{.status = 503}; }, "har en fejl lige nu");
    expect_fetch_refused([](const std::string&) { return Answer{.body = "<html>Log ind</html>"}; }, "ikke kan læses");
    expect_fetch_refused(
        [](const std::string& target)
        {
            return target.find("/data/") == std::string::npos
                       ? statbank(target)
                       : Answer{.status = 400, .body = R"({"errorTypeCode":"REQUEST-LIMIT","message":"…"})"};
        },
        "afviste udtrækket af ANBAAR12");
    expect_fetch_refused([](const std::string& target)
                         { return target.find("/data/") == std::string::npos ? statbank(target) : Answer{.body = ""}; },
                         "Filen er tom.");
}

TEST_F(ImportFetchTest, RefusesTooManyValuesBeforeAskingForThem)
{
    const LoopbackServer server([](const std::string&) { return Answer{.body = table_info(400'000)}; });
    expect_refused(m_document, {{"Table", "ANBAAR12"}, {"ApiUrl", server.address()}, {"Select", "TID=*;ANBRSTED=*"}},
                   "er for mange på én gang");
    EXPECT_EQ(server.gets().size(), 1U);
}

TEST_F(ImportFetchTest, AsksForBulkAboveTheCap)
{
    const LoopbackServer server(
        [](const std::string& target)
        { return target.find("/data/") == std::string::npos ? Answer{.body = table_info(10'000)} : statbank(target); });
    EXPECT_EQ(
        import(
            m_document,
            {{"Table", "ANBAAR12"}, {"ApiUrl", server.address()}, {"Select", "TID=*"}, {"Mapping", placement_answers}}),
        18);
    EXPECT_NE(server.gets().back().find("/data/ANBAAR12/BULK?"), std::string::npos) << server.gets().back();
}

TEST_F(ImportFetchTest, SaysWhenNobodyAnswers)
{
    std::string address;
    {
        const LoopbackServer gone(statbank);
        address = gone.address();
    }
    expect_refused(m_document, {{"Table", "ANBAAR12"}, {"ApiUrl", address}}, "Der er ingen forbindelse til 127.0.0.1");
    expect_refused(m_document, {{"Table", "ANBAAR12"}, {"ApiUrl", "http://server.invalid/v1"}},
                   "Der er ingen forbindelse til server.invalid");
}

TEST_F(ImportFetchTest, AsksNoAddressThatIsNone)
{
    for (const char* address : {"file:///etc/passwd", "vnd.sun.star.script:x", "api.statbank.dk", "https://"})
        expect_refused(m_document, {{"Table", "ANBAAR12"}, {"ApiUrl", address}}, "er ikke en adresse på nettet");
    const LoopbackServer server(statbank);
    for (const char* table : {"../../x", "A B", "FOLK1A?lang=en", "1"})
        expect_refused(m_document, {{"Table", table}, {"ApiUrl", server.address()}}, "er ikke navnet på en tabel");
    EXPECT_EQ(server.requests(), std::vector<std::string>{});
}

} // namespace trinvis::testing
