// SPDX-License-Identifier: MPL-2.0
//
// The command groups: what it writes into Grupper, that it is one undo step, and that it finds its way in a sheet that a
// person has worked in.
#include "cells.hpp"
#include "document_content.hpp"
#include "table/cell.hpp"

#include <com/sun/star/table/TableSortField.hpp>
#include <com/sun/star/util/XSortable.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

class GroupsTest : public OfficeTest
{
};

std::string place(const Sheet& groups, const std::string& municipality, const std::string& heading)
{
    const sal_Int32 headings = row_with(groups, 0, "Kommune");
    for (sal_Int32 column = 0; column < 30; ++column)
        if (to_utf8(groups->getCellByPosition(column, headings)->getFormula()) == heading)
            return cell_address(row_with(groups, 0, municipality), column);
    throw std::runtime_error("no column " + heading);
}

std::string shown_of(const Sheet& groups, const std::string& municipality, const std::string& heading)
{
    return shown(groups, place(groups, municipality, heading));
}

/// The municipalities that are called similar, in the order of the rows.
std::vector<std::string> similar(const Sheet& groups)
{
    std::vector<std::string> names;
    const sal_Int32 headings = row_with(groups, 0, "Kommune");
    for (sal_Int32 row = headings + 1; row <= headings + 98; ++row)
    {
        const std::string name = to_utf8(groups->getCellByPosition(0, row)->getFormula());
        if (shown_of(groups, name, "Lignende") == "ja")
            names.push_back(name);
    }
    return names;
}

void remove_groups(const Document& document)
{
    document->getSheets()->removeByName("Grupper");
    undo_manager(document)->clear();
}

} // namespace

TEST_F(GroupsTest, WritesDistanceRankAndStabilityInDanishNumbers)
{
    const Document document = new_workbook(usual_rounds(), "810");
    run("groups", document);
    const Sheet groups = sheet_named(document, "Grupper");
    EXPECT_EQ(shown_of(groups, "Ringsted", "Afstand"), "0,05");
    EXPECT_EQ(shown_of(groups, "Ringsted", "Nr."), "1");
    EXPECT_EQ(shown_of(groups, "Ringsted", "Lignende"), "ja");
    EXPECT_EQ(shown_of(groups, "Odder", "Stabilitet (pct.)"), "67");
    EXPECT_EQ(shown_of(groups, "Brønderslev", "Lignende"), "egen kommune");
    EXPECT_EQ(similar(groups).size(), 10U);
}

TEST_F(GroupsTest, IsOneUndoStepAlsoTheSecondTime)
{
    const Document document = filled_workbook();
    const std::vector<std::string> before = content_of(document);
    run("groups", document);
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Find lignende kommuner"});
    const std::vector<std::string> first = content_of(document);
    run("groups", document);
    EXPECT_EQ(difference(first, content_of(document)), "") << "nothing has changed in between";
    set_number(sheet_named(document, "Grupper"),
               "B" + std::to_string(row_with(sheet_named(document, "Grupper"), 0, "Antal lignende kommuner") + 1), 5);
    const std::vector<std::string> changed = content_of(document);
    run("groups", document);
    EXPECT_EQ(similar(sheet_named(document, "Grupper")).size(), 5U);
    const std::vector<std::string> second = content_of(document);
    undo_manager(document)->undo();
    EXPECT_EQ(difference(changed, content_of(document)), "");
    undo_manager(document)->redo();
    EXPECT_EQ(difference(second, content_of(document)), "");
    while (undo_manager(document)->isUndoPossible())
        undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(GroupsTest, MakesTheSheetWhereThereIsNoneAsOneUndoStep)
{
    const Document document = filled_workbook();
    remove_groups(document);
    const std::vector<std::string> before = content_of(document);
    run("groups", document);
    EXPECT_EQ(sheet_names(document).back(), "Grupper");
    EXPECT_EQ(similar(sheet_named(document, "Grupper")).size(), 10U);
    EXPECT_NE(defined_name(document, "trinvis_grupper").find("$Grupper.$A$"), std::string::npos);
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Find lignende kommuner"});
    for (const std::string& line : lines_of(findings(document)))
        EXPECT_EQ(line.find(" Grupper "), std::string::npos) << line;
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(GroupsTest, WithoutTheSheetCompareHasTheFourFixedGroups)
{
    const Document document = filled_workbook();
    remove_groups(document);
    std::vector<std::string> groups;
    for (const Comparison& comparison : comparisons(document))
        if (to_utf8(comparison.figure) == "3" && to_utf8(comparison.period) == "2025-03-31")
            groups.push_back(to_utf8(comparison.group));
    EXPECT_EQ(groups, (std::vector<std::string>{"country", "region", "landsdel", "group"}));
}

TEST_F(GroupsTest, FindsItsWayInASortedWidenedRenamedSheetAndKeepsWhatWasTyped)
{
    const Document document = new_workbook(usual_rounds(), "810");
    const Sheet groups = sheet_named(document, "Grupper");
    set_text(groups, place(groups, "Ringsted", "Valgt"), "x");
    const sal_Int32 headings = row_with(groups, 0, "Kommune");
    css::table::TableSortField by_name;
    by_name.Field = 0;
    by_name.IsAscending = false;
    query<css::util::XSortable>(groups->getCellRangeByPosition(0, headings + 1, 11, headings + 98))
        ->sort(sequence<css::beans::PropertyValue>(
            {property("SortFields", css::uno::Any(sequence<css::table::TableSortField>({by_name}))),
             property("ContainsHeader", css::uno::Any(false))}));
    insert_rows(groups, headings, 3);
    insert_columns(groups, 3, 1);
    rename(groups, "Hvem vi ligner");
    run("groups", document);
    EXPECT_EQ(shown_of(groups, "Ringsted", "Valgt"), "x");
    EXPECT_EQ(shown_of(groups, "Ringsted", "Nr."), "1");
    EXPECT_EQ(shown_of(groups, "København", "Nr."), "97");
    EXPECT_EQ(similar(groups).size(), 10U);
}

TEST_F(GroupsTest, WorksInAWorkbookFromExcel)
{
    const Document document = new_workbook(usual_rounds(), "810");
    const Document excel = reloaded(document, "grupper.xlsx", "Calc MS Excel 2007 XML");
    run("groups", excel);
    EXPECT_EQ(shown_of(sheet_named(excel, "Grupper"), "Ringsted", "Nr."), "1");
    EXPECT_EQ(similar(sheet_named(excel, "Grupper")).size(), 10U);
}

TEST_F(GroupsTest, RefusesAFaultWithItsCellAndWhatToDoAndChangesNothing)
{
    const Document document = filled_workbook();
    const Sheet groups = sheet_named(document, "Grupper");
    const std::string cell = "B" + std::to_string(row_with(groups, 0, "Befolkning 0-22 år") + 1);
    set_text(groups, cell, "meget");
    undo_manager(document)->clear();
    const std::vector<std::string> before = content_of(document);
    EXPECT_EQ(refusal("groups", document),
              "Grupper, celle " + cell +
                  ": Vægten for Befolkning 0-22 år er 'meget', som ikke er et tal på 0 eller "
                  "derover. Skriv et tal, f.eks. 1 eller 0,5; 0 holder indikatoren ude.");
    EXPECT_EQ(difference(before, content_of(document)), "");
    EXPECT_EQ(cells_of(findings(document), Check::group_setting), std::vector<std::string>{cell});
}

TEST_F(GroupsTest, ChosenMunicipalitiesAreComparedAtOnce)
{
    const Document document = demo_workbook();
    const Sheet groups = sheet_named(document, "Grupper");
    const auto chosen_rank = [&]
    {
        for (const Comparison& comparison : comparisons(document))
            if (to_utf8(comparison.figure) == "6" && to_utf8(comparison.period) == "2020-12-31" &&
                to_utf8(comparison.group) == "chosen")
                return comparison.rank;
        return sal_Int32(-1);
    };
    EXPECT_GE(chosen_rank(), 1);
    for (const char* name : {"Haderslev", "Aabenraa", "Varde", "Vejen", "Sønderborg", "Lemvig"})
        set_text(groups, place(groups, name, "Valgt"), "");
    EXPECT_EQ(chosen_rank(), -1) << "a group of nobody has no rows";
}

} // namespace trinvis::testing
