// SPDX-License-Identifier: MPL-2.0
//
// What is judged of a comparison: four municipalities by hand (four_municipalities.hpp), countries made for the purpose,
// and the whole demonstration.
#include "four_municipalities.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::add_share;
using tests::compared;
using tests::Compared;
using tests::country_compared;
using tests::cut_off;
using tests::day;
using tests::four_municipalities;
using tests::municipalities;
using tests::WorkbookFixture;

Judgement judged(const WorkbookFixture& book, GroupKind group = GroupKind::municipality_group,
                 std::string_view figure = "3")
{
    return compared(book, group, figure).judgement;
}

void want(WorkbookFixture& book, std::string_view figure, std::string_view direction)
{
    book.at("catalogue", figure, "direction") = Cell{std::string(direction)};
}

/// All other Landkommuner have 200 placed, in turn 20, 25, 30, 35 and 40 pct. of them in foster families; no others.
WorkbookFixture spread_out(double own_numerator)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.entry("plejefamilie", cut_off) = Cell{own_numerator};
    book.entry("anbragte", cut_off) = Cell{200.0};
    double share = 20;
    for (const Municipality& other : municipalities().all())
        if (other.group == "Landkommuner" && other.code != "810")
        {
            add_share(book, other.code, 2 * share, 200);
            share = share == 40 ? 20 : share + 5;
        }
    return book;
}

/// Figure 3 as in four_municipalities, figures 4, 7, 8 and 9 exactly at their groups' level of 30 pct.
WorkbookFixture five_figures(double own_numerator)
{
    WorkbookFixture book = four_municipalities(own_numerator, 100);
    for (const auto& [numerator, denominator] : {std::pair{"netvaerk", "anbragte"},
                                                 {"ikke_anbragt_nu", "inst_aar_siden"},
                                                 {"bevaegelser_op", "hjemmebaseret_forrige"},
                                                 {"bevaegelser_ned", "hjemmebaseret_forrige"}})
    {
        book.entry(numerator, cut_off) = Cell{30.0};
        book.entry(denominator, cut_off) = Cell{100.0};
        for (const auto& [other, base] : {std::pair{"773", 50.0}, {"787", 100.0}, {"813", 150.0}})
        {
            book.add_comparison(other, numerator, cut_off, Cell{0.3 * base});
            book.add_comparison(other, denominator, cut_off, Cell{base});
        }
    }
    return book;
}

} // namespace

TEST(Judgement, OfOneFigureAmongFewIsTheFunnels)
{
    // Own 45 of 100 against 90 of 300: z = 0.15/√(0.21/100) = 3.2733, p = 0.00106.
    const Judgement high = judged(four_municipalities(45, 100));
    EXPECT_EQ(high.verdict, Verdict::high_998);
    EXPECT_EQ(high.doubt, Doubt::none);
    EXPECT_NEAR(high.p.value(), 0.0010631149171586, 1e-14);
    EXPECT_EQ(high.p, high.adjusted_p);
    EXPECT_EQ(high.family, 1U);
    EXPECT_FALSE(high.spread) << "three others tell no spread";
    EXPECT_EQ(high.turning_point.fewer, 7);
    EXPECT_NEAR(high.distance.value(), 15, 1e-12);
    EXPECT_NEAR(high.potential->value, 15, 1e-12);
    EXPECT_EQ(high.standing->place, 4);
    EXPECT_EQ(high.standing->of, 4);
}

TEST(Judgement, SaysBetterAndWorseOnlyWithADirection)
{
    WorkbookFixture book = four_municipalities(45, 100);
    EXPECT_EQ(judged(book).merit, 0);
    want(book, "3", "højere");
    EXPECT_EQ(judged(book).merit, 1);
    EXPECT_EQ(judged(book).standing->place, 1);
    want(book, "3", "lavere");
    EXPECT_EQ(judged(book).merit, -1);
    EXPECT_EQ(judged(book).standing->place, 4);
    book.entry("plejefamilie", cut_off) = Cell{30.0};
    EXPECT_EQ(judged(book).merit, 0) << "no certain difference is neither";
}

TEST(Judgement, TakesBackADifferenceThatLiesWithinTheSpreadOfTheOthers)
{
    // 41 pct. against 30: z = 0.11/√(0.21/200) = 3.39. The others' shares spread by some 7 percentage points.
    const Comparison comparison = compared(spread_out(82), GroupKind::municipality_group);
    EXPECT_EQ(comparison.verdict, Verdict::high_998) << "the funnel alone";
    EXPECT_EQ(comparison.judgement.verdict, Verdict::not_significant);
    EXPECT_EQ(comparison.judgement.doubt, Doubt::overdispersion);
    EXPECT_EQ(comparison.judgement.spread->units, 30U);
    EXPECT_FALSE(comparison.judgement.spread->of_country);
    // By hand: thirty units of 200, six at each of z = -3.0861, -1.5430, 0, 1.5430, 3.0861 (0.1/√(0.21/200)), none
    // drawn in since a tenth at either end is less than a fifth: phi = 0.4·(3.0861² + 1.5430²) = 4.7619,
    // tau² = (30·4.7619 - 29)/(30w - w) = 0.00409 with w = 200/0.21.
    EXPECT_NEAR(comparison.judgement.spread->phi, 4.76190476, 1e-6);
    EXPECT_NEAR(comparison.judgement.spread->between_variance, 113.857142857 / (29 * 200 / 0.21), 1e-9);
}

TEST(Judgement, LeavesADifferenceBeyondTheSpreadOfTheOthers)
{
    const Judgement far = judged(spread_out(160));
    EXPECT_EQ(far.verdict, Verdict::high_998);
    EXPECT_EQ(far.doubt, Doubt::none);
}

TEST(Judgement, BorrowsTheSpreadOfTheCountryForASmallGroup)
{
    const Judgement region = judged(spread_out(82), GroupKind::region);
    EXPECT_LT(compared(spread_out(82), GroupKind::region).counted, 10U);
    EXPECT_TRUE(region.spread->of_country);
    EXPECT_EQ(region.spread->units, 30U);
}

TEST(Judgement, TakesBackWhatOneOfManyFiguresShowsByChance)
{
    // 39 of 100 against 30 pct.: p = 0.0495 alone; beside four figures with p = 1 Benjamini & Hochberg make it 0.248.
    const Comparison comparison = compared(five_figures(39), GroupKind::municipality_group);
    EXPECT_EQ(comparison.verdict, Verdict::high_95);
    EXPECT_EQ(comparison.judgement.family, 5U);
    EXPECT_NEAR(comparison.judgement.p.value(), 0.0495, 1e-4);
    EXPECT_NEAR(comparison.judgement.adjusted_p.value(), 5 * comparison.judgement.p.value(), 1e-12);
    EXPECT_EQ(comparison.judgement.verdict, Verdict::not_significant);
    EXPECT_EQ(comparison.judgement.doubt, Doubt::many_figures);
    // The limit is 0.05/5: z = 2.5758, 0.3 + 2.5758·√0.0021 = 0.4180.
    EXPECT_EQ(comparison.judgement.turning_point.more, 3);
    EXPECT_EQ(judged(five_figures(42)).verdict, Verdict::high_95);
    EXPECT_EQ(judged(five_figures(41)).verdict, Verdict::not_significant);
}

TEST(Judgement, OfASmallBaseIsNone)
{
    const Judgement small = judged(four_municipalities(16, 16));
    EXPECT_EQ(small.verdict, Verdict::small_base);
    EXPECT_FALSE(small.p || small.adjusted_p || small.turning_point.known());
    EXPECT_TRUE(small.standing) << "its place can be told all the same";
}

TEST(Judgement, OfAMissingOwnValueIsEmpty)
{
    WorkbookFixture book = four_municipalities();
    book.entry("plejefamilie", cut_off) = Cell{"ikke indberettet"};
    const Judgement none = judged(book);
    EXPECT_FALSE(none.standing || none.distance || none.p || none.potential || none.turning_point.known());
    EXPECT_EQ(none.trend.state, TrendState::too_few_rounds);
    EXPECT_TRUE(none.inspiration.empty());
}

TEST(Judgement, WithoutAGroupIsNone)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.entry("plejefamilie", cut_off) = Cell{30.0};
    book.entry("anbragte", cut_off) = Cell{100.0};
    const Judgement none = judged(book, GroupKind::country);
    EXPECT_EQ(none.verdict, Verdict::no_group);
    EXPECT_FALSE(none.standing || none.distance || none.p || none.potential);
}

TEST(Judgement, OfKronerHasAPotentialAndNoVerdict)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.entry("udgifter", cut_off) = Cell{5e6};
    book.entry("befolkning_0_22", cut_off) = Cell{1000.0};
    for (const char* other : {"773", "787", "813"})
    {
        book.add_comparison(other, "udgifter", cut_off, Cell{4e6});
        book.add_comparison(other, "befolkning_0_22", cut_off, Cell{1000.0});
    }
    const Judgement kroner = judged(book, GroupKind::municipality_group, "11");
    EXPECT_EQ(kroner.verdict, Verdict::not_computable);
    EXPECT_NEAR(kroner.potential->value, 1e6, 1e-6);
    EXPECT_FALSE(kroner.potential->interval || kroner.p || kroner.turning_point.known());
}

TEST(Inspiration, NamesThoseOfTheGroupWhoDoClearlyBetter)
{
    WorkbookFixture book = spread_out(60);
    EXPECT_TRUE(judged(book).inspiration.empty()) << "no direction is set";
    want(book, "3", "højere");
    const std::vector<std::size_t> better = judged(book).inspiration;
    EXPECT_TRUE(better.empty()) << "40 against 30 pct. has p = 0.036; six of thirty such must be below 0.01";
    book.entry("plejefamilie", cut_off) = Cell{48.0};
    const std::vector<std::size_t> now = judged(book).inspiration;
    // 24 pct.: p = 0.0006 against 40 and 0.0158 against 35 pct., which is 0.0395 as the twelfth of thirty.
    ASSERT_EQ(now.size(), 12U);
    const Compared all(book);
    for (std::size_t i = 0; i < now.size(); ++i)
        EXPECT_EQ(all.source.of(now[i], all.figure("3"), cut_off).value, i < 6 ? 40 : 35) << i;
}

TEST(Judgement, OfTheDemonstrationIsNeverBolderThanTheFunnel)
{
    for (const Comparison& comparison : country_compared().benchmark.comparisons)
    {
        const int claimed = difference_claimed(comparison.judgement.verdict);
        EXPECT_TRUE(claimed == 0 || claimed == difference_claimed(comparison.verdict));
        EXPECT_EQ(comparison.judgement.doubt != Doubt::none,
                  claimed == 0 && difference_claimed(comparison.verdict) != 0);
        EXPECT_EQ(comparison.judgement.merit, 0) << "no direction is set";
        EXPECT_TRUE(comparison.judgement.inspiration.empty());
        EXPECT_EQ(comparison.judgement.standing ? comparison.judgement.standing->place : 0, comparison.rank);
    }
}

TEST(Judgement, ChangesWhenTheTurningPointIsEnteredAndNotBefore)
{
    const Date last = day(2020, 12, 31);
    int tried = 0;
    struct Case
    {
        const char* figure;
        const char* item;
        GroupKind group;
    };
    for (const auto& [figure, item, group] : {Case{"1", "institution", GroupKind::country},
                                              {"3", "plejefamilie", GroupKind::municipality_group},
                                              {"10", "forebyggende_startet", GroupKind::country}})
    {
        WorkbookFixture book = tests::with_whole_country("810");
        const double count = std::get<double>(book.entry(item, last));
        const Judgement before = Compared(book).of(figure, group, last).judgement;
        for (const auto& [sign, steps] : {std::pair{-1, before.turning_point.fewer}, {1, before.turning_point.more}})
            for (int short_of = 0; steps && short_of < 2; ++short_of)
            {
                book.entry(item, last) = Cell{count + sign * (*steps - short_of)};
                const Verdict after = Compared(book).of(figure, group, last).judgement.verdict;
                EXPECT_EQ(difference_claimed(after) != difference_claimed(before.verdict), short_of == 0)
                    << figure << " " << group_code(group) << " " << sign * *steps;
                ++tried;
            }
    }
    EXPECT_GE(tried, 6);
}

} // namespace trinvis
