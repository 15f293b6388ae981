// SPDX-License-Identifier: MPL-2.0
//
// The command of the goals: the sheet that it makes, that what was written stays, the follow-up with its charts, and one
// undo step each.
#include "../demo/demo_goals.hpp"
#include "../demo/demo_work.hpp"
#include "cells.hpp"
#include "charts_on_sheet.hpp"
#include "document_content.hpp"
#include "office/text.hpp"
#include "table/cell.hpp"

#include <algorithm>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/text/XTextDocument.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

class GoalsTest : public OfficeTest
{
};

/// A cell below a heading, rows counted from 1.
std::string below(const Sheet& sheet, const std::string& heading, sal_Int32 row)
{
    for (sal_Int32 at = 0; at < 20; ++at)
        for (sal_Int32 column = 0; column < 24; ++column)
            if (to_utf8(sheet->getCellByPosition(column, at)->getFormula()) == heading)
                return cell_address(at + row, column);
    throw std::runtime_error("no heading " + heading);
}

} // namespace

TEST_F(GoalsTest, TheSheetIsMadeFirstAsOneUndoStep)
{
    const Document document = filled_workbook();
    const std::vector<std::string> before = content_of(document);
    run("goals", document);
    EXPECT_EQ(sheet_names(document).back(), "Udviklingsplan");
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Mål og opfølgning"});
    for (const Finding& finding : findings(document))
        EXPECT_NE(to_utf8(finding.sheet), "Udviklingsplan") << to_utf8(finding.message);
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(GoalsTest, TheFollowUpIsWrittenThenAndWhatWasWrittenStays)
{
    const Document document = filled_workbook();
    run("goals", document);
    const Sheet sheet = sheet_named(document, "Udviklingsplan");
    set_text(sheet, below(sheet, "Mål", 1), "Flere i familiepleje");
    set_text(sheet, below(sheet, "Nøgletal", 1), "3");
    set_number(sheet, below(sheet, "Måltal", 1), 60);
    set_date(sheet, below(sheet, "Udgangsrunde", 1), usual_rounds().front());
    set_text(sheet, below(sheet, "Aktivitet", 1), "Kurser");
    const std::vector<std::string> written = content_of(document);
    run("goals", document);
    EXPECT_EQ(shown(sheet, below(sheet, "Mål nr.", 1)), "1");
    EXPECT_FALSE(shown(sheet, below(sheet, "Udgangspunkt", 1)).empty());
    EXPECT_EQ(shown(sheet, below(sheet, "Aktivitet", 1)), "Kurser");
    EXPECT_EQ(charts_on(document, "Opfølgning").size(), 1U);
    const std::vector<std::string> before = content_of(document);
    run("goals", document);
    EXPECT_EQ(difference(before, content_of(document)), "") << "a second run changes nothing";
    undo_manager(document)->undo();
    undo_manager(document)->undo();
    EXPECT_EQ(difference(written, content_of(document)), "");
}

TEST_F(GoalsTest, WorkInAWorkbookFromExcel)
{
    const Document document = filled_workbook();
    run("goals", document);
    const Sheet sheet = sheet_named(document, "Udviklingsplan");
    set_text(sheet, below(sheet, "Mål", 1), "Flere i familiepleje");
    set_text(sheet, below(sheet, "Nøgletal", 1), "3");
    set_date(sheet, below(sheet, "Udgangsrunde", 1), usual_rounds().front());
    const Document again = reloaded(document, "mål.xlsx", "Calc MS Excel 2007 XML");
    run("goals", again);
    EXPECT_EQ(shown(sheet_named(again, "Udviklingsplan"), below(sheet_named(again, "Udviklingsplan"), "Mål nr.", 1)),
              "1");
}

TEST_F(GoalsTest, ASheetWithoutItsHeadingsIsNamedInThePlan)
{
    const Document document = filled_workbook();
    run("goals", document);
    const Sheet sheet = sheet_named(document, "Udviklingsplan");
    const std::string first = below(sheet, "Mål nr.", 0);
    for (sal_Int32 column = 0; column < 19; ++column)
        set_text(sheet, cell_address(std::stoi(first.substr(1)) - 1, column), "");
    EXPECT_NE(refusal("goals", document), "");
    service()->createPlan(query<css::lang::XComponent>(document), from_utf8(url_of("plan.odt")));
    const Model plan = load(url_of("plan.odt"));
    const std::string text = to_utf8(query<css::text::XTextDocument>(plan)->getText()->getString());
    EXPECT_NE(text.find("Kapitlet er ikke skrevet, fordi arket ikke kan læses:"), std::string::npos);
}

TEST_F(GoalsTest, TheDemonstrationsGoalsHaveNoFaults)
{
    const Document document = demo_workbook();
    demo::fill_mini_analysis(document, running());
    demo::fill_goals(document, running());
    EXPECT_GE(charts_on(document, "Opfølgning").size(), 2U);
    for (const char* severity : {"error", "warning"})
        for (const Finding& finding : findings(document, severity))
            ADD_FAILURE() << to_utf8(finding.ruleId) << " " << to_utf8(finding.cell) << " " << to_utf8(finding.message);
}

} // namespace trinvis::testing
