// SPDX-License-Identifier: MPL-2.0
//
// Comparisons in words: no sentence claims more than its verdict carries.
#include "compared.hpp"

#include "benchmark/words.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::country_compared;
using tests::day;
using tests::words;

Comparison some_comparison(Verdict verdict)
{
    Comparison comparison;
    comparison.figure = "3";
    comparison.period = day(2020, 12, 31);
    comparison.group_label = "Storbykommuner (DST)";
    comparison.own.state = ValueState::number;
    comparison.own.value = 63.24;
    comparison.own.interval = statistics::Interval{58.04, 68.16};
    comparison.mean = 60;
    comparison.ratio_of_sums = 61.5;
    comparison.rank = 2;
    comparison.ranked = 3;
    comparison.verdict = verdict;
    comparison.judgement.verdict = verdict;
    return comparison;
}

std::string sentence(Verdict verdict, GroupKind group = GroupKind::country)
{
    Comparison comparison = some_comparison(verdict);
    comparison.group = group;
    comparison.own_counted = group != GroupKind::municipality_group;
    return verdict_sentence(comparison, country_compared().figure("3"), country_compared().workbook, words().danish);
}

bool claims_a_difference(std::string_view text)
{
    for (const char* claim : {"lavere end", "højere end", "klart mere"})
        if (text.find(claim) != std::string_view::npos)
            return true;
    return false;
}

constexpr Verdict all_verdicts[] = {Verdict::low_998,        Verdict::low_95,   Verdict::not_significant,
                                    Verdict::high_95,        Verdict::high_998, Verdict::small_base,
                                    Verdict::not_computable, Verdict::no_group};

} // namespace

TEST(VerdictSentence, SaysValueDateIntervalGroupLevelAndBasis)
{
    EXPECT_EQ(sentence(Verdict::not_significant),
              "Jeres værdi er 63,2 pct. pr. 31-12-2020 (95 pct. interval 58,0-68,2). "
              "Der er ingen sikker forskel til hele landet (61,5, samlet).");
    EXPECT_EQ(sentence(Verdict::low_95, GroupKind::municipality_group),
              "Jeres værdi er 63,2 pct. pr. 31-12-2020 (95 pct. interval 58,0-68,2). Det er lavere end de øvrige "
              "kommuner i gruppen Storbykommuner (DST) (61,5, samlet), mere end tilfældig variation normalt giver (95 "
              "pct.).");
}

TEST(VerdictSentence, ClaimsADifferenceOnlyWhereTheVerdictDoes)
{
    for (const Verdict verdict : all_verdicts)
    {
        const bool different = verdict == Verdict::low_95 || verdict == Verdict::low_998 ||
                               verdict == Verdict::high_95 || verdict == Verdict::high_998;
        EXPECT_EQ(claims_a_difference(sentence(verdict)), different) << sentence(verdict);
    }
}

TEST(VerdictSentence, LeavesNoPlaceUnfilled)
{
    for (const Verdict verdict : all_verdicts)
        for (const GroupKind group : group_kinds)
            EXPECT_EQ(sentence(verdict, group).find('{'), std::string::npos) << sentence(verdict, group);
}

TEST(VerdictSentence, ClaimsNothingInTheWholeDemonstrationWithoutAVerdict)
{
    for (const Comparison& comparison : country_compared().benchmark.comparisons)
    {
        const std::string text = standing_sentence(comparison, country_compared().figure(comparison.figure),
                                                   country_compared().workbook, words().danish);
        const std::string_view code = verdict_code(comparison.judgement.verdict);
        EXPECT_EQ(text.find("lavere end") != std::string::npos, code.starts_with("low-")) << text;
        EXPECT_EQ(text.find("højere end") != std::string::npos, code.starts_with("high-")) << text;
    }
}

TEST(VerdictSentence, IsTheOwnSentenceAndTheStandingSentence)
{
    const Comparison comparison = some_comparison(Verdict::not_significant);
    const auto& all = country_compared();
    EXPECT_EQ(verdict_sentence(comparison, all.figure("3"), all.workbook, all.texts()),
              own_sentence(comparison, all.figure("3"), all.workbook, all.texts()) + " " +
                  standing_sentence(comparison, all.figure("3"), all.workbook, all.texts()));
}

TEST(VerdictSentence, WithoutIntervalSaysNone)
{
    Comparison comparison = some_comparison(Verdict::not_computable);
    comparison.own.interval.reset();
    comparison.ratio_of_sums.reset();
    comparison.level = 60;
    EXPECT_EQ(
        verdict_sentence(comparison, country_compared().figure("2"), country_compared().workbook, words().danish),
        "Jeres værdi er 63,2 måneder pr. 31-12-2020. Blandt hele landet (60,0, uvægtet gennemsnit) er det nr. 2 af 3 "
        "regnet fra den laveste værdi; usikkerhed kan ikke beregnes.");
}

TEST(VerdictWords, AreThereForEveryVerdictInBothLanguages)
{
    for (const Verdict verdict : all_verdicts)
        for (const Language language : {Language::danish, Language::english})
            EXPECT_FALSE(verdict_words(some_comparison(verdict), words().in(language)).empty());
}

TEST(ShownDecimals, FollowKindAndSize)
{
    const auto& all = country_compared();
    EXPECT_EQ(shown_decimals(all.figure("11"), 12.5), 0) << "kroner";
    EXPECT_EQ(shown_decimals(all.figure("1"), 0.512), 2);
    EXPECT_EQ(shown_decimals(all.figure("1"), 12.5), 1);
    EXPECT_EQ(shown_decimals(all.figure("1"), 1000), 0);
}

TEST(ShownValue, HasItsUnitAndTheMannerOfTheLanguage)
{
    EXPECT_EQ(shown_value(country_compared().figure("3"), 63.24, Language::danish), "63,2 pct.");
    EXPECT_EQ(shown_value(country_compared().figure("11"), 12345.6, Language::danish), "12.346 kr. pr. 0-22-årig");
}

TEST(ItemName, IsTheIdWhereThereIsNoRow)
{
    EXPECT_EQ(item_name(country_compared().workbook, "anbragte"), "Anbragte børn og unge i alt");
    EXPECT_EQ(item_name(country_compared().workbook, "findes_ikke"), "findes_ikke");
}

TEST(ChangeSentence, SaysUpDownOrTheSame)
{
    const auto change = [](std::optional<double> by)
    {
        Comparison comparison = some_comparison(Verdict::not_significant);
        comparison.change = by;
        if (by)
            comparison.change_since = day(2020, 6, 30);
        return change_sentence(comparison, country_compared().figure("3"), country_compared().workbook, words().danish);
    };
    EXPECT_EQ(change(1.5), "Værdien er steget med 1,5 procentpoint siden 30-06-2020.");
    EXPECT_EQ(change(-0.5), "Værdien er faldet med 0,5 procentpoint siden 30-06-2020.");
    EXPECT_EQ(change(0.04), "Værdien er den samme som 30-06-2020.");
    EXPECT_EQ(change(std::nullopt), "");
}

TEST(ChangeSentence, KeepsAUnitThatIsNoPercentage)
{
    Comparison comparison = some_comparison(Verdict::not_computable);
    comparison.change = 2;
    comparison.change_since = day(2020, 6, 30);
    EXPECT_EQ(change_sentence(comparison, country_compared().figure("2"), country_compared().workbook, words().danish),
              "Værdien er steget med 2,0 måneder siden 30-06-2020.");
}

TEST(StandingSentence, SaysWhyADifferenceIsNotClaimed)
{
    Comparison comparison = some_comparison(Verdict::high_998);
    comparison.judgement.verdict = Verdict::not_significant;
    const auto text = [&](Doubt doubt)
    {
        comparison.judgement.doubt = doubt;
        comparison.judgement.family = 9;
        return standing_sentence(comparison, country_compared().figure("3"), country_compared().workbook,
                                 words().danish);
    };
    EXPECT_EQ(text(Doubt::overdispersion), "Der er ingen sikker forskel til hele landet (61,5, samlet): værdien ligger "
                                           "over, men kommunerne varierer indbyrdes mere, end tilfældet giver.");
    EXPECT_EQ(text(Doubt::many_figures), "Der er ingen sikker forskel til hele landet (61,5, samlet): værdien ligger "
                                         "over, men det kan være tilfældigt, når 9 nøgletal ses på én gang.");
}

TEST(TrendSentence, IsMadeOnlyOfACertainMovement)
{
    Comparison comparison = some_comparison(Verdict::not_significant);
    Figure figure = country_compared().figure("3");
    EXPECT_EQ(trend_sentence(comparison, figure, words().danish), "");
    comparison.judgement.trend.rounds = 5;
    for (const TrendState state : {TrendState::too_few_rounds, TrendState::too_small, TrendState::none})
    {
        comparison.judgement.trend.state = state;
        EXPECT_EQ(trend_sentence(comparison, figure, words().danish), "");
    }
    comparison.judgement.trend.state = TrendState::falling;
    const std::string plain = "Over de seneste 5 runder er værdien faldet mere, end tilfældig variation normalt giver.";
    EXPECT_EQ(trend_sentence(comparison, figure, words().danish), plain);
    figure.direction = Direction::lower;
    comparison.judgement.trend_merit = 1;
    EXPECT_EQ(trend_sentence(comparison, figure, words().danish), plain + " Det går den ønskede vej.");
}

TEST(PotentialSentence, IsMadeOnlyWhereADifferenceIsClaimed)
{
    Comparison comparison = some_comparison(Verdict::high_95);
    comparison.judgement.potential = Potential{12.3, statistics::Interval{2.6, 21.2}};
    const Figure& figure = country_compared().figure("3");
    EXPECT_EQ(potential_sentence(comparison, figure, words().danish),
              "Afstanden til gruppens niveau svarer til 12 børn flere (3-21 flere).");
    comparison.judgement.verdict = Verdict::not_significant;
    EXPECT_EQ(potential_sentence(comparison, figure, words().danish), "");
    comparison.judgement.potential = Potential{-2345678, {}};
    comparison.judgement.verdict = Verdict::not_computable;
    EXPECT_EQ(potential_sentence(comparison, country_compared().figure("11"), words().danish),
              "Afstanden til gruppens niveau svarer til 2,3 mio. kr. mindre; usikkerheden kendes ikke.");
}

} // namespace trinvis
