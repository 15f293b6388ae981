// SPDX-License-Identifier: MPL-2.0
//
// The command add-round: a column more and nothing else.
#include "cells.hpp"
#include "document_content.hpp"

#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

class AddRoundTest : public OfficeTest
{
protected:
    static std::vector<css::beans::PropertyValue> round(const Document& document, const char* date)
    {
        return {property("Document", css::uno::Any(query<css::frame::XModel>(document))),
                property("Periods", css::uno::Any(from_utf8(date)))};
    }
};

/// All that stands in Indtastning up to a column, row by row.
std::vector<std::string> columns_up_to(const Sheet& entry, sal_Int32 last)
{
    std::vector<std::string> cells;
    for (sal_Int32 row = 0; row <= 25; ++row)
        for (sal_Int32 column = 0; column <= last; ++column)
        {
            const auto cell = entry->getCellByPosition(column, row);
            cells.push_back(to_utf8(cell->getFormula() + " " + get_property<rtl::OUString>(cell, "CellStyle")));
        }
    return cells;
}

} // namespace

TEST_F(AddRoundTest, PutsANewColumnWithItsDateBehindTheLastRound)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::vector<std::string> earlier = columns_up_to(entry, 8);
    EXPECT_EQ(refusal("add-round", round(document, "2025-09-30")), "");
    EXPECT_EQ(difference(earlier, columns_up_to(entry, 8)), "");
    EXPECT_EQ(shown(entry, "J4"), "30-09-2025");
    EXPECT_EQ(number(entry, "J4"), 45930);
    EXPECT_EQ(style_of(entry, "J4"), "Trinvis Skæringsdato");
    EXPECT_EQ(style_of(entry, "J5"), "Trinvis Indtastning");
    EXPECT_EQ(shown(entry, "J5"), "");
    EXPECT_EQ(defined_name(document, "trinvis_indtastning"), "$Indtastning.$A$4:$J$21");
}

TEST_F(AddRoundTest, TheNewRoundIsReadByValidate)
{
    const Document document = filled_workbook();
    EXPECT_EQ(refusal("add-round", round(document, "30-09-2025")), "");
    set_number(sheet_named(document, "Indtastning"), cell_of(document, "netvaerk", 4), -1);
    const Finding finding = finding_of(findings(document), "V04");
    EXPECT_EQ(to_utf8(finding.period), "2025-09-30");
    EXPECT_EQ(to_utf8(finding.cell), cell_of(document, "netvaerk", 4));
}

TEST_F(AddRoundTest, TakesSeveralRoundsAsASequenceOrAsOneText)
{
    const Document document = filled_workbook();
    const auto dates = sequence<rtl::OUString>({"2025-09-30", "2026-03-31"});
    EXPECT_EQ(refusal("add-round", {property("Document", css::uno::Any(query<css::frame::XModel>(document))),
                                    property("Periods", css::uno::Any(dates))}),
              "");
    EXPECT_EQ(refusal("add-round", round(document, "2026-09-30; 31-03-2027")), "");
    const Sheet entry = sheet_named(document, "Indtastning");
    EXPECT_EQ(shown(entry, "J4") + " " + shown(entry, "K4") + " " + shown(entry, "L4") + " " + shown(entry, "M4"),
              "30-09-2025 31-03-2026 30-09-2026 31-03-2027");
}

TEST_F(AddRoundTest, RefusesADateThatIsThereAndSaysWhere)
{
    const Document document = filled_workbook();
    rename(sheet_named(document, "Indtastning"), "Vores tal");
    undo_manager(document)->clear();
    const std::vector<std::string> before = content_of(document);
    EXPECT_EQ(refusal("add-round", round(document, "30-09-2024")),
              "Runden 30-09-2024 findes allerede i arket Vores tal, celle H4.");
    EXPECT_EQ(difference(before, content_of(document)), "");
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{});
}

TEST_F(AddRoundTest, RefusesADateThatDoesNotExist)
{
    const Document document = filled_workbook();
    const std::vector<std::string> before = content_of(document);
    EXPECT_EQ(refusal("add-round", round(document, "31-06-2025")),
              "'31-06-2025' er ikke en dato, der findes. Skriv skæringsdatoer som 30-09-2026.");
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(AddRoundTest, KeepsTheUsersRemarksToTheRight)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    set_text(entry, "J4", "Bemærkninger");
    set_text(entry, "J9", "Se notat");
    set_formula(entry, "K9", "=SUM(F9:I9)");
    EXPECT_EQ(refusal("add-round", round(document, "2025-09-30")), "");
    EXPECT_EQ(shown(entry, "J4"), "30-09-2025");
    EXPECT_EQ(shown(entry, "K4"), "Bemærkninger");
    EXPECT_EQ(shown(entry, "K9"), "Se notat");
    EXPECT_EQ(formula(entry, "L9"), "=SUM(F9:I9)");
}

TEST_F(AddRoundTest, PutsTheRoundWhereTheRoundsAreAfterColumnsWereInserted)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    insert_columns(entry, 2, 2);
    insert_rows(entry, 0, 3);
    EXPECT_EQ(refusal("add-round", round(document, "2025-09-30")), "");
    EXPECT_EQ(shown(entry, "L7"), "30-09-2025");
    EXPECT_EQ(shown(entry, "K7"), "31-03-2025");
}

TEST_F(AddRoundTest, IsOneUndoStep)
{
    const Document document = filled_workbook();
    set_text(sheet_named(document, "Indtastning"), "K9", "Se notat");
    undo_manager(document)->clear();
    const std::vector<std::string> before = content_of(document);
    EXPECT_EQ(refusal("add-round", round(document, "2025-09-30")), "");
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Tilføj runde"});
    const std::vector<std::string> after = content_of(document);
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
    undo_manager(document)->redo();
    EXPECT_EQ(difference(after, content_of(document)), "");
}

} // namespace trinvis::testing
