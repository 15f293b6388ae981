// SPDX-License-Identifier: MPL-2.0
//
// Explanations as a person gives them: typed beside a warning, gathered at the next validation, asked for again when the
// value changes, and all of it one undo step.
#include "cells.hpp"
#include "document_content.hpp"

#include <com/sun/star/sheet/XDatabaseRange.hpp>
#include <com/sun/star/sheet/XDatabaseRanges.hpp>
#include <com/sun/star/table/TableSortField.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <com/sun/star/util/XSortable.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

class ExplanationTest : public OfficeTest
{
protected:
    /// A workbook with one warning, validated.
    Document with_warning()
    {
        const Document document = filled_workbook();
        set_formula(sheet_named(document, "Indtastning"), cell_of(document, "opfoelgning_sager", 3), "");
        run("validate", document);
        undo_manager(document)->clear();
        return document;
    }

    /// The same with the warning explained.
    Document with_explanation(const std::string& text = "Sagerne tælles først i maj.")
    {
        const Document document = with_warning();
        set_text(report(document), explanation_cell(document), text);
        run("validate", document);
        undo_manager(document)->clear();
        return document;
    }

    static Sheet report(const Document& document)
    {
        return sheet_named(document, "Validering");
    }

    static sal_Int32 warning_row(const Document& document)
    {
        return row_with(report(document), 0, "Advarsel");
    }

    /// The cell beside the first warning in which an explanation is typed.
    static std::string explanation_cell(const Document& document)
    {
        return "K" + std::to_string(warning_row(document) + 1);
    }

    static std::string status(const Document& document)
    {
        return shown(report(document), "B" + std::to_string(warning_row(document) + 1));
    }

    [[nodiscard]] std::vector<std::string> statuses(const Document& document) const
    {
        std::vector<std::string> all;
        for (const Finding& finding : findings(document, "warning"))
            all.push_back(to_utf8(finding.status));
        return all;
    }
};

/// A cell of the first explanation: the sheet is made with its headings in row 5.
std::string explained(const Document& document, const char* column)
{
    return shown(sheet_named(document, "Forklaringer"), column + std::string("6"));
}

} // namespace

TEST_F(ExplanationTest, TypedBesideAWarningExplainsItFromThenOn)
{
    const Document document = with_warning();
    EXPECT_FALSE(document->getSheets()->hasByName("Forklaringer")) << "it is made on first need";
    EXPECT_EQ(status(document), "åben");
    EXPECT_EQ(style_of(report(document), explanation_cell(document)), "Trinvis Indtastet tekst");
    set_text(report(document), explanation_cell(document), "Sagerne tælles først i maj.");
    EXPECT_EQ(statuses(document), std::vector<std::string>{"explained"}) << "scripts see what was typed";
    for (int time = 0; time < 2; ++time)
    {
        run("validate", document);
        EXPECT_EQ(status(document), "forklaret");
        EXPECT_EQ(shown(report(document), explanation_cell(document)), "Sagerne tælles først i maj.");
        EXPECT_EQ(shown(report(document), "A2"), "Ingen fejl fundet.");
        EXPECT_EQ(explained(document, "G"), "Sagerne tælles først i maj.");
        EXPECT_EQ(explained(document, "H"), "gælder");
        EXPECT_EQ(explained(document, "G").empty(), false);
        EXPECT_EQ(shown(sheet_named(document, "Forklaringer"), "G7"), "");
    }
    EXPECT_NE(defined_name(document, "trinvis_forklaringer").find("$Forklaringer.$A$5:$J$6"), std::string::npos);
}

TEST_F(ExplanationTest, IsAskedForAgainWithTheOldTextWhenTheValueChanges)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::string cell = cell_of(document, "opfoelgning_sager", 3);
    const double before = number(entry, cell_of(document, "opfoelgning_sager", 2));
    set_number(entry, cell, 3 * before);
    run("validate", document);
    set_text(report(document), explanation_cell(document), "Sagerne tælles først i maj.");
    run("validate", document);
    ASSERT_EQ(status(document), "forklaret");
    set_number(entry, cell, 4 * before);
    run("validate", document);
    EXPECT_EQ(status(document), "forklar igen");
    EXPECT_EQ(shown(report(document), explanation_cell(document)), "");
    const std::string remedy = shown(report(document), "J" + std::to_string(warning_row(document) + 1));
    EXPECT_NE(remedy.find("»Sagerne tælles først i maj.«"), std::string::npos) << remedy;
    EXPECT_EQ(explained(document, "H"), "værdien er ændret: forklar igen");
    EXPECT_EQ(statuses(document), std::vector<std::string>{"ask-again"});
    set_text(report(document), explanation_cell(document), "samme");
    run("validate", document);
    EXPECT_EQ(status(document), "forklaret");
    EXPECT_EQ(shown(report(document), explanation_cell(document)), "Sagerne tælles først i maj.");
    EXPECT_EQ(shown(sheet_named(document, "Forklaringer"), "H7"), "gælder");
}

TEST_F(ExplanationTest, IsOneUndoStepWithTheValidation)
{
    const Document document = with_warning();
    set_text(report(document), explanation_cell(document), "Sagerne tælles først i maj.");
    const std::vector<std::string> before = content_of(document);
    undo_manager(document)->clear();
    run("validate", document);
    const std::vector<std::string> after = content_of(document);
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Validér nøgletal"});
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
    undo_manager(document)->redo();
    EXPECT_EQ(difference(after, content_of(document)), "");
}

TEST_F(ExplanationTest, AddedToTheSheetIsUndoneToo)
{
    const Document document = with_explanation();
    set_formula(sheet_named(document, "Indtastning"), cell_of(document, "opfoelgning_sager", 1), "");
    run("validate", document);
    set_text(report(document), explanation_cell(document), "Også dengang.");
    const std::vector<std::string> before = content_of(document);
    undo_manager(document)->clear();
    run("validate", document);
    EXPECT_EQ(shown(sheet_named(document, "Forklaringer"), "G7"), "Også dengang.");
    EXPECT_EQ(style_of(sheet_named(document, "Forklaringer"), "G7"), "Trinvis Indtastet tekst");
    EXPECT_NE(defined_name(document, "trinvis_forklaringer").find("$J$7"), std::string::npos);
    EXPECT_EQ(undo_titles(document).size(), 1U);
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(ExplanationTest, LeavesTheUsersColumnsAndFormatsInItsSheetAlone)
{
    const Document document = with_explanation();
    const Sheet explanations = sheet_named(document, "Forklaringer");
    set_text(explanations, "M5", "Hvem");
    set_text(explanations, "M6", "Anne");
    insert_columns(explanations, 0, 1);
    set_text(explanations, "A6", "vigtig");
    set_property(explanations->getCellRangeByName("H6"), "CellBackColor", css::uno::Any(sal_Int32(0x00FF00)));
    set_text(explanations, "H6", "Rettet i arket.");
    run("validate", document);
    EXPECT_EQ(shown(report(document), explanation_cell(document)), "Rettet i arket.");
    EXPECT_EQ(shown(explanations, "N6") + shown(explanations, "A6"), "Annevigtig");
    EXPECT_EQ(get_property<sal_Int32>(explanations->getCellRangeByName("H6"), "CellBackColor"), 0x00FF00);
}

TEST_F(ExplanationTest, IsKeptWhenItsWarningIsGone)
{
    const Document document = with_warning();
    set_text(report(document), explanation_cell(document), "Sagerne tælles først i maj.");
    set_number(sheet_named(document, "Indtastning"), cell_of(document, "opfoelgning_sager", 3),
               number(sheet_named(document, "Indtastning"), cell_of(document, "opfoelgning_sager", 2)));
    run("validate", document);
    EXPECT_EQ(warning_row(document), -1);
    EXPECT_EQ(explained(document, "G"), "Sagerne tælles først i maj.");
    EXPECT_EQ(explained(document, "H"), "intet fund længere");
}

TEST_F(ExplanationTest, IsGatheredFromAReportThatWasSortedAndFiltered)
{
    const Document document = with_warning();
    set_text(report(document), explanation_cell(document), "Sagerne tælles først i maj.");
    const auto ranges = get_property<css::uno::Reference<css::sheet::XDatabaseRanges>>(document, "DatabaseRanges");
    const auto area = query<css::sheet::XDatabaseRange>(ranges->getByName("trinvis_filter_validation"))->getDataArea();
    const auto block =
        report(document)->getCellRangeByPosition(area.StartColumn, area.StartRow + 1, area.EndColumn, area.EndRow);
    css::table::TableSortField by_rule;
    by_rule.Field = 11;
    by_rule.IsAscending = false;
    query<css::util::XSortable>(block)->sort(sequence<css::beans::PropertyValue>(
        {property("SortFields", css::uno::Any(sequence<css::table::TableSortField>({by_rule})))}));
    set_property(query<css::table::XColumnRowRange>(block)->getRows(), "IsVisible", css::uno::Any(false));
    run("validate", document);
    EXPECT_EQ(status(document), "forklaret");
    EXPECT_EQ(explained(document, "G"), "Sagerne tælles først i maj.");
}

TEST_F(ExplanationTest, SurvivesAWorkbookSavedAsOdsAndAsXlsx)
{
    const Document made = with_explanation();
    for (const auto& [file, filter] : {std::pair{"kept.ods", "calc8"}, {"kept.xlsx", "Calc MS Excel 2007 XML"}})
    {
        const Document document = reloaded(made, file, filter);
        EXPECT_EQ(statuses(document), std::vector<std::string>{"explained"}) << file;
        run("validate", document);
        EXPECT_EQ(status(document), "forklaret") << file;
        EXPECT_EQ(explained(document, "H"), "gælder") << file;
    }
}

TEST_F(ExplanationTest, InAProtectedSheetStopsTheValidationBeforeAnythingIsChanged)
{
    const Document document = with_explanation();
    query<css::util::XProtectable>(sheet_named(document, "Forklaringer"))->protect("");
    const std::vector<std::string> unchanged = content_of(document);
    run("validate", document);
    EXPECT_EQ(difference(unchanged, content_of(document)), "") << "nothing to write there, so nothing to refuse";
    set_text(report(document), explanation_cell(document), "Noget andet.");
    const std::vector<std::string> before = content_of(document);
    EXPECT_NE(refusal("validate", document).find("Arket Forklaringer er beskyttet"), std::string::npos);
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(ExplanationTest, IsNotDeletedByAScriptThatGivesNone)
{
    const Document document = with_explanation();
    const std::vector<css::beans::PropertyValue> without_text{
        property("Document", css::uno::Any(query<css::frame::XModel>(document))),
        property("Cells", css::uno::Any(from_utf8("Indtastning!" + cell_of(document, "opfoelgning_sager", 3)))),
        property("Tekst", css::uno::Any(rtl::OUString("stavet forkert")))};
    EXPECT_EQ(refusal("explain-finding", without_text),
              "Angiv forklaringen som »Text«. En tom tekst sletter den, der står.");
    EXPECT_EQ(explained(document, "G"), "Sagerne tælles først i maj.");
}

} // namespace trinvis::testing
