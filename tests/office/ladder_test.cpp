// SPDX-License-Identifier: MPL-2.0
//
// The ladder's command in a real office: the sheets at first use, the result, and what is filled in.
#include "../demo/demo_ladder.hpp"
#include "cells.hpp"
#include "charts_on_sheet.hpp"
#include "document_content.hpp"
#include "office/text.hpp"
#include "office_fixture.hpp"

#include <algorithm>

namespace trinvis::testing
{

namespace
{

using LadderTest = OfficeTest;

std::string on(sal_Int32 row, const char* column)
{
    return column + std::to_string(row + 1);
}

} // namespace

TEST_F(LadderTest, MakesItsThreeSheetsAtFirstUseAsOneUndoStep)
{
    const Document document = filled_workbook();
    const std::vector<std::string> before = content_of(document);
    run("ladder", document);
    const std::vector<std::string> names = sheet_names(document);
    for (const char* name : {"Indsatstrappe", "Børn på trin", "Bevægelser"})
        EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
    EXPECT_EQ(std::find(names.begin(), names.end(), "Trinfordeling"), names.end()) << "there is nothing to show yet";
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Indsatstrappe"});
    EXPECT_EQ(findings(document, "error").size(), 0U);
    EXPECT_EQ(findings(document, "warning").size(), 0U);
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(LadderTest, FillsWhatIndtastningLacksAndNothingElseInTheSameUndoStep)
{
    const Document document = demo_workbook();
    demo::fill_ladder(document, running());
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::string up = cell_of(document, "bevaegelser_op", 10);
    const std::string down = cell_of(document, "bevaegelser_ned", 10);
    const double was_up = number(entry, up);
    const double was_down = number(entry, down);
    set_text(entry, up, "");
    undo_manager(document)->clear();
    const std::vector<std::string> before = content_of(document);
    run("ladder", document);
    EXPECT_EQ(number(entry, up), was_up);
    EXPECT_EQ(number(entry, down), was_down);
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Indsatstrappe"});
    undo_manager(document)->undo();
    EXPECT_EQ(formula(entry, up), "");
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(LadderTest, WritesTheResultWithTwoChartsAndTheSameAgain)
{
    const Document document = demo_workbook();
    demo::fill_ladder(document, running());
    run("ladder", document);
    const Sheet result = sheet_named(document, "Trinfordeling");
    const sal_Int32 total = row_with(result, 0, "Børn i alt");
    ASSERT_GE(total, 0);
    EXPECT_GT(number(result, on(total, "B")), 0);
    const auto charts = charts_on(document, "Trinfordeling");
    EXPECT_EQ(charts.size(), 2U);
    EXPECT_EQ(charts.count("trinvis_ladder_distribution"), 1U);
    EXPECT_EQ(charts.count("trinvis_ladder_movements"), 1U);
    const std::vector<std::string> first = content_of(document);
    run("ladder", document);
    EXPECT_EQ(difference(first, content_of(document)), "");
    EXPECT_EQ(charts_on(document, "Trinfordeling").size(), 2U);
}

TEST_F(LadderTest, FindsNoFaultInTheDemonstration)
{
    const Document document = demo_workbook();
    demo::fill_ladder(document, running());
    run("ladder", document);
    for (const char* severity : {"error", "warning"})
        for (const Finding& finding : findings(document, severity))
            ADD_FAILURE() << office::to_utf8(finding.ruleId) << " " << office::to_utf8(finding.cell) << " "
                          << office::to_utf8(finding.message);
    EXPECT_EQ(row_with(sheet_named(document, "Trinfordeling"), 0, "Her stemmer det ikke"), -1);
    EXPECT_EQ(row_with(sheet_named(document, "Trinfordeling"), 0, "Skal rettes"), -1);
}

TEST_F(LadderTest, LosesNothingThatWasTypedInItsSheets)
{
    const Document document = filled_workbook();
    run("ladder", document);
    const Sheet ladder = sheet_named(document, "Indsatstrappe");
    const sal_Int32 own_room = row_with(ladder, 1, "Eget værelse");
    ASSERT_GE(own_room, 0);
    set_text(ladder, on(own_room, "D"), "trin 3");
    set_text(ladder, on(own_room, "H"), "vores egen note");
    const Sheet children = sheet_named(document, "Børn på trin");
    set_number(children, on(row_with(children, 2, "Eget værelse"), "D"), 4);
    rename(children, "Vores børnetal");
    run("ladder", document);
    EXPECT_EQ(shown(ladder, on(own_room, "D")), "trin 3");
    EXPECT_EQ(shown(ladder, on(own_room, "H")), "vores egen note");
    const Sheet result = sheet_named(document, "Trinfordeling");
    EXPECT_EQ(number(result, on(row_with(result, 0, "3 Hjemmebaserede foranstaltninger"), "B")), 4);
}

TEST_F(LadderTest, RefusesASheetThatLostItsHeadings)
{
    const Document document = filled_workbook();
    run("ladder", document);
    const Sheet children = sheet_named(document, "Børn på trin");
    set_text(children, on(row_with(children, 0, "Skæringsdato"), "D"), "Antal");
    const std::string why = refusal("ladder", document);
    EXPECT_NE(why.find("Børn på trin"), std::string::npos) << why;
    EXPECT_NE(why.find("Børn"), std::string::npos) << why;
}

} // namespace trinvis::testing
