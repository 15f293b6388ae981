// SPDX-License-Identifier: MPL-2.0
//
// The practice workbook in a real office: it has the faults that were put in, can be mended, explained, compared and made
// a plan of, and says everywhere that its figures are invented.
#include "cells.hpp"
#include "function_cases.hpp"
#include "office/settings.hpp"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <filesystem>
#include <set>

namespace trinvis::testing
{

namespace
{

using namespace office;

class PracticeTest : public OfficeTest
{
protected:
    void TearDown() override
    {
        write_settings(running().context(), Settings{});
        OfficeTest::TearDown();
    }

    /// A practice workbook, made as the menu does.
    [[nodiscard]] Document practice_workbook()
    {
        Model made;
        running().run("practice", {}) >>= made;
        if (!made.is())
            throw std::runtime_error("no practice workbook was made");
        closed_at_end(made);
        return query<css::sheet::XSpreadsheetDocument>(made);
    }

    /// That official definitions are not filled in is said of every new workbook.
    [[nodiscard]] std::vector<std::string> short_lines(const Document& document) const
    {
        std::vector<std::string> lines;
        for (const Finding& finding : findings(document))
            if (to_utf8(finding.ruleId) != "K06")
                lines.push_back(to_utf8(finding.ruleId + " " + finding.severity + " " + finding.cell));
        return lines;
    }
};

} // namespace

TEST_F(PracticeTest, IsARealWorkbookWithTheFaultsThatWerePutIn)
{
    const Document document = practice_workbook();
    EXPECT_EQ(sheet_names(document),
              (std::vector<std::string>{"Øvelse", "Vejledning", "Stamdata", "Katalog", "Indtastning",
                                        "Sammenligningsdata", "Grupper", "Regler", "Regelsprog"}));
    EXPECT_EQ(short_lines(document),
              (std::vector<std::string>{"R01 error J5", "V02 error J6", "V03 error I11", "V08 warning J18",
                                        "V06 warning J21", "R07 information G4"}));
    const Model model = query<css::frame::XModel>(document);
    EXPECT_TRUE(model->getURL().isEmpty()) << "it is not saved";
    EXPECT_TRUE(undo_titles(document).empty());
    const auto view = query<css::sheet::XSpreadsheetView>(model->getCurrentController());
    EXPECT_EQ(to_utf8(query<css::container::XNamed>(view->getActiveSheet())->getName()), "Øvelse");
    EXPECT_EQ(to_utf8(query<css::document::XDocumentPropertiesSupplier>(document)->getDocumentProperties()->getTitle()),
              "Øvemappe med opdigtede tal – Øvekøbing");
}

TEST_F(PracticeTest, CanBeWorkedThroughAsItsExerciseSays)
{
    const Document document = practice_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    run("validate", document);
    EXPECT_EQ(marked_cells(entry, "Trinvis Fejlmarkering"), (std::vector<std::string>{"I11", "J5", "J6"}));

    run("repair", document);
    EXPECT_EQ(number(entry, "J6"), 9740);
    EXPECT_EQ(shown(entry, "G4"), "30-09-2024");
    set_number(entry, "I11", 155);
    set_number(entry, "J8", 62);
    set_text(entry, "J21", "ikke indberettet");
    run("validate", document);
    EXPECT_EQ(short_lines(document), (std::vector<std::string>{"V08 warning J18"}));

    const Sheet report = sheet_named(document, "Validering");
    sal_Int32 row = 0;
    while (shown(report, "A" + std::to_string(row + 1)) != "Advarsel" && row < 40)
        ++row;
    ASSERT_LT(row, 40);
    sal_Int32 column = -1;
    for (sal_Int32 heading = row; heading >= 0 && column < 0; --heading)
        for (sal_Int32 at = 0; at < 16; ++at)
            if (query<css::text::XTextRange>(report->getCellByPosition(at, heading))->getString() == "Forklaring")
                column = at;
    ASSERT_GE(column, 0);
    report->getCellByPosition(column, row)->setFormula(from_utf8("Nyt gruppetilbud fra april"));
    run("validate", document);
    EXPECT_EQ(to_utf8(findings(document).at(0).status), "explained");

    run("compare", document);
    std::set<std::string> compared;
    for (const Comparison& one : comparisons(document))
        if (to_utf8(one.verdict) != "no-group")
            compared.insert(to_utf8(one.figure));
    EXPECT_GE(compared.size(), 11U) << "all but the figure that was not reported have something to be compared with";
    const auto block = used_block(sheet_named(document, "Sammenligning"));
    EXPECT_NE(to_utf8(query<css::text::XTextRange>(block->getCellByPosition(0, 0))->getString()).find("Øvekøbing"),
              std::string::npos);

    run("plan", document, {property("Url", css::uno::Any(from_utf8(url_of("plan.odt"))))});
    EXPECT_TRUE(std::filesystem::exists(folder() / "plan.odt"));
}

TEST_F(PracticeTest, FollowsTheLanguageOfNewWorkbooks)
{
    write_settings(running().context(), {.workbook_language = Language::english});
    const Document document = practice_workbook();
    EXPECT_EQ(sheet_names(document).front(), "Exercise");
    EXPECT_EQ(short_lines(document).size(), 6U);
}

TEST_F(PracticeTest, ItsMunicipalitiesAreKnownWhenTheFileIsOpenedAgain)
{
    const Document again = reloaded(practice_workbook(), "oevemappe.xlsx", "Calc MS Excel 2007 XML");
    EXPECT_EQ(short_lines(again).size(), 6U) << ::testing::PrintToString(lines_of(findings(again)));
}

} // namespace trinvis::testing
