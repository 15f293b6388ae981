// SPDX-License-Identifier: MPL-2.0
//
// The three analyses of the Udgiftsmodel: development, distribution over steps, extra spending; and what spending is held
// against.
#include "spending_fixture.hpp"

#include <gtest/gtest.h>

#include <random>

namespace trinvis::spending
{

namespace
{

using tests::day;
using tests::municipalities;
using tests::SpendingBook;
using tests::words;
using tests::WorkbookFixture;

SpendingBook small_book()
{
    SpendingBook book;
    book.step("5.28.20", "trin 6");
    book.step("5.28.20.002", "trin 5");
    book.step("5.28.21", "trin 3");
    book.step("5.28.22", "uden for trappen");
    book.step("5.28.23", "afklares lokalt");
    return book;
}

std::size_t index_of(std::string_view municipality)
{
    return static_cast<std::size_t>(municipalities().find(municipality) - municipalities().all().data());
}

} // namespace

TEST(Spending, PutsEveryLineOnItsStepTheMostPreciseRowFirst)
{
    SpendingBook book = small_book();
    book.line("", Cell{2019.0}, "5.28.20", "001", Cell{1000.0});
    book.line("", Cell{2019.0}, "5.28.20", "002", Cell{200.5});
    book.line("", Cell{2019.0}, "52821", "", Cell{30.0});
    book.line("", Cell{2019.0}, "5.28.22.001", "", Cell{-4.0});
    book.line("", Cell{2019.0}, "5.28.23", "", Cell{5.0});
    book.line("", Cell{2019.0}, "5.99.99", "001", Cell{0.25});
    book.line("", Cell{2019.0}, "Børneområdet", "", Cell{1.0});
    const StepAmounts amounts = book.spending().latest().amounts;
    EXPECT_EQ(amounts.of(Part::step_6), 100000);
    EXPECT_EQ(amounts.of(Part::step_5), 20050);
    EXPECT_EQ(amounts.of(Part::step_3), 3000);
    EXPECT_EQ(amounts.of(Part::outside), -400);
    EXPECT_EQ(amounts.of(Part::ask), 500);
    EXPECT_EQ(amounts.of(Part::unmapped), 125);
    EXPECT_EQ(amounts.total(), 123275);
    EXPECT_EQ(amounts.on_steps(), 123050);
}

TEST(Spending, NeverPutsALineThatSpansStepsOnOneOfThem)
{
    SpendingBook book;
    book.step("5.28.20", "trin 4-6");
    book.line("", Cell{2019.0}, "5.28.20", "001", Cell{1000.0});
    EXPECT_EQ(book.spending().latest().amounts.of(Part::ask), 100000);
}

TEST(Spending, AgreesWithTheLinesToTheOereBeforeAndAfter)
{
    std::mt19937 random(20200101);
    std::uniform_int_distribution<std::int64_t> oere(-900'000'000'00, 900'000'000'00);
    std::uniform_int_distribution<int> account(0, 99);
    SpendingBook book = small_book();
    std::int64_t sum = 0;
    for (int i = 0; i < 5000; ++i)
    {
        const std::int64_t amount = oere(random);
        sum += amount;
        const int code = account(random);
        book.line("", Cell{2019.0}, "5.28." + std::string(code < 10 ? "0" : "") + std::to_string(code), "001",
                  Cell{static_cast<double>(amount) / 100});
    }
    book.line("", Cell{2019.0}, "5.28.20", "001", Cell{0.1 + 0.2});
    book.line("", Cell{2019.0}, "5.28.20", "001", Cell{1.0 / 3});
    const Spending spending = book.spending();
    EXPECT_EQ(spending.accounts.rounded, 1U);
    EXPECT_EQ(spending.latest().lines_total, sum + 30 + 33);
    EXPECT_EQ(spending.latest().amounts.total(), spending.latest().lines_total);
}

TEST(Spending, CountsNoRowThatCannotBeReadAndNamesItsCell)
{
    SpendingBook book = small_book();
    book.line("", Cell{2019.0}, "5.28.20", "001", Cell{1000.0});
    book.line("Andeby", Cell{2019.0}, "5.28.20", "001", Cell{1.0});
    book.line("", Cell{std::string("i fjor")}, "5.28.20", "001", Cell{1.0});
    book.line("", Cell{2019.0}, "", "001", Cell{1.0});
    book.line("", Cell{2019.0}, "5.28.20", "001", Cell{std::string("ikke indberettet")});
    book.line("", Cell{2019.0}, "5.28.20", "001", Cell{CellError{}});
    const Spending spending = book.spending();
    EXPECT_EQ(spending.latest().amounts.total(), 100000);
    std::vector<std::string> cells;
    for (const SpendingFault& fault : spending.accounts.faults)
        cells.push_back(cell_address(fault.place.row, fault.place.column) + " " + fault.message);
    EXPECT_EQ(cells, (std::vector<std::string>{"A3 spending.fault.municipality", "B4 spending.fault.year",
                                               "C5 spending.fault.function", "F6 spending.fault.amount",
                                               "F7 spending.fault.amount"}));
}

TEST(Spending, InFixedPricesIsTheAmountTimesTheIndexOfThePriceYearByThatOfItsOwn)
{
    SpendingBook book = small_book();
    book.line("", Cell{2018.0}, "5.28.20", "", Cell{1000.0});
    book.line("", Cell{2019.0}, "5.28.20", "", Cell{1000.0});
    book.price(2018, Cell{100.0});
    book.price(2019, Cell{110.0});
    Spending spending = book.spending();
    EXPECT_EQ(spending.price_year, 2019);
    EXPECT_DOUBLE_EQ(*spending.of(2018)->fixed, 1100);
    EXPECT_DOUBLE_EQ(*spending.of(2019)->fixed, 1000);
    book.choose("price_year", Cell{2018.0});
    spending = book.spending();
    EXPECT_DOUBLE_EQ(*spending.of(2018)->fixed, 1000);
    // 1000 * 100 / 110
    EXPECT_NEAR(*spending.of(2019)->fixed, 909.0909, 5e-5);
}

TEST(Spending, HasNoFixedPricesWithoutAnIndex)
{
    SpendingBook book = small_book();
    book.line("", Cell{2018.0}, "5.28.20", "", Cell{1000.0});
    book.line("", Cell{2019.0}, "5.28.20", "", Cell{1500.0});
    const Spending spending = book.spending();
    EXPECT_FALSE(spending.price_year);
    EXPECT_FALSE(spending.latest().fixed);
    EXPECT_FALSE(spending.extra_in_fixed);
    EXPECT_DOUBLE_EQ(*spending.latest().extra_total, 500);
}

TEST(Spending, LeavesAYearWithoutAnIndexWithoutFixedPrices)
{
    SpendingBook book = small_book();
    for (const double year : {2017.0, 2018.0, 2019.0})
        book.line("", Cell{year}, "5.28.20", "", Cell{1000.0});
    book.price(2017, Cell{100.0});
    book.price(2018, Cell{});
    book.price(2019, Cell{std::string("afventer")});
    const Spending spending = book.spending();
    EXPECT_EQ(spending.price_year, 2017);
    EXPECT_TRUE(spending.of(2017)->fixed);
    EXPECT_FALSE(spending.of(2018)->fixed);
    EXPECT_TRUE(spending.prices.faults.empty()) << "a place to be filled in and a typed blank are no faults";
}

TEST(Spending, UsesNeitherOfTwoIndexesOfAYear)
{
    SpendingBook book = small_book();
    book.line("", Cell{2019.0}, "5.28.20", "", Cell{1000.0});
    book.price(2019, Cell{100.0});
    book.price(2019, Cell{110.0});
    const Spending spending = book.spending();
    EXPECT_FALSE(spending.price_year);
    ASSERT_EQ(spending.prices.faults.size(), 1U);
    EXPECT_EQ(spending.prices.faults.front().message, "spending.fault.price_doubled");
}

TEST(ExtraSpending, IsTheYearsSpendingMinusThatOfTheFirstYearStepByStep)
{
    SpendingBook book = small_book();
    book.line("", Cell{2017.0}, "5.28.20", "", Cell{1000.0});
    book.line("", Cell{2017.0}, "5.28.21", "", Cell{400.0});
    book.line("", Cell{2019.0}, "5.28.20", "", Cell{900.0});
    book.line("", Cell{2019.0}, "5.28.21", "", Cell{700.0});
    book.line("", Cell{2019.0}, "5.99.99", "", Cell{50.0});
    const Spending spending = book.spending();
    EXPECT_EQ(spending.basis_year, 2017);
    const SpendingYear& last = spending.latest();
    EXPECT_DOUBLE_EQ(*last.extra.at(5), -100);
    EXPECT_DOUBLE_EQ(*last.extra.at(2), 300);
    EXPECT_DOUBLE_EQ(*last.extra.at(static_cast<std::size_t>(Part::unmapped)), 50);
    EXPECT_DOUBLE_EQ(*last.extra_total, 250);
}

TEST(ExtraSpending, FollowsTheChosenBasisYearAndPrices)
{
    SpendingBook book = small_book();
    book.line("", Cell{2017.0}, "5.28.20", "", Cell{1000.0});
    book.line("", Cell{2018.0}, "5.28.20", "", Cell{1200.0});
    book.line("", Cell{2019.0}, "5.28.20", "", Cell{1320.0});
    for (const auto& [year, index] : std::map<double, double>{{2017, 100}, {2018, 100}, {2019, 110}})
        book.price(year, Cell{index});
    book.choose("basis_year", Cell{2018.0});
    EXPECT_TRUE(book.spending().extra_in_fixed);
    // 1200 of 2018 are 1320 in prices of 2019.
    EXPECT_NEAR(*book.spending().latest().extra_total, 0, 1e-9);
    book.choose("prices", Cell{std::string("Løbende priser")});
    EXPECT_DOUBLE_EQ(*book.spending().latest().extra_total, 120);
}

TEST(ExtraSpending, KeepsToTheFirstYearWhereTheChosenOneHasNoAccounts)
{
    SpendingBook book = small_book();
    book.line("", Cell{2018.0}, "5.28.20", "", Cell{1000.0});
    book.line("", Cell{2019.0}, "5.28.20", "", Cell{1000.0});
    book.choose("basis_year", Cell{2011.0});
    book.choose("price_year", Cell{std::string("sidste år")});
    const Spending spending = book.spending();
    EXPECT_EQ(spending.basis_year, 2018);
    std::vector<std::string> messages;
    for (const SpendingFault& fault : spending.faults)
        messages.push_back(cell_address(fault.place.row, fault.place.column) + " " + fault.message);
    EXPECT_EQ(messages,
              (std::vector<std::string>{"B3 spending.fault.choice_year", "B2 spending.fault.basis_without_accounts"}));
}

TEST(SpendingPerResident, IsDividedByThePopulationOfTheYearsLastRound)
{
    SpendingBook book = small_book();
    book.book.entry("befolkning_0_22", day(2018, 12, 31)) = Cell{50'000.0};
    book.line("", Cell{2018.0}, "5.28.20", "", Cell{1'000'000.0});
    book.line("", Cell{1999.0}, "5.28.20", "", Cell{1'000'000.0});
    const Spending spending = book.spending();
    EXPECT_DOUBLE_EQ(*spending.of(2018)->per_resident(), 20);
    EXPECT_FALSE(spending.of(2018)->residents->shipped);
    EXPECT_EQ(spending.of(2018)->residents->date, day(2018, 12, 31));
    // No round in 1999: the shipped population with its own date.
    EXPECT_TRUE(spending.of(1999)->residents->shipped);
    EXPECT_EQ(spending.of(1999)->residents->date, municipalities().population_date());
}

TEST(SpendingPerChild, TakesTheChildrenOfTheYearsLastRoundFromEntry)
{
    SpendingBook book = small_book();
    book.book.entry("institution", day(2018, 12, 31)) = Cell{40.0};
    book.book.entry("plejefamilie", day(2018, 12, 31)) = Cell{100.0};
    book.book.entry("netvaerk", day(2018, 12, 31)) = Cell{15.0};
    book.book.entry("hjemmebaseret", day(2018, 12, 31)) = Cell{std::string("diskretioneret")};
    book.line("", Cell{2018.0}, "5.28.20", "", Cell{1'000'000.0});
    const Children children = book.spending().children.value();
    EXPECT_EQ(children.by_step.at(5), 40);
    EXPECT_EQ(children.by_step.at(4), 85) << "foster families include the network families";
    EXPECT_EQ(children.by_step.at(3), 15);
    EXPECT_FALSE(children.by_step.at(2)) << "hidden is not nought";
    EXPECT_FALSE(children.by_step.at(0));
    EXPECT_FALSE(children.from_ladder);
}

TEST(SpendingPerChild, TakesTheChildrenOfTheLadderWhereItCountsThatYear)
{
    SpendingBook book = small_book();
    book.map("DST-anbringelsessted", "21", "trin 5");
    book.map("DST-anbringelsessted", "7", "trin 6");
    book.map("DST-anbringelsessted", "27", "trin 6");
    book.book.entry("institution", day(2018, 12, 31)) = Cell{40.0};
    book.children(day(2018, 6, 30), "21", Cell{70.0});
    book.children(day(2018, 12, 31), "21", Cell{80.0});
    book.children(day(2018, 12, 31), "7", Cell{20.0});
    book.children(day(2018, 12, 31), "27", Cell{std::string("ikke indberettet")});
    book.line("", Cell{2018.0}, "5.28.20", "", Cell{1'000'000.0});
    const Children children = book.spending().children.value();
    EXPECT_TRUE(children.from_ladder);
    EXPECT_EQ(children.date, day(2018, 12, 31));
    EXPECT_EQ(children.by_step.at(4), 80);
    EXPECT_FALSE(children.by_step.at(5)) << "a step of which a part is missing is not known";
}

TEST(SpendingPerChild, IsWithheldFromAWorkbookForSharing)
{
    SpendingBook book = small_book();
    book.line("", Cell{2018.0}, "5.28.20", "", Cell{1'000'000.0});
    book.book.at("facts", "view", "value") = Cell{words().danish.get("sharing.shared")};
    const Spending spending = book.spending();
    EXPECT_TRUE(spending.children_withheld);
    EXPECT_FALSE(spending.children);
}

TEST(SpendingComparison, IsWeightedForTheCountryAndUnweightedForOtherGroups)
{
    SpendingBook book = small_book();
    // Aalborg and four others, with populations of our own.
    const std::map<std::string, std::pair<double, double>> spending_and_people{{"813", {3'000'000, 1000}},
                                                                               {"820", {8'000'000, 2000}},
                                                                               {"846", {5'000'000, 5000}},
                                                                               {"101", {90'000'000, 90'000}}};
    book.book.entry("befolkning_0_22", day(2018, 12, 31)) = Cell{10'000.0};
    book.line("", Cell{2018.0}, "5.28.20", "", Cell{20'000'000.0});
    for (const auto& [code, numbers] : spending_and_people)
    {
        book.line(code, Cell{2018.0}, "5.28.20", "", Cell{numbers.first});
        book.book.add_comparison(code, "befolkning_0_22", day(2018, 12, 31), Cell{numbers.second});
    }
    const SpendingComparison comparison = book.spending().comparison;
    EXPECT_EQ(comparison.year, 2018);
    EXPECT_DOUBLE_EQ(*comparison.own, 2000);
    const GroupLevel& country = comparison.groups.front();
    EXPECT_EQ(country.others, 4U);
    EXPECT_EQ(country.counted, 5U) << "own counts in the country";
    EXPECT_EQ(country.weighting, Weighting::ratio_of_sums);
    // (20 + 3 + 8 + 5 + 90) million / (10 + 1 + 2 + 5 + 90) thousand
    EXPECT_DOUBLE_EQ(*country.level(), 126e6 / 108e3);
    EXPECT_EQ(country.rank, 3) << "1000, 1000, 2000, 3000, 4000 from the lowest";
    const GroupLevel& region = comparison.groups.at(1);
    EXPECT_EQ(region.kind, GroupKind::region);
    EXPECT_EQ(region.others, 3U);
    EXPECT_EQ(region.weighting, Weighting::unweighted_mean);
    // Grupper ships with the own municipality in its region: (2000 + 3000 + 4000 + 1000) / 4
    EXPECT_TRUE(region.own_counted);
    EXPECT_DOUBLE_EQ(*region.level(), 2500);
    EXPECT_DOUBLE_EQ(*region.by_step.at(5), 2500);
    EXPECT_DOUBLE_EQ(*region.by_step.at(2), 0);
}

TEST(SpendingComparison, NeedsThreeOthers)
{
    SpendingBook book = small_book();
    book.line("", Cell{2018.0}, "5.28.20", "", Cell{20'000'000.0});
    book.line("813", Cell{2018.0}, "5.28.20", "", Cell{1'000'000.0});
    book.line("820", Cell{2018.0}, "5.28.20", "", Cell{1'000'000.0});
    const SpendingComparison comparison = book.spending().comparison;
    EXPECT_FALSE(comparison.possible());
    EXPECT_EQ(comparison.others, 2U);
    EXPECT_TRUE(comparison.ranked.empty());
}

TEST(SpendingComparison, IsForTheLatestYearInWhichOthersHaveAccounts)
{
    SpendingBook book = small_book();
    for (const double year : {2017.0, 2018.0, 2019.0})
        book.line("", Cell{year}, "5.28.20", "", Cell{20'000'000.0});
    for (const char* code : {"813", "820", "846"})
        book.line(code, Cell{2018.0}, "5.28.20", "", Cell{1'000'000.0});
    EXPECT_EQ(book.spending().comparison.year, 2018);
    EXPECT_TRUE(book.spending().comparison.possible());
}

TEST(SpendingComparison, DrawsTheChosenGroupWhereItHasEnough)
{
    SpendingBook book = small_book();
    book.line("", Cell{2018.0}, "5.28.20", "", Cell{20'000'000.0});
    for (const char* code : {"813", "820", "846"})
        book.line(code, Cell{2018.0}, "5.28.20", "", Cell{1'000'000.0});
    const SpendingComparison comparison = book.spending().comparison;
    EXPECT_EQ(comparison.ranked_group, GroupKind::country) << "the main group, Storbyer, has too few";
    ASSERT_EQ(comparison.ranked.size(), 4U);
    EXPECT_TRUE(std::ranges::is_sorted(comparison.ranked, {}, &RankedMunicipality::per_resident));
    EXPECT_EQ(std::ranges::count(comparison.ranked, index_of("851"), &RankedMunicipality::municipality), 1);
}

TEST(UnplacedAccounts, AreListedWithTheLargestFirst)
{
    SpendingBook book = small_book();
    book.line("", Cell{2019.0}, "5.28.20", "001", Cell{1000.0});
    book.line("", Cell{2019.0}, "5.99.99", "001", Cell{-700.0}, "Refusion");
    book.line("", Cell{2019.0}, "5.28.23", "", Cell{200.0});
    book.line("", Cell{2019.0}, "5.28.23", "", Cell{100.0}, "Kostskoler");
    const Spending spending = book.spending();
    ASSERT_EQ(spending.unplaced.size(), 2U);
    EXPECT_EQ(spending.unplaced.front().account.function, "5.99.99");
    EXPECT_EQ(spending.unplaced.front().part, Part::unmapped);
    EXPECT_EQ(spending.unplaced.back().amount, 30000);
    EXPECT_EQ(spending.unplaced.back().label, "Kostskoler");
}

TEST(Spending, OfAWorkbookWithoutOwnLinesHasNoYears)
{
    SpendingBook book = small_book();
    book.line("101", Cell{2019.0}, "5.28.20", "001", Cell{1000.0});
    EXPECT_TRUE(book.spending().empty());
}

} // namespace trinvis::spending
