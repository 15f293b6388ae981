// SPDX-License-Identifier: MPL-2.0
//
// What validate finds, and how it says where: one fault at a time in a workbook that has none.
#include "cells.hpp"

#include <algorithm>

namespace trinvis::testing
{

namespace
{

using namespace office;

using FindingTest = OfficeTest;

bool contains(const std::vector<Finding>& findings, const std::string& text)
{
    const std::vector<std::string> lines = lines_of(findings);
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.find(text) != std::string::npos; });
}

} // namespace

TEST_F(FindingTest, AWorkbookInOrderHasNoErrorsAndNoWarnings)
{
    const Document document = filled_workbook();
    EXPECT_EQ(lines_of(findings(document, "error")), std::vector<std::string>{});
    EXPECT_EQ(lines_of(findings(document, "warning")), std::vector<std::string>{});
    EXPECT_EQ(cells_of(findings(document), "K06").size(), 1U) << "definitions that are not official are said once";
}

TEST_F(FindingTest, EveryFieldOfAFindingIsFilledIn)
{
    const Document document = filled_workbook();
    const std::string cell = cell_of(document, "netvaerk", 2);
    set_number(sheet_named(document, "Indtastning"), cell, -12.5);
    const Finding finding = finding_of(findings(document), "V04");
    EXPECT_EQ(to_utf8(finding.severity), "error");
    EXPECT_EQ(to_utf8(finding.status), "open");
    EXPECT_EQ(to_utf8(finding.sheet), "Indtastning");
    EXPECT_EQ(to_utf8(finding.cell), cell);
    EXPECT_EQ(to_utf8(finding.figure), "4");
    EXPECT_EQ(to_utf8(finding.period), "2024-09-30");
    EXPECT_EQ(to_utf8(finding.value), "-12,5");
    EXPECT_NE(to_utf8(finding.message).find("er negativ: -12,5"), std::string::npos) << to_utf8(finding.message);
    EXPECT_NE(to_utf8(finding.remedy), "");
}

TEST_F(FindingTest, ACountWithDecimalsIsAnErrorAndADurationWithDecimalsIsNone)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    set_number(entry, cell_of(document, "institution", 1), 30.5);
    set_number(entry, cell_of(document, "varighed_institution", 1), 21.75);
    EXPECT_EQ(cells_of(findings(document), "V05"), std::vector<std::string>{cell_of(document, "institution", 1)});
}

TEST_F(FindingTest, ANumberStoredAsTextIsAnError)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::vector<std::string> cells{cell_of(document, "anbragte", 0), cell_of(document, "anbragte", 1)};
    set_text(entry, cells[0], "100");
    set_text(entry, cells[1], "1 234");
    EXPECT_EQ(cells_of(findings(document), "V02"), cells);
    EXPECT_EQ(to_utf8(finding_of(findings(document), "V02").value), "100");
}

TEST_F(FindingTest, TextThatIsNoNumberIsAnError)
{
    const Document document = filled_workbook();
    const std::string cell = cell_of(document, "forebyggende", 3);
    for (const char* text : {"..", "x", "<5", "ca. 150", "ved ikke"})
    {
        set_text(sheet_named(document, "Indtastning"), cell, text);
        EXPECT_EQ(cells_of(findings(document), "V03"), std::vector<std::string>{cell}) << text;
    }
}

TEST_F(FindingTest, TypedBlanksAreAccepted)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    for (const char* blank : {"ikke indberettet", "ikke relevant", "diskretioneret", "ugyldig", "foreløbig", "afventer",
                              " Diskretioneret "})
    {
        set_text(entry, cell_of(document, "udgifter", 3), blank);
        EXPECT_EQ(lines_of(findings(document, "error")), std::vector<std::string>{}) << blank;
        EXPECT_EQ(lines_of(findings(document, "warning")), std::vector<std::string>{}) << blank;
    }
}

TEST_F(FindingTest, AnEmptyCellInARoundIsAWarning)
{
    const Document document = filled_workbook();
    const std::string cell = cell_of(document, "opfoelgning_sager", 3);
    set_formula(sheet_named(document, "Indtastning"), cell, "");
    EXPECT_EQ(cells_of(findings(document, "warning"), "V06"), std::vector<std::string>{cell});
}

TEST_F(FindingTest, AnErrorCellIsAnErrorWhicheverTheErrorIs)
{
    const Document document = filled_workbook();
    const std::string cell = cell_of(document, "netvaerk", 0);
    for (const char* formula : {"=1/0", "=NA()", "=SQRT(-1)", "=NOSUCHFUNCTION(1)"})
    {
        set_formula(sheet_named(document, "Indtastning"), cell, formula);
        EXPECT_EQ(cells_of(findings(document), "V01"), std::vector<std::string>{cell}) << formula;
    }
}

TEST_F(FindingTest, AFormulaThatGivesANumberIsANumber)
{
    const Document document = filled_workbook();
    set_formula(sheet_named(document, "Indtastning"), cell_of(document, "anbragte", 0), "=60+40");
    EXPECT_EQ(lines_of(findings(document, "error")), std::vector<std::string>{});
}

TEST_F(FindingTest, ANumeratorAboveItsDenominatorIsAnError)
{
    const Document document = filled_workbook();
    set_number(sheet_named(document, "Indtastning"), cell_of(document, "opfoelgning_rettidig", 3), 201);
    const Finding finding = finding_of(findings(document), "F01");
    EXPECT_EQ(to_utf8(finding.figure), "12");
    EXPECT_EQ(to_utf8(finding.period), "2025-03-31");
    EXPECT_NE(to_utf8(finding.message).find("201"), std::string::npos) << to_utf8(finding.message);
    EXPECT_NE(to_utf8(finding.message).find("200"), std::string::npos) << to_utf8(finding.message);
}

TEST_F(FindingTest, PartsThatExceedTheWholeAreAnError)
{
    const Document document = filled_workbook();
    set_number(sheet_named(document, "Indtastning"), cell_of(document, "institution", 2), 41);
    EXPECT_EQ(cells_of(findings(document, "error"), "R01").size(), 1U);
    set_number(sheet_named(document, "Indtastning"), cell_of(document, "institution", 2), 40);
    EXPECT_EQ(cells_of(findings(document, "error"), "R01").size(), 0U);
}

TEST_F(FindingTest, AnIdThatStandsTwiceIsAnErrorInBothRows)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    set_text(entry, "A22", "netvaerk");
    set_text(entry, "B22", "4");
    const std::string first = "A" + std::to_string(item_row(entry, "netvaerk") + 1);
    const std::vector<std::string> cells = cells_of(findings(document), "L01");
    EXPECT_TRUE(std::find(cells.begin(), cells.end(), "A22") != cells.end()) << ::testing::PrintToString(cells);
    EXPECT_TRUE(std::find(cells.begin(), cells.end(), first) != cells.end()) << ::testing::PrintToString(cells);
}

TEST_F(FindingTest, ADateThatStandsTwiceIsAnError)
{
    const Document document = filled_workbook();
    set_date(sheet_named(document, "Indtastning"), "G4", "2023-09-30");
    const std::vector<std::string> cells = cells_of(findings(document, "error"), "R05");
    EXPECT_TRUE(std::find(cells.begin(), cells.end(), "G4") != cells.end()) << ::testing::PrintToString(cells);
}

TEST_F(FindingTest, AHeadingThatIsNoDateIsAnErrorOverNumbers)
{
    const Document document = filled_workbook();
    set_text(sheet_named(document, "Indtastning"), "G4", "31-06-2024");
    EXPECT_EQ(cells_of(findings(document, "error"), "R04"), std::vector<std::string>{"G4"});
}

TEST_F(FindingTest, ADateInTheFutureIsAWarning)
{
    const Document document = filled_workbook();
    set_date(sheet_named(document, "Indtastning"), "I4", "2099-09-30");
    EXPECT_EQ(cells_of(findings(document, "warning"), "R06"), std::vector<std::string>{"I4"});
    EXPECT_EQ(to_utf8(finding_of(findings(document), "R06").period), "2099-09-30");
}

TEST_F(FindingTest, ADateWrittenAsTextIsReadAndSaid)
{
    const Document document = filled_workbook();
    set_text(sheet_named(document, "Indtastning"), "I4", "31. marts 2025");
    const Finding finding = finding_of(findings(document, "information"), "R07");
    EXPECT_EQ(to_utf8(finding.cell), "I4");
    EXPECT_EQ(to_utf8(finding.period), "2025-03-31");
}

TEST_F(FindingTest, AnUnknownMunicipalityIsAnErrorInStamdata)
{
    const Document document = filled_workbook();
    const Sheet facts = sheet_named(document, "Stamdata");
    const std::string cell = "B" + std::to_string(row_with(facts, 0, "Kommunekode") + 1);
    for (const char* code : {"999", "Atlantis", "70"})
    {
        set_text(facts, cell, code);
        const Finding finding = finding_of(findings(document, "error"), "S01");
        EXPECT_EQ(to_utf8(finding.sheet), "Stamdata");
        EXPECT_EQ(to_utf8(finding.cell), cell) << code;
    }
}

TEST_F(FindingTest, AnUnknownMunicipalityInTheComparisonDataIsAnError)
{
    const Document document = filled_workbook();
    const Sheet data = sheet_named(document, "Sammenligningsdata");
    set_text(data, "A5", "Region Hovedstaden");
    set_text(data, "B5", "anbragte");
    set_date(data, "C5", "2025-03-31");
    set_number(data, "D5", 12);
    EXPECT_EQ(cells_of(findings(document, "error"), "C01"), std::vector<std::string>{"A5"});
}

TEST_F(FindingTest, APersonNumberIsFoundInAnySheetAndNeverShown)
{
    const Document document = filled_workbook();
    set_text(sheet_named(document, "Stamdata"), "C5", "Se sag 311299-1234");
    set_number(sheet_named(document, "Indtastning"), cell_of(document, "anbragte", 1), 3112991234);
    set_text(sheet_named(document, "Katalog"), "X5", "3112991234");
    const std::vector<Finding> all = findings(document);
    EXPECT_EQ(cells_of(all, "P01").size(), 3U) << ::testing::PrintToString(lines_of(all));
    for (const char* digits : {"311299", "1234"})
        EXPECT_FALSE(contains(all, digits)) << ::testing::PrintToString(lines_of(all));
}

TEST_F(FindingTest, ARowWithoutAFigureIsAWarning)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    set_text(entry, "A22", "lokal");
    set_text(entry, "B22", "99");
    EXPECT_EQ(cells_of(findings(document, "warning"), "L02").size(), 1U);
}

TEST_F(FindingTest, AFigureThatNamesAnUnknownItemIsAnErrorInKatalog)
{
    const Document document = filled_workbook();
    const Sheet catalogue = sheet_named(document, "Katalog");
    set_text(catalogue, "G5", "findes_ikke");
    const Finding finding = finding_of(findings(document, "error"), "K02");
    EXPECT_EQ(to_utf8(finding.sheet), "Katalog");
    EXPECT_EQ(to_utf8(finding.cell), "G5");
}

} // namespace trinvis::testing
