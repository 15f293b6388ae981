// SPDX-License-Identifier: MPL-2.0
//
// A plan that is generated again: what a person did to it stays, what is generated is renewed. The failures that other
// generators of documents are known for are each a test here.
#include "living_plan.hpp"
#include "writer/number_links.hpp"
#include "writer/part_fingerprint.hpp"
#include "writer/plan_property.hpp"

#include <algorithm>

namespace trinvis::testing
{

namespace
{

using namespace office;

class PlanRenewalTest : public LivingPlanTest
{
};

const std::vector<std::string>& usual_order()
{
    static const std::vector<std::string> order{
        "status.intro",         "status.table",   "status.note",      "figures.1.text",       "figures.1_series",
        "figures.1.assessment", "figures.2.text", "figures.2_series", "figures.2.assessment", "sources.text"};
    return order;
}

bool any_contains(const std::vector<std::string>& lines, const std::string& part)
{
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

} // namespace

TEST_F(PlanRenewalTest, AFreshPlanHasASectionForEachPart)
{
    const writer::MadePlan plan = made(plan_version(4));
    EXPECT_TRUE(plan.renewal.empty());
    EXPECT_TRUE(plan.kept.empty());
    EXPECT_EQ(order(), usual_order());
    EXPECT_EQ(words_of("figures.1.text"), "1 Nøgletal\nJeres værdi er 4,0.\n");
    EXPECT_EQ(words_of("status.table"), "Status for nøgletallene\nNøgletal\nJeres\n1 Nøgletal\n4,0\n2 Nøgletal\n4,0\n");
    EXPECT_EQ(empty_paragraphs(), 0);
}

TEST_F(PlanRenewalTest, WhatIsReadBackLooksAsItWasWritten)
{
    made(plan_version(4));
    look(
        [](const TextDocument& document)
        {
            const auto state = writer::read_state(document);
            ASSERT_TRUE(state);
            const FoundParts found = writer::read_parts(document);
            for (const StatePart& part : state->parts)
                EXPECT_EQ(found.parts.at(part.id).look, part.look) << part.id;
        });
}

TEST_F(PlanRenewalTest, SentencesThatSayTheSameAreLinkedEachToItsOwnCell)
{
    const std::vector<std::string> expected{"Indtastning'.C1", "Indtastning'.C2", "Indtastning'.C1", "Indtastning'.C2"};
    for (const int version : {1, 1, 2})
    {
        made(plan_version(version));
        look(
            [&](const TextDocument& plan)
            {
                std::vector<std::string> cells;
                for (const writer::LinkedNumber& number : writer::linked_numbers(plan))
                {
                    EXPECT_EQ(number.text, std::to_string(version) + ",0");
                    cells.push_back(to_utf8(number.url.copy(number.url.indexOf("Indtastning"))));
                }
                EXPECT_EQ(cells, expected);
            });
    }
}

TEST_F(PlanRenewalTest, GeneratedPartsAreRenewed)
{
    made(plan_version(4));
    const writer::MadePlan plan = made(plan_version(5));
    EXPECT_EQ(words_of("figures.1.text"), "1 Nøgletal\nJeres værdi er 5,0.\n");
    EXPECT_EQ(words_of("status.table"), "Status for nøgletallene\nNøgletal\nJeres\n1 Nøgletal\n5,0\n2 Nøgletal\n5,0\n");
    EXPECT_EQ(body().find("4,0"), std::string::npos);
    EXPECT_EQ(order(), usual_order());
    EXPECT_EQ(empty_paragraphs(), 0);
    EXPECT_TRUE(any_contains(plan.renewal, "afsnit er fornyet.")) << ::testing::PrintToString(plan.renewal);
}

TEST_F(PlanRenewalTest, NothingNewChangesNothing)
{
    made(plan_version(4));
    const std::string before = body();
    const writer::MadePlan plan = made(plan_version(4));
    EXPECT_EQ(body(), before);
    EXPECT_EQ(plan.renewal.front(), "Alle afsnit var ajour.");
}

// "User text gone on the second or third run."
TEST_F(PlanRenewalTest, TextBetweenThePartsSurvivesEveryRun)
{
    made(plan_version(1));
    edit(
        [](const TextDocument& document)
        {
            writer::paragraph_after(document, section_of(document, "figures.1_series"))
                ->setString(from_utf8("Mit afsnit: æøå „citat“ og  to blanke."));
        });
    for (int run = 2; run <= 4; ++run)
    {
        made(plan_version(run));
        EXPECT_NE(body().find("Mit afsnit: æøå „citat“ og  to blanke."), std::string::npos) << run;
        EXPECT_EQ(words_of("figures.1.text"), "1 Nøgletal\nJeres værdi er " + std::to_string(run) + ",0.\n");
    }
}

TEST_F(PlanRenewalTest, WhatIsWrittenInAMarkedPlaceSurvivesEveryRun)
{
    made(plan_version(1));
    edit([](const TextDocument& document)
         { paragraph_of(document, "figures.1.assessment")->setString(from_utf8("Vi ser nærmere på sagerne.")); });
    for (int run = 2; run <= 4; ++run)
    {
        made(plan_version(run));
        EXPECT_EQ(words_of("figures.1.assessment"), "Vi ser nærmere på sagerne.\n") << run;
        EXPECT_EQ(words_of_offer("figures.1.assessment"), "(none)");
    }
}

// "Trailing empty paragraphs swallowed." "Stray empty paragraphs around looped tables."
TEST_F(PlanRenewalTest, APersonsEmptyParagraphsStayAndNoneAreAdded)
{
    made(plan_version(1));
    edit(
        [](const TextDocument& document)
        {
            const auto last = section_of(document, "sources.text");
            static_cast<void>(writer::paragraph_after(document, last));
            static_cast<void>(writer::paragraph_after(document, last));
            static_cast<void>(writer::paragraph_after(document, section_of(document, "status.table")));
        });
    ASSERT_EQ(empty_paragraphs(), 3);
    for (int run = 2; run <= 5; ++run)
    {
        made(plan_version(run));
        EXPECT_EQ(empty_paragraphs(), 3) << run;
    }
}

// "Start marker deleted by the user."
TEST_F(PlanRenewalTest, ADeletedPartStaysDeleted)
{
    made(plan_version(1));
    edit([](const TextDocument& document) { writer::remove_section(section_of(document, "figures.1.text")); });
    const writer::MadePlan plan = made(plan_version(2));
    EXPECT_EQ(words_of("figures.1.text"), "(none)");
    EXPECT_EQ(words_of("figures.2.text"), "2 Nøgletal\nJeres værdi er 2,0.\n");
    EXPECT_TRUE(any_contains(plan.renewal, "1 afsnit, som I har slettet, er ikke sat ind igen."));
    made(plan_version(3));
    EXPECT_EQ(words_of("figures.1.text"), "(none)");
}

TEST_F(PlanRenewalTest, APartWhoseMarkIsGoneKeepsItsTextAndIsNotPutInTwice)
{
    made(plan_version(1));
    edit([](const TextDocument& document) { writer::release_section(section_of(document, "figures.1.text")); });
    made(plan_version(2));
    EXPECT_NE(body().find("Jeres værdi er 1,0."), std::string::npos);
    EXPECT_EQ(words_of("figures.1.text"), "(none)");
}

TEST_F(PlanRenewalTest, AnEmptiedPartStaysEmpty)
{
    made(plan_version(1));
    edit([](const TextDocument& document) { paragraph_of(document, "sources.text")->setString(rtl::OUString()); });
    PlanContent next = plan_version(2);
    drop_part(next, "sources", "sources.text");
    add_part(next, "sources", "text", PlanParagraph{"Andre kilder."});
    made(next);
    EXPECT_EQ(words_of("sources.text"), "\n");
    EXPECT_EQ(words_of_offer("sources.text"), "(none)");
}

// "User edits outside the fields overwritten", and inside them.
TEST_F(PlanRenewalTest, AnEditedSentenceStaysAndTheNewVersionStandsBesideIt)
{
    made(plan_version(1));
    edit([](const TextDocument& document)
         { paragraph_of(document, "status.intro")->setString("Tabellen har vi selv skrevet om."); });
    writer::MadePlan plan = made(plan_version(2));
    EXPECT_EQ(words_of("status.intro"), "Tabellen har vi selv skrevet om.\n");
    EXPECT_EQ(words_of_offer("status.intro"), "Tabellen viser runde 2.\n");
    EXPECT_TRUE(any_contains(plan.renewal, "„Tabellen viser runde 2.“: I har rettet teksten"))
        << ::testing::PrintToString(plan.renewal);
    look(
        [](const TextDocument& document)
        {
            const auto offer = writer::find_section(document, writer::offer_name("status.intro"));
            EXPECT_EQ(to_utf8(get_property<rtl::OUString>(writer::content_of(offer).front(), "ParaStyleName")),
                      "Trinvis Nyt");
        });
    plan = made(plan_version(3));
    EXPECT_EQ(words_of("status.intro"), "Tabellen har vi selv skrevet om.\n");
    EXPECT_EQ(words_of_offer("status.intro"), "Tabellen viser runde 3.\n") << "replaced, not piled up";
    plan = made(plan_version(3));
    EXPECT_EQ(words_of_offer("status.intro"), "Tabellen viser runde 3.\n");
    EXPECT_FALSE(any_contains(plan.renewal, "I har rettet teksten"));
}

TEST_F(PlanRenewalTest, AnOfferThatIsDeletedComesBackOnlyWithSomethingNew)
{
    made(plan_version(1));
    edit([](const TextDocument& document) { paragraph_of(document, "status.intro")->setString("Egne ord."); });
    made(plan_version(2));
    edit([](const TextDocument& document)
         { writer::remove_section(writer::find_section(document, writer::offer_name("status.intro"))); });
    made(plan_version(2));
    EXPECT_EQ(words_of_offer("status.intro"), "(none)");
    made(plan_version(3));
    EXPECT_EQ(words_of_offer("status.intro"), "Tabellen viser runde 3.\n");
}

TEST_F(PlanRenewalTest, AnOfferIsGoneOnceItsWordsWereTakenOver)
{
    made(plan_version(1));
    edit([](const TextDocument& document) { paragraph_of(document, "status.intro")->setString("Egne ord."); });
    made(plan_version(2));
    edit([](const TextDocument& document)
         { paragraph_of(document, "status.intro")->setString("Tabellen viser runde 2."); });
    made(plan_version(2));
    EXPECT_EQ(words_of_offer("status.intro"), "(none)");
    EXPECT_EQ(words_of("status.intro"), "Tabellen viser runde 2.\n");
    EXPECT_EQ(empty_paragraphs(), 0);
}

TEST_F(PlanRenewalTest, AnOfferWhoseOriginalIsDeletedTakesItsPlace)
{
    made(plan_version(1));
    edit([](const TextDocument& document) { paragraph_of(document, "status.intro")->setString("Egne ord."); });
    made(plan_version(2));
    edit([](const TextDocument& document) { writer::remove_section(section_of(document, "status.intro")); });
    made(plan_version(3));
    EXPECT_EQ(words_of_offer("status.intro"), "(none)");
    EXPECT_EQ(words_of("status.intro"), "Tabellen viser runde 3.\n");
    look(
        [](const TextDocument& document)
        {
            EXPECT_EQ(to_utf8(get_property<rtl::OUString>(
                          writer::content_of(section_of(document, "status.intro")).front(), "ParaStyleName")),
                      "Text body");
        });
    made(plan_version(4));
    EXPECT_EQ(words_of("status.intro"), "Tabellen viser runde 4.\n");
}

TEST_F(PlanRenewalTest, WordsWrittenIntoAnOfferAreHerOwn)
{
    made(plan_version(1));
    edit([](const TextDocument& document) { paragraph_of(document, "status.intro")->setString("Egne ord."); });
    made(plan_version(2));
    edit(
        [](const TextDocument& document)
        {
            const auto offer = writer::find_section(document, writer::offer_name("status.intro"));
            query<css::text::XTextRange>(writer::content_of(offer).front())->setString("Skrevet i den nye udgave.");
        });
    made(plan_version(3));
    EXPECT_NE(body().find("Skrevet i den nye udgave."), std::string::npos);
    EXPECT_EQ(words_of_offer("status.intro"), "Tabellen viser runde 3.\n");
}

TEST_F(PlanRenewalTest, BoldLettersAreAnEdit)
{
    made(plan_version(1));
    edit(
        [](const TextDocument& document)
        {
            const auto paragraph = paragraph_of(document, "status.intro");
            const auto cursor = paragraph->getText()->createTextCursorByRange(paragraph->getStart());
            cursor->goRight(8, true);
            set_property(cursor, "CharWeight", css::uno::Any(150.0F));
        });
    made(plan_version(2));
    EXPECT_EQ(words_of("status.intro"), "Tabellen viser runde 1.\n");
    EXPECT_EQ(words_of_offer("status.intro"), "Tabellen viser runde 2.\n");
}

TEST_F(PlanRenewalTest, ACommentInASentenceIsKept)
{
    made(plan_version(1));
    edit(
        [](const TextDocument& document)
        {
            const auto comment = create_in<css::text::XTextContent>(document, "com.sun.star.text.TextField.Annotation");
            set_property(comment, "Content", css::uno::Any(from_utf8("Passer det?")));
            const auto paragraph = paragraph_of(document, "status.intro");
            paragraph->getText()->insertTextContent(paragraph->getEnd(), comment, false);
        });
    made(plan_version(2));
    EXPECT_EQ(words_of("status.intro"), "Tabellen viser runde 1.\n");
    EXPECT_EQ(words_of_offer("status.intro"), "Tabellen viser runde 2.\n");
}

TEST_F(PlanRenewalTest, APartThatWasMovedIsRenewedWhereItStands)
{
    made(plan_version(1));
    edit(
        [](const TextDocument& document)
        {
            // As cutting and pasting does: the same section elsewhere.
            writer::remove_section(section_of(document, "status.note"));
            const auto place = writer::paragraph_before(document, section_of(document, "sources.text"));
            const auto section = writer::insert_section(document, place, writer::section_name("status.note"), false);
            const auto inside = query<css::text::XTextRange>(writer::content_of(section).front());
            inside->setString(from_utf8("En forskel er ikke i sig selv god eller dårlig."));
            set_property(inside, "ParaStyleName", css::uno::Any(rtl::OUString("Trinvis Note")));
            writer::remove_paragraph(place);
        });
    PlanContent next = plan_version(2);
    drop_part(next, "status", "status.note");
    add_part(next, "status", "note", PlanParagraph{"En ny note.", ParagraphLook::note});
    made(next);
    EXPECT_EQ(words_of("status.note"), "En ny note.\n");
    const std::vector<std::string> now = order();
    EXPECT_EQ(std::find(now.begin(), now.end(), "status.note") + 1, std::find(now.begin(), now.end(), "sources.text"));
}

TEST_F(PlanRenewalTest, ANewPartGoesAfterTheNearestEarlierOne)
{
    made(plan_version(1));
    PlanContent next = plan_version(2);
    next.slots["ladder"] = {};
    add_part(next, "ladder", "text", PlanParagraph{"Bevægelser."});
    add_part(next, "survey", "text", PlanParagraph{"Svarene."});
    const writer::MadePlan plan = made(next);
    std::vector<std::string> expected = usual_order();
    expected.insert(expected.end() - 1, {"ladder.text", "survey.text"});
    EXPECT_EQ(order(), expected);
    const std::string text = body();
    EXPECT_LT(text.find("Bevægelser."), text.find("\nSvar\n")) << "before the heading of the next chapter";
    EXPECT_GT(text.find("Svarene."), text.find("\nSvar\n")) << "under its heading";
    EXPECT_TRUE(any_contains(plan.renewal, "2 nye afsnit er sat ind."));
    EXPECT_EQ(empty_paragraphs(), 0);
}

TEST_F(PlanRenewalTest, APartThatIsNotGeneratedAnyMoreIsKeptAndTold)
{
    made(plan_version(1));
    PlanContent next = plan_version(2);
    drop_part(next, "status", "status.note");
    writer::MadePlan plan = made(next);
    EXPECT_EQ(words_of("status.note"), "En forskel er ikke i sig selv god eller dårlig.\n");
    EXPECT_TRUE(any_contains(plan.renewal, "dannes ikke længere")) << ::testing::PrintToString(plan.renewal);
    plan = made(next);
    EXPECT_FALSE(any_contains(plan.renewal, "dannes ikke længere")) << "told once";
}

TEST_F(PlanRenewalTest, ASlotThatIsGoneFromTheTemplateIsKept)
{
    made(plan_version(1));
    write_template("<text:p text:style-name=\"Text_20_body\">{{slot:figures}}</text:p>");
    made(plan_version(2));
    EXPECT_EQ(words_of("status.intro"), "Tabellen viser runde 1.\n");
    EXPECT_EQ(words_of("figures.1.text"), "1 Nøgletal\nJeres værdi er 2,0.\n");
}

TEST_F(PlanRenewalTest, APlanThatIsSharedForTheFirstTimeKeepsHerTextButNoGeneratedNumber)
{
    made(plan_version(1));
    edit(
        [](const TextDocument& document)
        {
            paragraph_of(document, "status.intro")->setString("Runde 1 med egne ord.");
            writer::paragraph_after(document, section_of(document, "status.note"))->setString("Mit eget afsnit.");
            paragraph_of(document, "figures.1.assessment")->setString("Min vurdering.");
        });
    PlanContent next = plan_version(2);
    drop_part(next, "status", "status.table");
    writer::PlanTarget shared = target();
    shared.shared = true;
    const writer::MadePlan plan = made(next, shared);
    EXPECT_EQ(words_of("status.intro"), "Tabellen viser runde 2.\n");
    EXPECT_EQ(words_of("status.table"), "(none)");
    EXPECT_NE(body().find("Mit eget afsnit."), std::string::npos);
    EXPECT_EQ(words_of("figures.1.assessment"), "Min vurdering.\n");
    EXPECT_EQ(body().find("1,0"), std::string::npos);
    EXPECT_TRUE(any_contains(plan.renewal, "er ikke med i planen til deling"));
    EXPECT_TRUE(any_contains(plan.renewal, "Læs jeres egne tekster igennem"));
    EXPECT_EQ(plan.kept.size(), 2U);
}

} // namespace trinvis::testing
