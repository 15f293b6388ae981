// SPDX-License-Identifier: MPL-2.0
//
// The sheets Minianalyse and Inspiration as they begin, and the links beside the evidence.
#include "working_sheets.hpp"

#include "mini_analysis/assessment.hpp"
#include "mini_analysis/link.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace trinvis
{

namespace
{

using tests::apply;
using tests::inspiration_form;
using tests::mini_analysis_form;
using tests::put_working_sheet;
using tests::words;
using tests::WorkbookFixture;
using tests::working_cell;
using tests::working_text;

WorkbookFixture with_sheet(Language language = Language::danish)
{
    WorkbookFixture book = WorkbookFixture::filled(language);
    put_working_sheet(book, mini_analysis_sheet(mini_analysis_form(), words().in(language)));
    return book;
}

SheetUpdate links_of(const WorkbookFixture& book)
{
    return mini_analysis_links(book.read(), words());
}

const LinkTo* link_in(const SheetUpdate& update, int row, int column)
{
    for (const CellUpdate& cell : update.cells)
        if (cell.row == row && cell.column == column)
            return std::get_if<LinkTo>(&cell.content);
    return nullptr;
}

} // namespace

TEST(MiniAnalysisSheet, HasARowForEachAreaAndElement)
{
    const WorkbookFixture book = with_sheet();
    std::set<std::pair<std::string, std::string>> pairs;
    std::set<std::string> areas;
    for (const Assessment& one : read_assessments(book.read()))
    {
        EXPECT_FALSE(one.begun());
        pairs.emplace(one.area, one.element);
        areas.insert(one.area);
    }
    EXPECT_EQ(pairs.size(), 12U);
    EXPECT_EQ(areas,
              (std::set<std::string>{"myndighed", "udfører", "almen", "tværfagligt samarbejde og koordinering"}));
    EXPECT_TRUE(pairs.contains({"almen", "faglig ledelse"}));
}

TEST(MiniAnalysisSheet, SaysWhatIsSourcedAndWhatIsTheToolsProposal)
{
    const SheetContent sheet = mini_analysis_sheet(mini_analysis_form(), words().danish);
    const std::string& status = std::get<std::string>(sheet.rows.at(2).at(0));
    EXPECT_NE(status.find("navne efter dens overskrifter"), std::string::npos) << status;
    EXPECT_NE(status.find("værktøjets forslag"), std::string::npos) << status;
}

TEST(MiniAnalysisSheet, OffersARatingFromOneToFiveInWords)
{
    const SheetContent sheet = mini_analysis_sheet(mini_analysis_form(), words().danish);
    ASSERT_EQ(sheet.drop_downs.size(), 2U);
    EXPECT_EQ(sheet.drop_downs[0].choices.size(), 5U);
    EXPECT_EQ(sheet.drop_downs[0].choices.front(), "1 – ikke begyndt");
    EXPECT_EQ(sheet.drop_downs[0].choices.back(), "5 – på plads overalt");
}

TEST(MiniAnalysisSheet, GivesNoFindingAsItBegins)
{
    for (const Language language : {Language::danish, Language::english})
    {
        WorkbookFixture book = with_sheet(language);
        put_working_sheet(book, inspiration_sheet(inspiration_form(), mini_analysis_form(), words().in(language)));
        std::multiset<std::string> before, after;
        for (const Finding& finding : WorkbookFixture::filled(language).validate().findings)
            before.insert(finding.rule + finding.sheet + finding.cell);
        for (const Finding& finding : book.validate().findings)
            after.insert(finding.rule + finding.sheet + finding.cell);
        EXPECT_EQ(before, after);
    }
}

TEST(MiniAnalysisSheet, IsFoundByItsHeadingsWhereItsNameIsGone)
{
    WorkbookFixture book = with_sheet();
    book.drop_names();
    EXPECT_EQ(read_assessments(book.read()).size(), 12U);
}

TEST(MiniAnalysisLinks, LeadToTheFigureInTheCatalogueBeforeThereIsAComparison)
{
    WorkbookFixture book = with_sheet();
    working_cell(book, "mini_analysis", 2, "evidence") = Cell{"nøgletal 3 og 12"};
    const Workbook workbook = book.read();
    const TableArea& area = workbook.working_table("mini_analysis");
    const SheetUpdate update = links_of(book);
    ASSERT_EQ(update.cells.size(), 2U);
    const LinkTo* link = link_in(update, area.heading_row + 2, area.column("link_1"));
    ASSERT_TRUE(link);
    EXPECT_EQ(link->text, "nøgletal 3");
    EXPECT_EQ(link->sheet, "Katalog");
    EXPECT_EQ(workbook.text(workbook.catalogue, link->row, "number"), "3");
    link = link_in(update, area.heading_row + 2, area.column("link_2"));
    ASSERT_TRUE(link);
    EXPECT_EQ(workbook.text(workbook.catalogue, link->row, "number"), "12");
}

TEST(MiniAnalysisLinks, LeadToTheComparisonWhereThereIsOne)
{
    WorkbookFixture book = with_sheet();
    std::vector<Cell> headings;
    for (const char* key : {"number", "name", "own", "level", "verdict"})
        headings.emplace_back(words().danish.get("benchmark.overview." + std::string(key)));
    const int sheet = book.add_sheet("Sammenligning", {{Cell{"Titel"}}, headings, {Cell{"2"}}, {Cell{"3"}}});
    book.cells.names.push_back({"trinvis_sammenligning", sheet, {0, 0, 3, 4}});
    const auto link = link_to({ReferenceKind::figure, "3"}, book.read(), words());
    ASSERT_TRUE(link);
    EXPECT_EQ(link->sheet, "Sammenligning");
    EXPECT_EQ(link->row, 3);
}

TEST(MiniAnalysisLinks, LeadToTheQuestionOfTheSurvey)
{
    WorkbookFixture book = with_sheet();
    EXPECT_FALSE(link_to({ReferenceKind::question, "9"}, book.read(), words()));
    std::vector<Cell> headings;
    for (const char* key : {"number", "question", "area", "reversed", "own_answer"})
        headings.emplace_back(words().danish.get("column.survey." + std::string(key)));
    book.add_sheet("Spørgeskema", {headings, {Cell{8.0}, Cell{"Otte?"}}, {Cell{9.0}, Cell{"Ni?"}}});
    const auto link = link_to({ReferenceKind::question, "9"}, book.read(), words());
    ASSERT_TRUE(link);
    EXPECT_EQ(link->sheet, "Spørgeskema");
    EXPECT_EQ(link->row, 2);
    EXPECT_EQ(link->text, "spørgsmål 9");
}

TEST(MiniAnalysisLinks, LeadToTheStepInTheSpending)
{
    WorkbookFixture book = with_sheet();
    EXPECT_FALSE(link_to({ReferenceKind::spending_step, "6"}, book.read(), words()));
    const int sheet = book.add_sheet("Udgifter", {{Cell{"Udgifter"}}, {Cell{"Trin 5"}}, {Cell{"6 Institution"}}});
    book.cells.names.push_back({"trinvis_udgifter", sheet, {0, 0, 2, 0}});
    const auto link = link_to({ReferenceKind::spending_step, "6"}, book.read(), words());
    ASSERT_TRUE(link);
    EXPECT_EQ(link->row, 2);
    EXPECT_EQ(link_to({ReferenceKind::spending_step, "1"}, book.read(), words())->row, 0);
}

TEST(MiniAnalysisLinks, AreTakenAwayAgainWhenTheEvidenceChanges)
{
    WorkbookFixture book = with_sheet();
    working_cell(book, "mini_analysis", 1, "evidence") = Cell{"nøgletal 1-3"};
    apply(book, links_of(book));
    EXPECT_EQ(working_text(book, "mini_analysis", 1, "link_3"), "nøgletal 3");
    working_cell(book, "mini_analysis", 1, "evidence") = Cell{"nøgletal 2"};
    apply(book, links_of(book));
    EXPECT_EQ(working_text(book, "mini_analysis", 1, "link_1"), "nøgletal 2");
    EXPECT_EQ(working_text(book, "mini_analysis", 1, "link_2"), "");
    EXPECT_EQ(working_text(book, "mini_analysis", 1, "link_3"), "");
}

TEST(MiniAnalysisLinks, LeaveWhatAPersonWroteThere)
{
    WorkbookFixture book = with_sheet();
    working_cell(book, "mini_analysis", 1, "evidence") = Cell{"nøgletal 2"};
    working_cell(book, "mini_analysis", 1, "link_1") = Cell{"se bilag"};
    working_cell(book, "mini_analysis", 2, "link_2") = Cell{"notat om nøgletal 3"};
    EXPECT_TRUE(links_of(book).cells.empty());
}

TEST(MiniAnalysisLinks, FollowSortedRowsAndInsertedColumns)
{
    WorkbookFixture book = with_sheet();
    working_cell(book, "mini_analysis", 5, "evidence") = Cell{"nøgletal 4"};
    Grid& grid = book.cells.sheets.back();
    const Workbook before = book.read();
    const int heading = before.working_table("mini_analysis").heading_row;
    // The rows upside down, and a column of the user's in front.
    const Grid old = grid;
    for (int row = 1; row <= 12; ++row)
        for (int column = 0; column < old.columns; ++column)
            grid.make(heading + row, column) = old.at(heading + 13 - row, column);
    Grid wider{grid.sheet_name, 0, {}};
    for (int row = 0; row < grid.rows(); ++row)
        for (int column = 0; column < grid.columns; ++column)
            if (!is_empty(grid.at(row, column)))
                wider.make(row, column + 1) = grid.at(row, column);
    grid = wider;
    const SheetUpdate update = links_of(book);
    ASSERT_EQ(update.cells.size(), 1U);
    EXPECT_EQ(update.cells.front().row, heading + 8);
    EXPECT_EQ(update.cells.front().column, before.working_table("mini_analysis").column("link_1") + 1);
}

TEST(PracticeAreas, AreKnownInBothLanguagesAndByTheirFirstWords)
{
    const MiniAnalysisForm& form = mini_analysis_form();
    EXPECT_EQ(form.area(" Myndighed ")->id, "authority");
    EXPECT_EQ(form.area("universal services")->id, "universal");
    EXPECT_EQ(form.area("tværfagligt samarbejde")->id, "collaboration");
    EXPECT_EQ(form.area("tvær"), nullptr);
    EXPECT_EQ(form.area(""), nullptr);
}

TEST(InspirationSheet, HasTwoExamplesInEachOfTheFourAreas)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    put_working_sheet(book, inspiration_sheet(inspiration_form(), mini_analysis_form(), words().danish));
    std::map<std::string, int> examples;
    for (int row = 1; row <= 8; ++row)
        ++examples[working_text(book, "inspiration", row, "area")];
    EXPECT_EQ(examples,
              (std::map<std::string, int>{
                  {"almen", 2}, {"myndighed", 2}, {"tværfagligt samarbejde og koordinering", 2}, {"udfører", 2}}));
}

TEST(InspirationSheet, NamesOnlyTheTwoThatTheSourceNames)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    put_working_sheet(book, inspiration_sheet(inspiration_form(), mini_analysis_form(), words().danish));
    std::map<std::string, std::string> named;
    for (int row = 1; row <= 8; ++row)
    {
        EXPECT_NE(working_text(book, "inspiration", row, "source").find("VIVE 2020"), std::string::npos);
        EXPECT_EQ(working_text(book, "inspiration", row, "description"), "");
        const std::string title = working_text(book, "inspiration", row, "title");
        EXPECT_EQ(working_text(book, "inspiration", row, "status"),
                  title.empty() ? "udfyldes fra kataloget" : "navngivet i kilden");
        if (title.empty())
            continue;
        named.emplace(working_text(book, "inspiration", row, "municipality"), title);
        EXPECT_EQ(working_text(book, "inspiration", row, "remark"), "placering i område: værktøjets forslag");
    }
    EXPECT_EQ(named, (std::map<std::string, std::string>{{"Assens", "Dialogbaseret underretning"},
                                                         {"Herning", "Tæt opfølgning i sagsbehandlingen"}}));
}

TEST(InspirationLinks, GoToTheFirstWrittenExampleOfTheArea)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const MiniAnalysisForm& form = mini_analysis_form();
    EXPECT_FALSE(link_to_examples("authority", book.read(), form, words().danish));
    put_working_sheet(book, inspiration_sheet(inspiration_form(), form, words().danish));
    const int heading = book.read().working_table("inspiration").heading_row;
    const auto named = link_to_examples("authority", book.read(), form, words().danish);
    ASSERT_TRUE(named);
    EXPECT_EQ(named->text, "1 eksempel");
    EXPECT_EQ(named->row, heading + 1);
    EXPECT_EQ(link_to_examples("provider", book.read(), form, words().danish)->text, "udfyldes fra kataloget");
    working_cell(book, "inspiration", 4, "title") = Cell{"Eget eksempel"};
    EXPECT_EQ(link_to_examples("provider", book.read(), form, words().danish)->row, heading + 4);
    EXPECT_FALSE(link_to_examples("", book.read(), form, words().danish));
}

} // namespace trinvis
