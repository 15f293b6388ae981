// SPDX-License-Identifier: MPL-2.0
//
// The commands of the mini-analysis, the inspiration and the course: the sheets that they make, that what was written
// stays, one undo step each, and the calendar file.
#include "cells.hpp"
#include "charts_on_sheet.hpp"
#include "document_content.hpp"
#include "table/cell.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace trinvis::testing
{

namespace
{

using namespace office;

class WorkTest : public OfficeTest
{
protected:
    [[nodiscard]] std::vector<css::beans::PropertyValue> to_file(const Document& document,
                                                                 const std::string& name) const
    {
        return {property("Document", css::uno::Any(document)), property("Url", css::uno::Any(from_utf8(url_of(name))))};
    }
};

/// A cell below a heading, rows counted from 1.
std::string below(const Sheet& sheet, const std::string& heading, sal_Int32 row)
{
    for (sal_Int32 at = 0; at < 20; ++at)
        for (sal_Int32 column = 0; column < 16; ++column)
            if (to_utf8(sheet->getCellByPosition(column, at)->getFormula()) == heading)
                return cell_address(at + row, column);
    throw std::runtime_error("no heading " + heading);
}

std::string content_of_file(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

} // namespace

TEST_F(WorkTest, MiniAnalysisMakesItsThreeSheetsAsOneUndoStep)
{
    const Document document = filled_workbook();
    const std::vector<std::string> before = content_of(document);
    run("mini-analysis", document);
    const std::vector<std::string> names = sheet_names(document);
    for (const char* name : {"Minianalyse", "Fokusområder", "Inspiration"})
        EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
    EXPECT_EQ(shown(sheet_named(document, "Minianalyse"), below(sheet_named(document, "Minianalyse"), "Område", 1)),
              "myndighed");
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Minianalyse"});
    for (const Finding& finding : findings(document))
        EXPECT_EQ(names.end(), std::find(names.end() - 3, names.end(), to_utf8(finding.sheet)))
            << to_utf8(finding.sheet);
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(WorkTest, MiniAnalysisLinksTheEvidenceAndKeepsWhatWasWritten)
{
    const Document document = filled_workbook();
    run("mini-analysis", document);
    const Sheet sheet = sheet_named(document, "Minianalyse");
    const Sheet focus = sheet_named(document, "Fokusområder");
    set_text(sheet, below(sheet, "Belæg", 2), "nøgletal 3");
    set_text(sheet, below(sheet, "Styrker", 2), "Tæt samarbejde");
    set_text(focus, below(focus, "Forslag", 40), "Vores eget");
    set_text(focus, below(focus, "Valgt", 40), "ja");
    run("mini-analysis", document);
    EXPECT_EQ(shown(sheet, below(sheet, "Gå til 1", 2)), "nøgletal 3");
    EXPECT_NE(formula(sheet, below(sheet, "Gå til 1", 2)).find("Katalog"), std::string::npos);
    EXPECT_EQ(shown(sheet, below(sheet, "Styrker", 2)), "Tæt samarbejde");
    EXPECT_EQ(shown(focus, below(focus, "Forslag", 40)), "Vores eget");
    EXPECT_EQ(shown(focus, below(focus, "Valgt", 40)), "ja");
}

TEST_F(WorkTest, MiniAnalysisWorksInAWorkbookFromExcel)
{
    const Document document = filled_workbook();
    run("mini-analysis", document);
    const Sheet sheet = sheet_named(document, "Minianalyse");
    set_text(sheet, below(sheet, "Belæg", 1), "nøgletal 12");
    const Document again = reloaded(document, "minianalyse.xlsx", "Calc MS Excel 2007 XML");
    run("mini-analysis", again);
    EXPECT_EQ(shown(sheet_named(again, "Minianalyse"), below(sheet_named(again, "Minianalyse"), "Gå til 1", 1)),
              "nøgletal 12");
}

TEST_F(WorkTest, FocusAreasAreProposedFromTheComparison)
{
    const Document document = demo_workbook();
    run("compare", document);
    run("mini-analysis", document);
    const Sheet focus = sheet_named(document, "Fokusområder");
    const std::string reference = shown(focus, below(focus, "Henvisning", 1));
    EXPECT_TRUE(reference.starts_with("nøgletal ")) << reference;
    EXPECT_NE(formula(focus, below(focus, "Henvisning", 1)).find("Sammenligning"), std::string::npos);
    EXPECT_FALSE(shown(focus, below(focus, "Begrundelse", 1)).empty());
    EXPECT_EQ(shown(focus, below(focus, "Valgt", 1)), "");
    // The consultant's choice stays with its proposal.
    set_text(focus, below(focus, "Valgt", 1), "ja");
    set_text(focus, below(focus, "Jeres begrundelse", 1), "Det haster");
    const std::vector<std::string> before = content_of(document);
    run("mini-analysis", document);
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(WorkTest, InspirationMakesItsSheetOnceAndNeverAgain)
{
    const Document document = filled_workbook();
    run("inspiration", document);
    const Sheet sheet = sheet_named(document, "Inspiration");
    EXPECT_EQ(shown(sheet, below(sheet, "Kommune", 1)), "Herning");
    set_text(sheet, below(sheet, "Titel", 2), "Fra kataloget");
    const std::vector<std::string> before = content_of(document);
    run("inspiration", document);
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(WorkTest, CourseMakesItsSheetFirstAndTheTimelineThen)
{
    const Document document = filled_workbook();
    const std::vector<std::string> before = content_of(document);
    run("course", document);
    EXPECT_EQ(sheet_names(document).back(), "Forløb");
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Forløb"});
    run("course", document);
    const Sheet timeline = sheet_named(document, "Tidslinje");
    EXPECT_TRUE(shown(timeline, "A4").starts_with("Datoerne er i orden")) << shown(timeline, "A4");
    EXPECT_EQ(charts_on(document, "Tidslinje").size(), 1U);
    for (const Finding& finding : findings(document))
        EXPECT_NE(to_utf8(finding.sheet), "Forløb") << to_utf8(finding.message);
    undo_manager(document)->undo();
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(WorkTest, CourseChecksTheDatesWithTheirCells)
{
    const Document document = filled_workbook();
    run("course", document);
    const Sheet course = sheet_named(document, "Forløb");
    const std::string cell = below(course, "Dato", 5);
    set_date(course, cell, "2027-03-25");
    run("course", document);
    const Sheet timeline = sheet_named(document, "Tidslinje");
    EXPECT_EQ(shown(timeline, "B5"), "Forløb " + cell);
    EXPECT_NE(shown(timeline, "C5").find("skærtorsdag"), std::string::npos) << shown(timeline, "C5");
    EXPECT_EQ(cells_of(findings(document), "D05"), std::vector<std::string>{cell});
}

TEST_F(WorkTest, TheCalendarIsSavedAsAFile)
{
    const Document document = filled_workbook();
    run("course", document);
    run("export-calendar", document, to_file(document, "forløb.ics"));
    const std::string text = content_of_file(folder() / "forløb.ics");
    EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")) << text.substr(0, 60);
    EXPECT_TRUE(text.ends_with("END:VCALENDAR\r\n"));
    std::size_t events = 0;
    for (std::size_t at = text.find("BEGIN:VEVENT"); at != std::string::npos; at = text.find("BEGIN:VEVENT", at + 1))
        ++events;
    EXPECT_EQ(events, 12U);
}

TEST_F(WorkTest, TheCalendarIsRefusedWithTheCellWhereADateIsFaulty)
{
    const Document document = filled_workbook();
    EXPECT_NE(refusal("export-calendar", to_file(document, "a.ics")).find("Kør Forløb først"), std::string::npos);
    run("course", document);
    const Sheet course = sheet_named(document, "Forløb");
    const std::string cell = below(course, "Dato", 2);
    set_text(course, cell, "31-02-2027");
    const std::string said = refusal("export-calendar", to_file(document, "a.ics"));
    EXPECT_NE(said.find("(" + cell + ")"), std::string::npos) << said;
    EXPECT_FALSE(std::filesystem::exists(folder() / "a.ics"));
    EXPECT_NE(refusal("export-calendar", to_file(document, "a.txt")).find(".ics"), std::string::npos);
}

} // namespace trinvis::testing
