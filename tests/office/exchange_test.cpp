// SPDX-License-Identifier: MPL-2.0
//
// Findings out of the workbook and back: exported to each format, and the difference from earlier files of all kinds.
#include "cells.hpp"
#include "document_content.hpp"

#include "table/csv_text.hpp"

#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace trinvis::testing
{

namespace
{

using namespace office;

class ExchangeTest : public OfficeTest
{
protected:
    /// A workbook with one error and one warning.
    Document faulty_workbook()
    {
        const Document document = filled_workbook();
        const Sheet entry = sheet_named(document, "Indtastning");
        set_number(entry, cell_of(document, "netvaerk", 2), -12.5);
        set_formula(entry, cell_of(document, "opfoelgning_sager", 3), "");
        return document;
    }

    [[nodiscard]] std::string exported(const Document& document, const std::string& file_name) const
    {
        run("export-findings", document, {property("Url", css::uno::Any(from_utf8(url_of(file_name))))});
        std::ifstream file(folder() / file_name, std::ios::binary);
        std::stringstream content;
        content << file.rdbuf();
        return content.str();
    }

    [[nodiscard]] std::string export_refusal(const Document& document, const std::string& url) const
    {
        return refusal("export-findings", {property("Document", css::uno::Any(query<css::frame::XModel>(document))),
                                           property("Url", css::uno::Any(from_utf8(url)))});
    }

    [[nodiscard]] std::string difference_refusal(const Document& document, const std::string& file_name) const
    {
        return refusal("difference", {property("Document", css::uno::Any(query<css::frame::XModel>(document))),
                                      property("Url", css::uno::Any(from_utf8(url_of(file_name))))});
    }

    void save_copy(const Document& document, const std::string& file_name, const char* filter) const
    {
        query<css::frame::XStorable>(document)->storeToURL(
            from_utf8(url_of(file_name)), sequence<css::beans::PropertyValue>({property(
                                              "FilterName", css::uno::Any(rtl::OUString::createFromAscii(filter)))}));
    }

    void difference_from(const Document& document, const std::vector<std::string>& file_names) const
    {
        std::vector<rtl::OUString> urls;
        for (const std::string& name : file_names)
            urls.push_back(from_utf8(url_of(name)));
        run("difference", document, {property("Urls", css::uno::Any(sequence(urls)))});
    }

    void write(const std::string& file_name, const std::string& content) const
    {
        std::ofstream(folder() / file_name, std::ios::binary) << content;
    }
};

/// The rows of Forskel: "ny Fejl Indtastning H8 V04".
std::vector<std::string> difference_rows(const Document& document)
{
    const Sheet sheet = sheet_named(document, "Forskel");
    std::vector<std::string> rows;
    for (sal_Int32 row = row_with(sheet, 0, "Hvad er sket") + 1; row <= last_used_row(sheet); ++row)
    {
        const auto at = [&](const char* column) { return shown(sheet, column + std::to_string(row + 1)); };
        if (!at("J").empty())
            rows.push_back(at("A") + " " + at("B") + " " + at("C") + " " + at("J"));
    }
    return rows;
}

std::string counts_line(const Document& document)
{
    return shown(sheet_named(document, "Forskel"), "A2");
}

} // namespace

TEST_F(ExchangeTest, WritesCsvWithARowForEachFinding)
{
    const Document document = faulty_workbook();
    const std::vector<std::string> before = content_of(document);
    const auto rows = read_csv(exported(document, "fund æøå.csv")).value();
    EXPECT_EQ(difference(before, content_of(document)), "");
    ASSERT_EQ(rows.size(), findings(document).size() + 1);
    EXPECT_EQ(rows[0].front(), "Alvor");
    EXPECT_EQ(rows[1].at(0) + rows[1].at(6) + rows[1].at(11), "Fejl-12,5V04");
}

TEST_F(ExchangeTest, CsvOpensInCalcAsItWasMeant)
{
    const Document document = faulty_workbook();
    static_cast<void>(exported(document, "fund.csv"));
    // What the import dialog proposes for the file: UTF-8, semicolons, Danish numbers and dates.
    const Model model = query<css::frame::XModel>(
        running()
            .create<css::frame::XComponentLoader>("com.sun.star.frame.Desktop")
            ->loadComponentFromURL(
                from_utf8(url_of("fund.csv")), "_blank", 0,
                sequence<css::beans::PropertyValue>(
                    {property("FilterName", css::uno::Any(rtl::OUString("Text - txt - csv (StarCalc)"))),
                     property("FilterOptions", css::uno::Any(rtl::OUString("59,34,76,1,,1030,false,true")))})));
    closed_at_end(model);
    const Document opened = query<css::sheet::XSpreadsheetDocument>(model);
    const Sheet sheet = sheet_named(opened, sheet_names(opened).front());
    EXPECT_EQ(shown(sheet, "A1"), "Alvor");
    EXPECT_EQ(number(sheet, "G2"), -12.5);
}

TEST_F(ExchangeTest, WritesJsonAndHtmlByTheEndingOfTheFile)
{
    const Document document = faulty_workbook();
    const auto json = nlohmann::json::parse(exported(document, "fund.json"));
    EXPECT_EQ(json["findings"].size(), findings(document).size());
    EXPECT_EQ(json["municipality"]["code"], "706");
    const std::string html = exported(document, "fund.html");
    EXPECT_TRUE(html.starts_with("<!DOCTYPE html>\n<html lang=\"da\">")) << html.substr(0, 80);
}

TEST_F(ExchangeTest, ReplacesAFileAndLeavesNothingBesideIt)
{
    const Document document = faulty_workbook();
    write("fund.csv", "old");
    EXPECT_GT(exported(document, "fund.csv").size(), 100U);
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder()))
        files += entry.path().filename().string().find("trinvis-") != std::string::npos ? 1U : 0U;
    EXPECT_EQ(files, 0U);
}

TEST_F(ExchangeTest, SaysWhyAFileCannotBeWritten)
{
    const Document document = faulty_workbook();
    const std::string missing = export_refusal(document, url_of("no such folder/fund.csv"));
    EXPECT_NE(missing.find("kunne ikke gemmes: Mappen findes ikke."), std::string::npos) << missing;
    EXPECT_FALSE(std::filesystem::exists(folder() / "no such folder"));
    std::filesystem::create_directory(folder() / "folder.csv");
    write("folder.csv/inside", "x");
    EXPECT_NE(export_refusal(document, url_of("folder.csv")).find("kunne ikke gemmes"), std::string::npos);
    EXPECT_TRUE(std::filesystem::exists(folder() / "folder.csv" / "inside"));
    EXPECT_NE(export_refusal(document, url_of("fund.doc")).find("skal ende på .csv, .json eller .html"),
              std::string::npos);
    EXPECT_NE(export_refusal(document, "").find("Angiv, hvor fundene skal gemmes"), std::string::npos);
}

TEST_F(ExchangeTest, FindsTheDifferenceFromSavedWorkbooks)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    set_formula(entry, cell_of(document, "opfoelgning_sager", 3), "");
    run("validate", document);
    save_copy(document, "før.ods", "calc8");
    save_copy(document, "før.xlsx", "Calc MS Excel 2007 XML");
    set_number(entry, cell_of(document, "opfoelgning_sager", 3),
               number(entry, cell_of(document, "opfoelgning_sager", 2)));
    set_number(entry, cell_of(document, "netvaerk", 2), -12.5);
    const std::string place = "Indtastning " + cell_of(document, "netvaerk", 2);
    for (const char* file : {"før.ods", "før.xlsx"})
    {
        difference_from(document, {file});
        const std::vector<std::string> rows = difference_rows(document);
        EXPECT_NE(std::find(rows.begin(), rows.end(), "ny Fejl " + place + " V04"), rows.end())
            << file << "\n"
            << ::testing::PrintToString(rows);
        EXPECT_TRUE(std::any_of(rows.begin(), rows.end(),
                                [](const std::string& row) { return row.starts_with("rettet Advarsel"); }))
            << file;
        EXPECT_NE(shown(sheet_named(document, "Forskel"), "A3").find(file), std::string::npos);
        EXPECT_NE(shown(sheet_named(document, "Forskel"), "A3").find(", valideret "), std::string::npos);
    }
}

TEST_F(ExchangeTest, FindsNoDifferenceFromItsOwnExports)
{
    const Document document = faulty_workbook();
    const std::string all = std::to_string(findings(document).size());
    for (const char* file : {"fund.csv", "fund.json"})
    {
        static_cast<void>(exported(document, file));
        difference_from(document, {file});
        EXPECT_EQ(counts_line(document), "Vendt tilbage: 0 · Nye: 0 · Ændrede: 0 · Rettede: 0 · Uændrede: " + all)
            << file;
    }
}

TEST_F(ExchangeTest, FindsWhatReturnedThoughItWasFixed)
{
    const Document document = faulty_workbook();
    static_cast<void>(exported(document, "1.csv"));
    const Sheet entry = sheet_named(document, "Indtastning");
    set_number(entry, cell_of(document, "netvaerk", 2), 12);
    static_cast<void>(exported(document, "2.json"));
    set_number(entry, cell_of(document, "netvaerk", 2), -13);
    difference_from(document, {"1.csv", "2.json"});
    const std::vector<std::string> rows = difference_rows(document);
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(rows.front(), "vendt tilbage Fejl Indtastning " + cell_of(document, "netvaerk", 2) + " V04");
}

TEST_F(ExchangeTest, IsOneUndoStepAndWrittenAgainInPlace)
{
    const Document document = faulty_workbook();
    static_cast<void>(exported(document, "fund.csv"));
    const std::vector<std::string> before = content_of(document);
    undo_manager(document)->clear();
    difference_from(document, {"fund.csv"});
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Forskel fra tidligere"});
    const std::vector<std::string> after = content_of(document);
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
    undo_manager(document)->redo();
    difference_from(document, {"fund.csv"});
    EXPECT_EQ(difference(after, content_of(document)), "");
}

TEST_F(ExchangeTest, SaysWhyAnEarlierFileCannotBeUsed)
{
    const Document document = faulty_workbook();
    const std::vector<std::string> before = content_of(document);
    write("broken.json", "{");
    write("other.csv", "a;b\n1;2\n");
    write("noise.ods", std::string(1000, '\x07'));
    EXPECT_NE(difference_refusal(document, "broken.json").find("den er ikke gyldig JSON"), std::string::npos);
    EXPECT_NE(difference_refusal(document, "other.csv").find("kolonnen Regel/Rule mangler"), std::string::npos);
    EXPECT_NE(difference_refusal(document, "gone.csv").find("kan ikke åbnes"), std::string::npos);
    EXPECT_NE(difference_refusal(document, "gone.ods").find("kan ikke åbnes"), std::string::npos);
    const std::string noise = difference_refusal(document, "noise.ods");
    EXPECT_TRUE(noise.find("kan ikke") != std::string::npos) << noise;
    EXPECT_NE(refusal("difference", document).find("Angiv mindst én tidligere fil"), std::string::npos);
    EXPECT_EQ(difference(before, content_of(document)), "");
}

} // namespace trinvis::testing
