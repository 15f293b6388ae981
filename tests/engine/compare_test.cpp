// SPDX-License-Identifier: MPL-2.0
//
// Comparisons against numbers computed by hand: four municipalities, all of them Landkommuner in Region Nordjylland.
//
//                     plejefamilie / anbragte     per cent
//     810 Brønderslev (own)   30 / 100              30
//     773 Morsø               10 /  50              20
//     787 Thisted             20 / 100              20
//     813 Frederikshavn       60 / 150              40
//
// The others together: 90 / 300 = 30 pct., unweighted 26.67; all four: 120 / 400 = 30 pct., unweighted 27.5.
#include "compared.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::Compared;
using tests::day;
using tests::WorkbookFixture;

const Date cut_off = day(2018, 12, 31);

void add_share(WorkbookFixture& book, std::string_view municipality, double numerator, double denominator)
{
    book.add_comparison(municipality, "plejefamilie", cut_off, Cell{numerator});
    book.add_comparison(municipality, "anbragte", cut_off, Cell{denominator});
}

WorkbookFixture four_municipalities(double own_numerator = 30, double own_denominator = 100)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.entry("plejefamilie", cut_off) = Cell{own_numerator};
    book.entry("anbragte", cut_off) = Cell{own_denominator};
    add_share(book, "773", 10, 50);
    add_share(book, "787", 20, 100);
    add_share(book, "813", 60, 150);
    return book;
}

Comparison compared(const WorkbookFixture& book, GroupKind group, std::string_view figure = "3")
{
    return Compared(book).of(figure, group, cut_off);
}

/// The others start one case per 1,000 inhabitants; own cases against an own expected number.
Verdict rate_verdict(double own_cases, double expected)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.entry("forebyggende_startet", cut_off) = Cell{own_cases};
    book.entry("befolkning_0_22", cut_off) = Cell{expected * 1000};
    for (const char* other : {"773", "787", "813"})
    {
        book.add_comparison(other, "forebyggende_startet", cut_off, Cell{30.0});
        book.add_comparison(other, "befolkning_0_22", cut_off, Cell{30000.0});
    }
    return compared(book, GroupKind::municipality_group, "10").verdict;
}

Verdict share_verdict(double own_cases, double own_total)
{
    return compared(four_municipalities(own_cases, own_total), GroupKind::municipality_group).verdict;
}

} // namespace

TEST(Groups, AreTheCountryTheRegionAndTheGroupOfStatisticsDenmark)
{
    const auto groups = groups_of(*tests::municipalities().find("810"), tests::municipalities(), tests::words().danish);
    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups[0].members.size(), 98U);
    EXPECT_EQ(groups[1].label, "Region Nordjylland");
    EXPECT_EQ(groups[1].members.size(), 11U);
    EXPECT_EQ(groups[2].label, "Landkommuner (DST)");
    EXPECT_EQ(groups[2].members.size(), 31U);
    EXPECT_TRUE(groups[0].own_counted && groups[1].own_counted);
    EXPECT_FALSE(groups[2].own_counted);
}

TEST(Group, LeavesTheOwnMunicipalityOutOfItsMeans)
{
    const Comparison group = compared(four_municipalities(), GroupKind::municipality_group);
    EXPECT_EQ(group.counted, 3U);
    EXPECT_NEAR(group.mean.value(), 80.0 / 3, 1e-12);
    EXPECT_NEAR(group.ratio_of_sums.value(), 30, 1e-12);
    EXPECT_NEAR(group.median.value(), 20, 1e-12);
}

TEST(Country, CountsTheOwnMunicipality)
{
    const Comparison country = compared(four_municipalities(), GroupKind::country);
    EXPECT_EQ(country.counted, 4U);
    EXPECT_NEAR(country.mean.value(), 27.5, 1e-12);
    EXPECT_NEAR(country.ratio_of_sums.value(), 30, 1e-12);
    EXPECT_NEAR(country.median.value(), 25, 1e-12);
}

TEST(Region, CountsTheOwnMunicipality)
{
    const Comparison region = compared(four_municipalities(), GroupKind::region);
    EXPECT_EQ(region.counted, 4U);
    EXPECT_EQ(region.missing, 7U);
    EXPECT_EQ(region.group_label, "Region Nordjylland");
}

TEST(OwnNumbers, ComeFromIndtastningEvenWhenTheComparisonDataHoldOthers)
{
    WorkbookFixture book = four_municipalities();
    add_share(book, "810", 1, 1000);
    const Comparison country = compared(book, GroupKind::country);
    EXPECT_EQ(country.own.value, 30);
    EXPECT_NEAR(country.ratio_of_sums.value(), 30, 1e-12);
    EXPECT_EQ(country.counted, 4U);
}

TEST(MissingMunicipalities, AreLeftOutAndCounted)
{
    WorkbookFixture book = four_municipalities();
    book.add_comparison("820", "plejefamilie", cut_off, Cell{"diskretioneret"});
    book.add_comparison("820", "anbragte", cut_off, Cell{80.0});
    add_share(book, "825", 0, 0);
    add_share(book, "846", 12, 10);
    const Comparison group = compared(book, GroupKind::municipality_group);
    EXPECT_EQ(group.counted, 3U);
    EXPECT_EQ(group.missing, 27U);
    EXPECT_EQ(compared(book, GroupKind::country).missing, 94U);
}

TEST(MissingMunicipalities, CountTheOwnWhereItWouldBeCounted)
{
    WorkbookFixture book = four_municipalities();
    book.entry("plejefamilie", cut_off) = Cell{"ikke indberettet"};
    EXPECT_EQ(compared(book, GroupKind::country).missing, 95U);
    EXPECT_EQ(compared(book, GroupKind::municipality_group).missing, 27U);
}

TEST(ZeroOfOthers, CountsAsANumber)
{
    WorkbookFixture book = four_municipalities();
    add_share(book, "820", 0, 100);
    const Comparison group = compared(book, GroupKind::municipality_group);
    EXPECT_EQ(group.counted, 4U);
    EXPECT_NEAR(group.mean.value(), 20, 1e-12);
    EXPECT_NEAR(group.ratio_of_sums.value(), 22.5, 1e-12);
}

TEST(Rank, CountsFromTheLowestValueWithTheOwnAmongTheRanked)
{
    const Comparison group = compared(four_municipalities(), GroupKind::municipality_group);
    EXPECT_EQ(group.rank, 3);
    EXPECT_EQ(group.ranked, 4);
}

TEST(Rank, IsSharedInTies)
{
    EXPECT_EQ(compared(four_municipalities(20, 100), GroupKind::municipality_group).rank, 1);
    EXPECT_EQ(compared(four_municipalities(40, 100), GroupKind::municipality_group).rank, 3);
}

TEST(Quartile, LiesBetweenType7QuantilesOfAllRanked)
{
    // 20, 20, 30, 40: quartiles 20, 25 and 32.5.
    EXPECT_EQ(compared(four_municipalities(30, 100), GroupKind::municipality_group).quartile, 3);
    EXPECT_EQ(compared(four_municipalities(20, 100), GroupKind::municipality_group).quartile, 1);
    EXPECT_EQ(compared(four_municipalities(50, 100), GroupKind::municipality_group).quartile, 4);
}

TEST(ShareVerdict, ChangesAtTheLimitsOfTheFunnel)
{
    // 0.3 ∓ z·√(0.3·0.7/100) with z = 1.959964 and 3.090232: 0.2102 to 0.3898, and 0.1584 to 0.4416.
    EXPECT_EQ(share_verdict(15, 100), Verdict::low_998);
    EXPECT_EQ(share_verdict(16, 100), Verdict::low_95);
    EXPECT_EQ(share_verdict(21, 100), Verdict::low_95);
    EXPECT_EQ(share_verdict(22, 100), Verdict::not_significant);
    EXPECT_EQ(share_verdict(38, 100), Verdict::not_significant);
    EXPECT_EQ(share_verdict(39, 100), Verdict::high_95);
    EXPECT_EQ(share_verdict(44, 100), Verdict::high_95);
    EXPECT_EQ(share_verdict(45, 100), Verdict::high_998);
}

TEST(ShareVerdict, OnASmallBaseIsNone)
{
    EXPECT_EQ(share_verdict(16, 16), Verdict::small_base) << "4.8 expected";
    EXPECT_EQ(share_verdict(17, 17), Verdict::high_998) << "5.1 expected";
}

TEST(ShareVerdict, OnFewExpectedOutsideIsNone)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.entry("plejefamilie", cut_off) = Cell{10.0};
    book.entry("anbragte", cut_off) = Cell{40.0};
    for (const char* other : {"773", "787", "813"})
        add_share(book, other, 90, 100);
    EXPECT_EQ(compared(book, GroupKind::municipality_group).verdict, Verdict::small_base) << "4 expected outside";
}

TEST(RateVerdict, ChangesAtTheLimitsOfTheObservedCount)
{
    // Exact limits of 20 (SciPy 1.10.1): 12.2165 to 30.8884 at 95 pct., 8.9587 to 37.9928 at 99.8 pct.
    EXPECT_EQ(rate_verdict(20, 8.9), Verdict::high_998);
    EXPECT_EQ(rate_verdict(20, 9), Verdict::high_95);
    EXPECT_EQ(rate_verdict(20, 12.2), Verdict::high_95);
    EXPECT_EQ(rate_verdict(20, 12.3), Verdict::not_significant);
    EXPECT_EQ(rate_verdict(20, 30.8), Verdict::not_significant);
    EXPECT_EQ(rate_verdict(20, 30.9), Verdict::low_95);
    EXPECT_EQ(rate_verdict(20, 37.9), Verdict::low_95);
    EXPECT_EQ(rate_verdict(20, 38.1), Verdict::low_998);
}

TEST(RateVerdict, OnASmallBaseIsNone)
{
    EXPECT_EQ(rate_verdict(20, 4.9), Verdict::small_base);
    EXPECT_EQ(rate_verdict(0, 5.1), Verdict::low_95);
}

TEST(Durations, HaveAMeanButNoSumsAndNoVerdict)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.entry("varighed_institution", cut_off) = Cell{30.0};
    for (const auto& [other, months] : {std::pair{"773", 10.0}, {"787", 20.0}, {"813", 36.0}})
        book.add_comparison(other, "varighed_institution", cut_off, Cell{months});
    const Comparison group = compared(book, GroupKind::municipality_group, "2");
    EXPECT_EQ(group.verdict, Verdict::not_computable);
    EXPECT_NEAR(group.mean.value(), 22, 1e-12);
    EXPECT_FALSE(group.ratio_of_sums);
    EXPECT_FALSE(group.own.interval);
    EXPECT_EQ(group.rank, 3);
}

TEST(Kroner, HaveSumsButNoVerdict)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.entry("udgifter", cut_off) = Cell{5e6};
    book.entry("befolkning_0_22", cut_off) = Cell{1000.0};
    for (const char* other : {"773", "787", "813"})
    {
        book.add_comparison(other, "udgifter", cut_off, Cell{1e6});
        book.add_comparison(other, "befolkning_0_22", cut_off, Cell{1000.0});
    }
    const Comparison group = compared(book, GroupKind::municipality_group, "11");
    EXPECT_EQ(group.verdict, Verdict::not_computable);
    EXPECT_NEAR(group.ratio_of_sums.value(), 1000, 1e-9);
}

TEST(Comparison, WithoutComparisonDataHasNoGroup)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.entry("plejefamilie", cut_off) = Cell{30.0};
    book.entry("anbragte", cut_off) = Cell{100.0};
    const Compared alone(book);
    EXPECT_TRUE(alone.data.empty());
    for (const Comparison& comparison : alone.benchmark.comparisons)
    {
        EXPECT_EQ(comparison.verdict, Verdict::no_group);
        EXPECT_EQ(comparison.rank, 0);
        EXPECT_FALSE(comparison.mean || comparison.ratio_of_sums || comparison.median);
    }
}

TEST(Comparison, WithTwoOthersHasNoGroupSinceAMeanWouldTellTheirNumbers)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.entry("plejefamilie", cut_off) = Cell{30.0};
    book.entry("anbragte", cut_off) = Cell{100.0};
    add_share(book, "773", 10, 50);
    add_share(book, "787", 20, 100);
    for (const GroupKind group : {GroupKind::country, GroupKind::region, GroupKind::municipality_group})
        EXPECT_EQ(compared(book, group).verdict, Verdict::no_group);
}

TEST(Comparison, OfAnUnknownOwnValueStillShowsTheGroup)
{
    WorkbookFixture book = four_municipalities();
    book.entry("plejefamilie", cut_off) = Cell{};
    const Comparison group = compared(book, GroupKind::municipality_group);
    EXPECT_NEAR(group.ratio_of_sums.value(), 30, 1e-12);
    EXPECT_EQ(group.rank, 0);
    EXPECT_EQ(group.verdict, Verdict::not_computable);
}

TEST(Comparison, OfAWorkbookWithoutMunicipalityIsEmpty)
{
    WorkbookFixture book = four_municipalities();
    book.at("facts", "municipality_code", "value") = Cell{"411"};
    EXPECT_TRUE(Compared(book).benchmark.comparisons.empty());
}

TEST(Comparison, SkipsRoundsWithoutADate)
{
    WorkbookFixture book = four_municipalities();
    book.at("entry", "heading", "2018-12-31") = Cell{"31-09-2018"};
    EXPECT_TRUE(Compared(book).benchmark.comparisons.empty());
}

TEST(Comparison, SkipsRoundsThatLieAhead)
{
    WorkbookFixture book = four_municipalities();
    book.at("entry", "heading", "2018-12-31") = book.date(day(2021, 3, 2));
    EXPECT_TRUE(Compared(book).benchmark.comparisons.empty());
    book.at("entry", "heading", "2021-03-02") = book.date(day(2021, 3, 1));
    EXPECT_FALSE(Compared(book).benchmark.comparisons.empty());
}

TEST(OwnIndicator, GoesThroughLikeTheOthers)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.append("catalogue", {{"number", Cell{"E1"}},
                              {"name", Cell{"Skoleskift"}},
                              {"kind", Cell{"andel"}},
                              {"numerator_item", Cell{"skift"}},
                              {"denominator_item", Cell{"elever"}},
                              {"factor", Cell{100.0}},
                              {"unit", Cell{"pct."}}});
    book.append("entry", {{"id", Cell{"skift"}}, {"figure", Cell{"E1"}}, {"2018-12-31", Cell{30.0}}});
    book.append("entry", {{"id", Cell{"elever"}}, {"figure", Cell{"E1"}}, {"2018-12-31", Cell{100.0}}});
    for (const char* other : {"773", "787", "813"})
    {
        book.add_comparison(other, "skift", cut_off, Cell{10.0});
        book.add_comparison(other, "elever", cut_off, Cell{100.0});
    }
    const Comparison group = compared(book, GroupKind::municipality_group, "E1");
    EXPECT_EQ(group.own.value, 30);
    EXPECT_EQ(group.verdict, Verdict::high_998);
    EXPECT_EQ(count_severities(book.validate().findings).errors, 0U);
}

TEST(Change, GoesBackToThePreviousRoundThatIsKnown)
{
    WorkbookFixture book(Language::danish, "810", {day(2017, 12, 31), day(2018, 6, 30), cut_off});
    book.entry("varighed_institution", day(2017, 12, 31)) = Cell{20.0};
    book.entry("varighed_institution", day(2018, 6, 30)) = Cell{"ikke indberettet"};
    book.entry("varighed_institution", cut_off) = Cell{15.0};
    const Compared all(book);
    const Comparison& last = all.of("2", GroupKind::country, cut_off);
    EXPECT_EQ(last.change, -5);
    EXPECT_EQ(last.change_since, day(2017, 12, 31));
    EXPECT_FALSE(all.of("2", GroupKind::country, day(2017, 12, 31)).change);
    EXPECT_FALSE(all.of("2", GroupKind::country, day(2018, 6, 30)).change);
}

TEST(Latest, IsTheLastRoundWithAKnownValue)
{
    WorkbookFixture book(Language::danish, "810", {day(2017, 12, 31), cut_off});
    book.entry("varighed_institution", day(2017, 12, 31)) = Cell{20.0};
    const Compared all(book);
    const auto found = latest(all.benchmark, "2");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found.front()->period, day(2017, 12, 31));
    EXPECT_TRUE(latest(all.benchmark, "3").empty());
}

TEST(ComparisonData, KeepTheFirstOfTwoRows)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.add_comparison("773", "anbragte", cut_off, Cell{50.0});
    book.add_comparison("Morsø Kommune", "ANBRAGTE", cut_off, Cell{60.0});
    const Compared all(book);
    const auto index = static_cast<std::size_t>(tests::municipalities().find("773") - tests::municipalities().all().data());
    EXPECT_EQ(all.data.value(index, "anbragte", cut_off).number, 50);
    EXPECT_EQ(all.data.value(index, "anbragte", day(2017, 12, 31)).state, ValueState::empty);
}

TEST(ComparisonData, PassOverRowsThatCannotBePlaced)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.add_comparison("Christiansø", "anbragte", cut_off, Cell{50.0});
    book.add_comparison("773", "", cut_off, Cell{50.0});
    book.append("comparison", {{"municipality", Cell{"773"}}, {"item", Cell{"anbragte"}}, {"cut_off", Cell{"31-09-2018"}}});
    EXPECT_TRUE(Compared(book).data.empty());
}

TEST(ComparisonData, AreInventedWhenASourceSaysSo)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.add_comparison("773", "anbragte", cut_off, Cell{50.0}, "Danmarks Statistik");
    EXPECT_FALSE(Compared(book).benchmark.invented);
    book.add_comparison("787", "anbragte", cut_off, Cell{50.0}, "Opdigtede tal til øvelse");
    EXPECT_TRUE(Compared(book).benchmark.invented);
}

} // namespace trinvis
