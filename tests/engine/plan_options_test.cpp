// SPDX-License-Identifier: MPL-2.0
//
// What a person chooses of a document.
#include "shipped.hpp"

#include "plan/plan_options.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::words;

const std::vector<Figure>& figures()
{
    return tests::catalogue(Language::danish).figures;
}

} // namespace

TEST(PlanOptions, ChooseEverythingWhereNothingIsNamed)
{
    const PlanOptions options;
    EXPECT_TRUE(options.wants_section("goals"));
    EXPECT_TRUE(options.wants_figure("12"));
    EXPECT_EQ(chosen_figures(options, figures()).size(), 12U);
    EXPECT_EQ(options_fault(options, figures(), words().danish), "");
}

TEST(PlanOptions, KeepTheOrderOfTheCatalogue)
{
    const std::vector<Figure> chosen = chosen_figures({.figures = {"8", "3"}}, figures());
    ASSERT_EQ(chosen.size(), 2U);
    EXPECT_EQ(chosen[0].id, "3");
    EXPECT_EQ(chosen[1].id, "8");
}

TEST(PlanOptions, NameAnUnknownSectionAndTheNearestOne)
{
    const std::string fault = options_fault({.sections = {"goal"}}, figures(), words().danish);
    EXPECT_TRUE(fault.starts_with("Der er ikke noget afsnit med navnet goal.")) << fault;
    EXPECT_TRUE(fault.ends_with("Mente du goals?")) << fault;
}

TEST(PlanOptions, KnowNoGoalsInAReport)
{
    EXPECT_NE(options_fault({.kind = DocumentKind::report, .sections = {"goals"}}, figures(), words().danish), "");
    EXPECT_EQ(options_fault({.kind = DocumentKind::report, .sections = {"status"}}, figures(), words().danish), "");
}

TEST(PlanOptions, NameAnUnknownFigure)
{
    const std::string fault = options_fault({.figures = {"13"}}, figures(), words().danish);
    EXPECT_NE(fault.find("nummeret 13"), std::string::npos) << fault;
    EXPECT_NE(fault.find("1, 2, 3"), std::string::npos) << fault;
}

TEST(PlanOptions, AreTheSameAfterAJourneyThroughJson)
{
    const PlanOptions options{.kind = DocumentKind::report,
                              .sections = {"status", "figures"},
                              .figures = {"3", "E1"},
                              .template_url = "file:///k%C3%B8ge/skabelon.ott"};
    EXPECT_EQ(plan_options_from_json(options_json(options)), options);
    EXPECT_EQ(plan_options_from_json(options_json({})), PlanOptions{});
}

TEST(PlanOptions, AreNotReadFromADamagedText)
{
    for (const char* text : {"", "{", "[]", "{}", R"({"kind":"letter","sections":[],"figures":[],"template":""})",
                             R"({"kind":"plan","sections":[1],"figures":[],"template":""})"})
        EXPECT_FALSE(plan_options_from_json(text)) << text;
}

} // namespace trinvis
