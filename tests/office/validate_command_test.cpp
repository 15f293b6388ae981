// SPDX-License-Identifier: MPL-2.0
//
// The command validate: the sheet that it writes, its links, and that it is one undo step.
#include "cells.hpp"
#include "document_content.hpp"

#include <algorithm>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XDatabaseRanges.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/sheet/XViewPane.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

class ValidateCommandTest : public OfficeTest
{
protected:
    /// A filled workbook with one error, one warning and what is information anyway.
    Document faulty_workbook()
    {
        const Document document = filled_workbook();
        const Sheet entry = sheet_named(document, "Indtastning");
        set_number(entry, cell_of(document, "netvaerk", 2), -12);
        set_formula(entry, cell_of(document, "opfoelgning_sager", 3), "");
        undo_manager(document)->clear();
        return document;
    }
};

/// The row of the headings of Validering.
sal_Int32 heading_row_of(const Sheet& report)
{
    return row_with(report, 0, "Alvor");
}

std::string at(const Sheet& report, sal_Int32 row, const char* column)
{
    return shown(report, column + std::to_string(row + 1));
}

/// The report as lines like those of the scripting service, by what both hold.
std::vector<std::string> report_lines(const Sheet& report)
{
    std::vector<std::string> lines;
    for (sal_Int32 row = heading_row_of(report) + 1; !at(report, row, "A").empty(); ++row)
    {
        // A finding in many places names them all; the service gives the first.
        const std::string places = at(report, row, "C");
        lines.push_back(at(report, row, "L") + " " + at(report, row, "A") + " " +
                        places.substr(0, std::min(places.find(','), places.find(" og "))) + " [" +
                        at(report, row, "D") + "] [" + at(report, row, "G") + "] " + at(report, row, "I") + " | " +
                        at(report, row, "J"));
    }
    return lines;
}

std::vector<std::string> service_lines(const std::vector<Finding>& findings)
{
    std::vector<std::string> lines;
    for (const Finding& finding : findings)
    {
        const std::string severity = to_utf8(finding.severity);
        lines.push_back(to_utf8(finding.ruleId) + " " +
                        (severity == "error"     ? "Fejl"
                         : severity == "warning" ? "Advarsel"
                                                 : "Oplysning") +
                        " " +
                        to_utf8(finding.sheet + " " + finding.cell + " [" + finding.figure + "] [" + finding.value +
                                "] " + finding.message + " | " + finding.remedy));
    }
    return lines;
}

std::string counts_of(const std::vector<Finding>& findings)
{
    int errors = 0;
    int warnings = 0;
    int information = 0;
    for (const Finding& finding : findings)
        ++(finding.severity == "error" ? errors : finding.severity == "warning" ? warnings : information);
    return "Fejl: " + std::to_string(errors) + " · Advarsler: " + std::to_string(warnings) +
           " · Oplysninger: " + std::to_string(information);
}

/// Where a link leads, computed by Calc: the formula's first argument put into a cell of its own.
std::string target_of(const Sheet& report, const std::string& cell)
{
    std::string target = formula(report, cell);
    const std::size_t start = target.find("CELL(");
    const std::size_t end = target.rfind(";\"");
    if (!target.starts_with("=HYPERLINK(") || start == std::string::npos || end == std::string::npos)
        return "no link: " + target;
    set_formula(report, "Z1", "=" + target.substr(start, end - start));
    target = shown(report, "Z1");
    set_formula(report, "Z1", "");
    return target;
}

/// The row of a rule's first finding in the report.
sal_Int32 report_row(const Sheet& report, const std::string& rule)
{
    return row_with(report, 11, rule);
}

} // namespace

TEST_F(ValidateCommandTest, WritesOneRowAFindingAsTheServiceGivesThem)
{
    const Document document = faulty_workbook();
    const std::vector<Finding> all = findings(document);
    run("validate", document);
    const Sheet report = sheet_named(document, "Validering");
    EXPECT_EQ(difference(service_lines(all), report_lines(report)), "");
    const std::vector<std::string> names = sheet_names(document);
    EXPECT_EQ(std::vector<std::string>(names.end() - 2, names.end()),
              (std::vector<std::string>{"Validering", "Regelstatus"}));
    EXPECT_NE(defined_name(document, "trinvis_validering").find("$Validering.$A$"), std::string::npos);
}

TEST_F(ValidateCommandTest, SaysTheVerdictInOneLineAndCountsWhatIsInTheList)
{
    const Document document = faulty_workbook();
    run("validate", document);
    const Sheet report = sheet_named(document, "Validering");
    EXPECT_EQ(shown(report, "A1"), "Validering – Syddjurs");
    EXPECT_NE(shown(report, "A2").find("1 fejl"), std::string::npos) << shown(report, "A2");
    EXPECT_NE(shown(report, "A2").find("1 uforklaret advarsel"), std::string::npos) << shown(report, "A2");
    EXPECT_EQ(style_of(report, "A2"), "Trinvis Fejl");
    EXPECT_EQ(shown(report, "A3"), counts_of(findings(document)));
}

TEST_F(ValidateCommandTest, ItsVerdictFollowsTheFaults)
{
    const Document document = filled_workbook();
    run("validate", document);
    const Sheet report = sheet_named(document, "Validering");
    EXPECT_EQ(style_of(report, "A2"), "Trinvis I orden");
    EXPECT_NE(shown(report, "A3").find("Fejl: 0 · Advarsler: 0"), std::string::npos) << shown(report, "A3");
    const Sheet entry = sheet_named(document, "Indtastning");
    set_formula(entry, cell_of(document, "opfoelgning_sager", 3), "");
    run("validate", document);
    EXPECT_EQ(style_of(report, "A2"), "Trinvis Advarsel");
    set_number(entry, cell_of(document, "netvaerk", 2), -12);
    run("validate", document);
    EXPECT_EQ(style_of(report, "A2"), "Trinvis Fejl");
}

TEST_F(ValidateCommandTest, WritesPeriodsAsDates)
{
    const Document document = faulty_workbook();
    run("validate", document);
    const Sheet report = sheet_named(document, "Validering");
    const std::string cell = "F" + std::to_string(report_row(report, "V04") + 1);
    EXPECT_EQ(shown(report, cell), "30-09-2024");
    EXPECT_EQ(number(report, cell), 45565);
}

TEST_F(ValidateCommandTest, LinksLeadToTheCell)
{
    const Document document = faulty_workbook();
    const std::string cell = cell_of(document, "netvaerk", 2);
    run("validate", document);
    const Sheet report = sheet_named(document, "Validering");
    const std::string link = "C" + std::to_string(report_row(report, "V04") + 1);
    EXPECT_EQ(shown(report, link), "Indtastning " + cell);
    EXPECT_EQ(target_of(report, link), "$Indtastning.$H$" + cell.substr(1));
}

TEST_F(ValidateCommandTest, LinksFollowTheCellWhenRowsAreInsertedAndTheSheetIsRenamed)
{
    const Document document = faulty_workbook();
    const sal_Int32 row = item_row(sheet_named(document, "Indtastning"), "netvaerk");
    run("validate", document);
    const Sheet report = sheet_named(document, "Validering");
    const std::string link = "C" + std::to_string(report_row(report, "V04") + 1);
    insert_rows(sheet_named(document, "Indtastning"), 1, 3);
    EXPECT_EQ(target_of(report, link), "$Indtastning.$H$" + std::to_string(row + 1 + 3));
    rename(sheet_named(document, "Indtastning"), "Vores tal");
    EXPECT_EQ(target_of(report, link), "$'Vores tal'.$H$" + std::to_string(row + 1 + 3));
}

TEST_F(ValidateCommandTest, LinksWorkForSheetsWithAnyName)
{
    const Document document = faulty_workbook();
    rename(sheet_named(document, "Indtastning"), "Jens' \"tal\" & 50 %");
    run("validate", document);
    const Sheet report = sheet_named(document, "Validering");
    const std::string link = "C" + std::to_string(report_row(report, "V04") + 1);
    EXPECT_EQ(shown(report, link).substr(0, 19), "Jens' \"tal\" & 50 % ");
    EXPECT_TRUE(target_of(report, link).starts_with("$'Jens'' \"tal\" & 50 %'.$H$")) << target_of(report, link);
}

TEST_F(ValidateCommandTest, MakesItsRowsHighEnoughForALinkOfTwoLines)
{
    const Document document = faulty_workbook();
    rename(sheet_named(document, "Indtastning"),
           "Vores egne tal til indtastning i dette og alle andre halve år i hele den kommende periode");
    run("validate", document);
    const Sheet report = sheet_named(document, "Validering");
    const auto rows = query<css::table::XColumnRowRange>(used_block(report))->getRows();
    const auto heights = [&rows]
    {
        std::vector<sal_Int32> all;
        for (sal_Int32 row = 0; row < rows->getCount(); ++row)
            all.push_back(get_property<sal_Int32>(rows->getByIndex(row), "Height"));
        return all;
    };
    const std::vector<sal_Int32> written = heights();
    for (sal_Int32 row = heading_row_of(report) + 1; row < rows->getCount(); ++row)
        EXPECT_EQ(at(report, row, "C").empty(), false) << row;
    set_property(rows, "OptimalHeight", css::uno::Any(true));
    EXPECT_EQ(heights(), written);
}

TEST_F(ValidateCommandTest, HasNoErrorCellsOfItsOwn)
{
    const Document document = faulty_workbook();
    run("validate", document);
    const auto errors = query<css::sheet::XCellRangesQuery>(sheet_named(document, "Validering"))->queryFormulaCells(4);
    EXPECT_EQ(errors->getRangeAddressesAsString(), "");
}

TEST_F(ValidateCommandTest, FreezesItsHeadingsAndOffersAFilter)
{
    const Document document = faulty_workbook();
    run("validate", document);
    const auto controller = query<css::frame::XModel>(document)->getCurrentController();
    EXPECT_EQ(shown(query<css::sheet::XSpreadsheetView>(controller)->getActiveSheet(), "A1"), "Validering – Syddjurs");
    EXPECT_TRUE(query<css::sheet::XViewFreezable>(controller)->hasFrozenPanes());
    const auto ranges = get_property<css::uno::Reference<css::sheet::XDatabaseRanges>>(document, "DatabaseRanges");
    ASSERT_TRUE(ranges->hasByName("trinvis_filter_validation"));
    EXPECT_TRUE(get_property<bool>(ranges->getByName("trinvis_filter_validation"), "AutoFilter"));
}

TEST_F(ValidateCommandTest, KeepsItsHeadingsFrozenWhenItWasScrolled)
{
    const Document document = faulty_workbook();
    run("validate", document);
    const auto controller = query<css::frame::XModel>(document)->getCurrentController();
    const sal_Int32 headings = heading_row_of(sheet_named(document, "Validering"));
    const auto panes = query<css::container::XIndexAccess>(controller);
    const auto scrolled = [&] { return query<css::sheet::XViewPane>(panes->getByIndex(panes->getCount() - 1)); };
    // As one who reads further down and writes an explanation far to the right.
    scrolled()->setFirstVisibleRow(headings + 2);
    scrolled()->setFirstVisibleColumn(8);
    run("validate", document);
    ASSERT_GE(panes->getCount(), 2);
    const auto top = query<css::sheet::XViewPane>(panes->getByIndex(0));
    EXPECT_EQ(top->getFirstVisibleRow(), 0);
    EXPECT_EQ(top->getVisibleRange().EndRow, headings);
    EXPECT_EQ(scrolled()->getFirstVisibleRow(), headings + 2) << "the reader stays there";
    EXPECT_EQ(scrolled()->getFirstVisibleColumn(), 8);
}

TEST_F(ValidateCommandTest, WritesItsSheetAgainInPlace)
{
    const Document document = faulty_workbook();
    run("validate", document);
    const std::vector<std::string> first = content_of(document);
    run("validate", document);
    EXPECT_EQ(difference(first, content_of(document)), "");
}

TEST_F(ValidateCommandTest, KeepsTheNameThatTheUserGaveItsSheet)
{
    const Document document = faulty_workbook();
    run("validate", document);
    rename(sheet_named(document, "Validering"), "Fund i maj");
    document->getSheets()->moveByName("Fund i maj", 0);
    const std::vector<std::string> names = sheet_names(document);
    run("validate", document);
    EXPECT_EQ(sheet_names(document), names);
    EXPECT_EQ(difference(service_lines(findings(document)), report_lines(sheet_named(document, "Fund i maj"))), "");
}

TEST_F(ValidateCommandTest, LeavesNothingOfALongerReportBehind)
{
    const Document document = faulty_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    for (int round = 0; round < 4; ++round)
        for (const char* item : {"anbragte", "institution", "plejefamilie", "hjemmebaseret"})
            set_text(entry, cell_of(document, item, round), "ca. 5");
    run("validate", document);
    const std::size_t many = report_lines(sheet_named(document, "Validering")).size();
    for (int round = 0; round < 4; ++round)
        for (const char* item : {"anbragte", "institution", "plejefamilie", "hjemmebaseret"})
            set_text(entry, cell_of(document, item, round), "ikke indberettet");
    run("validate", document);
    const Sheet report = sheet_named(document, "Validering");
    const std::vector<std::string> few = report_lines(report);
    EXPECT_LT(few.size(), many);
    EXPECT_EQ(difference(service_lines(findings(document)), few), "");
    for (sal_Int32 row = heading_row_of(report) + 1 + static_cast<sal_Int32>(few.size()); row < 60; ++row)
        EXPECT_EQ(at(report, row, "A") + at(report, row, "C") + at(report, row, "I"), "") << row;
}

TEST_F(ValidateCommandTest, WritesARowForEachRuleWithATotalBeneath)
{
    const Document document = faulty_workbook();
    run("validate", document);
    const Sheet status = sheet_named(document, "Regelstatus");
    const sal_Int32 heading = row_with(status, 0, "Regel");
    const sal_Int32 total = row_with(status, 0, "I alt");
    ASSERT_GT(total, heading);
    for (sal_Int32 row = heading + 1; row <= total; ++row)
    {
        const auto count = [&](const char* column) { return number(status, column + std::to_string(row + 1)); };
        EXPECT_EQ(count("E"), count("F") + count("G") + count("H") + count("I")) << row;
    }
    EXPECT_NE(defined_name(document, "trinvis_regelstatus").find("$Regelstatus.$A$"), std::string::npos);
}

} // namespace trinvis::testing
