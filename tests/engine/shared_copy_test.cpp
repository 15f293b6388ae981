// SPDX-License-Identifier: MPL-2.0
//
// The copy of a workbook that may be shared: nothing hidden in it, and nothing that was not asked for.
#include "shared_workbook.hpp"

#include "delivery/shared_copy.hpp"
#include "privacy/workbook_suppression.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::day;
using tests::known_relations;
using tests::municipalities;
using tests::shared;
using tests::words;
using tests::WorkbookFixture;

SharedCopy copy_of(const WorkbookFixture& book)
{
    Workbook workbook = shared(book).read();
    privacy::blank(workbook, privacy::hidden_numbers(workbook, words(), municipalities(), known_relations()), words());
    return shared_copy(workbook, words(), municipalities(), "0.1.0");
}

/// The copy as a workbook that is read again.
Workbook read_again(const SharedCopy& copy)
{
    WorkbookCells cells;
    for (const SheetContent& sheet : copy.sheets)
        cells.sheets.push_back(tests::grid_of(sheet, cells.null_date));
    return read_workbook(std::move(cells), words(), municipalities());
}

std::string all_texts(const SharedCopy& copy)
{
    std::string all;
    for (const SheetContent& sheet : copy.sheets)
        for (const auto& row : sheet.rows)
            for (const ContentCell& cell : row)
                if (const auto* text = std::get_if<std::string>(&cell))
                    all += *text + "\n";
    return all;
}

Cell entry_of(const Workbook& workbook, const char* item, Date cut_off)
{
    const auto round = std::ranges::find(workbook.rounds, std::optional(cut_off), &Round::date);
    return workbook.grid(workbook.entry).at(workbook.line(item)->row, round->column);
}

WorkbookFixture filled()
{
    return WorkbookFixture::filled(Language::danish);
}

} // namespace

TEST(SharedCopy, HasTheLayoutOfTheWorkbookAndItsNumbers)
{
    const WorkbookFixture book = filled();
    const Workbook original = book.read();
    const Workbook copy = read_again(copy_of(book));
    EXPECT_TRUE(copy.faults.empty());
    EXPECT_EQ(copy.lines.size(), original.lines.size());
    EXPECT_EQ(copy.rounds.size(), original.rounds.size());
    EXPECT_EQ(copy.figures.size(), original.figures.size());
    EXPECT_EQ(copy.municipality, original.municipality);
    EXPECT_EQ(rules::rules_of_workbook(copy, words()).size(), rules::rules_of_workbook(original, words()).size());
    EXPECT_EQ(entry_of(copy, "anbragte", day(2018, 12, 31)), entry_of(original, "anbragte", day(2018, 12, 31)));
}

TEST(SharedCopy, IsSetToBeShared)
{
    const Workbook copy = read_again(copy_of(filled()));
    EXPECT_TRUE(copy.sharing.wanted);
    EXPECT_EQ(copy.sharing.threshold, 5);
}

TEST(SharedCopy, SaysConfidentialInThePlaceOfASmallNumber)
{
    WorkbookFixture book = filled();
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{3.0};
    const Workbook copy = read_again(copy_of(book));
    EXPECT_EQ(entry_of(copy, "netvaerk", day(2018, 12, 31)), Cell{std::string("diskretioneret")});
}

TEST(SharedCopy, HidesOtherMunicipalitiesSmallNumbersToo)
{
    WorkbookFixture book = filled();
    book.add_comparison("Læsø", "netvaerk", day(2018, 12, 31), Cell{2.0});
    book.add_comparison("Odense", "netvaerk", day(2018, 12, 31), Cell{80.0});
    const Workbook copy = read_again(copy_of(book));
    const TableArea& area = copy.comparison;
    EXPECT_EQ(copy.text(area, area.heading_row + 1, "value"), "diskretioneret");
    EXPECT_EQ(copy.text(area, area.heading_row + 2, "value"), "80");
    EXPECT_EQ(copy.text(area, area.heading_row + 2, "municipality"), "Odense");
}

TEST(SharedCopy, HoldsNoTextInThePlaceOfANumber)
{
    WorkbookFixture book = filled();
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{std::string("2 eller 3")};
    const SharedCopy copy = copy_of(book);
    EXPECT_EQ(copy.numbers_left_out, 1U);
    EXPECT_EQ(all_texts(copy).find("2 eller 3"), std::string::npos);
}

TEST(SharedCopy, LeavesOutTheUsersOwnColumnsAndNotes)
{
    WorkbookFixture book = filled();
    Grid& entry = book.grid("entry");
    const Place place = book.place("entry", "anbragte", "id");
    entry.make(place.row, entry.columns) = Cell{std::string("2 børn hos onklen")};
    entry.make(1, 0) = Cell{std::string("Undertitel om tre børn")};
    const SharedCopy copy = copy_of(book);
    EXPECT_EQ(all_texts(copy).find("onklen"), std::string::npos);
    EXPECT_EQ(all_texts(copy).find("tre børn"), std::string::npos);
}

TEST(SharedCopy, NamesTheSheetsThatMayTell)
{
    WorkbookFixture book = filled();
    book.add_sheet("Noter", {{Cell{std::string("Sagen om de to")}}});
    book.add_sheet("Validering", {{Cell{std::string("Værdien er 3")}}});
    const SharedCopy copy = copy_of(book);
    EXPECT_EQ(copy.left_out, (std::vector<std::string>{"Noter", "Validering"}));
    EXPECT_EQ(copy.sheets.size(), 8U);
    EXPECT_EQ(all_texts(copy).find("Sagen om"), std::string::npos);
}

TEST(SharedCopy, NamesNeitherPersonsNorFiles)
{
    WorkbookFixture book = filled();
    book.at("catalogue", "1", "remark") = std::string("Aftalt med Jens Peter Hansen");
    book.at("catalogue", "2", "data_source") = std::string("K:\\Sagsmappe7\\tal.xlsx");
    book.add_comparison("Odense", "netvaerk", day(2018, 12, 31), Cell{80.0}, "file:///home/abc/tal.csv");
    const SharedCopy copy = copy_of(book);
    EXPECT_EQ(copy.texts_left_out, 3U);
    for (const char* trace : {"Hansen", "Sagsmappe7", "home"})
        EXPECT_EQ(all_texts(copy).find(trace), std::string::npos) << trace;
}

TEST(SharedCopy, SaysOfInventedNumbersThatTheyAreWhereverTheyStand)
{
    WorkbookFixture book = filled();
    book.at("facts", "data_note", "value") = std::string("Opdigtede tal");
    const SharedCopy copy = copy_of(book);
    for (const char* id : {"entry", "comparison"})
    {
        const auto sheet = std::ranges::find(copy.sheets, id, &SheetContent::id);
        EXPECT_EQ(std::get<std::string>(sheet->rows[1].front()), "Opdigtede tal") << id;
    }
}

TEST(SharedCopy, KeepsWhoIsChosenForComparison)
{
    WorkbookFixture book = filled();
    book.at("groups", "Odense", "chosen") = std::string("x");
    const SharedCopy copy = copy_of(book);
    const auto sheet = std::ranges::find(copy.sheets, "groups", &SheetContent::id);
    std::size_t marks = 0;
    for (const auto& row : sheet->rows)
        for (const ContentCell& cell : row)
            if (const auto* text = std::get_if<std::string>(&cell); text && *text == "x")
            {
                ++marks;
                EXPECT_EQ(std::get<std::string>(row.front()), "Odense");
            }
    EXPECT_EQ(marks, 1U);
}

TEST(SharedCopy, WorksInEnglish)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::english);
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{3.0};
    const Workbook copy = read_again(copy_of(book));
    EXPECT_EQ(entry_of(copy, "netvaerk", day(2018, 12, 31)), Cell{std::string("confidential")});
}

} // namespace trinvis
