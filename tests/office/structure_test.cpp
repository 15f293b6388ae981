// SPDX-License-Identifier: MPL-2.0
//
// Faults of the sheets themselves, made in a real office: hidden, merged, misread, typed over, taken from outside.
#include "cells.hpp"
#include "document_content.hpp"

#include <com/sun/star/sheet/FilterOperator.hpp>
#include <com/sun/star/sheet/XSheetFilterDescriptor.hpp>
#include <com/sun/star/sheet/XSheetFilterable.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;
using Cells = std::vector<std::string>;

class StructureTest : public OfficeTest
{
protected:
    /// The findings of the checks of the sheets: "A08 Indtastning F7", in their order.
    [[nodiscard]] Cells structure_lines(const Document& document) const
    {
        Cells lines;
        for (const Finding& finding : findings(document))
            if (finding.ruleId.startsWith("A"))
                lines.push_back(to_utf8(finding.ruleId + " " + finding.sheet + " " + finding.cell));
        return lines;
    }

    /// A sheet of the user's with a column of figures, their doubles beside them, and a row of sums.
    static Sheet sheet_with_formulas(const Document& document)
    {
        document->getSheets()->insertNewByName("Vores beregning", 1);
        const Sheet sheet = sheet_named(document, "Vores beregning");
        for (int row = 1; row <= 5; ++row)
        {
            set_number(sheet, "A" + std::to_string(row), row);
            set_formula(sheet, "B" + std::to_string(row), "=2*A" + std::to_string(row));
        }
        for (const char* column : {"A", "B", "C"})
            set_formula(sheet, std::string(column) + "6", "=SUM(" + std::string(column) + "1:" + column + "5)");
        return sheet;
    }
};

/// A finding as structure_lines gives it.
std::string line(Check check, const std::string& place)
{
    return std::string(check_id(check)) + " " + place;
}

css::uno::Reference<css::table::XCellRange> block(const Sheet& sheet, const char* range)
{
    return sheet->getCellRangeByName(rtl::OUString::createFromAscii(range));
}

void set_format(const Document& document, const Sheet& sheet, const std::string& cell, sal_Int16 type)
{
    const auto formats =
        query<css::util::XNumberFormatTypes>(query<css::util::XNumberFormatsSupplier>(document)->getNumberFormats());
    const css::lang::Locale danish("da", "DK", rtl::OUString());
    set_property(block(sheet, cell.c_str()), "NumberFormat", css::uno::Any(formats->getStandardFormat(type, danish)));
}

} // namespace

TEST_F(StructureTest, OfCleanWorkbooksHasNothingToTell)
{
    EXPECT_EQ(structure_lines(filled_workbook()), Cells{});
    const Document demo = demo_workbook();
    EXPECT_EQ(structure_lines(demo), Cells{});
    run("validate", demo);
    run("compare", demo);
    EXPECT_EQ(structure_lines(demo), Cells{}) << "our own reports are nobody's fault";
}

TEST_F(StructureTest, HiddenRowsAreToldOnceForARun)
{
    const Document document = filled_workbook();
    const auto rows = query<css::table::XColumnRowRange>(block(sheet_named(document, "Indtastning"), "A7:A8"));
    set_property(rows->getRows(), "IsVisible", css::uno::Any(false));
    const auto below = query<css::table::XColumnRowRange>(block(sheet_named(document, "Indtastning"), "A40:A45"));
    set_property(below->getRows(), "IsVisible", css::uno::Any(false));
    EXPECT_EQ(structure_lines(document), Cells{line(Check::hidden_row, "Indtastning A7")});
}

TEST_F(StructureTest, HiddenColumnsAreToldOnceForARun)
{
    const Document document = filled_workbook();
    const auto columns = query<css::table::XColumnRowRange>(block(sheet_named(document, "Indtastning"), "G1:H1"));
    set_property(columns->getColumns(), "IsVisible", css::uno::Any(false));
    const std::vector<Finding> all = findings(document);
    EXPECT_EQ(cells_of(all, Check::hidden_column), Cells{"G4"});
    EXPECT_NE(to_utf8(finding_of(all, Check::hidden_column).message).find("Kolonne G-H"), std::string::npos);
    EXPECT_EQ(structure_lines(document).size(), 1U);
}

TEST_F(StructureTest, RowsAndColumnsThatAreHiddenTogetherAreToldApart)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    set_property(query<css::table::XColumnRowRange>(block(entry, "G1"))->getColumns(), "IsVisible",
                 css::uno::Any(false));
    for (const char* row : {"A7", "A10"})
        set_property(query<css::table::XColumnRowRange>(block(entry, row))->getRows(), "IsVisible",
                     css::uno::Any(false));
    EXPECT_EQ(structure_lines(document),
              (Cells{line(Check::hidden_column, "Indtastning G4"), line(Check::hidden_row, "Indtastning A7"),
                     line(Check::hidden_row, "Indtastning A10")}));
}

TEST_F(StructureTest, FilteredRowsSayThatAFilterHidesThem)
{
    const Document document = demo_workbook();
    const Sheet comparison = sheet_named(document, "Sammenligningsdata");
    const auto table = block(comparison, "A4:E300");
    const auto filterable = query<css::sheet::XSheetFilterable>(table);
    const auto filter = filterable->createFilterDescriptor(true);
    css::sheet::TableFilterField field;
    field.Field = 1;
    field.Operator = css::sheet::FilterOperator_EQUAL;
    field.StringValue = "anbragte";
    filter->setFilterFields(sequence<css::sheet::TableFilterField>({field}));
    set_property(filter, "ContainsHeader", css::uno::Any(true));
    filterable->filter(filter);
    const std::vector<Finding> all = findings(document);
    EXPECT_EQ(cells_of(all, Check::hidden_row).size(), 1U);
    EXPECT_NE(to_utf8(finding_of(all, Check::hidden_row).message).find("Et filter i arket Sammenligningsdata skjuler"),
              std::string::npos)
        << to_utf8(finding_of(all, Check::hidden_row).message);
}

TEST_F(StructureTest, HiddenSheetsAreTold)
{
    const Document document = filled_workbook();
    set_property(sheet_named(document, "Katalog"), "IsVisible", css::uno::Any(false));
    set_property(sheet_named(document, "Vejledning"), "IsVisible", css::uno::Any(false));
    EXPECT_EQ(structure_lines(document), Cells{line(Check::hidden_sheet, "Katalog A1")});
}

TEST_F(StructureTest, MergedCellsInATableAreTold)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    query<css::util::XMergeable>(block(entry, "A1:C1"))->merge(true);
    query<css::util::XMergeable>(block(entry, "G9:H10"))->merge(true);
    const std::vector<Finding> all = findings(document);
    EXPECT_EQ(cells_of(all, Check::merged_cells), Cells{"G9"});
    EXPECT_NE(to_utf8(finding_of(all, Check::merged_cells).message).find("G9:H10"), std::string::npos);
}

TEST_F(StructureTest, ATypedTwoToSixIsTold)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::string cell = cell_of(document, "netvaerk", 1);
    set_number(entry, cell, 46175);
    set_format(document, entry, cell, css::util::NumberFormat::DATE);
    const std::vector<Finding> all = findings(document);
    EXPECT_EQ(cells_of(all, Check::date_value), Cells{cell});
    EXPECT_EQ(to_utf8(finding_of(all, Check::date_value).message),
              "Her står datoen 02-06-2026. Calc gør f.eks. 2-6 og 11-3 til datoer.");
}

TEST_F(StructureTest, FormatsThatDoNotGoWithTheUnitAreTold)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::string share = cell_of(document, "netvaerk", 1);
    const std::string amount = cell_of(document, "udgifter", 1);
    const std::string count = cell_of(document, "institution", 1);
    set_number(entry, share, 0.125);
    set_format(document, entry, share, css::util::NumberFormat::PERCENT);
    set_format(document, entry, amount, css::util::NumberFormat::CURRENCY);
    set_format(document, entry, count, css::util::NumberFormat::CURRENCY);
    const std::vector<Finding> all = findings(document);
    EXPECT_EQ(cells_of(all, Check::percent_format), Cells{share});
    EXPECT_EQ(cells_of(all, Check::currency_format), Cells{count});
}

TEST_F(StructureTest, AnEnglishDecimalInTheFirstRoundIsSuspected)
{
    const Document document = filled_workbook();
    const std::string cell = cell_of(document, "varighed_institution", 0);
    set_number(sheet_named(document, "Indtastning"), cell, 20500);
    EXPECT_EQ(structure_lines(document), Cells{line(Check::thousandfold, "Indtastning " + cell)});
}

TEST_F(StructureTest, ANumberOverAFormulaIsToldWithWhatTheFormulaGives)
{
    const Document document = filled_workbook();
    const Sheet sheet = sheet_with_formulas(document);
    EXPECT_EQ(structure_lines(document), Cells{});
    set_number(sheet, "B3", 7);
    const Finding finding = finding_of(findings(document), Check::overtyped_formula);
    EXPECT_EQ(to_utf8(finding.sheet + " " + finding.cell), "Vores beregning B3");
    EXPECT_EQ(to_utf8(finding.message),
              "Her står tallet 7, hvor cellerne ved siden af beregner. Formlen ville være =2*A3 og give 6.");
    set_number(sheet, "B3", 6);
    EXPECT_NE(to_utf8(finding_of(findings(document), Check::overtyped_formula).message).find("giver det samme nu"),
              std::string::npos);
}

TEST_F(StructureTest, ANumberInARowOfSumsIsToldAndOneBetweenDifferentFormulasIsNot)
{
    const Document document = filled_workbook();
    const Sheet sheet = sheet_with_formulas(document);
    set_number(sheet, "B6", 31);
    EXPECT_EQ(structure_lines(document), Cells{line(Check::overtyped_formula, "Vores beregning B6")});
    EXPECT_NE(to_utf8(finding_of(findings(document), Check::overtyped_formula).message).find("=SUM(B1:B5) og give 30"),
              std::string::npos)
        << to_utf8(finding_of(findings(document), Check::overtyped_formula).message);
    set_formula(sheet, "C6", "=MAX(C1:C5)");
    EXPECT_EQ(structure_lines(document), Cells{});
}

TEST_F(StructureTest, AFormulaThatTakesFromAnotherSheetAndANameIsComputed)
{
    const Document document = filled_workbook();
    const Sheet sheet = sheet_with_formulas(document);
    for (int row = 1; row <= 5; ++row)
        set_formula(sheet, "D" + std::to_string(row),
                    "=Indtastning.$F$5+ROWS(trinvis_indtastning)+A" + std::to_string(row));
    const double expected = number(sheet, "D3");
    set_number(sheet, "D3", 1);
    const Finding finding = finding_of(findings(document), Check::overtyped_formula);
    EXPECT_EQ(to_utf8(finding.cell), "D3");
    EXPECT_EQ(expected, number(sheet_named(document, "Indtastning"), "F5") + 18 + 3);
    EXPECT_NE(to_utf8(finding.message).find("og give " + std::to_string(static_cast<int>(expected)) + "."),
              std::string::npos)
        << to_utf8(finding.message);
}

TEST_F(StructureTest, LookingForOvertypedNumbersChangesNothingAndLeavesNothingBehind)
{
    const Document document = filled_workbook();
    const Sheet sheet = sheet_with_formulas(document);
    set_number(sheet, "B3", 7);
    undo_manager(document)->clear();
    const std::vector<std::string> before = content_of(document);
    EXPECT_EQ(structure_lines(document).size(), 1U);
    EXPECT_EQ(difference(before, content_of(document)), "");
    EXPECT_EQ(undo_titles(document), Cells{});
}

TEST_F(StructureTest, FormulasThatReachOutsideTheFileAreToldOnceForEachFile)
{
    const Document document = filled_workbook();
    const Sheet sheet = sheet_with_formulas(document);
    set_formula(sheet, "E1", "='file:///tmp/findes-ikke.ods'#$Ark1.A1");
    set_formula(sheet, "E2", "='file:///tmp/findes-ikke.ods'#$Ark1.A2");
    const std::vector<Finding> all = findings(document);
    EXPECT_EQ(cells_of(all, Check::external_formula), Cells{"E1"});
    EXPECT_NE(to_utf8(finding_of(all, Check::external_formula).message).find("file:///tmp/findes-ikke.ods"),
              std::string::npos);
}

TEST_F(StructureTest, AHeadingWithASlipIsToldWithTheRightOne)
{
    const Document document = filled_workbook();
    set_text(sheet_named(document, "Indtastning"), "E4", "Enehd");
    const Finding finding = finding_of(findings(document), Check::missing_column);
    EXPECT_EQ(to_utf8(finding.cell), "E4");
    EXPECT_NE(to_utf8(finding.remedy).find("Enhed"), std::string::npos);
}

TEST_F(StructureTest, SurvivesExcelAndFindsTheSameThere)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    const Sheet sheet = sheet_with_formulas(document);
    set_number(sheet, "B3", 7);
    set_property(query<css::table::XColumnRowRange>(block(entry, "A7:A8"))->getRows(), "IsVisible",
                 css::uno::Any(false));
    query<css::util::XMergeable>(block(entry, "G9:H9"))->merge(true);
    const Cells lines = structure_lines(document);
    EXPECT_EQ(lines.size(), 3U);
    EXPECT_EQ(structure_lines(reloaded(document, "faults.xlsx", "Calc MS Excel 2007 XML")), lines);
}

} // namespace trinvis::testing
