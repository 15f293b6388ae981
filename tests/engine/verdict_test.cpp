// SPDX-License-Identifier: MPL-2.0
//
// When a difference may be called one, at limits computed by hand (four_municipalities.hpp).
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

} // namespace trinvis
