// SPDX-License-Identifier: MPL-2.0
//
// Tjek plan and Vis i planen: what of an earlier plan is out of date, and where a cell's number stands in it.
#include "cells.hpp"
#include "office_fixture.hpp"

#include "writer/number_links.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <fstream>

namespace trinvis::testing
{

namespace
{

using namespace office;
using writer::LinkedNumber;
using TextDocument = css::uno::Reference<css::text::XTextDocument>;

class PlanCheckTest : public OfficeTest
{
protected:
    Document saved_workbook(const std::string& name = "tal.ods")
    {
        const Document document = demo_workbook();
        query<css::frame::XStorable>(document)->storeAsURL(
            from_utf8(url_of(name)),
            sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("calc8")))}));
        return document;
    }

    std::string make_plan(const Document& document, const std::string& name = "plan.odt")
    {
        return to_utf8(service()->createPlan(query<css::lang::XComponent>(document), from_utf8(url_of(name))));
    }

    [[nodiscard]] std::string refused(const std::string& command, const Document& document,
                                      const std::string& url) const
    {
        return refusal(command, {property("Document", css::uno::Any(query<css::frame::XModel>(document))),
                                 property("Url", css::uno::Any(from_utf8(url)))});
    }

    void select(const Document& document, const std::string& sheet, const std::string& cell)
    {
        const auto controller = query<css::frame::XModel>(document)->getCurrentController();
        query<css::view::XSelectionSupplier>(controller)
            ->select(css::uno::Any(sheet_named(document, sheet)->getCellRangeByName(from_utf8(cell))));
    }

    /// The document that is open under an address.
    Model open_document(const std::string& url)
    {
        const auto components = create<css::frame::XDesktop>(running().context(), "com.sun.star.frame.Desktop")
                                    ->getComponents()
                                    ->createEnumeration();
        while (components->hasMoreElements())
        {
            const auto model = query_if<css::frame::XModel>(components->nextElement());
            if (model.is() && to_utf8(model->getURL()) == url)
                return model;
        }
        return {};
    }

    /// What is selected in a plan's window.
    static std::string selected(const Model& plan)
    {
        const auto selection = query<css::container::XIndexAccess>(
            query<css::view::XSelectionSupplier>(plan->getCurrentController())->getSelection());
        return to_utf8(query<css::text::XTextRange>(selection->getByIndex(0))->getString());
    }
};

} // namespace

TEST_F(PlanCheckTest, OfAFreshPlanAllNumbersAreThoseOfTheWorkbook)
{
    const Document document = saved_workbook();
    make_plan(document);
    run("check-plan", document);
    const Sheet sheet = sheet_named(document, "Plantjek");
    EXPECT_TRUE(shown(sheet, "A2").starts_with("Alle ")) << shown(sheet, "A2");
    EXPECT_TRUE(shown(sheet, "A1").ends_with("plan.odt")) << shown(sheet, "A1");
}

TEST_F(PlanCheckTest, ListsWhatIsOutOfDateFirstWithBothLinks)
{
    const Document document = saved_workbook();
    make_plan(document);
    const LinkedNumber before = [&]
    {
        for (const LinkedNumber& number :
             writer::linked_numbers(query<css::text::XTextDocument>(load(url_of("plan.odt")))))
            if (number.key == "figure/2/own")
                return number;
        return LinkedNumber{};
    }();
    const std::string cell = to_utf8(before.url.copy(before.url.lastIndexOf('.') + 1));
    set_number(sheet_named(document, "Indtastning"), cell, 33);
    run("check-plan", document);
    const Sheet sheet = sheet_named(document, "Plantjek");
    const std::string row = std::to_string(row_with(sheet, 0, "Forældet") + 1);
    EXPECT_EQ(row, std::to_string(row_with(sheet, 0, "Tilstand") + 2)) << "stale numbers stand first";
    EXPECT_TRUE(shown(sheet, "B" + row).starts_with("Nøgletal 2 ")) << shown(sheet, "B" + row);
    EXPECT_EQ(shown(sheet, "D" + row), before.text);
    EXPECT_TRUE(shown(sheet, "E" + row).starts_with("33")) << shown(sheet, "E" + row);
    EXPECT_EQ(shown(sheet, "F" + row), "Indtastning " + cell);
    EXPECT_NE(formula(sheet, "C" + row).find("plan.odt#"), std::string::npos) << formula(sheet, "C" + row);
    EXPECT_NE(formula(sheet, "F" + row).find("HYPERLINK"), std::string::npos) << formula(sheet, "F" + row);
}

TEST_F(PlanCheckTest, ReadsThePlanInItsWindow)
{
    const Document document = saved_workbook();
    make_plan(document);
    const auto plan = query<css::text::XTextDocument>(load(url_of("plan.odt")));
    for (const LinkedNumber& number : writer::linked_numbers(plan))
        if (number.key == "figure/1/own")
        {
            const auto within = number.range->getText()->createTextCursorByRange(number.range->getStart());
            within->goRight(1, false);
            number.range->getText()->insertString(query<css::text::XTextRange>(within), "777", false);
            break;
        }
    run("check-plan", document);
    const Sheet sheet = sheet_named(document, "Plantjek");
    const sal_Int32 row = row_with(sheet, 0, "Forældet");
    ASSERT_GE(row, 0);
    EXPECT_NE(shown(sheet, "D" + std::to_string(row + 1)).find("777"), std::string::npos);
}

TEST_F(PlanCheckTest, RefusesWhatIsNoPlanOfThisWorkbook)
{
    const Document document = saved_workbook();
    EXPECT_TRUE(refusal("check-plan", document).starts_with("Mappen ved ikke, hvor planen er"))
        << refusal("check-plan", document);
    EXPECT_NE(refused("check-plan", document, url_of("ingen.odt")).find("findes ikke"), std::string::npos);
    std::ofstream(folder() / "skrot.odt") << "PK\x03\x04 not a package";
    EXPECT_NE(refused("check-plan", document, url_of("skrot.odt")).find("kan ikke åbnes"), std::string::npos);
    EXPECT_NE(refused("check-plan", document, url_of("tal.ods")).find("kan ikke åbnes"), std::string::npos);
    const Document other = new_workbook(usual_rounds(), "706");
    make_plan(other, "andre.odt");
    EXPECT_NE(refused("check-plan", document, url_of("andre.odt")).find("er en plan for Syddjurs"), std::string::npos)
        << refused("check-plan", document, url_of("andre.odt"));
    EXPECT_FALSE(document->getSheets()->hasByName("Plantjek"));
}

TEST_F(PlanCheckTest, RefusesAPlanWithoutLinksAndASharedWorkbook)
{
    const Document document = saved_workbook();
    make_plan(document);
    const Sheet facts = sheet_named(document, "Stamdata");
    const std::string view = "B" + std::to_string(row_with(facts, 0, "Visning") + 1);
    set_text(facts, view, "til deling");
    make_plan(document, "deling.odt");
    EXPECT_NE(refusal("check-plan", document).find("til deling"), std::string::npos);
    EXPECT_NE(refusal("show-in-plan", document).find("til deling"), std::string::npos);
    set_text(facts, view, "internt");
    EXPECT_NE(refused("check-plan", document, url_of("deling.odt")).find("ingen tal med link"), std::string::npos);
    run("check-plan", document);
    EXPECT_TRUE(shown(sheet_named(document, "Plantjek"), "A1").ends_with("plan.odt"))
        << "a shared plan is not the one that is remembered";
}

TEST_F(PlanCheckTest, ACellIsShownInThePlanPlaceByPlace)
{
    const Document document = saved_workbook();
    // With Sammenligning in the workbook only the value itself comes from the cell that it is typed in.
    run("compare", document);
    const std::string url = make_plan(document);
    std::string cell;
    std::string text;
    std::size_t places = 0;
    for (const LinkedNumber& number : writer::linked_numbers(query<css::text::XTextDocument>(load(url))))
        if (number.key == "figure/2/own")
        {
            cell = to_utf8(number.url.copy(number.url.lastIndexOf('.') + 1));
            text = number.text;
            ++places;
        }
    ASSERT_GE(places, 2U);
    select(document, "Indtastning", cell);
    run("show-in-plan", document);
    const Model plan = open_document(url);
    ASSERT_TRUE(plan.is());
    closed_at_end(plan);
    EXPECT_EQ(selected(plan), text);
    const auto heading_of_selection = [&]
    {
        const auto selection = query<css::container::XIndexAccess>(
            query<css::view::XSelectionSupplier>(plan->getCurrentController())->getSelection());
        const auto range = query<css::text::XTextRange>(selection->getByIndex(0));
        return to_utf8(range->getText()->getString()).size();
    };
    const auto first = heading_of_selection();
    run("show-in-plan", document);
    EXPECT_EQ(selected(plan), text);
    EXPECT_NE(heading_of_selection(), first) << "the first place is a table's cell, the second a paragraph";
}

TEST_F(PlanCheckTest, ACellWithoutANumberOfThePlanIsSaidToStandNowhere)
{
    const Document document = saved_workbook();
    make_plan(document);
    select(document, "Stamdata", "A1");
    EXPECT_NE(refusal("show-in-plan", document).find("står ikke i planen"), std::string::npos)
        << refusal("show-in-plan", document);
}

} // namespace trinvis::testing
