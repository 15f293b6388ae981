// SPDX-License-Identifier: MPL-2.0
//
// The switch "til deling" in Stamdata: what it takes away from the results in the office, and that it can be taken back.
#include "cells.hpp"
#include "document_content.hpp"

#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <com/sun/star/text/XTextDocument.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

class SharingTest : public OfficeTest
{
protected:
    static void set_view(const Document& document, const std::string& view)
    {
        const Sheet facts = sheet_named(document, "Stamdata");
        set_text(facts, "B" + std::to_string(row_with(facts, 0, "Visning") + 1), view);
    }

    /// A cell of the overview, by the figure's number and the column.
    static std::string overview(const Document& document, int figure, const std::string& column)
    {
        const Sheet sheet = sheet_named(document, "Sammenligning");
        return shown(sheet, column + std::to_string(row_with(sheet, 0, "Nr.") + 1 + figure));
    }

    static bool has_chart(const Document& document, const std::string& name)
    {
        const auto sheet = query<css::table::XTableChartsSupplier>(sheet_named(document, "Sammenligning"));
        return sheet->getCharts()->hasByName(from_utf8(name));
    }

    /// All that stands in the workbook but Diagramdata, whose list also holds where charts are, to a hundredth of a mm.
    static std::vector<std::string> results(const Document& document)
    {
        std::vector<std::string> lines = content_of(document);
        std::erase_if(lines, [](const std::string& line) { return line.starts_with("Diagramdata"); });
        return lines;
    }

    std::string plan_text(const Document& document, const std::string& name)
    {
        const rtl::OUString written =
            service()->createPlan(query<css::lang::XComponent>(document), from_utf8(url_of(name)));
        return to_utf8(query<css::text::XTextDocument>(load(to_utf8(written)))->getText()->getString());
    }
};

} // namespace

TEST_F(SharingTest, HidesSmallNumbersInTheResultsUntilItIsTakenBack)
{
    const Document document = demo_workbook();
    run("compare", document);
    const std::vector<std::string> internal = results(document);
    // Four children in foster families of their network, of 126 who are placed.
    EXPECT_EQ(overview(document, 4, "C"), "3,2 (1,2-7,9)");
    EXPECT_TRUE(has_chart(document, "trinvis_4_funnel"));

    set_view(document, "til deling");
    run("compare", document);
    EXPECT_EQ(overview(document, 4, "C"), "–");
    EXPECT_EQ(overview(document, 4, "E"), "Skjult");
    EXPECT_EQ(overview(document, 3, "C"), "55,6 (46,8-63,9)") << "70 of 126 are not small";
    EXPECT_FALSE(has_chart(document, "trinvis_4_funnel"));
    const Sheet result = sheet_named(document, "Sammenligning");
    EXPECT_TRUE(shown(result, "A5").starts_with("Til deling: ")) << shown(result, "A5");

    set_view(document, "internt");
    run("compare", document);
    EXPECT_EQ(difference(internal, results(document)), "");
    EXPECT_TRUE(has_chart(document, "trinvis_4_funnel"));
}

TEST_F(SharingTest, LeavesNoFilterButtonsWhereTheHeadingsWere)
{
    // A button takes room from the text beside it, so a row that had one by mistake would have two lines.
    const Document document = demo_workbook();
    for (const char* view : {"internt", "til deling", "internt"})
    {
        set_view(document, view);
        run("compare", document);
    }
    const Sheet sheet = sheet_named(document, "Sammenligning");
    const auto rows = query<css::table::XColumnRowRange>(sheet)->getRows();
    const sal_Int32 first = row_with(sheet, 0, "Nr") + 1;
    const auto height = [&](sal_Int32 row) { return get_property<sal_Int32>(rows->getByIndex(row), "Height"); };
    for (sal_Int32 row = first; shown(sheet, "B" + std::to_string(row + 1)) == "Institutionsanbringelser"; ++row)
        EXPECT_EQ(height(row), height(first)) << row + 1;
}

TEST_F(SharingTest, HidesThemInThePlanToo)
{
    const Document document = demo_workbook();
    const std::string value = "3,2 pct. pr. 31-12-2020";
    EXPECT_NE(plan_text(document, "internt.odt").find(value), std::string::npos);
    set_view(document, "til deling");
    const std::string shared = plan_text(document, "deling.odt");
    EXPECT_EQ(shared.find(value), std::string::npos);
    EXPECT_NE(shared.find("Til deling: "), std::string::npos);
}

TEST_F(SharingTest, AnUnclearWishIsRefusedWithItsCell)
{
    const Document document = demo_workbook();
    set_view(document, "måske");
    const std::string sentence =
        refusal("compare", {property("Document", css::uno::Any(query<css::frame::XModel>(document)))});
    EXPECT_NE(sentence.find("Stamdata"), std::string::npos) << sentence;
    EXPECT_FALSE(document->getSheets()->hasByName("Sammenligning"));
}

} // namespace trinvis::testing
