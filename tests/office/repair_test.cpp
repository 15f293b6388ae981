// SPDX-License-Identifier: MPL-2.0
//
// The command repair: what it mends, that the rest stays, and that one undo brings everything back.
#include "cells.hpp"
#include "document_content.hpp"

#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;
using Cells = std::vector<std::string>;

class RepairTest : public OfficeTest
{
protected:
    /// Runs the command on cells, all where none is given; the number of cells that it says it repaired.
    [[nodiscard]] sal_Int32 repaired(const Document& document, const css::uno::Any& cells = {}) const
    {
        std::vector<css::beans::PropertyValue> arguments{
            property("Document", css::uno::Any(query<css::frame::XModel>(document)))};
        if (cells.hasValue())
            arguments.push_back(property("Cells", cells));
        sal_Int32 count = -1;
        running().run("repair", arguments) >>= count;
        return count;
    }

    /// A workbook with one fault of each kind, and what is no fault of these.
    [[nodiscard]] Document faulty_workbook()
    {
        const Document document = filled_workbook();
        const Sheet entry = sheet_named(document, "Indtastning");
        set_text(entry, cell_of(document, "varighed_institution", 0), "20.75");
        set_text(entry, cell_of(document, "befolkning_0_22", 1), "10 000");
        set_text(entry, cell_of(document, "varighed_institution", 2), "20.625");
        set_text(entry, cell_of(document, "netvaerk", 3), " ikke indberettet ");
        set_text(entry, cell_of(document, "institution", 0), "..");
        set_text(entry, cell_of(document, "institution", 1), "<5");
        set_formula(entry, cell_of(document, "institution", 2), "=\"30\"");
        set_text(entry, "G4", "31. marts 2024");
        set_text(sheet_named(document, "Stamdata"), facts_cell(document), "Syddjurs Kommune");
        undo_manager(document)->clear();
        return document;
    }

    static std::string facts_cell(const Document& document)
    {
        return "B" + std::to_string(row_with(sheet_named(document, "Stamdata"), 0, "Kommunekode") + 1);
    }
};

sal_Int16 format_type(const Document& document, const Sheet& sheet, const std::string& cell)
{
    const auto formats = query<css::util::XNumberFormatsSupplier>(document)->getNumberFormats();
    return get_property<sal_Int16>(
        formats->getByKey(get_property<sal_Int32>(sheet->getCellRangeByName(from_utf8(cell)), "NumberFormat")), "Type");
}

void make_text_format(const Document& document, const Sheet& sheet, const std::string& cell)
{
    const auto formats =
        query<css::util::XNumberFormatTypes>(query<css::util::XNumberFormatsSupplier>(document)->getNumberFormats());
    set_property(sheet->getCellRangeByName(from_utf8(cell)), "NumberFormat",
                 css::uno::Any(formats->getStandardFormat(css::util::NumberFormat::TEXT, css::lang::Locale())));
}

} // namespace

TEST_F(RepairTest, MendsEveryKindAndSaysHowMany)
{
    const Document document = faulty_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    EXPECT_EQ(repaired(document), 6);
    EXPECT_EQ(number(entry, cell_of(document, "varighed_institution", 0)), 20.75);
    EXPECT_EQ(shown(entry, cell_of(document, "varighed_institution", 0)), "20,75");
    EXPECT_EQ(number(entry, cell_of(document, "befolkning_0_22", 1)), 10000);
    EXPECT_EQ(number(entry, cell_of(document, "varighed_institution", 2)), 20.625) << "as the other rounds have it";
    EXPECT_EQ(shown(entry, cell_of(document, "netvaerk", 3)), "ikke indberettet");
    EXPECT_EQ(number(entry, "G4"), 45382);
    EXPECT_EQ(shown(entry, "G4"), "31-03-2024");
    EXPECT_EQ(formula(sheet_named(document, "Stamdata"), facts_cell(document)), "'706") << "the code stays a text";
    EXPECT_EQ(style_of(entry, cell_of(document, "varighed_institution", 0)), "Trinvis Indtastning");
    EXPECT_EQ(style_of(entry, cell_of(document, "befolkning_0_22", 1)), "Trinvis Indtastning");
    EXPECT_EQ(style_of(entry, "G4"), "Trinvis Skæringsdato");
    EXPECT_EQ(repaired(document), 0) << "nothing is left";
}

TEST_F(RepairTest, LeavesSignsAndFormulasAlone)
{
    const Document document = faulty_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    EXPECT_EQ(repaired(document), 6);
    EXPECT_EQ(shown(entry, cell_of(document, "institution", 0)), "..");
    EXPECT_EQ(shown(entry, cell_of(document, "institution", 1)), "<5");
    EXPECT_EQ(formula(entry, cell_of(document, "institution", 2)), "=\"30\"");
}

TEST_F(RepairTest, IsOneUndoStepThatBringsEverythingBack)
{
    const Document document = faulty_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::string cell = cell_of(document, "varighed_institution", 0);
    make_text_format(document, entry, cell);
    undo_manager(document)->clear();
    const std::vector<std::string> before = content_of(document);
    EXPECT_EQ(repaired(document), 6);
    EXPECT_EQ(undo_titles(document), Cells{"Ret fejl automatisk"});
    const std::vector<std::string> after = content_of(document);
    EXPECT_NE(difference(before, after), "");
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
    EXPECT_EQ(format_type(document, entry, cell) & css::util::NumberFormat::TEXT, css::util::NumberFormat::TEXT);
    undo_manager(document)->redo();
    EXPECT_EQ(difference(after, content_of(document)), "");
    EXPECT_EQ(format_type(document, entry, cell) & css::util::NumberFormat::TEXT, 0);
}

TEST_F(RepairTest, GivesACellWithTextFormatANumberFormat)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::string cell = cell_of(document, "varighed_institution", 0);
    make_text_format(document, entry, cell);
    set_text(entry, cell, "20.75");
    EXPECT_EQ(repaired(document), 1);
    EXPECT_EQ(format_type(document, entry, cell), format_type(document, entry, cell_of(document, "institution", 0)));
    EXPECT_EQ(shown(entry, cell), "20,75");
}

TEST_F(RepairTest, GivesADateInAPlainCellADateFormatAndUndoTakesItBack)
{
    const Document document = demo_workbook();
    const Sheet comparison = sheet_named(document, "Sammenligningsdata");
    set_property(comparison->getCellRangeByName("C5"), "CellStyle", css::uno::Any(rtl::OUString("Default")));
    make_text_format(document, comparison, "C5");
    set_text(comparison, "C5", "31.12.2008");
    undo_manager(document)->clear();
    const std::vector<std::string> before = content_of(document);
    EXPECT_EQ(repaired(document), 1);
    EXPECT_EQ(shown(comparison, "C5"), "31-12-2008");
    EXPECT_EQ(style_of(comparison, "C5"), "Trinvis Dato");
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
    EXPECT_EQ(format_type(document, comparison, "C5") & css::util::NumberFormat::TEXT, css::util::NumberFormat::TEXT);
}

TEST_F(RepairTest, MendsTheGivenCellsOnly)
{
    const Document document = faulty_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::string first = cell_of(document, "varighed_institution", 0);
    const std::string second = cell_of(document, "befolkning_0_22", 1);
    const std::string both = "Indtastning!" + first + ";Indtastning!" + second;
    EXPECT_EQ(repaired(document, css::uno::Any(from_utf8(both))), 2);
    EXPECT_EQ(number(entry, first), 20.75);
    EXPECT_EQ(formula(entry, "G4"), "31. marts 2024");
    EXPECT_EQ(repaired(document, css::uno::Any(sequence<rtl::OUString>({"Indtastning!G4", "Indtastning!G4"}))), 1);
    EXPECT_EQ(number(entry, "G4"), 45382);
}

TEST_F(RepairTest, RefusesACellWithNothingToRepairAndChangesNothing)
{
    const Document document = faulty_workbook();
    const std::vector<std::string> before = content_of(document);
    EXPECT_EQ(refusal("repair", {property("Document", css::uno::Any(query<css::frame::XModel>(document))),
                                 property("Cells", css::uno::Any(rtl::OUString("Indtastning!G4;Indtastning!A1")))}),
              "Der er ikke noget at rette i Indtastning!A1. Skriv celler som Indtastning!C7.");
    EXPECT_EQ(difference(before, content_of(document)), "");
    EXPECT_EQ(undo_titles(document), Cells{});
}

TEST_F(RepairTest, RefusesAProtectedSheet)
{
    const Document document = faulty_workbook();
    query<css::util::XProtectable>(sheet_named(document, "Indtastning"))->protect({});
    undo_manager(document)->clear();
    const std::vector<std::string> before = content_of(document);
    EXPECT_NE(refusal("repair", document).find("Arket Indtastning er beskyttet"), std::string::npos);
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(RepairTest, LeavesACleanWorkbookUntouched)
{
    const Document document = filled_workbook();
    undo_manager(document)->clear();
    query<css::util::XModifiable>(document)->setModified(false);
    EXPECT_EQ(repaired(document), 0);
    EXPECT_EQ(undo_titles(document), Cells{});
    EXPECT_FALSE(is_modified(document));
    EXPECT_EQ(repaired(demo_workbook()), 0);
}

TEST_F(RepairTest, LeavesFewerFindings)
{
    const Document document = faulty_workbook();
    EXPECT_EQ(cells_of(findings(document), "V02").size(), 4U);
    EXPECT_EQ(repaired(document), 6);
    const std::vector<Finding> left = findings(document);
    EXPECT_EQ(cells_of(left, "V02"), Cells{cell_of(document, "institution", 2)}) << "the formula that gives a text";
    EXPECT_EQ(cells_of(left, "V03"), (Cells{cell_of(document, "institution", 0), cell_of(document, "institution", 1)}));
    EXPECT_EQ(cells_of(left, "R07"), Cells{});
}

TEST_F(RepairTest, FormulasThatUseARepairedCellAreComputedAgain)
{
    const Document document = faulty_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::string cell = cell_of(document, "varighed_institution", 0);
    set_formula(entry, "L2", "=SUM(" + cell + ")");
    EXPECT_EQ(number(entry, "L2"), 0);
    EXPECT_EQ(repaired(document), 6);
    EXPECT_EQ(number(entry, "L2"), 20.75);
}

TEST_F(RepairTest, MendsAFileAndSavesIt)
{
    const Document document = faulty_workbook();
    const Document copy = reloaded(document, "faults.ods", "calc8");
    query<css::util::XCloseable>(copy)->close(true);
    sal_Int32 count = 0;
    running().run("repair", {property("Url", css::uno::Any(from_utf8(url_of("faults.ods"))))}) >>= count;
    EXPECT_EQ(count, 6);
    const auto mended = query<css::sheet::XSpreadsheetDocument>(load(url_of("faults.ods")));
    EXPECT_EQ(number(sheet_named(mended, "Indtastning"), "G4"), 45382);
}

} // namespace trinvis::testing
