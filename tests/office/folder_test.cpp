// SPDX-License-Identifier: MPL-2.0
//
// A real folder as advisers get it: good workbooks beside broken, empty, locked and foreign files. Everything is told,
// nothing is changed.
#include "cells.hpp"
#include "document_content.hpp"
#include "table/cell.hpp"
#include "table/csv_text.hpp"

#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

namespace trinvis::testing
{

namespace
{

using namespace office;

class FolderTest : public OfficeTest
{
protected:
    FolderTest() : m_books(folder() / "mapper")
    {
        std::filesystem::create_directory(m_books);
    }

    [[nodiscard]] const std::filesystem::path& books() const
    {
        return m_books;
    }

    void store(const Document& document, const std::string& name, const char* filter = "calc8",
               const std::string& password = {}) const
    {
        std::vector<css::beans::PropertyValue> how{
            property("FilterName", css::uno::Any(rtl::OUString::createFromAscii(filter)))};
        if (!password.empty())
            how.push_back(property("Password", css::uno::Any(from_utf8(password))));
        query<css::frame::XStorable>(document)->storeToURL(from_utf8(file_url((m_books / name).string())),
                                                           sequence(how));
    }

    /// Good, with an error, from Excel, and seven that cannot be read.
    void fill()
    {
        const Document good = filled_workbook();
        store(good, "God.ods");
        store(good, "Excel.xlsx", "Calc MS Excel 2007 XML");
        store(good, "Kode.ods", "calc8", "hemmelig");
        // What Excel makes of a workbook with a password: a compound file with the encrypted package inside.
        std::ofstream(m_books / "Kode.xlsx", std::ios::binary)
            << "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" << std::string(4096, 'x');
        set_number(sheet_named(good, "Indtastning"), cell_of(good, "netvaerk", 2), -12);
        store(good, "Fejl.ods");
        std::filesystem::copy_file(m_books / "God.ods", m_books / "Halv.ods");
        std::filesystem::resize_file(m_books / "Halv.ods", 6000);
        std::ofstream(m_books / "Note.ods") << "Kære alle\nhusk fristen\n";
        std::ofstream(m_books / "Tom.ods");
        store(query<css::sheet::XSpreadsheetDocument>(load("private:factory/scalc")), "Fremmed.ods");
        // Beside the workbooks: what an open program leaves there, and a folder inside.
        std::ofstream(m_books / ".~lock.God.ods#") << ",Kim,pc,01.11.2026 10:00,file:///;";
        std::ofstream(m_books / "~$Excel.xlsx") << "Kim";
        std::filesystem::create_directory(m_books / "arkiv");
        std::filesystem::copy_file(m_books / "God.ods", m_books / "arkiv" / "Gammel.ods");
    }

    [[nodiscard]] std::vector<css::beans::PropertyValue>
    on_folder(std::vector<css::beans::PropertyValue> more = {}) const
    {
        more.push_back(property("Folder", css::uno::Any(from_utf8(m_books.string()))));
        return more;
    }

    /// Every file below the folder with its size and time.
    [[nodiscard]] std::map<std::string, std::string> state() const
    {
        std::map<std::string, std::string> files;
        for (const auto& file : std::filesystem::recursive_directory_iterator(m_books))
            if (file.is_regular_file())
                files[file.path().string()] = std::to_string(file.file_size()) + " " +
                                              std::to_string(file.last_write_time().time_since_epoch().count());
        return files;
    }

private:
    std::filesystem::path m_books;
};

std::string content_of_file(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

/// The row, counted from 1, that shows a text in the first column; links are formulas.
sal_Int32 row_shown(const Sheet& sheet, const std::string& text)
{
    for (sal_Int32 row = 1; row <= last_used_row(sheet) + 1; ++row)
        if (shown(sheet, "A" + std::to_string(row)) == text)
            return row;
    throw std::runtime_error("no row shows " + text);
}

} // namespace

TEST_F(FolderTest, EveryFileIsListedWithItsResultOrTheReasonAndNoneIsChanged)
{
    fill();
    const auto before = state();
    const css::uno::Any made = running().run("validate-folder", on_folder());
    EXPECT_EQ(state(), before);
    const Document overview(made, css::uno::UNO_QUERY);
    ASSERT_TRUE(overview.is());
    closed_at_end(overview);
    const Sheet sheet = sheet_named(overview, "Oversigt");
    EXPECT_EQ(sheet_names(overview), std::vector<std::string>{"Oversigt"});
    const std::map<std::string, std::string> expected{
        {"Excel.xlsx", "Klar"},     {"Fejl.ods", "Fejl"},      {"Fremmed.ods", "Ikke læst"},
        {"God.ods", "Klar"},        {"Halv.ods", "Ikke læst"}, {"Kode.ods", "Ikke læst"},
        {"Kode.xlsx", "Ikke læst"}, {"Note.ods", "Ikke læst"}, {"Tom.ods", "Ikke læst"}};
    const sal_Int32 heading = row_with(sheet, 0, "Fil");
    ASSERT_GE(heading, 0);
    std::map<std::string, std::string> found;
    std::map<std::string, std::string> verdicts;
    for (sal_Int32 row = heading + 2; row <= last_used_row(sheet) + 1; ++row)
    {
        found[shown(sheet, "A" + std::to_string(row))] = shown(sheet, "D" + std::to_string(row));
        verdicts[shown(sheet, "A" + std::to_string(row))] = shown(sheet, "E" + std::to_string(row));
    }
    EXPECT_EQ(found, expected);
    EXPECT_NE(verdicts["Kode.ods"].find("adgangskode"), std::string::npos) << verdicts["Kode.ods"];
    EXPECT_NE(verdicts["Kode.xlsx"].find("adgangskode"), std::string::npos) << verdicts["Kode.xlsx"];
    EXPECT_NE(verdicts["Halv.ods"].find("kan ikke åbnes"), std::string::npos) << verdicts["Halv.ods"];
    EXPECT_NE(verdicts["Note.ods"].find("kan ikke åbnes"), std::string::npos) << verdicts["Note.ods"];
    EXPECT_EQ(verdicts["Tom.ods"], "Filen er tom.");
    EXPECT_EQ(verdicts["Fremmed.ods"], "Regnearket er ikke en nøgletalsmappe.");
    EXPECT_NE(verdicts["God.ods"].find("åben hos nogen"), std::string::npos) << verdicts["God.ods"];
}

TEST_F(FolderTest, TheLinkToTheFirstErrorOpensTheFileAtTheCell)
{
    fill();
    const Document overview(running().run("validate-folder", on_folder()), css::uno::UNO_QUERY);
    closed_at_end(overview);
    const Sheet sheet = sheet_named(overview, "Oversigt");
    const std::string row = std::to_string(row_shown(sheet, "Fejl.ods"));
    const std::string link = formula(sheet, "L" + row);
    const std::size_t start = link.find("file:");
    ASSERT_NE(start, std::string::npos) << link;
    const std::string url = link.substr(start, link.find('"', start) - start);
    const Model opened = load(url);
    ASSERT_TRUE(opened.is()) << url;
    const auto cell = query<css::sheet::XSpreadsheetDocument>(opened);
    EXPECT_EQ(shown(sheet, "L" + row), "Indtastning " + cell_of(cell, "netvaerk", 2));
    const css::table::CellAddress address =
        query<css::sheet::XCellAddressable>(opened->getCurrentSelection())->getCellAddress();
    EXPECT_EQ(cell_address(address.Row, address.Column), cell_of(cell, "netvaerk", 2));
}

TEST_F(FolderTest, ResultsAreSavedAsJsonAndCsvAndReplaceNothingElse)
{
    fill();
    const css::uno::Any url(from_utf8(url_of("resultat.json")));
    running().run("validate-folder", on_folder({property("Url", url)}));
    const auto json = nlohmann::json::parse(content_of_file(folder() / "resultat.json"));
    EXPECT_TRUE(json.at("success").get<bool>());
    EXPECT_EQ(json.at("counts").at("files"), 9);
    EXPECT_EQ(json.at("counts").at("ready"), 2);
    EXPECT_EQ(json.at("counts").at("errors"), 1);
    EXPECT_EQ(json.at("counts").at("unread"), 6);
    const auto rows = read_csv(content_of_file(folder() / "resultat.csv"));
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->size(), 10U);
    running().run("validate-folder", on_folder({property("Url", url)}));

    std::ofstream(folder() / "andet.json") << "{}";
    EXPECT_NE(refusal("validate-folder", on_folder({property("Url", css::uno::Any(from_utf8(url_of("andet.json"))))}))
                  .find("bliver ikke overskrevet"),
              std::string::npos);
    EXPECT_EQ(content_of_file(folder() / "andet.json"), "{}");
}

TEST_F(FolderTest, AFolderThatIsMissingOrHasNoWorkbookIsRefused)
{
    EXPECT_NE(refusal("validate-folder", {property("Folder", css::uno::Any(rtl::OUString("/findes/ikke")))})
                  .find("/findes/ikke findes ikke"),
              std::string::npos);
    EXPECT_NE(refusal("validate-folder", on_folder()).find("ingen ods- eller xlsx-filer"), std::string::npos);
}

TEST_F(FolderTest, FiguresGoIntoTheWorkbookAsOneUndoStep)
{
    const Document other = new_workbook(usual_rounds(), "751");
    const Document good = filled_workbook();
    const Sheet from = sheet_named(good, "Indtastning");
    const Sheet into = sheet_named(other, "Indtastning");
    for (sal_Int32 row = heading_row + 1; row <= last_used_row(from); ++row)
        for (sal_Int32 round = 0; round < 4; ++round)
            if (const double value = from->getCellByPosition(first_round_column + round, row)->getValue(); value != 0)
                into->getCellByPosition(first_round_column + round, row)->setValue(value);
    store(other, "Aarhus.ods");
    store(good, "Syddjurs.ods");
    std::ofstream(books() / "Tom.ods");
    const auto before_files = state();
    const std::vector<std::string> before = content_of(good);
    rtl::OUString told;
    ASSERT_TRUE(running().run("gather-figures",
                              on_folder({property("Document", css::uno::Any(query<css::frame::XModel>(good)))})) >>=
                told);
    const std::string text = to_utf8(told);
    EXPECT_NE(text.find("Tal fra 1 kommune er samlet: Aarhus."), std::string::npos) << text;
    EXPECT_NE(text.find("Syddjurs.ods: er jeres egen kommune"), std::string::npos) << text;
    EXPECT_NE(text.find("Tom.ods: Filen er tom."), std::string::npos) << text;
    EXPECT_EQ(state(), before_files);
    const Sheet comparison = sheet_named(good, "Sammenligningsdata");
    EXPECT_EQ(shown(comparison, "A" + std::to_string(last_used_row(comparison) + 1)), "751");
    EXPECT_EQ(undo_titles(good), std::vector<std::string>{"Saml sammenligningsdata"});
    undo_manager(good)->undo();
    EXPECT_EQ(difference(before, content_of(good)), "");
}

TEST_F(FolderTest, FiguresWithoutNamesAreAFileAndNeverForTwo)
{
    store(filled_workbook(), "Syddjurs.ods");
    const std::vector<css::beans::PropertyValue> unnamed{
        property("Url", css::uno::Any(from_utf8(url_of("samlet.csv")))),
        property("Names", css::uno::Any(rtl::OUString("no")))};
    EXPECT_NE(refusal("gather-figures", on_folder(unnamed)).find("mindst 3 kommuner"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(folder() / "samlet.csv"));
    running().run("gather-figures", on_folder({unnamed.front()}));
    const auto rows = read_csv(content_of_file(folder() / "samlet.csv"));
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->at(1).at(0), "706");
    const Document good = filled_workbook();
    EXPECT_NE(refusal("gather-figures",
                      on_folder({property("Document", css::uno::Any(query<css::frame::XModel>(good))), unnamed.back()}))
                  .find("csv-fil"),
              std::string::npos);
}

} // namespace trinvis::testing
