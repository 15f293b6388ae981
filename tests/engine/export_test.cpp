// SPDX-License-Identifier: MPL-2.0
//
// Findings as CSV, JSON and HTML, and what comes back when they are read.
#include "workbook_fixture.hpp"

#include "table/csv_text.hpp"
#include "validation/export.hpp"
#include "validation/same_value.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>

namespace trinvis
{

namespace
{

using tests::day;
using tests::words;
using tests::WorkbookFixture;

ListedFinding listed(std::string value, std::string message = "Stor ændring.")
{
    ListedFinding finding;
    finding.rule = "V21";
    finding.severity = rules::Severity::warning;
    finding.places = "Indtastning C7";
    finding.cells = {{"Indtastning", "C7"}};
    finding.figure = "1";
    finding.figure_name = "Institutionsanbringelser";
    finding.subject = "anbragte";
    finding.municipality = "851";
    finding.period = "2018-09-30";
    finding.number = number_meant(value, Language::danish);
    finding.value = std::move(value);
    finding.message = std::move(message);
    return finding;
}

FindingList list_of(std::vector<ListedFinding> findings)
{
    FindingList list;
    list.municipality = "851";
    list.municipality_name = "Aalborg";
    list.validated = day(2021, 3, 1);
    list.verdict = "Ikke klar til indsendelse.";
    list.findings = std::move(findings);
    return list;
}

std::string exported(const FindingList& list, ExportFormat format)
{
    return export_findings(list, format, words().in(list.language), "0.1.0");
}

std::vector<std::vector<std::string>> csv_rows(const FindingList& list)
{
    return read_csv(exported(list, ExportFormat::csv)).value();
}

FindingList read_back(const std::string& content)
{
    auto result = read_finding_list(content, "fund", words());
    if (const auto* fault = std::get_if<ListFault>(&result))
        throw std::runtime_error(fault->key);
    return std::get<FindingList>(std::move(result));
}

std::string fault_of(const std::string& content)
{
    const auto result = read_finding_list(content, "fund", words());
    const auto* fault = std::get_if<ListFault>(&result);
    return fault ? words().danish.format(fault->key, fault->values) : "";
}

FindingList faulty_workbook_list()
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-1.5};
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{};
    return finding_list(book.validate(), book.read(), words().danish, day(2021, 3, 1));
}

} // namespace

TEST(ExportFormat, FollowsTheEndingOfTheFile)
{
    EXPECT_EQ(export_format("file:///tmp/Fund.CSV"), ExportFormat::csv);
    EXPECT_EQ(export_format("fund.json"), ExportFormat::json);
    EXPECT_EQ(export_format("fund.htm"), ExportFormat::html);
    EXPECT_EQ(export_format("fund.html"), ExportFormat::html);
    EXPECT_EQ(export_format("fund.xlsx"), std::nullopt);
    EXPECT_EQ(export_format("csv"), std::nullopt);
}

TEST(CsvExport, IsWhatADanishSpreadsheetOpensByItself)
{
    const std::string csv = exported(list_of({listed("1.234,5")}), ExportFormat::csv);
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF"
                                "Alvor;Status;Sted;"));
    EXPECT_TRUE(csv.ends_with("\r\n"));
    EXPECT_NE(csv.find(";1234,5;"), std::string::npos) << csv;
    EXPECT_NE(csv.find(";30-09-2018;"), std::string::npos) << csv;
}

TEST(CsvExport, QuotesWhatWouldBreakItsRows)
{
    const std::string nasty = "a;b \"c\"\r\nd";
    EXPECT_EQ(csv_rows(list_of({listed("5", nasty)})).at(1).at(8), nasty);
    EXPECT_EQ(csv_rows(list_of({listed("5", nasty)})).size(), 2U);
}

TEST(CsvExport, HoldsNoFormulaAndKeepsNumbersNumbers)
{
    for (const char* formula : {"=1+1", "+45 12", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")"})
    {
        EXPECT_EQ(csv_rows(list_of({listed(formula)})).at(1).at(6), std::string("'") + formula);
        EXPECT_EQ(csv_rows(list_of({listed("5", formula)})).at(1).at(8), std::string("'") + formula);
        EXPECT_EQ(read_back(exported(list_of({listed(formula)}), ExportFormat::csv)).findings.front().value, formula);
    }
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-1.5};
    const FindingList list = finding_list(book.validate(), book.read(), words().danish, day(2021, 3, 1));
    const std::string csv = exported(list, ExportFormat::csv);
    EXPECT_NE(csv.find(";-1,5;"), std::string::npos) << csv;
    EXPECT_EQ(csv.find(";'-1,5;"), std::string::npos);
}

TEST(FindingLists, ComeBackAsTheyWereFromBothFormats)
{
    FindingList list = faulty_workbook_list();
    ASSERT_GE(list.findings.size(), 2U);
    list.findings[0].status = FindingStatus::explained;
    list.findings[0].explanation = "'Sådan er det'";
    list.findings[1].fixed = true;
    for (const ExportFormat format : {ExportFormat::csv, ExportFormat::json})
    {
        const FindingList back = read_back(exported(list, format));
        EXPECT_EQ(back.validated, list.validated);
        EXPECT_EQ(back.municipality, "851");
        ASSERT_EQ(back.findings.size(), list.findings.size());
        for (std::size_t i = 0; i < list.findings.size(); ++i)
        {
            const ListedFinding& a = list.findings[i];
            const ListedFinding& b = back.findings[i];
            EXPECT_EQ(a.rule + a.figure + a.subject + a.municipality + a.period + a.message + a.explanation + a.places,
                      b.rule + b.figure + b.subject + b.municipality + b.period + b.message + b.explanation + b.places);
            EXPECT_EQ(a.severity, b.severity);
            EXPECT_EQ(a.fixed, b.fixed);
            EXPECT_EQ(a.number, b.number);
            EXPECT_EQ(a.fixed ? FindingStatus::open : a.status, b.status);
        }
    }
}

TEST(FindingLists, AreReadInEitherLanguageAndAfterExcelSavedThem)
{
    FindingList list = faulty_workbook_list();
    list.language = Language::english;
    EXPECT_EQ(read_back(exported(list, ExportFormat::csv)).language, Language::english);
    const FindingList danish = read_back(
        "Regel;Alvor;N\xF8gletal;Sk\xE6ringsdato;V\xE6rdi;Hvad er galt;Status\r\nV21;Advarsel;1;30-09-2018;12,5;"
        "Stor \xE6ndring;rettet\r\n;;;;;;\r\n");
    ASSERT_EQ(danish.findings.size(), 1U);
    EXPECT_EQ(danish.findings.front().message, "Stor ændring");
    EXPECT_EQ(danish.findings.front().period, "2018-09-30");
    EXPECT_EQ(danish.findings.front().number, 12.5);
    EXPECT_TRUE(danish.findings.front().fixed);
}

TEST(FindingLists, RefuseForeignContentInPlainWords)
{
    EXPECT_EQ(fault_of(""), "den er ikke fund, der er eksporteret herfra.");
    EXPECT_EQ(fault_of("{"), "den er ikke gyldig JSON.");
    EXPECT_EQ(fault_of("{\"a\": 1}"), "den er ikke fund, der er eksporteret herfra.");
    EXPECT_EQ(fault_of(R"({"format": "trinvis-findings", "version": 2, "findings": []})"),
              "den er skrevet af en nyere udgave af Trinvis.");
    for (const char* findings : {"7", "{}", "[7]", "[{}]", R"([{"rule": 5}])"})
        EXPECT_EQ(
            fault_of(R"({"format": "trinvis-findings", "version": 1, "findings": )" + std::string(findings) + "}"),
            "den er ikke fund, der er eksporteret herfra.")
            << findings;
    EXPECT_EQ(fault_of("Regel;Alvor\nV21;Advarsel\n"), "kolonnen Nøgletal/Figure mangler.");
    EXPECT_EQ(fault_of("a;\"b"), "den er ikke gyldig CSV: et anførselstegn mangler, eller der er for mange felter.");
    EXPECT_EQ(fault_of(std::string(largest_list + 1, 'x')), "den er større end 64 MB.");
}

TEST(FindingLists, SurviveWhateverIsThrownAtThem)
{
    EXPECT_NE(fault_of("{\"format\":" + std::string(200'000, '[')), "");
    EXPECT_NE(fault_of(std::string(3'000'000, ';')), "");
    EXPECT_NE(fault_of(std::string("\0\0\xFF\xFE;", 5)), "");
    std::mt19937 random(7);
    for (const ExportFormat format : {ExportFormat::csv, ExportFormat::json})
    {
        const std::string good = exported(faulty_workbook_list(), format);
        for (int time = 0; time < 300; ++time)
        {
            std::string bad = good.substr(0, random() % good.size() + 1);
            for (int i = 0; i < 5; ++i)
                bad[random() % bad.size()] = static_cast<char>(random() % 256);
            const auto result = read_finding_list(bad, "fund", words());
            const auto* fault = std::get_if<ListFault>(&result);
            EXPECT_TRUE(!fault || !words().danish.format(fault->key, fault->values).empty());
        }
    }
}

TEST(JsonExport, HoldsCountsThatMatchItsList)
{
    const FindingList list = faulty_workbook_list();
    const auto document = nlohmann::json::parse(exported(list, ExportFormat::json));
    EXPECT_EQ(document["counts"]["errors"].get<std::size_t>() + document["counts"]["warnings"].get<std::size_t>() +
                  document["counts"]["information"].get<std::size_t>(),
              document["findings"].size());
    const auto negative = std::find_if(document["findings"].begin(), document["findings"].end(),
                                       [](const auto& finding) { return finding["value"] == "-1,5"; });
    ASSERT_NE(negative, document["findings"].end());
    EXPECT_EQ((*negative)["number"], -1.5);
}

TEST(JsonExport, IsWellFormedWhateverTheTextsHold)
{
    const auto document =
        nlohmann::json::parse(exported(list_of({listed("\xFF\xFE", "\x01 \"\\")}), ExportFormat::json), nullptr, false);
    EXPECT_FALSE(document.is_discarded());
}

TEST(HtmlExport, EscapesEverythingThatAPersonTyped)
{
    ListedFinding finding = listed("<script>alert(1)</script>", "a & b < c > d \"e\" 'f'");
    finding.explanation = "<img src=x onerror=alert(1)>";
    FindingList list = list_of({finding});
    list.municipality_name = "</title><b>";
    const std::string html = exported(list, ExportFormat::html);
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("<img"), std::string::npos);
    EXPECT_EQ(html.find("</title><b>"), std::string::npos);
    EXPECT_NE(html.find("a &amp; b &lt; c &gt; d &quot;e&quot; &#39;f&#39;"), std::string::npos);
}

TEST(HtmlExport, SaysItsLanguageAndWhatItsCellsAreHeadedBy)
{
    const std::string html = exported(list_of({listed("12,5")}), ExportFormat::html);
    for (const char* part :
         {"<html lang=\"da\">", "<th scope=\"col\">Alvor</th>", "<th scope=\"row\">Indtastning C7</th>", "<caption>",
          "<title>Validering – Aalborg</title>", ">Advarsel</td>", "30-09-2018", "Ikke klar til indsendelse."})
        EXPECT_NE(html.find(part), std::string::npos) << part;
    EXPECT_EQ(html.find("http://"), std::string::npos) << "self-contained";
    EXPECT_EQ(html.find("https://"), std::string::npos);
}

TEST(HtmlExport, OfNoFindingsHasNoEmptyTable)
{
    EXPECT_EQ(exported(list_of({}), ExportFormat::html).find("<table"), std::string::npos);
}

TEST(CsvText, ReadsWhatOthersWrite)
{
    using Rows = std::vector<std::vector<std::string>>;
    EXPECT_EQ(read_csv("a,b\n1,2"), (Rows{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(read_csv("a\tb\r\n\"1\t\"\t"), (Rows{{"a", "b"}, {"1\t", ""}}));
    EXPECT_EQ(read_csv("a;\"b\"\"c\"\r\n"), (Rows{{"a", "b\"c"}}));
    EXPECT_EQ(read_csv("\xE6;\x80"), (Rows{{"æ", "€"}}));
    EXPECT_EQ(read_csv("\xEF\xBB\xBF"
                       "æ"),
              (Rows{{"æ"}}));
    EXPECT_EQ(read_csv(""), Rows{});
    EXPECT_EQ(read_csv("\"a"), std::nullopt);
}

} // namespace trinvis
