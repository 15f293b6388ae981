// SPDX-License-Identifier: MPL-2.0
//
// The command rehearsal: the sheet that it writes, that it changes nothing else, and that it is one undo step.
#include "cells.hpp"
#include "document_content.hpp"

#include <algorithm>

namespace trinvis::testing
{

namespace
{

using namespace office;

class RehearsalTest : public OfficeTest
{
};

/// What a document holds besides the sheet Prøve and its names.
std::vector<std::string> without_the_rehearsal(std::vector<std::string> lines)
{
    std::erase_if(lines,
                  [](const std::string& line) {
                      return line == "sheet Prøve" || line.starts_with("Prøve ") ||
                             line.find("trinvis_proeve") != std::string::npos;
                  });
    return lines;
}

double number_in(const Sheet& report, const std::string& kind, const char* column)
{
    return number(report, column + std::to_string(row_with(report, 0, kind) + 1));
}

} // namespace

TEST_F(RehearsalTest, WritesItsSheetAndChangesNoOther)
{
    const Document document = filled_workbook();
    const std::vector<std::string> before = content_of(document);
    run("rehearsal", document);
    EXPECT_EQ(sheet_names(document).back(), "Prøve");
    EXPECT_EQ(difference(before, without_the_rehearsal(content_of(document))), "");
    EXPECT_NE(defined_name(document, "trinvis_proeve").find("$Prøve.$A$"), std::string::npos)
        << defined_name(document, "trinvis_proeve");
}

TEST_F(RehearsalTest, IsOneUndoStep)
{
    const Document document = filled_workbook();
    const std::vector<std::string> before = content_of(document);
    run("rehearsal", document);
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Prøv kontrollerne"});
    const std::vector<std::string> after = content_of(document);
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
    undo_manager(document)->redo();
    EXPECT_EQ(difference(after, content_of(document)), "");
}

TEST_F(RehearsalTest, SaysWhatWasCaughtAndWhatCouldNotBeTried)
{
    const Document document = filled_workbook();
    run("rehearsal", document);
    const Sheet report = sheet_named(document, "Prøve");
    EXPECT_EQ(shown(report, "A1"), "Prøve af kontrollerne – Syddjurs");
    EXPECT_NE(shown(report, "A2").find("(100,0 pct.)"), std::string::npos) << shown(report, "A2");
    EXPECT_GE(number_in(report, "Negativt tal", "B"), 5);
    EXPECT_EQ(number_in(report, "Negativt tal", "C"), number_in(report, "Negativt tal", "B"));
    EXPECT_EQ(shown(report, "B" + std::to_string(row_with(report, 0, "Sammenligningsdata: dobbelt række") + 1)),
              "ikke muligt");
}

TEST_F(RehearsalTest, TellsWhatIsMissedWhenARuleIsSwitchedOff)
{
    const Document document = filled_workbook();
    const Sheet rules = sheet_named(document, "Regler");
    const sal_Int32 row = row_with(rules, 0, "V04");
    ASSERT_GE(row, 0);
    set_text(rules, "K" + std::to_string(row + 1), "nej");
    run("rehearsal", document);
    const Sheet report = sheet_named(document, "Prøve");
    EXPECT_LT(number_in(report, "Negativt tal", "D"), number_in(report, "Negativt tal", "B"));
    EXPECT_EQ(shown(report, "H" + std::to_string(row_with(report, 0, "Negativt tal") + 1)), "V04");
}

TEST_F(RehearsalTest, WritesItsSheetAgainInPlace)
{
    const Document document = filled_workbook();
    run("rehearsal", document);
    const std::vector<std::string> first = content_of(document);
    run("rehearsal", document);
    EXPECT_EQ(difference(first, content_of(document)), "");
}

TEST_F(RehearsalTest, RaisesNoFindingsWithItsOwnSheet)
{
    const Document document = filled_workbook();
    const std::vector<std::string> before = lines_of(findings(document));
    run("rehearsal", document);
    EXPECT_EQ(lines_of(findings(document)), before);
}

TEST_F(RehearsalTest, RehearsesWithTheWholeCountryAsComparisonData)
{
    const Document document = demo_workbook();
    run("rehearsal", document);
    const Sheet report = sheet_named(document, "Prøve");
    EXPECT_GE(number_in(report, "Sammenligningsdata: dobbelt række", "B"), 5);
    EXPECT_NE(shown(report, "A5").find("pdigtede tal"), std::string::npos) << shown(report, "A5");
}

} // namespace trinvis::testing
