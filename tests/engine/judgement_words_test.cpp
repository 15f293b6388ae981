// SPDX-License-Identifier: MPL-2.0
//
// The cells of the overview: few words that claim no more than the judgement.
#include "compared.hpp"

#include "benchmark/judgement_words.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::country_compared;
using tests::day;
using tests::words;

const Texts& danish()
{
    return words().danish;
}

Figure figure(std::string_view id, Direction direction = Direction::neither)
{
    Figure copy = country_compared().figure(id);
    copy.direction = direction;
    return copy;
}

Comparison judged(Verdict verdict)
{
    Comparison comparison;
    comparison.figure = "3";
    comparison.period = day(2020, 12, 31);
    comparison.own.state = ValueState::number;
    comparison.own.value = 63.24;
    comparison.own.interval = statistics::Interval{58.04, 68.16};
    comparison.verdict = verdict;
    comparison.judgement.verdict = verdict;
    return comparison;
}

std::string potential_of(double value, double lower, double upper, std::string_view id = "3")
{
    Comparison comparison = judged(Verdict::not_significant);
    comparison.judgement.potential = Potential{value, statistics::Interval{lower, upper}};
    return potential_cell(comparison, figure(id), danish());
}

std::string turning(Verdict verdict, std::optional<int> fewer, std::optional<int> more, std::string_view id = "3")
{
    Comparison comparison = judged(verdict);
    comparison.judgement.turning_point = {fewer, more};
    return turning_point_cell(comparison, figure(id), danish());
}

} // namespace

TEST(VerdictCell, BeginsWithASymbol)
{
    EXPECT_EQ(verdict_cell(judged(Verdict::low_95), danish()), "▼ Lavere (95 pct.)");
    EXPECT_EQ(verdict_cell(judged(Verdict::high_998), danish()), "▲▲ Klart højere (99,8 pct.)");
    EXPECT_EQ(verdict_cell(judged(Verdict::not_significant), danish()), "● Ingen sikker forskel");
    EXPECT_EQ(verdict_cell(judged(Verdict::small_base), danish()), "○ For få til at afgøre");
}

TEST(VerdictCell, SaysBetterOrWorseWhereItIsJudged)
{
    Comparison comparison = judged(Verdict::low_95);
    comparison.judgement.merit = 1;
    EXPECT_EQ(verdict_cell(comparison, danish()), "▼ Lavere (95 pct.) – bedre");
    comparison.judgement.merit = -1;
    EXPECT_EQ(verdict_cell(comparison, danish()), "▼ Lavere (95 pct.) – dårligere");
}

TEST(VerdictCell, SaysWhatTookTheFunnelsVerdictBack)
{
    Comparison comparison = judged(Verdict::not_significant);
    comparison.verdict = Verdict::high_95;
    comparison.judgement.doubt = Doubt::overdispersion;
    EXPECT_EQ(verdict_cell(comparison, danish()), "● Ikke sikkert højere: de andre kommuner ligger lige så spredt");
    comparison.verdict = Verdict::low_95;
    comparison.judgement.doubt = Doubt::many_figures;
    comparison.judgement.family = 9;
    EXPECT_EQ(verdict_cell(comparison, danish()),
              "● Ikke sikkert lavere: kan være tilfældigt, når 9 nøgletal ses på én gang");
}

TEST(StandingCell, SaysWhichEndIsNumberOne)
{
    Comparison comparison = judged(Verdict::not_significant);
    comparison.judgement.standing = Standing{3, 20, 1};
    EXPECT_EQ(standing_cell(comparison, figure("3"), danish()), "nr. 3 af 20 (1 er lavest), laveste fjerdedel");
    EXPECT_EQ(standing_cell(comparison, figure("3", Direction::higher), danish()),
              "nr. 3 af 20 (1 er bedst), bedste fjerdedel");
    comparison.judgement.standing->quarter = 0;
    EXPECT_EQ(standing_cell(comparison, figure("3"), danish()), "nr. 3 af 20 (1 er lavest)");
    comparison.judgement.standing.reset();
    EXPECT_EQ(standing_cell(comparison, figure("3"), danish()), "–");
}

TEST(TrendCell, SaysWhereTheRoundsAreTooFew)
{
    Comparison comparison = judged(Verdict::not_significant);
    comparison.judgement.trend.rounds = 3;
    EXPECT_EQ(trend_cell(comparison, danish()), "For få runder (3 af 5)");
    comparison.judgement.trend.rounds = 5;
    comparison.judgement.trend.state = TrendState::falling;
    EXPECT_EQ(trend_cell(comparison, danish()), "↘ Faldende (5 runder)");
    comparison.judgement.trend_merit = -1;
    EXPECT_EQ(trend_cell(comparison, danish()), "↘ Faldende (5 runder) – dårligere");
}

TEST(PotentialCell, CountsChildrenFromTheNearestToTheFarthestEnd)
{
    EXPECT_EQ(potential_of(12.3, 2.6, 21.2), "12 børn flere (3-21 flere)");
    EXPECT_EQ(potential_of(-12.3, -21.2, -2.6), "12 børn færre (3-21 færre)");
    EXPECT_EQ(potential_of(12.3, -4.2, 28.4), "12 børn flere (4 færre til 28 flere)");
    EXPECT_EQ(potential_of(1.2, -4.2, 6.4), "1 barn mere (4 færre til 6 flere)");
    EXPECT_EQ(potential_of(0.3, -4.2, 6.4), "Under 1 i forskel (4 færre til 6 flere)");
}

TEST(PotentialCell, NamesWhatIsCountedWhereItIsNoChildren)
{
    EXPECT_EQ(potential_of(12.3, 2.6, 21.2, "12"), "12 sager flere (3-21 flere)");
}

TEST(MoreOrFewer, SaysOneInTheSingular)
{
    EXPECT_EQ(more_or_fewer(figure("3"), -1, danish()), "1 barn færre");
    EXPECT_EQ(more_or_fewer(figure("12"), 1, danish()), "1 mere (sager)");
    Figure plain = figure("12");
    plain.definition.clear();
    EXPECT_EQ(more_or_fewer(plain, -1200, danish()), "1.200 færre");
}

TEST(PotentialCell, OfKronerIsReadable)
{
    Comparison comparison = judged(Verdict::not_computable);
    comparison.judgement.potential = Potential{-2345678, {}};
    EXPECT_EQ(potential_cell(comparison, figure("11"), danish()), "2,3 mio. kr. mindre");
    comparison.judgement.potential = Potential{45678, {}};
    EXPECT_EQ(potential_cell(comparison, figure("11"), danish()), "45.678 kr. mere");
    comparison.judgement.potential.reset();
    EXPECT_EQ(potential_cell(comparison, figure("2"), danish()), "–");
}

TEST(TurningPointCell, SaysWhatItWouldTake)
{
    EXPECT_EQ(turning(Verdict::high_95, 7, {}), "7 børn færre: så er forskellen ikke sikker");
    EXPECT_EQ(turning(Verdict::low_95, {}, 1), "1 barn mere: så er forskellen ikke sikker");
    EXPECT_EQ(turning(Verdict::not_significant, 9, 12), "9 børn færre: lavere; 12 flere: højere");
    EXPECT_EQ(turning(Verdict::not_significant, {}, 12), "12 børn flere: højere");
    EXPECT_EQ(turning(Verdict::not_significant, 9, {}, "12"), "9 sager færre: lavere");
    EXPECT_EQ(turning(Verdict::small_base, {}, {}), "–");
}

TEST(OwnCell, HasItsIntervalWhereThereIsOne)
{
    Comparison comparison = judged(Verdict::not_significant);
    EXPECT_EQ(own_cell(comparison, figure("3"), danish()), "63,2 (58,0-68,2)");
    comparison.own.interval.reset();
    EXPECT_EQ(own_cell(comparison, figure("3"), danish()), "63,2");
}

TEST(InspirationCell, NamesTwoAndCountsTheRest)
{
    const auto& all = country_compared();
    const auto cell = [&](std::vector<std::size_t> better, const Figure& of)
    {
        Comparison comparison = judged(Verdict::high_95);
        comparison.judgement.inspiration = std::move(better);
        return inspiration_cell(comparison, of, all.source, danish());
    };
    EXPECT_EQ(cell({}, figure("3")), "Ingen retning sat");
    EXPECT_EQ(cell({}, figure("3", Direction::lower)), "Ingen klart bedre");
    EXPECT_EQ(cell({}, figure("11", Direction::lower)), "–") << "the spread is unknown";
    const std::string five = cell({0, 1, 2, 3, 4}, figure("3", Direction::lower));
    EXPECT_TRUE(five.ends_with(" og 3 til")) << five;
    EXPECT_TRUE(five.starts_with(tests::municipalities().all()[0].name + " (")) << five;
}

} // namespace trinvis
