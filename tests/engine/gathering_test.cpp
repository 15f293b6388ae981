// SPDX-License-Identifier: MPL-2.0
//
// Many municipalities' workbooks as comparison data: who counts, what is hidden, and what a file without names tells.
#include "clean_workbooks.hpp"
#include "workbook_fixture.hpp"

#include "folder/gathering.hpp"
#include "reference/rows_in_workbook.hpp"
#include "table/csv_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace trinvis
{

namespace
{

using folder::GatheredBook;
using folder::Gathering;
using folder::GatherOptions;
using tests::day;
using tests::words;
using tests::WorkbookFixture;

const Date today = day(2021, 3, 1);

const privacy::KnownRelations& known()
{
    static const auto relations =
        privacy::KnownRelations::from_json(tests::file_text(tests::templates_dir() / "disclosure.json"));
    return relations;
}

GatheredBook book_of(const WorkbookFixture& fixture, const std::string& file, const std::string& saved = "2021-02-01")
{
    return folder::gathered_book(file, saved, fixture.read(), words(), tests::municipalities(), known(), today);
}

WorkbookFixture clean(const std::string& municipality)
{
    return tests::clean_workbook({.municipality = municipality, .rounds = 3});
}

Gathering three(const GatherOptions& options = {})
{
    std::vector<GatheredBook> books;
    for (const char* code : {"851", "706", "751"})
        books.push_back(book_of(clean(code), std::string(code) + ".ods"));
    return folder::gather(std::move(books), options);
}

std::vector<std::string> files_of(const Gathering& gathering)
{
    std::vector<std::string> files;
    for (const GatheredBook& book : gathering.books)
        files.push_back(book.file);
    return files;
}

/// "codes file" of those that are left out.
std::vector<std::string> left_out(const Gathering& gathering)
{
    std::vector<std::string> lines;
    for (const folder::LeftOutBook& book : gathering.left_out)
        lines.push_back(book.code + " " + book.file);
    return lines;
}

std::vector<std::vector<std::string>> rows_of(const Gathering& gathering, const GatherOptions& options,
                                              std::uint32_t seed = 1)
{
    const auto csv = folder::gathered_csv(gathering, options, seed, words().danish, words());
    return csv ? read_csv(*csv).value() : std::vector<std::vector<std::string>>{};
}

} // namespace

TEST(Gathering, TakesCleanWorkbooksByMunicipality)
{
    const Gathering gathering = three();
    EXPECT_EQ(files_of(gathering), (std::vector<std::string>{"706.ods", "751.ods", "851.ods"}));
    EXPECT_TRUE(gathering.left_out.empty());
}

TEST(Gathering, LeavesWorkbooksWithErrorsOutAndNamesThem)
{
    WorkbookFixture wrong = clean("706");
    wrong.entry("anbragte", tests::demo_cut_offs().back()) = Cell{-5.0};
    std::vector<GatheredBook> books{book_of(wrong, "fejl.ods"), book_of(clean("851"), "god.ods")};
    EXPECT_EQ(left_out(folder::gather(books, {})), std::vector<std::string>{"errors fejl.ods"});

    const Gathering with_errors = folder::gather(books, {.names = true, .with_errors = true});
    EXPECT_EQ(with_errors.books.size(), 2U);
    EXPECT_GE(with_errors.invalid, 1U);
    for (const std::vector<std::string>& row : rows_of(with_errors, {.names = true, .with_errors = true}))
        EXPECT_NE(row[3], "-5");
}

/// With two real municipalities and a practice workbook each of the two would know the other.
TEST(Gathering, LeavesPracticeWorkbooksOut)
{
    Municipality invented;
    invented.code = "901";
    invented.name = "Øvekøbing";
    invented.invented = true;
    std::vector<GatheredBook> books{book_of(clean("851"), "a.ods"), book_of(clean("706"), "b.ods"),
                                    book_of(clean("751"), "oevemappe.ods")};
    books.back().workbook.municipality = &invented;
    const Gathering gathering = folder::gather(std::move(books), {.names = false});
    EXPECT_EQ(left_out(gathering), std::vector<std::string>{"invented oevemappe.ods"});
    EXPECT_FALSE(folder::gathered_csv(gathering, {.names = false}, 1, words().danish, words()));
    EXPECT_NE(folder::gathered_summary({}, {}, gathering, words().danish).find("opdigtede tal"), std::string::npos);
}

TEST(Gathering, CountsTheWorkbookThatWasSavedLast)
{
    std::vector<GatheredBook> books{book_of(clean("851"), "ny.ods", "2021-02-02"),
                                    book_of(clean("851"), "gammel.ods", "2021-01-01"),
                                    book_of(clean("706"), "anden.ods")};
    std::vector<GatheredBook> turned{books[1], books[0], books[2]};
    for (std::vector<GatheredBook>& order : std::vector{books, turned})
    {
        const Gathering gathering = folder::gather(std::move(order), {});
        EXPECT_EQ(files_of(gathering), (std::vector<std::string>{"anden.ods", "ny.ods"}));
        ASSERT_EQ(left_out(gathering), std::vector<std::string>{"doubled gammel.ods"});
        EXPECT_EQ(gathering.left_out.front().detail, "ny.ods");
    }
}

TEST(Gathering, PassesOnNoSmallNumberWhateverTheSwitchSays)
{
    WorkbookFixture small = clean("851");
    const Workbook before = small.read();
    EXPECT_FALSE(before.sharing.wanted);
    const Place place = small.place("entry", "institution", iso_date(tests::demo_cut_offs().back()));
    small.at(place) = Cell{2.0};
    const GatheredBook book = book_of(small, "lille.ods");
    EXPECT_GE(book.hidden, 1U);
    const Cell& cell = book.workbook.grid(book.workbook.entry).at(place.row, place.column);
    EXPECT_EQ(cell_text(cell, Language::danish), "diskretioneret");
}

TEST(Gathering, PassesOnNothingOfOthers)
{
    WorkbookFixture fixture = tests::clean_workbook({.municipality = "851", .rounds = 3, .peers = 4});
    const GatheredBook book = book_of(fixture, "a.ods");
    for (std::size_t i = 0; i < book.workbook.cells.sheets.size(); ++i)
        EXPECT_TRUE(static_cast<int>(i) == book.workbook.entry.sheet || book.workbook.cells.sheets[i].cells.empty())
            << i;
}

TEST(GatheredCsv, HasTheHeadingsThatTheImportReadsAndARowAValue)
{
    const Gathering gathering = three();
    const auto rows = rows_of(gathering, {});
    ASSERT_GT(rows.size(), 10U);
    EXPECT_EQ(rows[0], (std::vector<std::string>{"Kommune", "Post", "Skæringsdato", "Værdi", "Kilde", "Kommunebegreb",
                                                 "Tælleenhed", "Aldersbase"}));
    EXPECT_EQ(rows[1][0], "706");
    EXPECT_NE(rows[1][4].find("706.ods"), std::string::npos);
    std::set<std::string> codes;
    for (std::size_t i = 1; i < rows.size(); ++i)
        codes.insert(rows[i][0]);
    EXPECT_EQ(codes, (std::set<std::string>{"706", "751", "851"}));
}

TEST(GatheredCsv, WithoutNamesNamesNobody)
{
    Gathering gathering = three();
    gathering.books.front().workbook.data_note = "Tal fra Syddjurs Kommune";
    const GatherOptions unnamed{.names = false};
    const auto rows = rows_of(gathering, unnamed);
    ASSERT_GT(rows.size(), 10U);
    std::set<std::string> names;
    for (std::size_t i = 1; i < rows.size(); ++i)
    {
        names.insert(rows[i][0]);
        for (const std::string& field : rows[i])
            for (const char* word : {"706", "751", "851", "Syddjurs", "Aarhus", "Aalborg", ".ods"})
                EXPECT_TRUE(&field == &rows[i][3] || field.find(word) == std::string::npos) << field;
    }
    EXPECT_EQ(names, (std::set<std::string>{"Kommune 1", "Kommune 2", "Kommune 3"}));
    EXPECT_EQ(rows[1][0], "Kommune 1") << "the order of the rows tells nothing either";
}

TEST(GatheredCsv, WithoutNamesHasAnOrderOfChance)
{
    const Gathering gathering = three();
    std::set<std::vector<std::vector<std::string>>> orders;
    for (std::uint32_t seed = 0; seed < 40; ++seed)
        orders.insert(rows_of(gathering, {.names = false}, seed));
    EXPECT_EQ(orders.size(), 6U) << "all orders of three come up";
}

TEST(GatheredCsv, WithoutNamesLeavesOutWhatFewHave)
{
    Gathering gathering = three();
    gathering.books.front().workbook.lines.front().id = "kun-her";
    for (const std::vector<std::string>& row : rows_of(gathering, {.names = false}))
        EXPECT_NE(row[1], "kun-her");
    const auto named = rows_of(gathering, {});
    EXPECT_TRUE(std::any_of(named.begin(), named.end(), [](const auto& row) { return row[1] == "kun-her"; }));
}

TEST(GatheredCsv, WithoutNamesIsRefusedForTwo)
{
    std::vector<GatheredBook> books{book_of(clean("851"), "a.ods"), book_of(clean("706"), "b.ods")};
    EXPECT_FALSE(
        folder::gathered_csv(folder::gather(std::move(books), {}), {.names = false}, 1, words().danish, words()));
}

TEST(GatheredRows, GoIntoSammenligningsdataAndTheOwnMunicipalityDoesNot)
{
    const WorkbookFixture own = clean("851");
    const folder::GatheredRows gathered = folder::put_gathered(three(), own.read(), words());
    EXPECT_FALSE(gathered.fault);
    EXPECT_EQ(gathered.taken, (std::vector<std::string>{"Syddjurs", "Aarhus"}));
    ASSERT_EQ(gathered.left_out.size(), 1U);
    EXPECT_EQ(gathered.left_out.front().code + " " + gathered.left_out.front().file, "own 851.ods");
    EXPECT_GT(gathered.added, 10U);

    Workbook workbook = own.read();
    for (const reference::ImportRows& rows : gathered.rows)
        workbook = reference::with_rows(std::move(workbook), rows, words());
    const folder::GatheredRows again = folder::put_gathered(three(), workbook, words());
    EXPECT_EQ(again.added + again.replaced, 0U) << "the same figures are there already";
}

TEST(GatheredRows, OfAnotherTimeAreNamed)
{
    const WorkbookFixture own(Language::danish, "851", {day(2030, 3, 31)});
    const folder::GatheredRows gathered = folder::put_gathered(three(), own.read(), words());
    EXPECT_TRUE(gathered.rows.empty());
    ASSERT_EQ(gathered.left_out.size(), 3U);
    EXPECT_EQ(gathered.left_out.front().code, "nothing");
    EXPECT_EQ(gathered.left_out.back().code, "own");
}

TEST(GatheredSummary, NamesWhoGaveAndWhoDidNotAndWhy)
{
    Gathering gathering = three();
    gathering.hidden = 7;
    gathering.left_out = {{"fejl.ods", "errors", {}}, {"låst.ods", "unread", "Filen er beskyttet med adgangskode."}};
    const std::string text =
        folder::gathered_summary({"Syddjurs", "Aarhus"}, {{"egen.ods", "own", {}}}, gathering, words().danish);
    for (const char* part :
         {"Tal fra 2 kommuner er samlet: Syddjurs, Aarhus.", "7 tal er skjult", "• fejl.ods: har fejl",
          "• låst.ods: Filen er beskyttet med adgangskode.", "• egen.ods: er jeres egen kommune"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

} // namespace trinvis
