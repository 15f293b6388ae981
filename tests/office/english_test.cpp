// SPDX-License-Identifier: MPL-2.0
//
// An office whose menus are English, in a second process: English workbooks, sentences and findings.
#include "cells.hpp"

#include <com/sun/star/lang/IllegalArgumentException.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

std::string refused(const RunningOffice& english, const std::string& command,
                    const std::vector<css::beans::PropertyValue>& arguments)
{
    try
    {
        english.run(command, arguments);
    }
    catch (const css::uno::Exception& error)
    {
        return to_utf8(error.Message);
    }
    return {};
}

void expect_english_workbook(const RunningOffice& english)
{
    const css::uno::Any made =
        english.run("new-workbook", {property("Municipality", css::uno::Any(rtl::OUString("706"))),
                                     property("Periods", css::uno::Any(rtl::OUString("2024-09-30; 2025-03-31")))});
    const Model model(made, css::uno::UNO_QUERY);
    ASSERT_TRUE(model.is());
    const Document document = query<css::sheet::XSpreadsheetDocument>(model);
    EXPECT_EQ(sheet_names(document), (std::vector<std::string>{"Guide", "Municipality facts", "Catalogue", "Entry",
                                                               "Comparison data", "Groups", "Rules", "Rule language"}));
    const Sheet entry = sheet_named(document, "Entry");
    EXPECT_EQ(shown(entry, "A4") + shown(entry, "E4"), "IdUnit");
    EXPECT_EQ(style_of(entry, "A4"), "Trinvis Heading");
    set_number(entry, "F" + std::to_string(item_row(entry, "netvaerk") + 1), -12.5);
    const auto service = english.create<org::trinvis::XKeyFigures>("org.trinvis.KeyFigures");
    bool found = false;
    for (const Finding& finding : service->validate(query<css::lang::XComponent>(model)))
        if (finding.ruleId == "V04")
        {
            found = true;
            EXPECT_NE(to_utf8(finding.message).find("is negative: -12.5"), std::string::npos)
                << to_utf8(finding.message);
            EXPECT_EQ(to_utf8(finding.severity), "error");
            EXPECT_EQ(to_utf8(finding.sheet), "Entry");
        }
    EXPECT_TRUE(found);
    english.run("validate", {property("Document", css::uno::Any(model))});
    ASSERT_TRUE(document->getSheets()->hasByName("Validation"));
    EXPECT_EQ(shown(sheet_named(document, "Validation"), "A1"), "Validation – Syddjurs");
    EXPECT_EQ(undo_titles(document).front(), "Validate key figures");
    english.run("compare", {property("Document", css::uno::Any(model))});
    EXPECT_EQ(sheet_names(document).size(), 12U);
    close(model);
}

} // namespace

TEST_F(OfficeTest, AnEnglishOfficeSpeaksEnglish)
{
    RunningOffice english({.locale = "en-US"});
    expect_english_workbook(english);
    EXPECT_EQ(refused(english, "validate", {property("Document", css::uno::Any(Model()))}), "No document was given.");
    EXPECT_EQ(refused(english, "new-workbook",
                      {property("Municipality", css::uno::Any(rtl::OUString("999"))),
                       property("Periods", css::uno::Any(rtl::OUString("2024-09-30")))}),
              "There is no municipality '999'. Give a three-digit municipality code or a name.");
    EXPECT_EQ(english.stop(), 0);
}

TEST_F(OfficeTest, AnEnglishOfficeAnswersInTheLanguageOfADanishWorkbook)
{
    close(query<css::frame::XModel>(filled_workbook()));
    RunningOffice english({.locale = "en-US"});
    const Model model = english.load(url_of("filled.ods"));
    const Document document = query<css::sheet::XSpreadsheetDocument>(model);
    set_number(sheet_named(document, "Indtastning"), "F5", -12.5);
    english.run("validate", {property("Document", css::uno::Any(model))});
    ASSERT_TRUE(document->getSheets()->hasByName("Validering"));
    const Sheet report = sheet_named(document, "Validering");
    EXPECT_NE(shown(report, "A2").find("fejl"), std::string::npos) << shown(report, "A2");
    close(model);
    EXPECT_EQ(english.stop(), 0);
}

} // namespace trinvis::testing
