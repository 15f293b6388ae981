// SPDX-License-Identifier: MPL-2.0
//
// The sheet Udviklingsplan: as it begins, how it is read, and what is filled in.
#include "working_sheets.hpp"

#include "catalogue/working_tables.hpp"
#include "goals/goal_sheet.hpp"
#include "goals/reported.hpp"
#include "mini_analysis/focus_sheet.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::apply;
using tests::day;
using tests::mini_analysis_form;
using tests::put_working_sheet;
using tests::words;
using tests::WorkbookFixture;
using tests::working_cell;
using tests::working_text;

const Date today = day("2021-03-01");

SheetContent sheet_of(const WorkbookFixture& book)
{
    const Workbook workbook = book.read();
    return goals_sheet({mini_analysis_form(), workbook, words(), today});
}

WorkbookFixture with_sheet(Language language = Language::danish)
{
    WorkbookFixture book = WorkbookFixture::filled(language);
    put_working_sheet(book, sheet_of(book));
    return book;
}

void write(WorkbookFixture& book, int row, std::initializer_list<std::pair<const char*, Cell>> cells)
{
    for (const auto& [key, content] : cells)
        working_cell(book, "goals", row, key) = content;
}

Goals goals_of(const WorkbookFixture& book)
{
    return read_goals(book.read(), words());
}

} // namespace

TEST(GoalsSheet, HasTheColumnsOfItsTableInTheirOrder)
{
    const SheetContent sheet = sheet_of(WorkbookFixture::filled(Language::danish));
    ASSERT_TRUE(sheet.table);
    const auto& headings = sheet.rows.at(static_cast<std::size_t>(sheet.table->first_row));
    const auto& columns = working_table_kind("goals").columns;
    ASSERT_EQ(headings.size(), columns.size());
    EXPECT_LE(headings.size(), 20U);
    EXPECT_EQ(sheet.column_widths_mm.size(), columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        EXPECT_EQ(std::get<std::string>(headings[i]), words().danish.get("column.goals." + std::string(columns[i])));
}

TEST(GoalsSheet, BeginsWithARowForEachChosenFocusArea)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    put_working_sheet(book, focus_sheet(mini_analysis_form(), words().danish));
    for (const auto& [row, chosen] :
         std::initializer_list<std::pair<int, const char*>>{{1, "ja"}, {2, "nej"}, {3, "ja"}})
    {
        working_cell(book, "focus_areas", row, "proposal") = Cell{"Forslag " + std::to_string(row)};
        working_cell(book, "focus_areas", row, "chosen") = Cell{chosen};
        working_cell(book, "focus_areas", row, "area") = Cell{"udfører"};
    }
    working_cell(book, "focus_areas", 1, "reference") = Cell{"nøgletal 3"};
    put_working_sheet(book, sheet_of(book));
    EXPECT_EQ(working_text(book, "goals", 1, "focus"), "Forslag 1");
    EXPECT_EQ(working_text(book, "goals", 1, "area"), "udfører");
    EXPECT_EQ(working_text(book, "goals", 1, "figure").substr(0, 2), "3 ");
    EXPECT_EQ(working_cell(book, "goals", 1, "baseline_date"), book.date(tests::demo_cut_offs().back()));
    EXPECT_FALSE(working_text(book, "goals", 1, "baseline").empty());
    EXPECT_EQ(working_text(book, "goals", 2, "number"), "1") << "room for another activity";
    EXPECT_EQ(working_text(book, "goals", 3, "focus"), "Forslag 3");
    EXPECT_EQ(working_text(book, "goals", 3, "number"), "2");
    EXPECT_TRUE(goals_of(book).goals.empty()) << "a focus area is no goal yet";
}

TEST(GoalsSheet, GivesNoFindingAsItBegins)
{
    for (const Language language : {Language::danish, Language::english})
        for (const Finding& finding : with_sheet(language).validate().findings)
            EXPECT_NE(finding.sheet, words().in(language).get("sheet.goals")) << finding.rule << " " << finding.cell;
}

TEST(GoalsReading, GathersTheActivitiesOfAGoalHoweverItsRowsAreSorted)
{
    WorkbookFixture book = with_sheet();
    write(book, 1, {{"number", Cell{2.0}}, {"activity", Cell{"Møder"}}, {"risks", Cell{"Travlhed"}}});
    write(book, 2, {{"number", Cell{1.0}}, {"goal", Cell{"Tidligere hjælp"}}, {"activity", Cell{"Kurser"}}});
    write(
        book, 3,
        {{"number", Cell{2.0}}, {"goal", Cell{"Flere i familiepleje"}}, {"figure", Cell{3.0}}, {"target", Cell{60.0}}});
    write(book, 4, {{"activity", Cell{"Netværk"}}, {"step", Cell{"trin 3"}}, {"status", Cell{"I GANG"}}});
    const Goals goals = goals_of(book);
    ASSERT_EQ(goals.goals.size(), 2U);
    const Goal& second = goals.goals[0];
    EXPECT_EQ(second.goal, "Flere i familiepleje");
    EXPECT_EQ(second.figure, "3");
    EXPECT_EQ(second.risks, std::vector<std::string>{"Travlhed"});
    ASSERT_EQ(second.activities.size(), 2U);
    EXPECT_EQ(second.activities[0].activity, "Møder");
    EXPECT_EQ(second.activities[1].activity, "Netværk");
    EXPECT_EQ(second.activities[1].step, 3);
    EXPECT_EQ(second.activities[1].status, ActivityStatus::under_way);
    EXPECT_EQ(goals.goals[1].activities.size(), 1U);
}

TEST(GoalsReading, KeepsGoalsWithTheSameNumberApart)
{
    WorkbookFixture book = with_sheet();
    write(book, 1, {{"number", Cell{1.0}}, {"goal", Cell{"A"}}});
    write(book, 2, {{"number", Cell{1.0}}, {"goal", Cell{"B"}}});
    write(book, 3, {{"goal", Cell{"C"}}});
    const Goals goals = goals_of(book);
    ASSERT_EQ(goals.goals.size(), 3U);
    EXPECT_EQ(goals.goals[0].id, "1");
    EXPECT_EQ(goals.goals[1].id, "1_2");
    EXPECT_FALSE(goals.goals[2].id.empty());
}

TEST(GoalsReading, KnowsAFigureByNumberNameOrBoth)
{
    const Workbook workbook = WorkbookFixture::filled(Language::danish).read();
    for (const char* text : {"3", "nøgletal 3", "Key figure 3", "3 noget"})
    {
        const Figure* figure = named_figure(text, workbook);
        ASSERT_TRUE(figure) << text;
        EXPECT_EQ(figure->id, "3") << text;
    }
    EXPECT_EQ(named_figure(workbook.figures[4].name, workbook), &workbook.figures[4]);
    for (const char* text : {"", "13", "trivsel", "nøgletal 3 og 4", "spørgsmål 3"})
        EXPECT_FALSE(named_figure(text, workbook)) << text;
}

TEST(GoalsReading, KnowsTheSixSteps)
{
    EXPECT_EQ(named_step("trin 6"), 6);
    EXPECT_EQ(named_step("Step 1"), 1);
    EXPECT_EQ(named_step("4 Netværk"), 4);
    for (const char* text : {"", "trin 7", "0", "12", "trin 4-6", "trin"})
        EXPECT_FALSE(named_step(text)) << text;
}

TEST(GoalsUpdate, FillsInEmptyNumbersAndBaselinesAndNothingElse)
{
    WorkbookFixture book = with_sheet();
    write(book, 1, {{"number", Cell{7.0}}, {"goal", Cell{"A"}}, {"figure", Cell{"3"}}});
    write(book, 2, {{"activity", Cell{"Kurser"}}});
    write(book, 3, {{"goal", Cell{"B"}}, {"figure", Cell{"4"}}, {"baseline_date", book.date(day("2018-12-31"))}});
    write(book, 4, {{"number", Cell{9.0}}, {"goal", Cell{"C"}}, {"figure", Cell{"3"}}, {"baseline", Cell{"ved ikke"}}});
    apply(book, goals_update(book.read(), words(), today));
    EXPECT_EQ(working_text(book, "goals", 2, "number"), "7");
    EXPECT_EQ(working_text(book, "goals", 3, "number"), "10");
    const Workbook workbook = book.read();
    const Date last = tests::demo_cut_offs().back();
    EXPECT_EQ(working_cell(book, "goals", 1, "baseline_date"), book.date(last));
    EXPECT_EQ(working_cell(book, "goals", 1, "baseline"),
              Cell{as_shown(*workbook.figure("3"), reported(workbook, words(), *workbook.figure("3"), last).value)});
    EXPECT_EQ(working_cell(book, "goals", 3, "baseline"),
              Cell{as_shown(*workbook.figure("4"),
                            reported(workbook, words(), *workbook.figure("4"), day("2018-12-31")).value)});
    EXPECT_EQ(working_text(book, "goals", 4, "baseline"), "ved ikke");
    EXPECT_TRUE(goals_update(book.read(), words(), today).cells.empty()) << "a second run has nothing to fill";
}

TEST(GoalsUpdate, FillsInNoBaselineThatIsNotToBeSeen)
{
    WorkbookFixture book = with_sheet();
    write(book, 1,
          {{"number", Cell{1.0}},
           {"goal", Cell{"A"}},
           {"figure", Cell{"3"}},
           {"baseline_date", book.date(day("2018-12-31"))}});
    book.entry("plejefamilie", day("2018-12-31")) = Cell{"diskretioneret"};
    EXPECT_TRUE(goals_update(book.read(), words(), today).cells.empty());
}

TEST(GoalsRules, FollowTheEntrySheetWhenItsNumbersChange)
{
    WorkbookFixture book = with_sheet();
    write(book, 1,
          {{"number", Cell{1.0}},
           {"goal", Cell{"A"}},
           {"figure", Cell{"3"}},
           {"target", Cell{1.0}},
           {"baseline_date", book.date(day("2018-12-31"))}});
    apply(book, goals_update(book.read(), words(), today));
    const auto found = [&]
    {
        std::size_t count = 0;
        for (const Finding& finding : book.validate().findings)
            count += finding.rule == "H04" ? 1U : 0U;
        return count;
    };
    EXPECT_EQ(found(), 0U);
    book.entry("plejefamilie", day("2018-12-31")) = Cell{1.0};
    EXPECT_EQ(found(), 1U);
}

} // namespace trinvis
