// SPDX-License-Identifier: MPL-2.0
//
// The municipality's own numbers from a spreadsheet of its own layout, into Indtastning.
#include "import_test_fixture.hpp"

namespace trinvis::testing
{

namespace
{

using namespace office;
using Lines = std::vector<std::string>;

class ImportOwnTest : public ImportTest
{
protected:
    /// A sheet with a title, the items' names in the second column and the rounds above.
    std::string own_layout(const std::vector<std::vector<std::string>>& cells, const std::string& name = "tal.ods")
    {
        const Document table = query<css::sheet::XSpreadsheetDocument>(load("private:factory/scalc"));
        const Sheet sheet =
            query<css::sheet::XSpreadsheet>(table->getSheets()->getByName(table->getSheets()->getElementNames()[0]));
        for (std::size_t row = 0; row < cells.size(); ++row)
            for (std::size_t column = 0; column < cells[row].size(); ++column)
            {
                const std::string at = std::string(1, static_cast<char>('A' + column)) + std::to_string(row + 1);
                const std::string& text = cells[row][column];
                if (!text.empty() && text.find_first_not_of("0123456789.") == std::string::npos)
                    set_number(sheet, at, std::stod(text));
                else if (!text.empty())
                    set_text(sheet, at, text);
            }
        close(query<css::frame::XModel>(reloaded(table, name, "calc8")));
        close(query<css::frame::XModel>(table));
        return url_of(name);
    }

    const std::vector<std::vector<std::string>> m_layout{{"Vores tal (opdigtede)"},
                                                         {},
                                                         {"", "Post", "31-12-2023", "31-12-2024"},
                                                         {"", "anbragte", "100", "101"},
                                                         {"", "institution", "30", "diskretioneret"},
                                                         {"", "noget andet", "7", "8"}};
};

} // namespace

TEST_F(ImportOwnTest, ASpreadsheetOfAnOwnLayoutFillsIndtastning)
{
    const Document document = yearly_workbook();
    const std::string url = own_layout(m_layout);
    undo_manager(document)->clear();
    const Lines before = content_of(document);
    EXPECT_EQ(import(document, {{"Url", url}, {"Target", "own"}, {"Mapping", "proposals=accept"}}), 4);
    const Sheet entry = sheet_named(document, "Indtastning");
    EXPECT_EQ(number(entry, cell_of(document, "anbragte", 0)), 100);
    EXPECT_EQ(number(entry, cell_of(document, "anbragte", 1)), 101);
    EXPECT_EQ(shown(entry, cell_of(document, "institution", 1)), "diskretioneret");
    EXPECT_EQ(rows(document), Lines{}) << "nothing of it is comparison data";
    EXPECT_EQ(undo_titles(document), Lines{"Hent tal"});
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(ImportOwnTest, WhatTheRowsAreIsRemembered)
{
    const Document document = yearly_workbook();
    EXPECT_EQ(import(document, {{"Url", own_layout(m_layout)},
                                {"Target", "own"},
                                {"Mapping", "item:noget andet=plejefamilie;proposals=accept"}}),
              6);
    auto next = m_layout;
    next[5][2] = "9";
    EXPECT_EQ(import(document, {{"Url", own_layout(next, "tal 2.ods")}, {"Target", "own"}}), 1);
    EXPECT_EQ(number(sheet_named(document, "Indtastning"), cell_of(document, "plejefamilie", 0)), 9);
}

TEST_F(ImportOwnTest, NumbersThatAreThereCanBeKept)
{
    const Document document = yearly_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    set_number(entry, cell_of(document, "anbragte", 0), 99);
    const std::string url = own_layout(m_layout);
    EXPECT_EQ(
        import(document, {{"Url", url}, {"Target", "own"}, {"Existing", "keep"}, {"Mapping", "proposals=accept"}}), 3);
    EXPECT_EQ(number(entry, cell_of(document, "anbragte", 0)), 99);
    EXPECT_EQ(import(document, {{"Url", url}, {"Target", "own"}}), 1);
    EXPECT_EQ(number(entry, cell_of(document, "anbragte", 0)), 100);
}

TEST_F(ImportOwnTest, ASheetWithNothingOfTheWorkbookIsRefused)
{
    const Document document = yearly_workbook();
    expect_refused(document, {{"Url", own_layout({{"Æbler", "Pærer"}, {"1", "2"}})}, {"Target", "own"}},
                   "intet ark, hvor rækker ligner jeres poster");
}

TEST_F(ImportOwnTest, ATextFileIsALayoutToo)
{
    const Document document = yearly_workbook();
    const std::string url = file("tal.csv", "Post;31-12-2023;31-12-2024\r\nanbragte;100;101\r\n");
    EXPECT_EQ(import(document, {{"Url", url}, {"Target", "own"}, {"Mapping", "proposals=accept"}}), 2);
    EXPECT_EQ(number(sheet_named(document, "Indtastning"), cell_of(document, "anbragte", 1)), 101);
}

} // namespace trinvis::testing
