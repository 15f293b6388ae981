// SPDX-License-Identifier: MPL-2.0
//
// What is no key-figure workbook, or only half of one: a clear sentence, a living office and an untouched document.
#include "refusal_test_fixture.hpp"

#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

constexpr const char* not_a_workbook =
    "Dokumentet er ikke en nøgletalsmappe. Opret en med Nøgletal ▸ Ny nøgletalsmappe, eller åbn en, der findes.";

using BadInputTest = RefusalTest;

const std::vector<std::string> all_commands{"validate", "compare", "groups", "plan", "add-round", "rehearsal"};
const std::vector<std::string> figure_commands{"compare", "groups", "plan", "add-round"};

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
    const Finding finding = finding_of(findings(document, "error"), Check::missing_sheet);
    EXPECT_EQ(to_utf8(finding.message), "Overskrifterne i arket Indtastning kan ikke findes.");
    EXPECT_NE(to_utf8(finding.remedy), "");
    expect_refused(document, figure_commands, "Overskrifterne i arket Indtastning kan ikke findes.");
    run("validate", document);
}

TEST_F(BadInputTest, AMissingHeadingIsNamedAndWhatIsComputedFromItIsRefused)
{
    const Document document = filled_workbook();
    clear(sheet_named(document, "Indtastning"), "A4:A4");
    EXPECT_EQ(to_utf8(finding_of(findings(document, "error"), Check::missing_column).message),
              "Arket Indtastning mangler kolonnen Id.");
    expect_refused(document, figure_commands, "Arket Indtastning mangler kolonnen Id.");
}

TEST_F(BadInputTest, ADeletedSheetIsNamed)
{
    for (const char* name : {"Stamdata", "Katalog", "Indtastning", "Sammenligningsdata", "Regler"})
    {
        const Document document = filled_workbook();
        document->getSheets()->removeByName(from_utf8(name));
        const Finding finding = finding_of(findings(document, "error"), Check::missing_sheet);
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
    const Finding finding = finding_of(findings(document, "error"), Check::missing_sheet);
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
