// SPDX-License-Identifier: MPL-2.0
//
// Reading a workbook: what is found when people have moved, renamed and inserted, and what is reported when it is gone.
#include "workbook_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::words;
using tests::WorkbookFixture;

/// What the figures say, wherever it stands: item, date and value of each number in Indtastning.
std::map<std::string, double> numbers_of(const Workbook& workbook)
{
    std::map<std::string, double> numbers;
    for (const EntryLine& line : workbook.lines)
        for (const Round& round : workbook.rounds)
            if (const double* number = std::get_if<double>(&workbook.grid(workbook.entry).at(line.row, round.column)))
                numbers[line.id + " " + (round.date ? iso_date(*round.date) : round.heading)] = *number;
    return numbers;
}

void expect_same_model(const Workbook& actual, const Workbook& expected)
{
    EXPECT_TRUE(actual.faults.empty());
    EXPECT_EQ(numbers_of(actual), numbers_of(expected));
    EXPECT_EQ(actual.municipality, expected.municipality);
    ASSERT_EQ(actual.figures.size(), expected.figures.size());
    for (std::size_t i = 0; i < actual.figures.size(); ++i)
    {
        EXPECT_EQ(actual.figures[i].id, expected.figures[i].id);
        EXPECT_EQ(actual.figures[i].numerator, expected.figures[i].numerator);
        EXPECT_EQ(actual.figures[i].definition, expected.figures[i].definition);
    }
}

std::vector<Check> fault_checks(const Workbook& workbook)
{
    std::vector<Check> checks;
    for (const LayoutFault& fault : workbook.faults)
        checks.push_back(fault.check);
    return checks;
}

} // namespace

class WorkbookInEachLanguage : public testing::TestWithParam<Language>
{
};

TEST_P(WorkbookInEachLanguage, IsReadWithoutFaults)
{
    const Workbook workbook = WorkbookFixture::filled(GetParam()).read();
    EXPECT_TRUE(workbook.faults.empty());
    EXPECT_EQ(workbook.language, GetParam());
    ASSERT_NE(workbook.municipality, nullptr);
    EXPECT_EQ(workbook.municipality->name, "Aalborg");
    EXPECT_EQ(workbook.figures.size(), 12U);
    EXPECT_EQ(workbook.lines.size(), 17U);
    EXPECT_EQ(workbook.rounds.size(), 11U);
    EXPECT_EQ(numbers_of(workbook).size(), 17U * 11U);
}

TEST_P(WorkbookInEachLanguage, GivesBackTheShippedFigures)
{
    const Workbook workbook = WorkbookFixture(GetParam()).read();
    const Catalogue& catalogue = tests::catalogue(GetParam());
    for (std::size_t i = 0; i < catalogue.figures.size(); ++i)
    {
        const Figure& read = workbook.figures.at(i);
        const Figure& shipped = catalogue.figures[i];
        EXPECT_EQ(read.id, shipped.id);
        EXPECT_EQ(read.name, shipped.name);
        EXPECT_EQ(read.kind, shipped.kind);
        EXPECT_EQ(read.numerator, shipped.numerator);
        EXPECT_EQ(read.denominator, shipped.denominator);
        EXPECT_EQ(read.value, shipped.value);
        EXPECT_EQ(read.factor, shipped.factor);
        EXPECT_EQ(read.unit, shipped.unit);
        EXPECT_EQ(read.direction, shipped.direction);
    }
}

TEST_P(WorkbookInEachLanguage, IsFoundAfterRowsAreInserted)
{
    WorkbookFixture book = WorkbookFixture::filled(GetParam());
    const Workbook before = book.read();
    for (const char* sheet : {"facts", "catalogue", "entry", "comparison", "rules"})
    {
        book.insert_rows(sheet, 0, 3);
        book.insert_rows(sheet, 8, 2);
    }
    expect_same_model(book.read(), before);
}

TEST_P(WorkbookInEachLanguage, IsFoundAfterColumnsAreMoved)
{
    WorkbookFixture book = WorkbookFixture::filled(GetParam());
    const Workbook before = book.read();
    book.move_column("entry", 0, 12);
    book.move_column("entry", 3, 0);
    book.move_column("catalogue", 9, 1);
    book.move_column("rules", 3, 8);
    book.move_column("facts", 0, 2);
    expect_same_model(book.read(), before);
}

TEST_P(WorkbookInEachLanguage, IsFoundAfterSheetsAreRenamed)
{
    WorkbookFixture book = WorkbookFixture::filled(GetParam());
    const Workbook before = book.read();
    book.rename_sheets();
    expect_same_model(book.read(), before);
}

TEST_P(WorkbookInEachLanguage, IsFoundByItsHeadingsWhenTheNamesAreGone)
{
    WorkbookFixture book = WorkbookFixture::filled(GetParam());
    const Workbook before = book.read();
    book.drop_names();
    book.rename_sheets();
    const Workbook after = book.read();
    expect_same_model(after, before);
    EXPECT_EQ(after.facts.sheet, before.facts.sheet);
    EXPECT_EQ(after.catalogue.sheet, before.catalogue.sheet);
    EXPECT_EQ(after.entry.sheet, before.entry.sheet);
    EXPECT_EQ(after.comparison.sheet, before.comparison.sheet);
    EXPECT_EQ(after.rules.sheet, before.rules.sheet);
    EXPECT_TRUE(is_key_figure_workbook(book.cells, words()));
}

TEST_P(WorkbookInEachLanguage, IsFoundAfterRoundsChangePlaces)
{
    WorkbookFixture book = WorkbookFixture::filled(GetParam());
    const Workbook before = book.read();
    book.move_column("entry", 5, 14);
    const Workbook after = book.read();
    expect_same_model(after, before);
    EXPECT_TRUE(std::is_sorted(after.rounds.begin(), after.rounds.end(),
                               [](const Round& a, const Round& b) { return *a.date < *b.date; }));
}

INSTANTIATE_TEST_SUITE_P(Languages, WorkbookInEachLanguage, testing::Values(Language::danish, Language::english),
                         [](const auto& one) { return one.param == Language::danish ? "Danish" : "English"; });

TEST(Headings, AreReadWhateverTheirCapitalsAndBlanks)
{
    WorkbookFixture book(Language::danish);
    book.at("entry", "heading", "unit") = Cell{" ENHED\xC2\xA0"};
    EXPECT_TRUE(book.read().faults.empty());
}

TEST(Headings, AreReadInTheOtherLanguageToo)
{
    WorkbookFixture book(Language::danish);
    book.at("entry", "heading", "role") = Cell{"Role"};
    EXPECT_TRUE(book.read().faults.empty());
}

TEST(Headings, ThatAreGoneAreReportedWithSheetAndColumn)
{
    WorkbookFixture book(Language::danish);
    book.at("entry", "heading", "unit") = Cell{};
    const Workbook workbook = book.read();
    ASSERT_EQ(fault_checks(workbook), std::vector{Check::missing_column});
    EXPECT_EQ(workbook.faults.front().place.sheet, book.sheet("entry"));
    EXPECT_EQ(words().danish.format(workbook.faults.front().message, workbook.faults.front().values),
              "Arket Indtastning mangler kolonnen Enhed.");
}

TEST(Headings, ThatStandTwiceAreReportedAndTheFirstCounts)
{
    WorkbookFixture book(Language::danish);
    book.at("entry", "heading", "2020-12-31") = Cell{"Enhed"};
    const Workbook workbook = book.read();
    ASSERT_EQ(fault_checks(workbook), std::vector{Check::doubled_column});
    EXPECT_EQ(workbook.entry.column("unit"), 4);
    EXPECT_EQ(words().danish.format(workbook.faults.front().message + ".remedy", workbook.faults.front().values),
              "Den første (E4) bruges. Slet eller omdøb den anden.");
}

TEST(Headings, ThatAreAllGoneAreReportedOnce)
{
    WorkbookFixture book(Language::danish);
    for (Cell& cell : book.grid("facts").cells)
        cell = Cell{};
    const Workbook workbook = book.read();
    ASSERT_EQ(fault_checks(workbook), std::vector{Check::missing_sheet});
    EXPECT_EQ(workbook.faults.front().message, "layout.headings_missing");
    EXPECT_EQ(workbook.municipality, nullptr);
}

TEST(Sheet, ThatIsGoneIsReported)
{
    WorkbookFixture book(Language::danish);
    book.cells.names.erase(book.cells.names.begin() + book.sheet("comparison"));
    book.grid("comparison").cells.clear();
    const Workbook workbook = book.read();
    ASSERT_EQ(fault_checks(workbook), std::vector{Check::missing_sheet});
    EXPECT_EQ(words().danish.format(workbook.faults.front().message, workbook.faults.front().values),
              "Arket Sammenligningsdata findes ikke.");
}

TEST(Names, ThatPointNowhereAreNotFollowed)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Workbook before = book.read();
    for (NamedArea& name : book.cells.names)
        name.sheet = name.name == "trinvis_indtastning" ? 99 : -1;
    expect_same_model(book.read(), before);
}

TEST(Document, WithoutSheetsIsNoWorkbookAndReportsEveryMissingSheet)
{
    const Workbook workbook = read_workbook({}, words(), tests::municipalities());
    EXPECT_EQ(fault_checks(workbook), std::vector(5, Check::missing_sheet));
    EXPECT_FALSE(is_key_figure_workbook({}, words()));
}

TEST(Document, OfAnotherKindIsNoKeyFigureWorkbook)
{
    WorkbookCells cells;
    cells.sheets.push_back(
        {"Ark1", 3, {Cell{"Navn"}, Cell{"Enhed"}, Cell{"Beløb"}, Cell{"Kaffe"}, Cell{"kg"}, Cell{2.0}}});
    cells.sheets.push_back({"Ark2", 0, {}});
    EXPECT_FALSE(is_key_figure_workbook(cells, words()));
}

TEST(Document, OfTheProductIsAKeyFigureWorkbook)
{
    EXPECT_TRUE(is_key_figure_workbook(WorkbookFixture(Language::danish).cells, words()));
    EXPECT_TRUE(is_key_figure_workbook(WorkbookFixture(Language::english).cells, words()));
}

TEST(WorkbookCells, AreTheSameWhileTheSameStandsInThem)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const WorkbookCells before = book.cells;
    book.cells.structures.resize(book.cells.sheets.size());
    EXPECT_TRUE(same_contents(before, book.cells));
    WorkbookFixture typed = book;
    typed.entry("anbragte", tests::demo_cut_offs().back()) = Cell{12.0};
    EXPECT_FALSE(same_contents(before, typed.cells));
    WorkbookFixture renamed = book;
    renamed.cells.sheets.front().sheet_name += "2";
    EXPECT_FALSE(same_contents(before, renamed.cells));
    renamed.cells.sheets.pop_back();
    EXPECT_FALSE(same_contents(before, renamed.cells));
}

} // namespace trinvis
