// SPDX-License-Identifier: MPL-2.0
//
// Workbooks in which a result may not be written, and sheets that are not ours to write in.
#include "refusal_test_fixture.hpp"

#include <com/sun/star/util/XProtectable.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

using UnwritableTest = RefusalTest;

} // namespace

TEST_F(UnwritableTest, AProtectedReportIsNotWritten)
{
    const Document made = filled_workbook();
    run("validate", made);
    run("compare", made);
    const Document document = reloaded(made, "with reports.ods", "calc8");
    for (const char* sheet : {"Validering", "Sammenligning", "Indtastning"})
        query<css::util::XProtectable>(sheet_named(document, sheet))->protect("");
    expect_refused(document, {"validate"}, "Arket Validering er beskyttet");
    expect_refused(document, {"compare"}, "Arket Sammenligning er beskyttet");
    expect_refused(document, {"add-round"}, "Arket Indtastning er beskyttet");
}

TEST_F(UnwritableTest, AProtectedDiagramdataLeavesSammenligningAsItWas)
{
    const Document made = filled_workbook();
    run("compare", made);
    const Document document = reloaded(made, "with charts.ods", "calc8");
    query<css::util::XProtectable>(sheet_named(document, "Diagramdata"))->protect("");
    expect_refused(document, {"compare"}, "Arket Diagramdata er beskyttet");
}

TEST_F(UnwritableTest, NoSheetIsAddedWhenTheStructureIsProtected)
{
    const Document document = filled_workbook();
    query<css::util::XProtectable>(document)->protect("");
    expect_refused(document, {"validate"}, "Dokumentets struktur er beskyttet, så arket Validering");
    expect_refused(document, {"compare"}, "Dokumentets struktur er beskyttet, så arket Sammenligning");
}

TEST_F(UnwritableTest, ASheetOfTheUserWithOurNameIsNotOverwritten)
{
    const Document document = filled_workbook();
    document->getSheets()->insertNewByName("Validering", 0);
    document->getSheets()->insertNewByName("Diagramdata", 0);
    set_text(sheet_named(document, "Validering"), "A1", "mine noter");
    expect_refused(document, {"validate"}, "Der er allerede et ark, der hedder Validering");
    expect_refused(document, {"compare"}, "Der er allerede et ark, der hedder Diagramdata");
}

TEST_F(UnwritableTest, AReportThatWasDeletedIsMadeAgainAndNoOtherSheetIsTouched)
{
    const Document document = filled_workbook();
    run("validate", document);
    run("compare", document);
    document->getSheets()->insertNewByName("Mine noter", 20);
    set_text(sheet_named(document, "Mine noter"), "A1", "vigtigt");
    document->getSheets()->removeByName("Validering");
    const std::vector<std::string> names = sheet_names(document);
    run("validate", document);
    ASSERT_TRUE(document->getSheets()->hasByName("Validering"));
    EXPECT_EQ(sheet_names(document).size(), names.size() + 1);
    EXPECT_EQ(shown(sheet_named(document, "Sammenligning"), "A1"), "Sammenligning – Syddjurs");
    document->getSheets()->removeByName("Diagramdata");
    document->getSheets()->removeByName("Sammenligning");
    run("compare", document);
    EXPECT_EQ(shown(sheet_named(document, "Mine noter"), "A1"), "vigtigt");
    EXPECT_EQ(shown(sheet_named(document, "Validering"), "A1"), "Validering – Syddjurs");
    EXPECT_EQ(shown(sheet_named(document, "Sammenligning"), "A1"), "Sammenligning – Syddjurs");
}

TEST_F(UnwritableTest, AReadOnlyDocumentIsReadButNotWritten)
{
    const Document made = filled_workbook();
    const Document document = query<css::sheet::XSpreadsheetDocument>(load(url_of("filled.ods"), true));
    expect_refused(document, {"validate", "compare", "add-round"}, "Dokumentet er skrivebeskyttet");
    EXPECT_EQ(lines_of(findings(document, "error")), std::vector<std::string>{});
    EXPECT_FALSE(comparisons(document).empty());
    EXPECT_EQ(refusal_of("plan", document), "");
    EXPECT_TRUE(std::filesystem::exists(folder() / "plan.odt"));
}

} // namespace trinvis::testing
