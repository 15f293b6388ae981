// SPDX-License-Identifier: MPL-2.0
//
// Validate reads and changes nothing, and finds the workbook again whatever was done to its layout.
#include "cells.hpp"
#include "document_content.hpp"

#include <algorithm>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeMovement.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/table/TableSortField.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XSortable.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

/// What is wrong without where: "V04 error 4 2024-09-30 -12". It stays the same when the layout changes.
std::vector<std::string> faults_of(const std::vector<Finding>& findings)
{
    std::vector<std::string> faults;
    for (const Finding& finding : findings)
        faults.push_back(to_utf8(finding.ruleId + " " + finding.severity + " " + finding.figure + " " + finding.period +
                                 " " + finding.value + " " + finding.message));
    std::sort(faults.begin(), faults.end());
    return faults;
}

/// A filled workbook with a fault of several kinds, and what is found in it.
class FoundAgainTest : public OfficeTest
{
protected:
    Document faulty_workbook()
    {
        const Document document = filled_workbook();
        const Sheet entry = sheet_named(document, "Indtastning");
        set_number(entry, cell_of(document, "netvaerk", 2), -12);
        set_number(entry, cell_of(document, "opfoelgning_rettidig", 3), 999);
        set_text(entry, cell_of(document, "anbragte", 0), "100");
        set_formula(entry, cell_of(document, "udgifter", 1), "=1/0");
        set_formula(entry, cell_of(document, "forebyggende", 3), "");
        const Sheet data = sheet_named(document, "Sammenligningsdata");
        set_text(data, "A5", "Atlantis");
        set_text(data, "B5", "anbragte");
        set_date(data, "C5", "2025-03-31");
        set_number(data, "D5", 12);
        m_faults = faults_of(findings(document));
        EXPECT_GE(m_faults.size(), 6U) << ::testing::PrintToString(m_faults);
        return document;
    }

    /// Switches a rule off and remembers what is found without it.
    void switch_off(const Document& document, const char* rule)
    {
        const Sheet rules = sheet_named(document, "Regler");
        set_text(rules, "N" + std::to_string(row_with(rules, 0, rule) + 1), "nej");
        m_faults = faults_of(findings(document));
        EXPECT_EQ(cells_of(findings(document), rule).size(), 0U);
    }

    void expect_same_faults(const Document& document)
    {
        EXPECT_EQ(difference(m_faults, faults_of(findings(document))), "");
    }

    [[nodiscard]] Finding negative(const Document& document) const
    {
        return finding_of(findings(document), "V04");
    }

private:
    std::vector<std::string> m_faults;
};

void remove_defined_names(const Document& document)
{
    const auto names = get_property<css::uno::Reference<css::sheet::XNamedRanges>>(document, "NamedRanges");
    for (const rtl::OUString& name : names->getElementNames())
        names->removeByName(name);
}

css::table::CellRangeAddress address(const Sheet& sheet, const std::string& range)
{
    return query<css::sheet::XCellRangeAddressable>(sheet->getCellRangeByName(from_utf8(range)))->getRangeAddress();
}

/// Moves a column to another place, as cut and paste of cells does.
void move_column(const Sheet& sheet, const std::string& from, const std::string& to)
{
    const auto source = address(sheet, from + "1:" + from + "60");
    const auto target = address(sheet, to + "1");
    query<css::sheet::XCellRangeMovement>(sheet)->moveRange({target.Sheet, target.StartColumn, 0}, source);
}

void sort_by(const Sheet& sheet, const std::string& range, sal_Int32 column)
{
    css::table::TableSortField field;
    field.Field = column;
    field.IsAscending = true;
    query<css::util::XSortable>(sheet->getCellRangeByName(from_utf8(range)))
        ->sort(sequence<css::beans::PropertyValue>(
            {property("SortFields", css::uno::Any(sequence<css::table::TableSortField>({field}))),
             property("ContainsHeader", css::uno::Any(false))}));
}

} // namespace

TEST_F(FoundAgainTest, ValidateChangesNothing)
{
    const Document document = faulty_workbook();
    undo_manager(document)->clear();
    query<css::util::XModifiable>(document)->setModified(false);
    const std::vector<std::string> before = content_of(document);
    EXPECT_FALSE(findings(document).empty());
    EXPECT_EQ(difference(before, content_of(document)), "");
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{});
    EXPECT_FALSE(is_modified(document));
}

TEST_F(FoundAgainTest, CompareChangesNothing)
{
    const Document document = demo_workbook();
    const std::vector<std::string> before = content_of(document);
    EXPECT_FALSE(comparisons(document).empty());
    EXPECT_EQ(difference(before, content_of(document)), "");
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{});
    EXPECT_FALSE(is_modified(document));
}

TEST_F(FoundAgainTest, AfterRowsWereInsertedAboveTheHeadings)
{
    const Document document = faulty_workbook();
    const sal_Int32 row = item_row(sheet_named(document, "Indtastning"), "netvaerk");
    for (const char* sheet : {"Stamdata", "Katalog", "Indtastning", "Sammenligningsdata", "Regler"})
        insert_rows(sheet_named(document, sheet), 1, 5);
    expect_same_faults(document);
    EXPECT_EQ(to_utf8(negative(document).cell), "H" + std::to_string(row + 1 + 5));
}

TEST_F(FoundAgainTest, AfterColumnsWereInserted)
{
    const Document document = faulty_workbook();
    const sal_Int32 row = item_row(sheet_named(document, "Indtastning"), "netvaerk");
    for (const char* sheet : {"Stamdata", "Katalog", "Indtastning", "Sammenligningsdata", "Regler"})
        insert_columns(sheet_named(document, sheet), 1, 2);
    expect_same_faults(document);
    EXPECT_EQ(to_utf8(negative(document).cell), "J" + std::to_string(row + 1));
}

TEST_F(FoundAgainTest, AfterColumnsWereMoved)
{
    const Document document = faulty_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    move_column(entry, "A", "T"); // the ids behind everything
    move_column(entry, "F", "A"); // the first round before everything
    move_column(sheet_named(document, "Sammenligningsdata"), "A", "K");
    move_column(sheet_named(document, "Katalog"), "G", "AB");
    expect_same_faults(document);
}

TEST_F(FoundAgainTest, AfterSheetsWereRenamed)
{
    const Document document = faulty_workbook();
    const std::vector<std::string> names = sheet_names(document);
    for (std::size_t i = 0; i < names.size(); ++i)
        rename(sheet_named(document, names[i]), i == 3 ? "Vores tal 2025 (ny)" : "Ark " + std::to_string(i));
    expect_same_faults(document);
    EXPECT_EQ(to_utf8(negative(document).sheet), "Vores tal 2025 (ny)");
}

TEST_F(FoundAgainTest, AfterSheetsWereReordered)
{
    const Document document = faulty_workbook();
    document->getSheets()->moveByName("Regler", 0);
    document->getSheets()->moveByName("Indtastning", 0);
    document->getSheets()->insertNewByName("Noter", 1);
    expect_same_faults(document);
    EXPECT_EQ(to_utf8(negative(document).sheet), "Indtastning");
}

TEST_F(FoundAgainTest, WithoutItsDefinedNames)
{
    const Document document = faulty_workbook();
    remove_defined_names(document);
    expect_same_faults(document);
    rename(sheet_named(document, "Indtastning"), "Tal");
    expect_same_faults(document);
    EXPECT_EQ(to_utf8(negative(document).sheet), "Tal");
}

TEST_F(FoundAgainTest, AfterItWasSavedAndLoadedAgain)
{
    expect_same_faults(reloaded(faulty_workbook(), "again.ods", "calc8"));
}

TEST_F(FoundAgainTest, FromAnExcelFile)
{
    const Document document = reloaded(faulty_workbook(), "again.xlsx", "Calc MS Excel 2007 XML");
    expect_same_faults(document);
    run("validate", document);
    EXPECT_TRUE(document->getSheets()->hasByName("Validering"));
}

TEST_F(FoundAgainTest, FromAnExcelFileWithoutDefinedNames)
{
    const Document document = faulty_workbook();
    remove_defined_names(document);
    expect_same_faults(reloaded(document, "bare.xlsx", "Calc MS Excel 2007 XML"));
}

TEST_F(FoundAgainTest, WithItsRowsInAnotherOrder)
{
    const Document document = faulty_workbook();
    // What is said once for all rows names the first, which is another one after sorting.
    for (const char* grouped : {"K06", "V14", "V17"})
        switch_off(document, grouped);
    const Sheet entry = sheet_named(document, "Indtastning");
    const sal_Int32 before = item_row(entry, "netvaerk");
    sort_by(entry, "A5:I21", 0);
    sort_by(sheet_named(document, "Katalog"), "A5:X16", 1);
    sort_by(sheet_named(document, "Regler"), "A5:N80", 0);
    const sal_Int32 after = item_row(entry, "netvaerk");
    ASSERT_NE(before, after);
    expect_same_faults(document);
    EXPECT_EQ(to_utf8(negative(document).cell), "H" + std::to_string(after + 1));
}

TEST_F(FoundAgainTest, WithItsRoundsInAnotherOrder)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    // The numbers of each round are the same, so the dates alone may change places.
    set_date(entry, "F4", "2025-03-31");
    set_date(entry, "I4", "2023-09-30");
    set_number(entry, cell_of(document, "anbragte", 3), 300);
    const Finding jump = finding_of(findings(document), "V08");
    EXPECT_EQ(to_utf8(jump.period), "2024-03-31") << "the jump lies between the first and the second date";
}

} // namespace trinvis::testing
