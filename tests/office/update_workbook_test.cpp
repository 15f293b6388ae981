// SPDX-License-Identifier: MPL-2.0
//
// The command update-workbook: an older workbook gets what it lacks, in one step to undo, and loses nothing.
#include "cells.hpp"
#include "refusal_test_fixture.hpp"

#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/table/XTableRows.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

class UpdateWorkbookTest : public RefusalTest
{
protected:
    /// The filled workbook as an earlier version would have left it: without the rules of the goals, and with its number.
    Document older_workbook()
    {
        const Document document = filled_workbook();
        const Sheet rules = sheet_named(document, "Regler");
        const auto rows = query<css::table::XColumnRowRange>(rules)->getRows();
        for (const char* id : {"H01", "H02", "H20"})
            rows->removeByIndex(row_with(rules, 0, id), 1);
        const Sheet facts = sheet_named(document, "Stamdata");
        set_text(facts, "B" + std::to_string(row_with(facts, 0, "Trinvis") + 1), "0.0.1");
        return document;
    }
};

} // namespace

TEST_F(UpdateWorkbookTest, AddsWhatIsMissingAndSaysSoInASheet)
{
    const Document document = older_workbook();
    const Sheet rules = sheet_named(document, "Regler");
    ASSERT_EQ(row_with(rules, 0, "H20"), -1);
    run("update-workbook", document);
    EXPECT_GT(row_with(rules, 0, "H20"), row_with(rules, 0, "V04"));
    EXPECT_EQ(style_of(rules, "A" + std::to_string(row_with(rules, 0, "H20") + 1)), "Trinvis Celle");
    const Sheet report = sheet_named(document, "Opdatering");
    EXPECT_EQ(shown(report, "A1"), "Opdatering af mappen");
    for (const char* line : {"Reglen H01 er ny", "Reglen H02 er ny", "Reglen H20 er ny"})
        EXPECT_GT(row_with(report, 1, line), 3) << line;
    const Sheet facts = sheet_named(document, "Stamdata");
    EXPECT_NE(shown(facts, "B" + std::to_string(row_with(facts, 0, "Trinvis") + 1)), "0.0.1");
    // The rules that were added are asked.
    run("validate", document);
    EXPECT_GT(row_with(sheet_named(document, "Regelstatus"), 0, "H20"), 0);
}

TEST_F(UpdateWorkbookTest, IsOneStepToUndo)
{
    const Document document = older_workbook();
    undo_manager(document)->clear();
    const std::vector<std::string> before = content_of(document);
    run("update-workbook", document);
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Opdatér mappen"});
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(UpdateWorkbookTest, OfAWorkbookThatIsUpToDateChangesNothing)
{
    const Document document = filled_workbook();
    const std::vector<std::string> before = content_of(document);
    run("update-workbook", document);
    EXPECT_EQ(difference(before, content_of(document)), "");
    EXPECT_FALSE(is_modified(document));
}

TEST_F(UpdateWorkbookTest, TwiceInARowAddsNothingTheSecondTime)
{
    const Document document = older_workbook();
    run("update-workbook", document);
    const std::vector<std::string> before = content_of(document);
    run("update-workbook", document);
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(UpdateWorkbookTest, KeepsACopyOfAGuideThatSomebodyWroteIn)
{
    const Document document = older_workbook();
    set_text(sheet_named(document, "Vejledning"), "B6", "Det aftalte vi på mødet.");
    run("update-workbook", document);
    EXPECT_EQ(shown(sheet_named(document, "Vejledning (før)"), "B6"), "Det aftalte vi på mødet.");
    EXPECT_NE(shown(sheet_named(document, "Vejledning"), "B6"), "Det aftalte vi på mødet.");
}

TEST_F(UpdateWorkbookTest, RefusesAWorkbookOfALaterVersion)
{
    const Document document = older_workbook();
    const Sheet facts = sheet_named(document, "Stamdata");
    set_text(facts, "B" + std::to_string(row_with(facts, 0, "Trinvis") + 1), "99.0");
    const std::vector<std::string> before = content_of(document);
    EXPECT_TRUE(
        refusal_of("update-workbook", document).starts_with("Mappen er lavet med en nyere udgave, Trinvis 99.0"))
        << refusal_of("update-workbook", document);
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(UpdateWorkbookTest, RefusesWhenTheSheetOfTheRulesIsProtected)
{
    const Document document = older_workbook();
    query<css::util::XProtectable>(sheet_named(document, "Regler"))->protect("");
    const std::vector<std::string> before = content_of(document);
    EXPECT_NE(refusal_of("update-workbook", document).find("Regler"), std::string::npos)
        << refusal_of("update-workbook", document);
    EXPECT_EQ(difference(before, content_of(document)), "");
}

} // namespace trinvis::testing
