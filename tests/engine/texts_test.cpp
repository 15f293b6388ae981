// SPDX-License-Identifier: MPL-2.0
//
// The text files of both languages: the same keys, the same places to fill in, and the field's own words.
#include "shipped.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <stdexcept>

namespace trinvis
{

namespace
{

using tests::words;

std::multiset<std::string> places_in(std::string_view text)
{
    std::multiset<std::string> places;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
        if (const std::size_t close = text.find('}', open); close != std::string_view::npos)
            places.emplace(text.substr(open + 1, close - open - 1));
    return places;
}

bool holds_word(std::string_view text, std::string_view word)
{
    const auto is_letter = [](char letter)
    { return std::isalpha(static_cast<unsigned char>(letter)) != 0 || static_cast<unsigned char>(letter) >= 0x80; };
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        if ((at == 0 || !is_letter(text[at - 1])) &&
            (at + word.size() == text.size() || !is_letter(text[at + word.size()])))
            return true;
    return false;
}

} // namespace

TEST(TextFiles, HaveTheSameKeysInBothLanguages)
{
    for (const auto& [key, text] : words().danish.all())
        EXPECT_TRUE(words().english.all().contains(key)) << key << " is missing in English";
    for (const auto& [key, text] : words().english.all())
        EXPECT_TRUE(words().danish.all().contains(key)) << key << " is missing in Danish";
}

TEST(TextFiles, FillInTheSamePlacesInBothLanguages)
{
    for (const auto& [key, text] : words().danish.all())
        EXPECT_EQ(places_in(text), places_in(words().english.get(key))) << key;
}

TEST(TextFiles, NameTheirLanguage)
{
    EXPECT_EQ(words().danish.language(), Language::danish);
    EXPECT_EQ(words().english.language(), Language::english);
}

TEST(TextFiles, LeaveNothingEmptyButRemarks)
{
    for (const Language language : {Language::danish, Language::english})
        for (const auto& [key, text] : words().in(language).all())
            EXPECT_TRUE(!text.empty() || key.ends_with(".remark")) << key;
}

TEST(TextFiles, HaveNoBlanksAtTheEnds)
{
    for (const Language language : {Language::danish, Language::english})
        for (const auto& [key, text] : words().in(language).all())
            EXPECT_TRUE(key == "sentence.interval" || text.empty() || (text.front() != ' ' && text.back() != ' '))
                << key;
}

TEST(TextFiles, HaveASingularForEveryPlural)
{
    for (const Language language : {Language::danish, Language::english})
        for (const auto& [key, text] : words().in(language).all())
            EXPECT_TRUE(!key.ends_with(".many") ||
                        words().in(language).all().contains(key.substr(0, key.size() - 5) + ".one"))
                << key;
}

TEST(DanishTexts, SayPctAndNeverThePercentSign)
{
    for (const auto& [key, text] : words().danish.all())
    {
        EXPECT_EQ(text.find('%'), std::string::npos) << key;
        EXPECT_FALSE(holds_word(text, "procent")) << key;
        EXPECT_EQ(text.find("pct "), std::string::npos) << key << ": pct. is an abbreviation";
    }
}

TEST(DanishTexts, UseTheWordsOfTheField)
{
    const auto& texts = words().danish;
    EXPECT_EQ(texts.get("field.numerator"), "Tæller");
    EXPECT_EQ(texts.get("field.denominator"), "Nævner");
    EXPECT_EQ(texts.get("field.cut_off"), "Skæringsdato");
    EXPECT_EQ(texts.get("field.figure"), "Nøgletal");
    EXPECT_EQ(texts.get("severity.error"), "Fejl");
    EXPECT_EQ(texts.get("severity.warning"), "Advarsel");
    EXPECT_EQ(texts.get("severity.information"), "Oplysning");
    EXPECT_EQ(texts.get("blank.confidential"), "diskretioneret");
    EXPECT_EQ(texts.get("plan.title"), "Udviklingsplan");
    EXPECT_EQ(texts.get("word.provisional"), "værktøjets forslag, tilpasses lokalt");
}

TEST(DanishTexts, UseNoEnglishWordWhereTheFieldHasADanishOne)
{
    for (const auto& [key, text] : words().danish.all())
        for (const char* word : {"benchmark", "Benchmark", "rapport", "KPI", "record", "default", "cut-off", "funnel"})
            EXPECT_FALSE(holds_word(text, word)) << key << ": " << word;
}

TEST(EnglishTexts, UseTheWordsOfTheGlossary)
{
    const auto& texts = words().english;
    EXPECT_EQ(texts.get("field.numerator"), "Numerator");
    EXPECT_EQ(texts.get("field.denominator"), "Denominator");
    EXPECT_EQ(texts.get("severity.error"), "Error");
    EXPECT_EQ(texts.get("severity.warning"), "Warning");
    EXPECT_EQ(texts.get("severity.information"), "Information");
    for (const auto& [key, text] : texts.all())
    {
        EXPECT_EQ(text.find('%'), std::string::npos) << key;
        EXPECT_EQ(text.find("pct"), std::string::npos) << key;
    }
}

TEST(EnglishTexts, HaveNoDanishLettersButInNames)
{
    for (const auto& [key, text] : words().english.all())
        for (const char* letter : {"æ", "ø", "å", "Æ", "Ø", "Å"})
            EXPECT_TRUE(text.find(letter) == std::string::npos ||
                        text.find("Indsatstrappens Nøgletal") != std::string::npos ||
                        text.find("Christiansø") != std::string::npos)
                << key << ": " << text;
}

TEST(FillIn, PutsValuesInTheirPlaces)
{
    EXPECT_EQ(fill_in("{a} og {b}, {a}", {{"a", "1"}, {"b", "2"}}), "1 og 2, 1");
}

TEST(FillIn, LeavesANameThatIsNotGiven)
{
    EXPECT_EQ(fill_in("{ukendt} {a}", {{"a", "1"}}), "{ukendt} 1");
}

TEST(FillIn, LeavesABracketThatIsNeverClosed)
{
    EXPECT_EQ(fill_in("før {a", {{"a", "1"}}), "før {a");
}

TEST(FillIn, DoesNotFillInWhatAValueBrings)
{
    EXPECT_EQ(fill_in("{a}{b}", {{"a", "{b}"}, {"b", "2"}}), "{b}2");
}

TEST(Texts, CountInSingularAndPlural)
{
    EXPECT_EQ(words().danish.count("verdict.warnings", 1), "1 uforklaret advarsel");
    EXPECT_EQ(words().danish.count("verdict.warnings", 2), "2 uforklarede advarsler");
    EXPECT_EQ(words().danish.count("verdict.warnings", 0), "0 uforklarede advarsler");
}

TEST(Texts, RefuseAKeyThatIsNotThere)
{
    EXPECT_THROW((void)words().danish.get("no.such.key"), std::out_of_range);
}

TEST(Texts, RefuseAFileThatIsNoListOfTexts)
{
    EXPECT_THROW((void)Texts::from_json("[]"), std::invalid_argument);
    EXPECT_THROW((void)Texts::from_json("{\"a\": \"b\"}"), std::invalid_argument);
    EXPECT_THROW((void)Texts::from_json("{\"language\": \"da\", \"a\": 1}"), std::invalid_argument);
    EXPECT_THROW((void)Texts::from_json("{\"language\": "), std::invalid_argument);
}

TEST(LanguageCode, IsReadWithACountryBehindIt)
{
    EXPECT_EQ(language_from_code("da-DK"), Language::danish);
    EXPECT_EQ(language_from_code("da"), Language::danish);
    EXPECT_EQ(language_from_code("en-GB"), Language::english);
    EXPECT_EQ(language_from_code("de"), Language::english);
    EXPECT_EQ(language_from_code(""), Language::english);
}

} // namespace trinvis
