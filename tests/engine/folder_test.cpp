// SPDX-License-Identifier: MPL-2.0
//
// What an adviser is told of each file in a folder: the overview and the result files.
#include "clean_workbooks.hpp"
#include "workbook_fixture.hpp"

#include "catalogue/sheet_names.hpp"
#include "folder/folder_overview.hpp"
#include "folder/folder_results.hpp"
#include "table/csv_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using namespace std::string_view_literals;
using folder::Book;
using folder::BookState;
using folder::FolderCheck;
using folder::Unread;
using tests::day;
using tests::words;
using tests::WorkbookFixture;

const Date today = day(2021, 3, 1);

Book checked(const WorkbookFixture& fixture, const std::string& file = "Aalborg.ods",
             Language language = Language::danish)
{
    const Workbook workbook = fixture.read();
    return folder::checked_book(file, "file:///data/" + file, workbook,
                                validate(workbook, words(), tests::municipalities(), today), words(), today, language);
}

Book unread(const std::string& file, Unread reason)
{
    return folder::unread_book(file, "file:///data/" + file, reason, words().danish);
}

FolderCheck check_of(std::vector<Book> books)
{
    const std::size_t files = books.size();
    return {"/data/runde", today, files, std::move(books)};
}

/// The text of a row of the overview under a heading; rows counted from the first file.
std::string shown(const folder::FolderSheet& overview, std::size_t row, const std::string& heading)
{
    const SheetContent& sheet = overview.content;
    const auto& headings = sheet.rows.at(static_cast<std::size_t>(sheet.table->first_row));
    for (std::size_t column = 0; column < headings.size(); ++column)
    {
        if (std::get<std::string>(headings[column]) != heading)
            continue;
        const ContentCell& cell = sheet.rows.at(static_cast<std::size_t>(sheet.table->first_row) + 1 + row)[column];
        if (const double* number = std::get_if<double>(&cell))
            return std::to_string(static_cast<int>(*number));
        if (const Date* date = std::get_if<Date>(&cell))
            return iso_date(*date);
        const std::string* text = std::get_if<std::string>(&cell);
        return text ? *text : std::string{};
    }
    return "no such heading";
}

} // namespace

TEST(FolderBook, OfACleanWorkbookIsReady)
{
    const Book book = checked(tests::clean_workbook({.rounds = 4}));
    EXPECT_EQ(book.state, BookState::ready) << book.verdict;
    EXPECT_EQ(book.municipality, "Aalborg");
    EXPECT_EQ(book.municipality_code, "851");
    EXPECT_EQ(book.left.errors, 0U);
    EXPECT_TRUE(book.missing.empty());
    EXPECT_FALSE(book.first_error);
    EXPECT_EQ(book.round, std::optional(tests::demo_cut_offs().back()));
}

TEST(FolderBook, NamesTheFirstErrorWithItsCell)
{
    WorkbookFixture fixture = tests::clean_workbook({.rounds = 4});
    fixture.entry("anbragte", tests::demo_cut_offs().back()) = Cell{std::string("ca. 10")};
    const Place place = fixture.place("entry", "anbragte", iso_date(tests::demo_cut_offs().back()));
    const Book book = checked(fixture);
    EXPECT_EQ(book.state, BookState::errors);
    ASSERT_TRUE(book.first_error);
    EXPECT_EQ(book.first_error->sheet, "Indtastning");
    EXPECT_EQ(book.first_error->cell, cell_address(place.row, place.column));
    EXPECT_FALSE(book.first_error->message.empty());
    EXPECT_TRUE(book.verdict.starts_with("Ikke klar: ")) << book.verdict;
}

TEST(FolderBook, VerdictComesInTheLanguageAskedFor)
{
    WorkbookFixture fixture = tests::clean_workbook({.rounds = 4});
    fixture.entry("anbragte", tests::demo_cut_offs().back()) = Cell{-5.0};
    EXPECT_TRUE(checked(fixture, "a.ods", Language::english).verdict.starts_with("Not ready"))
        << checked(fixture, "a.ods", Language::english).verdict;
}

TEST(FolderBook, MissingAreTheFiguresOfTheNewestRoundThatHasPassed)
{
    WorkbookFixture fixture = tests::clean_workbook({.rounds = 4});
    fixture.entry("anbragte", tests::demo_cut_offs().back()) = Cell{};
    const Workbook workbook = fixture.read();
    const Book book = checked(fixture);
    ASSERT_FALSE(book.missing.empty());
    for (const folder::MissingFigure& missing : book.missing)
    {
        const Figure* figure = workbook.figure(missing.id);
        ASSERT_NE(figure, nullptr);
        EXPECT_TRUE(figure->numerator == "anbragte" || figure->denominator == "anbragte" || figure->value == "anbragte")
            << missing.id;
        EXPECT_EQ(missing.name, figure->name);
    }
    // A round that lies ahead is nobody's to fill in yet.
    const Book ahead = checked(tests::clean_workbook({.rounds = 4, .unfilled = 0}));
    EXPECT_TRUE(ahead.missing.empty());
}

TEST(FolderBook, AnEmptyWorkbookHasNothing)
{
    const Book book = checked(WorkbookFixture(Language::danish));
    EXPECT_EQ(book.state, BookState::nothing);
    EXPECT_EQ(book.missing.size(), WorkbookFixture(Language::danish).read().figures.size());
}

TEST(FolderBook, AnUnknownMunicipalityIsStillABook)
{
    WorkbookFixture fixture = tests::clean_workbook({.rounds = 2});
    fixture.at("facts", "municipality_code", "value") = Cell{std::string("999")};
    const Book book = checked(fixture);
    EXPECT_EQ(book.municipality, "");
    EXPECT_EQ(shown(folder::folder_sheet(check_of({book}), words().danish), 0, "Kommune"), "ukendt kommune");
}

TEST(FolderFiles, AreWorkbooksByNameAndNotWhatProgramsLayBesideThem)
{
    for (const char* name : {"Syddjurs.ods", "Årlig 2026.XLSX", "a.b.ods"})
        EXPECT_TRUE(folder::is_workbook_name(name)) << name;
    for (const char* name :
         {".~lock.Syddjurs.ods#", "~$Syddjurs.xlsx", ".skjult.ods", "noter.txt", "plan.odt", "x.csv", "ods"})
        EXPECT_FALSE(folder::is_workbook_name(name)) << name;
    EXPECT_EQ(folder::lock_name("Syddjurs.ods"), ".~lock.Syddjurs.ods#");
}

TEST(FolderFiles, ThatCannotBeOpenedSayWhyByTheirFirstBytes)
{
    EXPECT_EQ(folder::why_not_opened("", false), Unread::empty);
    EXPECT_EQ(folder::why_not_opened("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest"sv, false), Unread::password);
    EXPECT_EQ(folder::why_not_opened("PK\x03\x04", true), Unread::password);
    EXPECT_EQ(folder::why_not_opened("PK\x03\x04", false), Unread::damaged);
    EXPECT_EQ(folder::why_not_opened("Kære alle", false), Unread::damaged);
}

TEST(FolderSheet, HasARowAFileWithLinksToTheFileAndToItsFirstError)
{
    WorkbookFixture wrong = tests::clean_workbook({.rounds = 4});
    wrong.entry("anbragte", tests::demo_cut_offs().back()) = Cell{-5.0};
    const Book book = checked(wrong, "Fejl.ods");
    const folder::FolderSheet overview = folder::folder_sheet(
        check_of({book, checked(tests::clean_workbook({.rounds = 4}), "Klar.ods"), unread("Tom.ods", Unread::empty)}),
        words().danish);
    EXPECT_EQ(shown(overview, 0, "Status"), "Fejl");
    EXPECT_EQ(shown(overview, 1, "Status"), "Klar");
    EXPECT_EQ(shown(overview, 2, "Status"), "Ikke læst");
    EXPECT_EQ(shown(overview, 2, "Hvad mangler"), "Filen er tom.");
    EXPECT_EQ(shown(overview, 2, "Fejl"), "") << "what was not read has no count";
    EXPECT_EQ(shown(overview, 1, "Fejl"), "0");
    EXPECT_EQ(shown(overview, 0, "Første fejl"), "Indtastning " + book.first_error->cell);
    ASSERT_EQ(overview.links.size(), 4U);
    EXPECT_EQ(overview.links[0].url, "file:///data/Fejl.ods");
    EXPECT_EQ(overview.links[1].url, "file:///data/Fejl.ods#'Indtastning'." + book.first_error->cell);
    EXPECT_EQ(overview.links[1].row, overview.content.table->first_row + 1);
    EXPECT_EQ(overview.links[3].url, "file:///data/Tom.ods");
    EXPECT_NO_THROW((void)sheet_by_id(overview.content.id));
}

TEST(FolderSheet, SaysOnTopHowManyAreReadyAndThatItWasCancelled)
{
    FolderCheck check = check_of({unread("a.ods", Unread::password), unread("b.ods", Unread::damaged)});
    check.files = 24;
    const folder::FolderSheet overview = folder::folder_sheet(check, words().danish);
    EXPECT_EQ(std::get<std::string>(overview.content.rows[1][0]), "2 filer · Ikke læst: 2");
    EXPECT_EQ(std::get<std::string>(overview.content.rows[3][0]), "Afbrudt: 2 af 24 filer er læst.");
}

TEST(FolderSheet, TellsInventedFiguresAndAFileInUse)
{
    WorkbookFixture fixture = tests::clean_workbook({.rounds = 2});
    Book book = checked(fixture, "Demo.ods");
    book.data_note = "Alle tal er opdigtede.";
    book.in_use = true;
    Book other = book;
    other.file = "Kopi.ods";
    const folder::FolderSheet overview = folder::folder_sheet(check_of({book, other}), words().danish);
    EXPECT_EQ(std::get<std::string>(overview.content.rows[3][0]), "Alle tal er opdigtede. (Demo.ods, Kopi.ods)");
    EXPECT_NE(shown(overview, 0, "Hvad mangler").find("åben hos nogen"), std::string::npos);
}

TEST(FolderSheet, NamesTheFirstFilesOfMany)
{
    WorkbookFixture fixture = tests::clean_workbook({.rounds = 2});
    Book book = checked(fixture, "a.ods");
    book.data_note = "Alle tal er opdigtede.";
    std::vector<Book> books;
    for (const char* name : {"a.ods", "b.ods", "c.ods", "d.ods", "e.ods"})
    {
        book.file = name;
        books.push_back(book);
    }
    EXPECT_EQ(std::get<std::string>(folder::folder_sheet(check_of(books), words().danish).content.rows[3][0]),
              "Alle tal er opdigtede. (a.ods, b.ods, c.ods, 2 filer til)");
}

TEST(FolderResults, AreWholeInJson)
{
    WorkbookFixture wrong = tests::clean_workbook({.rounds = 4});
    wrong.entry("anbragte", tests::demo_cut_offs().back()) = Cell{-5.0};
    const std::string text = folder::folder_json(
        check_of({checked(wrong, "Fejl.ods"), unread("Låst.ods", Unread::password)}), words().danish, "0.1.0");
    const auto json = nlohmann::json::parse(text);
    EXPECT_TRUE(json.at("success").get<bool>());
    EXPECT_TRUE(json.at("complete").get<bool>());
    EXPECT_EQ(json.at("counts").at("errors"), 1);
    EXPECT_EQ(json.at("counts").at("unread"), 1);
    const auto& books = json.at("workbooks");
    ASSERT_EQ(books.size(), 2U);
    EXPECT_EQ(books[0].at("state"), "errors");
    EXPECT_EQ(books[0].at("municipality").at("code"), "851");
    EXPECT_EQ(books[0].at("first_error").at("sheet"), "Indtastning");
    EXPECT_EQ(books[1].at("reason"), "password");
    EXPECT_TRUE(books[1].at("first_error").is_null());
    EXPECT_TRUE(folder::is_folder_json(text));
}

TEST(FolderResults, OfARunThatFailedSayWhy)
{
    const std::string text = folder::failed_folder_json("/ingen", "Filmappen findes ikke.", words().danish, "0.1.0");
    const auto json = nlohmann::json::parse(text);
    EXPECT_FALSE(json.at("success").get<bool>());
    EXPECT_EQ(json.at("error"), "Filmappen findes ikke.");
    EXPECT_TRUE(folder::is_folder_json(text)) << "the next run may replace it";
}

TEST(FolderResults, KnowTheirOwnKindAlone)
{
    for (const char* content : {"", "{", "[]", "3", R"({"format":"trinvis-findings"})", "Kære alle"})
        EXPECT_FALSE(folder::is_folder_json(content)) << content;
}

TEST(FolderResults, InCsvHoldNoFormula)
{
    Book book = unread("=cmd.ods", Unread::empty);
    const std::string csv = folder::folder_csv(check_of({book}), words().danish);
    const auto rows = read_csv(csv);
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ((*rows)[0][0], "Fil");
    EXPECT_EQ((*rows)[1][0], "'=cmd.ods");
    EXPECT_EQ((*rows)[1][3], "Ikke læst");
}

} // namespace trinvis
