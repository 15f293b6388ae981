// SPDX-License-Identifier: MPL-2.0
//
// The parts of a plan, and texts whose numbers know where they come from.
#include "compared.hpp"

#include "plan/plan_content.hpp"
#include "plan/plan_part.hpp"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace trinvis
{

TEST(PlanParts, AreNamedAfterChapterAndPart)
{
    PlanChapter chapter("figures");
    chapter.add("3.text", PlanParagraph{"a"});
    chapter.add("3.text", PlanParagraph{"b"});
    chapter.add("3.table", PlanTable{});
    chapter.add("3.assessment", PlanParagraph{"c", ParagraphLook::to_write});
    const std::vector<PlanPart> parts = parts_of(chapter.blocks());
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0].id, "figures.3.text");
    EXPECT_EQ(parts[0].kind, PartKind::prose);
    EXPECT_EQ(parts[0].blocks.size(), 2U);
    EXPECT_EQ(parts[1].kind, PartKind::locked);
    EXPECT_EQ(parts[2].kind, PartKind::own);
}

TEST(PlanParts, RefuseAPartInTwoPlaces)
{
    PlanChapter chapter("a");
    chapter.add("1", PlanParagraph{"a"});
    chapter.add("2", PlanParagraph{"b"});
    chapter.add("1", PlanParagraph{"c"});
    EXPECT_THROW((void)parts_of(chapter.blocks()), std::invalid_argument);
    EXPECT_THROW((void)parts_of({PlanParagraph{"without a part"}}), std::invalid_argument);
}

TEST(PlanParts, RefuseATableTogetherWithText)
{
    PlanChapter chapter("a");
    chapter.add("1", PlanParagraph{"a"});
    chapter.add("1", PlanTable{});
    EXPECT_THROW((void)parts_of(chapter.blocks()), std::invalid_argument);
}

TEST(PlanParts, OfAWholePlanAreEachNamedOnce)
{
    const tests::Compared& all = tests::country_compared();
    const PlanContent plan = plan_content(
        {all.workbook, {}, all.benchmark, all.source, all.texts(), tests::words(), tests::day(2021, 3, 1)});
    std::set<std::string> ids;
    for (const auto& [slot, blocks] : plan.slots)
        for (const PlanPart& part : parts_of(blocks))
            EXPECT_TRUE(ids.insert(part.id).second) << part.id;
    EXPECT_TRUE(ids.contains("figures.1.heading"));
    EXPECT_TRUE(ids.contains("figures.1_series"));
}

TEST(TracedText, KeepsItsNumbersWhenPutTogether)
{
    const TracedText value{"4,2", {.key = "own", .sheet = "Indtastning", .cell = "C7"}};
    TracedText text =
        fill_in_traced("Værdi {value}, før {before}.", {{"value", value}, {"before", {"4,2", {"before", "", ""}}}});
    text += TracedText(" Nå.") + value;
    EXPECT_EQ(text.text, "Værdi 4,2, før 4,2. Nå.4,2");
    ASSERT_EQ(text.traces.size(), 3U);
    for (const Trace& trace : text.traces)
        EXPECT_EQ(text.text.substr(trace.begin, trace.length), "4,2");
    EXPECT_EQ(text.traces[0].source.cell, "C7");
    EXPECT_EQ(text.traces[1].source.key, "before");
    EXPECT_EQ(text.traces[2].source.key, "own");
}

TEST(TracedText, LeavesNamesThatAreNotGiven)
{
    EXPECT_EQ(fill_in_traced("{a} og {b", {}).text, "{a} og {b");
}

} // namespace trinvis
