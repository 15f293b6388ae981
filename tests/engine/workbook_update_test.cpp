// SPDX-License-Identifier: MPL-2.0
//
// A workbook of an earlier version, brought up to date: what it lacks is added, and nothing that stands in it is touched.
#include "workbook_fixture.hpp"

#include "new_workbook/sheets.hpp"
#include "update/workbook_update.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::day;
using tests::words;
using tests::WorkbookFixture;

constexpr const char* next_version = "99.1";

std::vector<SheetContent> shipped(Language language, const std::string& version = next_version)
{
    return new_workbook_sheets({*tests::municipalities().find("851"),
                                {},
                                tests::catalogue(language),
                                tests::rules_of(language),
                                words().in(language),
                                tests::municipalities(),
                                version});
}

WorkbookUpdate update_of(const WorkbookFixture& book, Language language = Language::danish,
                         const std::string& version = next_version)
{
    return workbook_update(book.read(), shipped(language, version), version, words());
}

/// Takes a row of a sheet out, as a workbook from before it was made would lack it.
void remove_row(WorkbookFixture& book, std::string_view sheet, int row)
{
    Grid& grid = book.grid(sheet);
    const auto first = grid.cells.begin() + static_cast<std::ptrdiff_t>(row) * grid.columns;
    grid.cells.erase(first, first + grid.columns);
    for (NamedArea& name : book.cells.names)
        if (name.sheet == book.sheet(sheet) && name.range.last_row >= row)
            --name.range.last_row;
}

Cell cell_of(const ContentCell& content, Date null_date)
{
    if (const auto* text = std::get_if<std::string>(&content))
        return text->empty() ? Cell{} : Cell{*text};
    if (const auto* number = std::get_if<double>(&content))
        return Cell{*number};
    if (const auto* date = std::get_if<Date>(&content))
        return Cell{serial_from_date(*date, null_date)};
    return {};
}

/// Does to the cells in memory what the command does to the sheet.
void apply(WorkbookFixture& book, const SheetUpdate& update)
{
    for (const CellUpdate& cell : update.cells)
        book.cells.sheets.at(static_cast<std::size_t>(update.sheet)).make(cell.row, cell.column) =
            cell_of(cell.content, book.cells.null_date);
    for (NamedArea& name : book.cells.names)
        if (name.sheet == update.sheet && !update.cells.empty())
            name.range = update.table;
}

std::vector<std::string> told(const WorkbookUpdate& update, bool left_alone)
{
    std::vector<std::string> lines;
    for (const UpdateLine& line : update.lines)
        if (line.is_left_alone == left_alone)
            lines.push_back(line.what);
    return lines;
}

} // namespace

TEST(WorkbookUpdate, OfANewWorkbookOfThisVersionIsNothing)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const WorkbookFixture book(language);
        const std::string version = version_of(book.read(), words());
        ASSERT_FALSE(version.empty());
        const WorkbookUpdate update = update_of(book, language, version);
        EXPECT_TRUE(update.is_empty());
        EXPECT_TRUE(update.lines.empty()) << update.lines.front().what << " " << update.lines.front().detail;
    }
}

TEST(WorkbookUpdate, AddsTheRulesThatAreMissingBeneathTheOthers)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    for (const char* id : {"H01", "V04"})
        remove_row(book, "rules", book.place("rules", id, "id").row);
    const WorkbookFixture before = book;
    const WorkbookUpdate update = update_of(book);
    EXPECT_EQ(told(update, false), (std::vector<std::string>{"Mappen svarer nu til Trinvis 99.1", "Reglen V04 er ny",
                                                             "Reglen H01 er ny", "Arket Vejledning er skrevet på ny"}));
    apply(book, update.rules);
    apply(book, update.facts);
    EXPECT_EQ(book.read().faults.size(), 0U);
    for (const char* id : {"H01", "V04"})
        for (const rules::Rule& rule : rules::rules_of_workbook(book.read(), words()))
            if (rule.id == id)
            {
                const auto& all = tests::rules_of(Language::danish);
                const auto same = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
                EXPECT_EQ(rule.must, same->must);
                EXPECT_EQ(rule.when, same->when);
                EXPECT_EQ(rule.valid_from, same->valid_from);
                EXPECT_TRUE(rule.active);
            }
    EXPECT_EQ(rules::rules_of_workbook(book.read(), words()).size(), tests::rules_of(Language::danish).size());
    EXPECT_EQ(book.validate().rules_broken, 0U);
    // Everything that stood there stands there still, but for the version.
    const Place version = book.place("facts", "product_version", "value");
    for (std::size_t sheet = 0; sheet < before.cells.sheets.size(); ++sheet)
    {
        const Grid& old = before.cells.sheets[sheet];
        for (int row = 0; row < old.rows(); ++row)
            for (int column = 0; column < old.columns; ++column)
            {
                if (is_empty(old.at(row, column)) || Place{static_cast<int>(sheet), row, column} == version)
                    continue;
                EXPECT_EQ(old.at(row, column), book.cells.sheets[sheet].at(row, column)) << row << "," << column;
            }
    }
    const WorkbookUpdate again = update_of(book);
    EXPECT_TRUE(again.facts.cells.empty());
    EXPECT_TRUE(again.rules.cells.empty());
}

TEST(WorkbookUpdate, LeavesARuleThatTheUserChangedAndNamesIt)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("rules", "V04", "must") = Cell{"Værdi >= -3"};
    book.at("rules", "V05", "active") = Cell{words().danish.get("word.no")};
    const WorkbookUpdate update = update_of(book);
    ASSERT_EQ(told(update, true), std::vector<std::string>{"Reglen V04 er ladt stå, som den er i mappen"});
    const auto line =
        std::find_if(update.lines.begin(), update.lines.end(), [](const UpdateLine& one) { return one.is_left_alone; });
    EXPECT_EQ(line->sheet, "Regler");
    EXPECT_EQ(line->row, book.place("rules", "V04", "id").row);
    EXPECT_NE(line->detail.find("Værdi >= 0 (Fejl)"), std::string::npos) << line->detail;
    EXPECT_TRUE(update.rules.cells.empty());
}

TEST(WorkbookUpdate, AddsAFactThatIsMissingWithItsFirstChoice)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    remove_row(book, "facts", book.place("facts", "view", "value").row);
    const WorkbookUpdate update = update_of(book);
    EXPECT_EQ(told(update, false)[1], "Feltet Visning er nyt");
    apply(book, update.facts);
    EXPECT_EQ(book.at("facts", "view", "value"), Cell{"internt"});
    EXPECT_EQ(book.at("facts", "product_version", "value"), Cell{next_version});
    EXPECT_FALSE(book.read().sharing.wanted);
}

TEST(WorkbookUpdate, WritesTheGuideAnewAndKeepsACopyWhereSomebodyWroteInIt)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.grid("guide").make(5, 1) = std::string("Det aftalte vi på mødet.");
    const WorkbookUpdate update = update_of(book);
    ASSERT_EQ(update.sheets.size(), 1U);
    EXPECT_EQ(update.sheets[0].content.id, "guide");
    EXPECT_TRUE(update.sheets[0].keep_former);
    // A note beside our text is no difference: the sheet is left alone.
    WorkbookFixture noted = WorkbookFixture::filled(Language::danish);
    noted.grid("rule_language").make(3, 12) = std::string("se her");
    const WorkbookUpdate other = update_of(noted);
    EXPECT_TRUE(std::ranges::none_of(other.sheets,
                                     [](const UpdatedSheet& sheet) { return sheet.content.id == "rule_language"; }));
}

TEST(WorkbookUpdate, TellsOfTheCatalogueAndChangesNothingInIt)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("catalogue", "3", "working_definition") = Cell{"Vores egen definition."};
    remove_row(book, "catalogue", book.place("catalogue", "12", "number").row);
    const WorkbookUpdate update = update_of(book);
    EXPECT_EQ(told(update, true),
              (std::vector<std::string>{
                  "Arbejdsdefinitionen af nøgletal 3 Anbringelser i plejefamilier er ladt stå, som den er i mappen",
                  "Nøgletal 12 Opfølgninger er i det medfølgende katalog, men ikke i jeres"}));
    EXPECT_NE(update.facts.sheet, book.sheet("catalogue"));
    EXPECT_NE(update.rules.sheet, book.sheet("catalogue"));
}

TEST(WorkbookUpdate, FindsItsPlacesInAShuffledWorkbook)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    remove_row(book, "rules", book.place("rules", "H01", "id").row);
    book.insert_rows("rules", 0, 3);
    book.move_column("rules", 0, 5);
    book.rename_sheets();
    const WorkbookUpdate update = update_of(book);
    ASSERT_FALSE(update.rules.cells.empty());
    apply(book, update.rules);
    EXPECT_EQ(rules::rules_of_workbook(book.read(), words()).size(), tests::rules_of(Language::danish).size());
    EXPECT_TRUE(update_of(book).rules.cells.empty());
}

TEST(WorkbookUpdate, ComparesVersionsAsNumbers)
{
    EXPECT_TRUE(is_later("1.10", "1.9"));
    EXPECT_TRUE(is_later("2", "1.9.9"));
    EXPECT_FALSE(is_later("1.0", "1"));
    EXPECT_FALSE(is_later("", "0.1"));
    EXPECT_FALSE(is_later("1.1", "1.1"));
}

TEST(UpdateSheet, ListsWhatWasDoneBeforeWhatWasLeftAlone)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("rules", "V04", "must") = Cell{"Værdi >= -3"};
    remove_row(book, "rules", book.place("rules", "H20", "id").row);
    const SheetContent sheet =
        update_sheet_content(update_of(book), book.read(), next_version, words(), day(2026, 11, 23));
    EXPECT_EQ(std::get<std::string>(sheet.rows[1][0]),
              "Fra Trinvis " + version_of(book.read(), words()) + " til 99.1, 23-11-2026");
    const auto what = [&](int row) { return std::get<std::string>(sheet.rows[static_cast<std::size_t>(row)][1]); };
    EXPECT_EQ(what(sheet.table->last_row), "Reglen V04 er ladt stå, som den er i mappen");
    const auto& place = std::get<LinkTo>(sheet.rows[static_cast<std::size_t>(sheet.table->last_row)][0]);
    EXPECT_EQ(place.sheet, "Regler");
    EXPECT_EQ(place.row, book.place("rules", "V04", "id").row);
}

} // namespace trinvis
