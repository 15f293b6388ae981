// SPDX-License-Identifier: MPL-2.0
//
// Comparisons against numbers computed by hand (four_municipalities.hpp): groups, means, ranks and changes.
#include "four_municipalities.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::add_share;
using tests::compared;
using tests::Compared;
using tests::cut_off;
using tests::day;
using tests::four_municipalities;
using tests::WorkbookFixture;

} // namespace

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
    ASSERT_EQ(found.size(), 5U) << "country, region, landsdel, municipality group, similar ones";
    EXPECT_EQ(found.front()->period, day(2017, 12, 31));
    EXPECT_TRUE(latest(all.benchmark, "3").empty());
}

TEST(ComparisonData, KeepTheFirstOfTwoRows)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.add_comparison("773", "anbragte", cut_off, Cell{50.0});
    book.add_comparison("Morsø Kommune", "ANBRAGTE", cut_off, Cell{60.0});
    const Compared all(book);
    const auto index =
        static_cast<std::size_t>(tests::municipalities().find("773") - tests::municipalities().all().data());
    EXPECT_EQ(all.data.value(index, "anbragte", cut_off).number, 50);
    EXPECT_EQ(all.data.value(index, "anbragte", day(2017, 12, 31)).state, ValueState::empty);
}

TEST(ComparisonData, PassOverRowsThatCannotBePlaced)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.add_comparison("Christiansø", "anbragte", cut_off, Cell{50.0});
    book.add_comparison("773", "", cut_off, Cell{50.0});
    book.append("comparison",
                {{"municipality", Cell{"773"}}, {"item", Cell{"anbragte"}}, {"cut_off", Cell{"31-09-2018"}}});
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
