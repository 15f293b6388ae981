// SPDX-License-Identifier: MPL-2.0
//
// All working tools in one workbook: what they give to the plan and to each other.
#include "../demo/demo_goals.hpp"
#include "../demo/demo_ladder.hpp"
#include "../demo/demo_spending.hpp"
#include "../demo/demo_survey.hpp"
#include "../demo/demo_work.hpp"
#include "cells.hpp"
#include "office/text.hpp"
#include "office_fixture.hpp"

#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextEmbeddedObjectsSupplier.hpp>
#include <com/sun/star/text/XTextTablesSupplier.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

class ToolChaptersTest : public OfficeTest
{
protected:
    /// The demonstration with every tool filled in.
    [[nodiscard]] Document with_all_tools()
    {
        const Document document = demo_workbook();
        demo::fill_ladder(document, running());
        demo::fill_survey(document, running());
        demo::fill_spending(document, running());
        for (const char* command : {"ladder", "survey", "spending"})
            run(command, document);
        demo::fill_mini_analysis(document, running());
        demo::fill_goals(document, running());
        demo::fill_course(document, running());
        for (const char* command : {"mini-analysis", "course"})
            run(command, document);
        return document;
    }

    [[nodiscard]] Model plan_of(const Document& document, const std::string& name)
    {
        service()->createPlan(query<css::lang::XComponent>(document), from_utf8(url_of(name)));
        return load(url_of(name));
    }

    [[nodiscard]] static std::string text_of(const Model& plan)
    {
        return to_utf8(query<css::text::XTextDocument>(plan)->getText()->getString());
    }

    [[nodiscard]] static std::size_t charts_in(const Model& plan)
    {
        return static_cast<std::size_t>(
            query<css::text::XTextEmbeddedObjectsSupplier>(plan)->getEmbeddedObjects()->getElementNames().getLength());
    }
};

} // namespace

TEST_F(ToolChaptersTest, AreInThePlanWhereAToolIsUsedAndOnlyThere)
{
    const Document bare = demo_workbook();
    const Model without = plan_of(bare, "without.odt");
    const Document document = with_all_tools();
    const Model with = plan_of(document, "with.odt");
    for (const char* heading :
         {"Bevægelser på trappen", "Udgifter på indsatstrappen", "Spørgeskema: jeres og de øvriges svar",
          "Valgte fokusområder", "Forandringsteori\n", "Runderne siden udgangspunktet", "Rådgivningsforløb\n"})
    {
        EXPECT_EQ(text_of(without).find(heading), std::string::npos) << heading;
        EXPECT_NE(text_of(with).find(heading), std::string::npos) << heading;
    }
    // Two of the ladder, two of spending, those of the survey that are spoken of, three goals, and the timeline.
    EXPECT_GE(charts_in(with), charts_in(without) + 9);
    EXPECT_EQ(text_of(with).find("{{"), std::string::npos);
}

TEST_F(ToolChaptersTest, KeepTheDemonstrationFreeOfFaults)
{
    const Document document = with_all_tools();
    for (const char* severity : {"error", "warning"})
        for (const Finding& finding : findings(document, severity))
            ADD_FAILURE() << to_utf8(finding.ruleId) << " " << to_utf8(finding.sheet) << " " << to_utf8(finding.cell)
                          << " " << to_utf8(finding.message);
}

TEST_F(ToolChaptersTest, ASurveyThatCannotBeReadKeepsNoPlanFromBeingMade)
{
    const Document document = demo_workbook();
    demo::fill_survey(document, running());
    const Sheet survey = sheet_named(document, "Spørgeskema");
    for (int row = 0; row < 30; ++row)
        if (survey->getCellByPosition(0, row)->getValue() == 4)
            survey->getCellByPosition(4, row)->setValue(9);
    const std::string text = text_of(plan_of(document, "plan.odt"));
    EXPECT_NE(text.find("Kapitlet er ikke skrevet, fordi arket ikke kan læses:"), std::string::npos);
    EXPECT_NE(text.find("Nøgletal: status"), std::string::npos);
}

TEST_F(ToolChaptersTest, AQuestionWithALowOwnAnswerIsProposedAsAFocusArea)
{
    const Document document = demo_workbook();
    demo::fill_survey(document, running());
    run("mini-analysis", document);
    const Sheet focus = sheet_named(document, "Fokusområder");
    bool proposed = false;
    for (int row = 0; row < 40; ++row)
        proposed = proposed ||
                   to_utf8(focus->getCellByPosition(0, row)->getFormula()).find("spørgsmål 2") != std::string::npos;
    EXPECT_TRUE(proposed) << "the own answer is 1, the others' mean 3,2";
}

} // namespace trinvis::testing
