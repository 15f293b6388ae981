// SPDX-License-Identifier: MPL-2.0
//
// What is no key-figure workbook, or only half of one: a clear sentence, a living office and an untouched document.
#include "cells.hpp"

#include <chrono>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <thread>

namespace trinvis::testing
{

namespace
{

using namespace office;

constexpr const char* not_a_workbook =
    "Dokumentet er ikke en nøgletalsmappe. Opret en med Nøgletal ▸ Ny nøgletalsmappe, eller åbn en, der findes.";

class BadInputTest : public OfficeTest
{
protected:
    std::string refusal_of(const std::string& command, const css::uno::Any& document)
    {
        std::vector<css::beans::PropertyValue> arguments{
            property("Document", document), property("Periods", css::uno::Any(rtl::OUString("2025-09-30")))};
        if (command == "plan")
            arguments.push_back(property("Url", css::uno::Any(from_utf8(url_of("plan.odt")))));
        return refusal(command, arguments);
    }

    std::string refusal_of(const std::string& command, const Document& document)
    {
        return refusal_of(command, css::uno::Any(query<css::frame::XModel>(document)));
    }

    /// The sentences with which the service refuses a document, one a method.
    std::vector<std::string> service_refusals(const css::uno::Reference<css::lang::XComponent>& document)
    {
        std::vector<std::string> sentences;
        const auto note = [&](const auto& call)
        {
            try
            {
                call();
                sentences.emplace_back("(accepted)");
            }
            catch (const css::lang::IllegalArgumentException& error)
            {
                sentences.push_back(to_utf8(error.Message));
            }
        };
        note([&] { service()->validate(document); });
        note([&] { service()->compare(document); });
        note([&] { service()->createPlan(document, from_utf8(url_of("plan.odt"))); });
        return sentences;
    }

    /// Charts that are drawn for the first time make a document modified by themselves, a little later.
    static void settle(const Document& document)
    {
        for (int quiet = 0, tries = 0; quiet < 3 && tries < 100; ++tries)
        {
            query<css::util::XModifiable>(document)->setModified(false);
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
            quiet = is_modified(document) ? 0 : quiet + 1;
        }
    }

    /// Each command must refuse with a part of a sentence and change nothing.
    void expect_refused(const Document& document, const std::vector<std::string>& commands, const std::string& part)
    {
        const std::vector<std::string> before = content_of(document);
        undo_manager(document)->clear();
        for (const std::string& command : commands)
        {
            settle(document);
            const std::string sentence = refusal_of(command, document);
            EXPECT_NE(sentence, "") << command;
            EXPECT_NE(sentence.find(part), std::string::npos) << command << ": " << sentence;
            EXPECT_FALSE(is_modified(document)) << command;
            EXPECT_EQ(undo_titles(document), std::vector<std::string>{}) << command;
            EXPECT_EQ(difference(before, content_of(document)), "") << command;
        }
        EXPECT_FALSE(std::filesystem::exists(folder() / "plan.odt"));
    }
};

const std::vector<std::string> all_commands{"validate", "compare", "plan", "add-round"};
const std::vector<std::string> figure_commands{"compare", "plan", "add-round"};
const std::vector<std::string> writing_commands{"validate", "compare", "add-round"};

void clear(const Sheet& sheet, const char* range)
{
    using namespace css::sheet::CellFlags;
    query<css::sheet::XSheetOperation>(sheet->getCellRangeByName(rtl::OUString::createFromAscii(range)))
        ->clearContents(VALUE | DATETIME | STRING | FORMULA);
}

} // namespace

TEST_F(BadInputTest, ATextDocumentIsRefused)
{
    const Model text = load("private:factory/swriter");
    for (const std::string& command : all_commands)
        EXPECT_EQ(refusal_of(command, css::uno::Any(text)), not_a_workbook) << command;
    EXPECT_EQ(service_refusals(query<css::lang::XComponent>(text)), std::vector<std::string>(3, not_a_workbook));
}

TEST_F(BadInputTest, AnEmptySpreadsheetIsRefused)
{
    const Document empty = query<css::sheet::XSpreadsheetDocument>(load("private:factory/scalc"));
    expect_refused(empty, all_commands, not_a_workbook);
    EXPECT_EQ(service_refusals(query<css::lang::XComponent>(empty)), std::vector<std::string>(3, not_a_workbook));
}

TEST_F(BadInputTest, NoDocumentIsRefused)
{
    const std::string sentence = "Der er ikke angivet noget dokument.";
    for (const std::string& command : all_commands)
        EXPECT_EQ(refusal_of(command, css::uno::Any(Model())), sentence) << command;
    EXPECT_EQ(service_refusals({}), std::vector<std::string>(3, sentence));
}

TEST_F(BadInputTest, WithoutTheHeadingsOfIndtastningValidateSaysSoAndTheRestIsRefused)
{
    const Document document = filled_workbook();
    rename(sheet_named(document, "Indtastning"), "Tal");
    clear(sheet_named(document, "Tal"), "A4:I4");
    const Finding finding = finding_of(findings(document, "error"), "layout-sheet");
    EXPECT_EQ(to_utf8(finding.message), "Overskrifterne i arket Indtastning kan ikke findes.");
    EXPECT_NE(to_utf8(finding.remedy), "");
    expect_refused(document, figure_commands, "Overskrifterne i arket Indtastning kan ikke findes.");
    run("validate", document);
}

TEST_F(BadInputTest, AMissingHeadingIsNamedAndWhatIsComputedFromItIsRefused)
{
    const Document document = filled_workbook();
    clear(sheet_named(document, "Indtastning"), "A4:A4");
    EXPECT_EQ(to_utf8(finding_of(findings(document, "error"), "layout-column").message),
              "Arket Indtastning mangler kolonnen Id.");
    expect_refused(document, figure_commands, "Arket Indtastning mangler kolonnen Id.");
}

TEST_F(BadInputTest, ADeletedSheetIsNamed)
{
    for (const char* name : {"Stamdata", "Katalog", "Indtastning", "Sammenligningsdata", "Regler"})
    {
        const Document document = filled_workbook();
        document->getSheets()->removeByName(from_utf8(name));
        const Finding finding = finding_of(findings(document, "error"), "layout-sheet");
        EXPECT_EQ(to_utf8(finding.message), "Arket " + std::string(name) + " findes ikke.");
        run("validate", document);
        EXPECT_TRUE(document->getSheets()->hasByName("Validering")) << name;
        close(query<css::frame::XModel>(document));
    }
}

TEST_F(BadInputTest, WithoutCatalogueOrEntryNothingIsComputed)
{
    for (const char* name : {"Katalog", "Indtastning"})
    {
        const Document document = filled_workbook();
        document->getSheets()->removeByName(from_utf8(name));
        expect_refused(document, figure_commands, "Arket " + std::string(name) + " findes ikke.");
        close(query<css::frame::XModel>(document));
    }
}

TEST_F(BadInputTest, WithoutTheGuideEverythingWorks)
{
    const Document document = filled_workbook();
    document->getSheets()->removeByName("Vejledning");
    EXPECT_EQ(lines_of(findings(document, "error")), std::vector<std::string>{});
    run("validate", document);
    run("compare", document);
}

TEST_F(BadInputTest, AProtectedReportIsNotWritten)
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

TEST_F(BadInputTest, AProtectedDiagramdataLeavesSammenligningAsItWas)
{
    const Document made = filled_workbook();
    run("compare", made);
    const Document document = reloaded(made, "with charts.ods", "calc8");
    query<css::util::XProtectable>(sheet_named(document, "Diagramdata"))->protect("");
    expect_refused(document, {"compare"}, "Arket Diagramdata er beskyttet");
}

TEST_F(BadInputTest, NoSheetIsAddedWhenTheStructureIsProtected)
{
    const Document document = filled_workbook();
    query<css::util::XProtectable>(document)->protect("");
    expect_refused(document, {"validate"}, "Dokumentets struktur er beskyttet, så arket Validering");
    expect_refused(document, {"compare"}, "Dokumentets struktur er beskyttet, så arket Sammenligning");
}

TEST_F(BadInputTest, ASheetOfTheUserWithOurNameIsNotOverwritten)
{
    const Document document = filled_workbook();
    document->getSheets()->insertNewByName("Validering", 0);
    document->getSheets()->insertNewByName("Diagramdata", 0);
    set_text(sheet_named(document, "Validering"), "A1", "mine noter");
    expect_refused(document, {"validate"}, "Der er allerede et ark, der hedder Validering");
    expect_refused(document, {"compare"}, "Der er allerede et ark, der hedder Diagramdata");
}

TEST_F(BadInputTest, AReportThatWasDeletedIsMadeAgainAndNoOtherSheetIsTouched)
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

TEST_F(BadInputTest, AReadOnlyDocumentIsReadButNotWritten)
{
    const Document made = filled_workbook();
    const Document document = query<css::sheet::XSpreadsheetDocument>(load(url_of("filled.ods"), true));
    expect_refused(document, writing_commands, "Dokumentet er skrivebeskyttet");
    EXPECT_EQ(lines_of(findings(document, "error")), std::vector<std::string>{});
    EXPECT_FALSE(comparisons(document).empty());
    EXPECT_EQ(refusal_of("plan", document), "");
    EXPECT_TRUE(std::filesystem::exists(folder() / "plan.odt"));
}

TEST_F(BadInputTest, WithoutAMunicipalityValidateSaysSoAndTheRestIsRefusedWithTheCell)
{
    const Document document = filled_workbook();
    const Sheet facts = sheet_named(document, "Stamdata");
    const std::string cell = "B" + std::to_string(row_with(facts, 0, "Kommunekode") + 1);
    for (const char* code : {"", "Atlantis", "999"})
    {
        set_text(facts, cell, code);
        expect_refused(document, {"compare", "plan"}, "Arket Stamdata, celle " + cell);
        EXPECT_EQ(cells_of(findings(document, "error"), "S01"), std::vector<std::string>{cell}) << code;
    }
}

TEST_F(BadInputTest, TextInEveryCellIsFoundAndComparedWithoutANumber)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    for (sal_Int32 row = 4; row <= 20; ++row)
        for (sal_Int32 round = 0; round < 4; ++round)
            set_text(entry, std::string(1, static_cast<char>('F' + round)) + std::to_string(row + 1), "vrøvl");
    EXPECT_EQ(cells_of(findings(document, "error"), "V03").size(), 68U);
    run("validate", document);
    run("compare", document);
    EXPECT_EQ(refusal_of("plan", document), "");
}

TEST_F(BadInputTest, AnEmptyRegelarkIsSaid)
{
    const Document document = filled_workbook();
    set_number(sheet_named(document, "Indtastning"), cell_of(document, "netvaerk", 2), -12);
    clear(sheet_named(document, "Regler"), "A1:Z200");
    const Finding finding = finding_of(findings(document, "error"), "layout-sheet");
    EXPECT_EQ(to_utf8(finding.message), "Overskrifterne i arket Regler kan ikke findes.");
    run("validate", document);
    EXPECT_EQ(style_of(sheet_named(document, "Validering"), "A2"), "Trinvis Fejl")
        << "without rules nothing is in order";
}

TEST_F(BadInputTest, ABrokenRuleIsNamedAndTheOthersRun)
{
    const Document document = filled_workbook();
    set_number(sheet_named(document, "Indtastning"), cell_of(document, "netvaerk", 2), -12);
    const Sheet rules = sheet_named(document, "Regler");
    const std::string row = std::to_string(row_with(rules, 0, "V05") + 1);
    for (const char* broken : {"Taeler >= 0", "Værdi >=", "((((Værdi", "FINDES.IKKE(Værdi)", "=1/0", "\"",
                               "Værdi > 0; 3", "MAKS()", "[Udfyldte"})
    {
        set_text(rules, "D" + row, broken);
        const std::vector<Finding> all = findings(document, "error");
        const Finding finding = finding_of(all, "V05");
        EXPECT_EQ(to_utf8(finding.sheet), "Regler") << broken;
        EXPECT_EQ(to_utf8(finding.cell), "D" + row) << broken;
        EXPECT_NE(to_utf8(finding.message).find("V05"), std::string::npos) << broken;
        EXPECT_EQ(cells_of(all, "V04").size(), 1U) << broken;
    }
}

TEST_F(BadInputTest, AWorkbookOfErrorCellsIsFoundFaultyNotFatal)
{
    const Document document = filled_workbook();
    for (const char* name : {"Stamdata", "Katalog", "Sammenligningsdata", "Regler", "Indtastning"})
        for (const char* cell : {"A5", "B5", "C5", "D5", "E5", "F5", "G5", "A6", "B6"})
            set_formula(sheet_named(document, name), cell, "=1/0");
    set_formula(sheet_named(document, "Indtastning"), "G4", "=NA()");
    EXPECT_FALSE(findings(document, "error").empty());
    run("validate", document);
}

} // namespace trinvis::testing
