// SPDX-License-Identifier: MPL-2.0
//
// Figures from files, through the command: every format into a new workbook, undone and done again, twice in a row, and in
// the next round by what the workbook remembers.
#include "import_test_fixture.hpp"

#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;
using Lines = std::vector<std::string>;

const Lines placement_rows{"851|anbragte|31-12-2023|26",
                           "851|anbragte|31-12-2024|27",
                           "851|institution|31-12-2023|28",
                           "851|institution|31-12-2024|29",
                           "851|plejefamilie|31-12-2023|30",
                           "851|plejefamilie|31-12-2024|31",
                           "787|anbragte|31-12-2023|32",
                           "787|anbragte|31-12-2024|33",
                           "787|institution|31-12-2023|ikke indberettet",
                           "787|institution|31-12-2024|ikke indberettet",
                           "787|plejefamilie|31-12-2023|34",
                           "787|plejefamilie|31-12-2024|35",
                           "730|anbragte|31-12-2023|42",
                           "730|anbragte|31-12-2024|43",
                           "730|institution|31-12-2023|44",
                           "730|institution|31-12-2024|45",
                           "730|plejefamilie|31-12-2023|46",
                           "730|plejefamilie|31-12-2024|47"};

} // namespace

TEST_F(ImportTest, StatBankCsvBecomesRowsOfComparisonData)
{
    const Document document = yearly_workbook();
    const std::string url = file("ANBAAR12.csv", placements());
    EXPECT_EQ(import(document, {{"Url", url}, {"Mapping", placement_answers}}), 18);
    Lines sorted = rows(document);
    Lines expected = placement_rows;
    std::sort(sorted.begin(), sorted.end());
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(sorted, expected);
    const Sheet data = sheet_named(document, "Sammenligningsdata");
    EXPECT_EQ(style_of(data, "C5"), "Trinvis Dato");
    EXPECT_EQ(defined_name(document, "trinvis_sammenligningsdata"), "$Sammenligningsdata.$A$4:$H$22");
    EXPECT_EQ(findings(document, "error").size(), 0U)
        << ::testing::PrintToString(lines_of(findings(document, "error")));
    EXPECT_TRUE(document->getSheets()->hasByName("Import"));
}

TEST_F(ImportTest, WhatWasImportedIsComparedWith)
{
    const Document document = yearly_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    for (const auto& [item, value] : {std::pair{"anbragte", 100}, std::pair{"plejefamilie", 30}})
        set_number(entry, cell_of(document, item, 0), value);
    const auto rank = [&]
    {
        for (const Comparison& one : comparisons(document))
            if (to_utf8(one.figure) == "3" && to_utf8(one.period) == "2023-12-31" && to_utf8(one.group) == "country")
                return static_cast<int>(one.rank);
        return -1;
    };
    EXPECT_LE(rank(), 0);
    std::string text = "kommune;post;skæringsdato;værdi\n";
    int number = 70;
    for (const char* place : {"Aalborg", "Thisted", "Randers", "Viborg", "Skive", "Horsens", "Odder", "Favrskov"})
    {
        text += std::string(place) + ";anbragte;31-12-2023;" + std::to_string(number++) + "\n";
        text += std::string(place) + ";plejefamilie;31-12-2023;20\n";
    }
    EXPECT_EQ(import(document, {{"Url", file("tal.csv", text)}, {"Mapping", "proposals=accept"}}), 16);
    EXPECT_EQ(rank(), 9) << "30 of 100 in foster families is more than 20 of 70, and number 1 is the lowest share";
    run("compare", document);
    EXPECT_TRUE(document->getSheets()->hasByName("Sammenligning"));
}

TEST_F(ImportTest, IsOneUndoStepThatCanBeDoneAgain)
{
    const Document document = yearly_workbook();
    undo_manager(document)->clear();
    const Lines before = content_of(document);
    EXPECT_EQ(import(document, {{"Url", file("ANBAAR12.csv", placements())}, {"Mapping", placement_answers}}), 18);
    const Lines after = rows(document);
    EXPECT_EQ(undo_titles(document), Lines{"Hent tal"});
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
    undo_manager(document)->redo();
    EXPECT_EQ(rows(document), after);
    EXPECT_TRUE(document->getSheets()->hasByName("Import"));
}

TEST_F(ImportTest, TwiceInARowChangesNothing)
{
    const Document document = yearly_workbook();
    const std::string url = file("ANBAAR12.csv", placements());
    EXPECT_EQ(import(document, {{"Url", url}, {"Mapping", placement_answers}}), 18);
    undo_manager(document)->clear();
    const Lines before = content_of(document);
    EXPECT_EQ(import(document, {{"Url", url}}), 0);
    EXPECT_EQ(difference(before, content_of(document)), "");
    EXPECT_EQ(undo_titles(document), Lines{});
}

TEST_F(ImportTest, TheNextRoundsFileNeedsNoNewAnswers)
{
    const Document document = new_workbook({"2023-12-31", "2024-12-31", "2025-12-31"});
    EXPECT_EQ(import(document, {{"Url", file("ANBAAR12.csv", placements())}, {"Mapping", placement_answers}}), 18);
    EXPECT_EQ(import(document, {{"Url", file("ANBAAR12 (1).csv", placements("2024", "2025"))}}), 17)
        << "nine of 2025 are new, eight of 2024 differ, and one is still not reported";
    const Lines all = rows(document);
    EXPECT_EQ(all.size(), 27U);
    EXPECT_EQ(std::count(all.begin(), all.end(), "851|anbragte|31-12-2025|27"), 1);
    EXPECT_EQ(std::count(all.begin(), all.end(), "851|anbragte|31-12-2024|26"), 1) << "replaced";
}

TEST_F(ImportTest, ReplacedNumbersComeBackWithUndoAndCanBeKept)
{
    const Document document = yearly_workbook();
    EXPECT_EQ(import(document, {{"Url", file("ANBAAR12.csv", placements())}, {"Mapping", placement_answers}}), 18);
    const Lines before = rows(document);
    const std::string other = file("ANBAAR12 ny.csv", placements("2024", "2023"));
    EXPECT_EQ(import(document, {{"Url", other}, {"Existing", "keep"}}), 0);
    EXPECT_EQ(rows(document), before);
    EXPECT_GT(import(document, {{"Url", other}}), 0);
    EXPECT_NE(rows(document), before);
    EXPECT_EQ(rows(document).size(), before.size());
    undo_manager(document)->undo();
    EXPECT_EQ(rows(document), before);
    undo_manager(document)->redo();
    EXPECT_NE(rows(document), before);
}

TEST_F(ImportTest, ColumnsAndRowsOfTheUserStayWhereTheyAre)
{
    const Document document = yearly_workbook();
    const Sheet data = sheet_named(document, "Sammenligningsdata");
    insert_columns(data, 2, 1);
    set_text(data, "C4", "Min kolonne");
    set_text(data, "A5", "851");
    set_text(data, "B5", "anbragte");
    set_text(data, "C5", "min note");
    set_date(data, "D5", "2023-12-31");
    set_number(data, "E5", 1);
    EXPECT_EQ(import(document, {{"Url", file("ANBAAR12.csv", placements())}, {"Mapping", placement_answers}}), 18);
    EXPECT_EQ(shown(data, "C5"), "min note");
    EXPECT_EQ(number(data, "E5"), 26) << "replaced in its place";
    EXPECT_EQ(shown(data, "C6"), "");
    EXPECT_EQ(shown(data, "D6"), "31-12-2024");
}

TEST_F(ImportTest, ReadsTidyTablesMatricesAndJsonStat)
{
    const std::string tidy =
        "kommune;post;skæringsdato;værdi\nAalborg;anbragte;31-12-2023;12,5\nThisted;anbragte;2024-12-31;7\n";
    const std::string matrix = bom + "\"Anbragte børn og unge efter kommune og tid\"\r\n \r\n;\"2023\";\"2024\"\r\n"
                                     "\"Aalborg\";12;13\r\n\"Thisted\";7;8\r\n";
    const std::string json =
        R"({"dataset":{"dimension":{"OMRÅDE":{"label":"område","category":{"index":{"851":0,"787":1},)"
        R"("label":{"851":"Aalborg","787":"Thisted"}}},"ContentsCode":{"label":"Indhold","category":{"index":{"X":0},)"
        R"("label":{"X":"Anbragte"}}},"Tid":{"label":"tid","category":{"index":{"2023":0,"2024":1},)"
        R"("label":{"2023":"2023","2024":"2024"}}},"id":["OMRÅDE","ContentsCode","Tid"],"size":[2,1,2],)"
        R"("role":{"metric":["ContentsCode"],"time":["Tid"],"geo":["OMRÅDE"]}},"label":"Anbragte","source":"Danmarks Statistik",)"
        R"("value":[12,13,7,8]}})";
    const std::string whole = "item:=anbragte;period-day=last;proposals=accept";
    struct Case
    {
        const char* name;
        std::string bytes;
        std::string mapping;
        sal_Int32 count;
    };
    for (const Case& one : {Case{"tal.csv", tidy, "proposals=accept", 2}, Case{"matrix.csv", matrix, whole, 4},
                            Case{"jsonstat.json", json, "item:X=anbragte;period-day=last;proposals=accept", 4}})
    {
        SCOPED_TRACE(one.name);
        const Document document = yearly_workbook();
        EXPECT_EQ(import(document, {{"Url", file(one.name, one.bytes)}, {"Mapping", one.mapping}}), one.count);
        EXPECT_EQ(rows(document).size(), static_cast<std::size_t>(one.count));
    }
}

TEST_F(ImportTest, ReadsSpreadsheetsAndWritesIntoAnXlsxWorkbook)
{
    const Document table = query<css::sheet::XSpreadsheetDocument>(load("private:factory/scalc"));
    const Sheet sheet =
        query<css::sheet::XSpreadsheet>(table->getSheets()->getByName(table->getSheets()->getElementNames()[0]));
    const char* cells[4][4] = {{"Kommune", "Post", "Skæringsdato", "Værdi"},
                               {"Aalborg", "anbragte", "31-12-2023", "12,5"},
                               {"0787", "anbragte", "31-12-2024", "7"},
                               {"Thisted Kommune", "institution", "31-12-2023", "3"}};
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 4; ++column)
        {
            const std::string at = std::string(1, static_cast<char>('A' + column)) + std::to_string(row + 1);
            if (row > 0 && column == 3)
                set_number(sheet, at, row == 1 ? 12.5 : row == 2 ? 7 : 3);
            else if (row > 0 && column == 2)
                set_date(sheet, at, row == 2 ? "2024-12-31" : "2023-12-31");
            else
                set_text(sheet, at, cells[row][column]);
        }
    close(query<css::frame::XModel>(reloaded(table, "tal.ods", "calc8")));
    close(query<css::frame::XModel>(reloaded(table, "tal.xlsx", "Calc MS Excel 2007 XML")));
    for (const char* name : {"tal.ods", "tal.xlsx"})
    {
        SCOPED_TRACE(name);
        const Document document = reloaded(yearly_workbook(), "mappe.xlsx", "Calc MS Excel 2007 XML");
        EXPECT_EQ(import(document, {{"Url", url_of(name)}, {"Mapping", "proposals=accept"}}), 3);
        const Lines lines = rows(document);
        EXPECT_EQ(std::count(lines.begin(), lines.end(), "851|anbragte|31-12-2023|12,5"), 1)
            << ::testing::PrintToString(lines);
        close(query<css::frame::XModel>(document));
    }
}

TEST_F(ImportTest, OtherKeyFigureWorkbooksBecomeComparisonRowsOfTheirMunicipality)
{
    std::vector<std::string> urls;
    for (const char* code : {"851", "787"})
    {
        const Document other = new_workbook({"2023-12-31", "2024-12-31"}, code);
        const Sheet entry = sheet_named(other, "Indtastning");
        set_number(entry, cell_of(other, "anbragte", 0), 50);
        set_text(entry, cell_of(other, "institution", 1), "diskretioneret");
        close(query<css::frame::XModel>(reloaded(other, std::string(code) + ".ods", "calc8")));
        urls.push_back(url_of(std::string(code) + ".ods"));
    }
    const Document document = yearly_workbook();
    std::vector<css::beans::PropertyValue> arguments = arguments_of(document, {});
    arguments.push_back(
        property("Urls", css::uno::Any(sequence<rtl::OUString>({from_utf8(urls[0]), from_utf8(urls[1])}))));
    undo_manager(document)->clear();
    EXPECT_EQ(refusal("import-data", arguments), "");
    EXPECT_EQ(undo_titles(document), Lines{"Hent tal"});
    Lines lines = rows(document);
    std::sort(lines.begin(), lines.end());
    EXPECT_EQ(lines, (Lines{"787|anbragte|31-12-2023|50", "787|institution|31-12-2024|diskretioneret",
                            "851|anbragte|31-12-2023|50", "851|institution|31-12-2024|diskretioneret"}));
}

TEST_F(ImportTest, WithoutAnswersItSaysWhichAreMissing)
{
    const Document document = yearly_workbook();
    const std::string url = file("ANBAAR12.csv", placements());
    expect_refused(document, {{"Url", url}}, "Der mangler svar, og arket Import husker dem ikke");
    EXPECT_NE(import_refusal(document, {{"Url", url}}).find("variable:"), std::string::npos);
    expect_refused(document, {{"Url", url}, {"Mapping", "item:Atlantis=anbragte"}},
                   "'item:Atlantis=anbragte' passer ikke");
    expect_refused(document, {{"Url", url}, {"Mapping", "vrøvl"}}, "'vrøvl' passer ikke");
    expect_refused(document, {{"Url", url}, {"Mapping", "decimal=maybe"}}, "'decimal=maybe' passer ikke");
    expect_refused(document, {}, "Angiv Url, Urls eller Table");
}

TEST_F(ImportTest, SaysWhatIsWrongWithAFileAndChangesNothing)
{
    const Document document = yearly_workbook();
    const auto refused = [&](const char* name, const std::string& bytes, const std::string& part)
    {
        SCOPED_TRACE(name);
        expect_refused(document, {{"Url", file(name, bytes)}, {"Mapping", "proposals=accept"}}, part);
    };
    refused("tom.csv", "", "Filen er tom.");
    refused("noter.txt", "Kære alle\nvi ses", "noter.txt kan ikke bruges");
    refused("billede.csv", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), "billede.csv kan ikke bruges");
    refused("halv.csv", bom + "OMRÅDE;TID;INDHOLD\r\n\"101;2023;1\r\n", "anførselstegn");
    refused("utf16.csv", std::string("\xFF\xFEk\0o\0m\0", 8), "utf16.csv kan ikke bruges");
    refused("ikke.ods", "PK\x03\x04 men ikke mere", "kan ikke åbnes");
    refused("tvivl.csv", "kommune;år;værdi\nAalborg;2023;1.234\nThisted;2023;2.345\n", "decimaltal eller som tusinder");
    refused("side.csv", "<!DOCTYPE html><html><body>Log ind</body></html>", "side.csv kan ikke bruges");
    expect_refused(document, {{"Url", url_of("findes ikke.csv")}}, "kan ikke åbnes");
    std::filesystem::create_directory(folder() / "mappe");
    expect_refused(document, {{"Url", url_of("mappe")}}, "kan ikke");
}

TEST_F(ImportTest, ADocumentThatIsNoSpreadsheetIsRefused)
{
    const Document document = yearly_workbook();
    const Model text = load("private:factory/swriter");
    query<css::frame::XStorable>(text)->storeToURL(
        from_utf8(url_of("brev.odt")),
        sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("writer8")))}));
    close(text);
    expect_refused(document, {{"Url", url_of("brev.odt")}}, "er ikke et regneark");
}

TEST_F(ImportTest, AnswersWhereDecimalsCanBeReadInTwoWays)
{
    const std::string text =
        "kommune;post;skæringsdato;værdi\nAalborg;anbragte;31-12-2023;1.234\nThisted;anbragte;31-12-2023;2.345\n";
    for (const auto& [mark, value] : {std::pair{"decimal=comma", 1234.0}, std::pair{"decimal=point", 1.234}})
    {
        const Document document = yearly_workbook();
        const std::string mapping = std::string(mark) + ";proposals=accept";
        EXPECT_EQ(import(document, {{"Url", file("tal.csv", text)}, {"Mapping", mapping}}), 2);
        EXPECT_EQ(number(sheet_named(document, "Sammenligningsdata"), "D5"), value);
        EXPECT_EQ(import(document, {{"Url", file("tal.csv", text)}}), 0) << "the mark is remembered";
    }
}

TEST_F(ImportTest, WindowsLettersAreRead)
{
    const Document document = yearly_workbook();
    const std::string text = "kommune;post;sk\xE6"
                             "ringsdato;v\xE6"
                             "rdi\nK\xF8"
                             "benhavn;anbragte;31-12-2023;12\n";
    EXPECT_EQ(import(document, {{"Url", file("excel.csv", text)}, {"Mapping", "proposals=accept"}}), 1);
    EXPECT_EQ(rows(document), Lines{"101|anbragte|31-12-2023|12"});
}

TEST_F(ImportTest, RefusesWhatCannotBeWrittenBeforeAnythingIsRead)
{
    const Document document = yearly_workbook();
    query<css::util::XProtectable>(sheet_named(document, "Sammenligningsdata"))->protect("");
    expect_refused(document, {{"Url", url_of("findes ikke.csv")}}, "Arket Sammenligningsdata er beskyttet");
    const Document made = yearly_workbook();
    close(query<css::frame::XModel>(reloaded(made, "mappe.ods", "calc8")));
    const auto read_only = query<css::sheet::XSpreadsheetDocument>(load(url_of("mappe.ods"), true));
    EXPECT_NE(import_refusal(read_only, {{"Url", url_of("findes ikke.csv")}}).find("skrivebeskyttet"),
              std::string::npos);
    const auto other = query<css::sheet::XSpreadsheetDocument>(load("private:factory/scalc"));
    EXPECT_NE(import_refusal(other, {{"Url", url_of("findes ikke.csv")}}).find("ikke en nøgletalsmappe"),
              std::string::npos);
}

} // namespace trinvis::testing
