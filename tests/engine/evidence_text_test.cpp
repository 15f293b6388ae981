// SPDX-License-Identifier: MPL-2.0
//
// What a text is read to refer to.
#include "shipped.hpp"

#include "table/evidence_text.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

std::string found(std::string_view text)
{
    std::string line;
    for (const Reference& reference : references_in(text))
        line +=
            std::string(line.empty() ? "" : " ") + "fqsl"[static_cast<std::size_t>(reference.kind)] + reference.number;
    return line;
}

} // namespace

TEST(Evidence, IsReadInBothLanguages)
{
    EXPECT_EQ(found("nøgletal 3, spørgsmål 9, udgifter trin 6"), "f3 q9 s6");
    EXPECT_EQ(found("Key figure 3; question 9; spending step 6"), "f3 q9 s6");
    EXPECT_EQ(found("NØGLETAL 12."), "f12");
    EXPECT_EQ(found("trin 4"), "l4");
}

TEST(Evidence, MayNameSeveralNumbersAfterOneWord)
{
    EXPECT_EQ(found("nøgletal 3, 4 og 9"), "f3 f4 f9");
    EXPECT_EQ(found("nøgletal 1-3 samt spørgsmål nr. 7"), "f1 f2 f3 q7");
    EXPECT_EQ(found("udgifter trin 4–6"), "s4 s5 s6");
    EXPECT_EQ(found("figures 8 and 9"), "f8 f9");
}

TEST(Evidence, KnowsOwnIndicators)
{
    EXPECT_EQ(found("nøgletal E1 og 3"), "fe1 f3");
}

TEST(Evidence, NamesEachThingOnce)
{
    EXPECT_EQ(found("nøgletal 3; igen nøgletal 3"), "f3");
}

TEST(Evidence, LeavesOtherWordsAndNumbersAlone)
{
    EXPECT_EQ(found("samtaler med 12 ledere i 2026"), "");
    EXPECT_EQ(found("nøgletal fra 2024 viser"), "");
    EXPECT_EQ(found(""), "");
    EXPECT_EQ(found("nøgletal 12345678"), "");
}

TEST(Evidence, HasNoRangeWithoutEnd)
{
    EXPECT_EQ(found("nøgletal 1-999"), "f1 f999");
    EXPECT_EQ(found("nøgletal 5-3"), "f5 f3");
}

TEST(Evidence, IsReadAsTheTextsWriteIt)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const Texts& texts = tests::words().in(language);
        EXPECT_EQ(found(texts.format("evidence.figure", {{"number", "3"}})), "f3");
        EXPECT_EQ(found(texts.format("evidence.question", {{"number", "9"}})), "q9");
        EXPECT_EQ(found(texts.format("evidence.spending_step", {{"number", "6"}})), "s6");
        EXPECT_EQ(found(texts.format("evidence.step", {{"number", "6"}})), "l6");
    }
}

} // namespace trinvis
