// SPDX-License-Identifier: MPL-2.0
//
// The placeholders of a template, right and wrong ones, and the documentation of them.
#include "shipped.hpp"

#include "plan/plan_outline.hpp"
#include "plan/plan_template.hpp"

#include "../documentation/template_documentation.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace trinvis
{

namespace
{

using tests::words;

std::vector<std::string> faults(const std::vector<TemplateParagraph>& paragraphs,
                                DocumentKind kind = DocumentKind::plan)
{
    return template_faults(paragraphs, kind, words().danish);
}

std::vector<TemplateParagraph> body(const std::vector<std::string>& texts)
{
    std::vector<TemplateParagraph> paragraphs;
    for (const std::string& text : texts)
        paragraphs.push_back({TemplateRegion::body, paragraphs.size() + 1, {}, text});
    return paragraphs;
}

std::string file_of(DocumentKind kind)
{
    return tests::file_text(tests::templates_dir() /
                            (kind == DocumentKind::plan ? "udviklingsplan.fodt" : "noegletalsrapport.fodt"));
}

/// A blank in the place of each tag.
std::string without_tags(std::string text)
{
    for (std::size_t begin = text.find('<'); begin != std::string::npos; begin = text.find('<', begin))
        text.replace(begin, text.find('>', begin) + 1 - begin, " ");
    return text;
}

/// The paragraphs of a flat text document, roughly: what stands between tags.
std::vector<TemplateParagraph> paragraphs_of(DocumentKind kind)
{
    const std::string file = file_of(kind);
    std::vector<std::string> texts;
    for (std::size_t at = file.find("<text:p "); at != std::string::npos; at = file.find("<text:p ", at + 1))
    {
        const std::size_t begin = file.find('>', at) + 1;
        texts.push_back(without_tags(file.substr(begin, file.find("</text:p>", begin) - begin)));
    }
    return body(texts);
}

} // namespace

TEST(PlanTemplate, ReadsTheThreeKindsOfPlaceholders)
{
    const auto found = placeholders_in(body({"{{text:plan.title}} for {{municipality}}", "", " {{slot:figures}} "}));
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].kind, PlaceholderKind::text);
    EXPECT_EQ(found[0].name, "plan.title");
    EXPECT_FALSE(found[0].alone);
    EXPECT_EQ(found[1].kind, PlaceholderKind::value);
    EXPECT_EQ(found[1].written, "{{municipality}}");
    EXPECT_EQ(found[2].kind, PlaceholderKind::slot);
    EXPECT_EQ(found[2].paragraph, 2U);
    EXPECT_TRUE(found[2].alone);
}

TEST(PlanTemplate, NamesAWrongOneWithItsPlaceAndTheNearestName)
{
    EXPECT_EQ(faults(body({"Kommunens logo", "{{slot:figurs}}"})),
              std::vector<std::string>{
                  "{{slot:figurs}} i brødteksten, afsnit 2: der er ingen sådan plads. Mente du {{slot:figures}}?"});
    EXPECT_EQ(faults(body({"{{solt:goals}}"})),
              std::vector<std::string>{
                  "{{solt:goals}} i brødteksten, afsnit 1: der er ingen sådan plads. Mente du {{slot:goals}}?"});
    EXPECT_EQ(faults({{TemplateRegion::footer, 1, "Standard", "{{munisipality}}"},
                      {TemplateRegion::body, 1, {}, "{{slot:goals}}"}}),
              std::vector<std::string>{"{{munisipality}} i sidefoden af sideformatet Standard, afsnit 1: der er ingen "
                                       "sådan plads. Mente du {{municipality}}?"});
}

TEST(PlanTemplate, ProposesNothingWhereNothingIsNear)
{
    EXPECT_EQ(faults(body({"{{slot:goals}}", "{{qwertyuiop}}"})),
              std::vector<std::string>{"{{qwertyuiop}} i brødteksten, afsnit 2: der er ingen sådan plads."});
}

TEST(PlanTemplate, ListsEveryFault)
{
    EXPECT_EQ(faults(body({"{{slot:gaols}}", "{{dato}}", "{{slot:status}}"})).size(), 2U);
}

TEST(PlanTemplate, SaysThatBracesAreMissing)
{
    for (const char* text : {"{{slot:goals", "{{slot:goals i alt", "{{slot:goals {{date}}"})
    {
        const auto said = faults(body({text, "{{slot:status}}"}));
        ASSERT_EQ(said.size(), 1U) << text;
        EXPECT_NE(said.front().find("krøllede parenteser"), std::string::npos) << said.front();
        EXPECT_TRUE(said.front().starts_with("{{slot:goals i brødteksten")) << said.front();
    }
}

TEST(PlanTemplate, RefusesASlotThatStandsTwice)
{
    const auto said = faults(body({"{{slot:goals}}", "{{slot:status}}", "{{slot:goals}}"}));
    ASSERT_EQ(said.size(), 1U);
    EXPECT_NE(said.front().find("afsnit 3: pladsen er der allerede i brødteksten, afsnit 1"), std::string::npos)
        << said.front();
}

TEST(PlanTemplate, LetsValuesAndTextsStandAsOftenAsIsWanted)
{
    EXPECT_TRUE(
        faults(body({"{{municipality}} {{municipality}} {{text:plan.title}}", "{{text:plan.title}}", "{{slot:goals}}"}))
            .empty());
}

TEST(PlanTemplate, WantsASlotAloneInAParagraphOfTheBody)
{
    EXPECT_NE(faults(body({"Mål: {{slot:goals}}"})).front().find("alene i sit afsnit"), std::string::npos);
    for (const TemplateRegion region :
         {TemplateRegion::header, TemplateRegion::footer, TemplateRegion::table, TemplateRegion::frame})
        EXPECT_NE(faults({{region, 1, "Standard", "{{slot:goals}}"}}).front().find("kun stå i brødteksten"),
                  std::string::npos);
}

TEST(PlanTemplate, SaysThatThereIsNoPlaceForContent)
{
    EXPECT_EQ(faults({}).size(), 1U);
    EXPECT_NE(faults(body({"Brevpapir for {{municipality}}"})).front().find("ingen pladser af formen"),
              std::string::npos);
}

TEST(PlanTemplate, TellsThatASlotBelongsToTheOtherDocument)
{
    EXPECT_NE(faults(body({"{{slot:goals}}"}), DocumentKind::report).front().find("hører til udviklingsplanen"),
              std::string::npos);
    EXPECT_NE(faults(body({"{{text:key_figure_report.title}}", "{{slot:goals}}"}))
                  .front()
                  .find("hører til nøgletalsrapporten"),
              std::string::npos);
}

TEST(PlanTemplate, TheShippedOnesHaveEverySectionOnceAndInOrder)
{
    for (const DocumentKind kind : {DocumentKind::plan, DocumentKind::report})
    {
        const auto paragraphs = paragraphs_of(kind);
        EXPECT_EQ(faults(paragraphs, kind), std::vector<std::string>{});
        std::vector<std::string> slots;
        for (const Placeholder& found : placeholders_in(paragraphs))
            if (found.kind == PlaceholderKind::slot)
                slots.push_back(found.name);
        EXPECT_EQ(slots, template_names(kind, PlaceholderKind::slot));
    }
}

TEST(PlanTemplate, TheShippedOnesLookTheSame)
{
    const auto looks = [](DocumentKind kind)
    {
        const std::string file = file_of(kind);
        const std::size_t begin = file.find("<office:styles>");
        return file.substr(begin, file.find("<office:master-styles>") - begin);
    };
    EXPECT_EQ(looks(DocumentKind::plan), looks(DocumentKind::report));
}

TEST(TemplateDocumentation, IsWhatTheGeneratorMakes)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const std::string name = documentation::template_file_name(language);
        EXPECT_EQ(tests::file_text(tests::templates_dir() / name),
                  documentation::template_documentation(words().in(language)))
            << name << " is out of date; run the target rule_documentation";
    }
}

TEST(TemplateDocumentation, NamesEveryPlaceholder)
{
    const std::string page = documentation::template_documentation(words().danish);
    for (const DocumentKind kind : {DocumentKind::plan, DocumentKind::report})
        for (const PlaceholderKind of : {PlaceholderKind::value, PlaceholderKind::text, PlaceholderKind::slot})
            for (const std::string& name : template_names(kind, of))
                EXPECT_NE(page.find("`" + placeholder_text(of, name) + "`"), std::string::npos) << name;
}

} // namespace trinvis
