// SPDX-License-Identifier: MPL-2.0
//
// The spreadsheet functions in a document: array formulas, computing anew, saving and loading, and the sheets of a
// key-figure workbook as their tables.
#include "function_cases.hpp"

#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

using FunctionsInADocument = SpreadsheetTest;

void put(const Sheet& sheet, const std::string& range, const nlohmann::json& rows)
{
    query<css::sheet::XCellRangeData>(sheet->getCellRangeByName(from_utf8(range)))->setDataArray(cell_rows(rows));
}

void put_array_formula(const Sheet& sheet, const std::string& range, const std::string& formula)
{
    query<css::sheet::XArrayFormulaRange>(sheet->getCellRangeByName(from_utf8(range)))
        ->setArrayFormula(from_utf8(formula));
}

/// What a column shows, from row 1.
std::vector<std::string> shown_in(const Sheet& sheet, const std::string& column, int rows)
{
    std::vector<std::string> texts;
    for (int row = 1; row <= rows; ++row)
        texts.push_back(shown(sheet, column + std::to_string(row)));
    return texts;
}

/// A formula of every kind of answer: one number, a row, a column and a look-up.
void put_formulas(const Sheet& sheet)
{
    put(sheet, "A1:A5", {{30}, {10}, {nullptr}, {30}, {20}});
    type_formula(sheet, "C1", "=WILSON.NEDRE(81;263;0,95)");
    put_array_formula(sheet, "D1:D5", "=ORG.TRINVIS.FUNCTIONS.RANKOF(A1:A5;1)");
    put_array_formula(sheet, "E1:G1", "=XMR.LIMITS(A1:A2)");
    put(sheet, "I1:L3",
        {{"Kommune", "Post", "Skæringsdato", "Værdi"}, {"706", "boern", "2024-12-31", 5}, {751, "boern", 45657, 7}});
    type_formula(sheet, "C2", "=NØGLETAL.VÆRDI(I1:L3;\"boern\";\"Syddjurs\";DATO(2024;12;31))");
    type_formula(sheet, "C3", "=NØGLETAL.RANG(I1:L3;\"boern\";\"Aarhus\";I9;1)");
}

void expect_formulas(const Sheet& sheet)
{
    EXPECT_NEAR(number(sheet, "C1"), 0.2552885198782747, 1e-12);
    EXPECT_EQ(formula(sheet, "C1"), "=ORG.TRINVIS.FUNCTIONS.WILSONLOWER(81;263;0.95)");
    EXPECT_EQ(shown_in(sheet, "D", 5), (std::vector<std::string>{"1", "4", "", "1", "3"}));
    EXPECT_EQ(number(sheet, "E1"), 20);
    EXPECT_NEAR(number(sheet, "F1"), -33.2, 1e-12);
    EXPECT_NEAR(number(sheet, "G1"), 73.2, 1e-12);
    EXPECT_EQ(number(sheet, "C2"), 5);
}

} // namespace

TEST_F(FunctionsInADocument, FillTheCellsOfAnArrayFormula)
{
    const Sheet sheet = first_sheet(spreadsheet());
    put_formulas(sheet);
    expect_formulas(sheet);
}

TEST_F(FunctionsInADocument, StandInEitherLanguageOnceLoaded)
{
    for (const auto& [file, filter] :
         {std::pair("formulas.ods", "calc8"), std::pair("formulas.xlsx", "Calc MS Excel 2007 XML")})
    {
        const Document document = spreadsheet();
        put_formulas(first_sheet(document));
        const Sheet sheet = first_sheet(reloaded(document, file, filter));
        expect_formulas(sheet);
        set_number(sheet, "A2", 40);
        EXPECT_EQ(shown_in(sheet, "D", 5), (std::vector<std::string>{"2", "1", "", "2", "4"})) << file;
        rtl::OUString typed;
        query<css::beans::XPropertySet>(sheet->getCellRangeByName("C1"))->getPropertyValue("FormulaLocal") >>= typed;
        EXPECT_EQ(to_utf8(typed), "=WILSON.NEDRE(81;263;0,95)") << file;
    }
}

TEST_F(FunctionsInADocument, FollowTheCellsOfTheirTable)
{
    const Sheet sheet = first_sheet(spreadsheet());
    put_formulas(sheet);
    set_number(sheet, "L2", 9);
    EXPECT_EQ(number(sheet, "C2"), 9);
    set_text(sheet, "L2", "diskretioneret");
    EXPECT_EQ(shown(sheet, "C2"), "#N/A");
    set_text(sheet, "I1", "Noget andet");
    EXPECT_EQ(shown(sheet, "C2"), "Fejl:502");
    EXPECT_EQ(shown(sheet, "C3"), "Fejl:502");
}

TEST_F(FunctionsInADocument, LookUpFiguresInTheSheetsOfAWorkbook)
{
    const Document document = demo_workbook();
    run("compare", document);
    const Sheet result = sheet_named(document, "Sammenligning");
    const sal_Int32 heading = row_with(result, 0, "Nr");
    ASSERT_GE(heading, 0);
    const auto column = [&](const char* name)
    {
        for (sal_Int32 at = 0; at < 30; ++at)
            if (shown(result, cell_address(heading, at)) == name)
                return at;
        ADD_FAILURE() << "no column " << name;
        return sal_Int32(0);
    };
    const auto reference = [&](const char* name, sal_Int32 row)
    { return "$Sammenligning." + cell_address(row, column(name)); };
    const Sheet data = sheet_named(document, "Sammenligningsdata");
    const std::string others = "$Sammenligningsdata.A4:E" + std::to_string(last_used_row(data) + 1);
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::string own = "$Indtastning.A4:" + cell_address(static_cast<int>(last_used_row(entry)), 15);
    const Sheet facts = sheet_named(document, "Stamdata");
    const std::string code = "$Stamdata." + cell_address(row_with(facts, 0, "Kommunekode"), 1);
    int compared = 0;
    for (sal_Int32 row = heading + 1; !shown(result, cell_address(row, 0)).empty(); ++row)
    {
        const std::string figure = reference("Nr", row);
        const std::string period = reference("Skæringsdato", row);
        type_formula(data, "H1", "=NØGLETAL.VÆRDI(" + own + ";" + figure + ";;" + period + ")");
        EXPECT_NEAR(number(data, "H1"), number(result, cell_address(row, column("Jeres værdi"))), 1e-9) << figure;
        if (!shown(result, cell_address(row, column("Gruppe"))).ends_with("(DST)"))
            continue;
        type_formula(data, "H2",
                     "=NØGLETAL.GRUPPEGENNEMSNIT(" + others + ";" + figure + ";" + code + ";" + period + ")");
        type_formula(data, "H3",
                     "=NØGLETAL.GRUPPEGENNEMSNIT(" + others + ";" + figure + ";" + code + ";" + period + ";" +
                         reference("Gruppe", row) + ")");
        const double mean = number(result, cell_address(row, column("Uvægtet gennemsnit")));
        EXPECT_NEAR(number(data, "H2"), mean, 1e-9) << figure;
        EXPECT_NEAR(number(data, "H3"), mean, 1e-9) << figure;
        ++compared;
    }
    EXPECT_GT(compared, 5);
}

} // namespace trinvis::testing
