// SPDX-License-Identifier: MPL-2.0
//
// The sheets Regnskab and Prisindeks, and what an import changes in Regnskab.
#include "spending_fixture.hpp"

#include "spending/choices.hpp"

#include <gtest/gtest.h>

namespace trinvis::spending
{

namespace
{

using tests::municipalities;
using tests::SpendingBook;
using tests::words;
using tests::WorkbookFixture;

AccountFile file_of(std::string_view rows)
{
    return read_account_file("Kommune;År;Funktion;Gruppering;Beløb (kr.)\n" + std::string(rows), "ny.csv",
                             words().danish, municipalities());
}

AccountsChange change_of(const WorkbookFixture& book, const AccountFile& file)
{
    return accounts_change(book.read(), file, words(), municipalities());
}

/// The shipped sheet in a workbook of its own.
WorkbookFixture with_sheet(const SheetContent& content, Language language)
{
    WorkbookFixture book(language);
    const Grid grid = tests::grid_of(content, book.cells.null_date);
    book.cells.sheets.push_back(grid);
    book.cells.names.push_back({std::string(sheet_by_id(content.id).defined_name),
                                static_cast<int>(book.cells.sheets.size()) - 1, content.table.value()});
    return book;
}

std::string first_cell(const AccountsChange& change, std::size_t row, std::size_t column)
{
    const ContentCell& cell = change.rows.at(row).at(column);
    const std::string* text = std::get_if<std::string>(&cell);
    return text ? *text : std::string{};
}

} // namespace

TEST(AccountsSheet, IsReadBackAsItWasMadeInBothLanguages)
{
    const AccountFile file = file_of(";2019;5.28.20;001;1000,01\nViborg;2018;5.28.21;;-3,00\n");
    for (const Language language : {Language::danish, Language::english})
    {
        const WorkbookFixture book = with_sheet(accounts_sheet(file.lines, words().in(language)), language);
        const Workbook workbook = book.read();
        EXPECT_TRUE(workbook.faults.empty());
        const Accounts accounts = read_accounts(workbook, words(), municipalities());
        EXPECT_TRUE(accounts.faults.empty());
        ASSERT_EQ(accounts.lines.size(), 2U);
        EXPECT_EQ(accounts.lines[0].amount, 100001);
        EXPECT_EQ(accounts.lines[0].account.grouping, "001");
        EXPECT_EQ(municipalities().all()[accounts.lines[1].municipality].name, "Viborg");
        const Choices choices = read_choices(workbook, words());
        EXPECT_TRUE(choices.faults.empty());
        EXPECT_TRUE(choices.fixed_prices);
        EXPECT_FALSE(choices.basis_year || choices.price_year);
    }
}

TEST(AccountsSheet, IsEmptyAtFirstAndWithoutAFinding)
{
    for (const Language language : {Language::danish, Language::english})
    {
        WorkbookFixture book = with_sheet(accounts_sheet({}, words().in(language)), language);
        EXPECT_TRUE(read_accounts(book.read(), words(), municipalities()).lines.empty());
        for (const Finding& finding : book.validate().findings)
            EXPECT_NE(finding.rule.substr(0, 1), "U") << finding.message;
    }
}

TEST(PriceIndexSheet, HasTheShippedIndexWithASourceInEveryRow)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const auto shipped = shipped_prices(tests::file_text(tests::templates_dir() / "price_index.json"), language);
        WorkbookFixture book = with_sheet(price_index_sheet(shipped, words().in(language)), language);
        const PriceIndex index = read_price_index(book.read(), words());
        EXPECT_EQ(index.by_year.size(), 9U);
        EXPECT_EQ(index.by_year.at(2020), 103.43);
        EXPECT_TRUE(index.faults.empty());
        EXPECT_FALSE(index.invented);
        for (const Finding& finding : book.validate().findings)
            EXPECT_NE(finding.rule.substr(0, 1), "U") << finding.message;
    }
}

TEST(AccountsImport, MakesTheSheetWhereThereIsNone)
{
    const AccountsChange change = change_of(WorkbookFixture(Language::danish), file_of(";2019;5.28.20;001;1000,01\n"));
    ASSERT_TRUE(change.made);
    EXPECT_EQ(change.made->id, "accounts");
}

TEST(AccountsImport, ReplacesTheLinesOfTheSameMunicipalityAndYearAndKeepsAllOthers)
{
    SpendingBook book;
    book.line("", Cell{2018.0}, "5.28.20", "", Cell{1.0});
    book.line("Aalborg", Cell{2019.0}, "5.28.20", "", Cell{2.0});
    book.line("", Cell{2019.0}, "5.28.21", "", Cell{3.0});
    book.line("Viborg", Cell{2019.0}, "5.28.20", "", Cell{4.0});
    book.line("", Cell{2019.0}, "5.28.22", "", Cell{5.0});
    const AccountsChange change =
        change_of(book.filled(), file_of(";2019;5.28.20;001;10,00\n851;2019;5.28.21;;20,00\n"));
    EXPECT_TRUE(change.fault.empty());
    EXPECT_EQ(change.replaced, 3U);
    // Headings in row 0: the lowest run first, so that each row number still holds when its turn comes.
    ASSERT_EQ(change.removed.size(), 2U);
    EXPECT_EQ(change.removed[0].first, 5);
    EXPECT_EQ(change.removed[0].last, 5);
    EXPECT_EQ(change.removed[1].first, 2);
    EXPECT_EQ(change.removed[1].last, 3);
    EXPECT_EQ(change.first_row, 3);
    EXPECT_EQ(change.rows.size(), 2U);
    EXPECT_EQ(change.table, (CellRange{0, 0, 4, 6}));
    EXPECT_EQ(first_cell(change, 0, 2), "5.28.20");
    EXPECT_EQ(first_cell(change, 1, 0), "Aalborg");
}

TEST(AccountsImport, RefusesToTakeOutALineWithWordsOfTheUsersBesideIt)
{
    SpendingBook book;
    book.line("", Cell{2019.0}, "5.28.20", "", Cell{1.0});
    WorkbookFixture made = book.filled();
    Grid& grid = made.cells.sheets.at(made.cells.sheets.size() - 2);
    grid.make(1, 8) = Cell{std::string("aftalt med økonomi")};
    const AccountsChange change = change_of(made, file_of(";2019;5.28.20;001;10,00\n"));
    EXPECT_NE(change.fault.find("Regnskab I2"), std::string::npos) << change.fault;
    EXPECT_TRUE(change_of(made, file_of(";2020;5.28.20;001;10,00\n")).fault.empty()) << "another year touches nothing";
}

TEST(AccountsImport, RefusesASheetThatLacksAColumn)
{
    SpendingBook book;
    book.line("", Cell{2019.0}, "5.28.20", "", Cell{1.0});
    WorkbookFixture made = book.filled();
    made.cells.sheets.at(made.cells.sheets.size() - 2).make(0, 4) = Cell{};
    EXPECT_FALSE(change_of(made, file_of(";2020;5.28.20;001;10,00\n")).fault.empty());
}

TEST(AccountsImport, FindsItsColumnsWhereverTheyStand)
{
    SpendingBook book;
    book.line("", Cell{2019.0}, "5.28.20", "", Cell{1.0});
    WorkbookFixture made = book.filled();
    Grid& grid = made.cells.sheets.at(made.cells.sheets.size() - 2);
    for (int row = 0; row < 2; ++row)
        std::swap(grid.make(row, 1), grid.make(row, 5));
    const AccountsChange change = change_of(made, file_of(";2020;5.28.20;001;10,00\n"));
    EXPECT_EQ(std::get<double>(change.rows.front().at(1)), 10.0);
    EXPECT_EQ(std::get<double>(change.rows.front().at(5)), 2020.0);
    EXPECT_EQ(change.amount_column, 1);
}

} // namespace trinvis::spending
