// SPDX-License-Identifier: MPL-2.0
//
// Which cells of a table are hidden. Whether it is enough is tried in disclosure_attack_test.cpp.
#include "privacy/suppression.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace trinvis::privacy
{

namespace
{

/// A total with its parts; what the parts leave is implied.
struct Whole
{
    CountTable table;
    std::size_t total = 0;
    std::vector<std::size_t> parts;
    std::size_t rest = 0;

    Whole(std::int64_t all, std::initializer_list<std::int64_t> values)
    {
        total = table.add({.value = all});
        Relation relation{{total, 1}};
        for (const std::int64_t value : values)
        {
            parts.push_back(table.add({.value = value}));
            relation.push_back({parts.back(), -1});
            all -= value;
        }
        rest = table.add({.value = all, .exposure = Exposure::implied});
        relation.push_back({rest, -1});
        table.relations.push_back(relation);
    }
};

std::vector<Hiding> hidden(const CountTable& table, int threshold = 5)
{
    return suppress(table, threshold).cells;
}

std::size_t count(const std::vector<Hiding>& cells, Hiding kind)
{
    return static_cast<std::size_t>(std::count(cells.begin(), cells.end(), kind));
}

} // namespace

TEST(Suppression, HidesCountsFromOneToOneBelowTheThreshold)
{
    CountTable table;
    for (const std::int64_t value : {0, 1, 2, 3, 4, 5, 6})
        table.add({.value = value});
    using enum Hiding;
    EXPECT_EQ(hidden(table, 5), (std::vector{nothing, small, small, small, small, nothing, nothing}));
    EXPECT_EQ(hidden(table, 3), (std::vector{nothing, small, small, nothing, nothing, nothing, nothing}));
}

TEST(Suppression, NeverHidesAZeroOrWhatEverybodyKnows)
{
    Whole whole(4, {4, 0});
    whole.table.cells[whole.total].exposure = Exposure::open;
    const Suppression result = suppress(whole.table, 5);
    EXPECT_EQ(result.cells[whole.total], Hiding::nothing);
    EXPECT_EQ(result.cells[whole.parts[1]], Hiding::nothing);
}

TEST(Suppression, HidesNothingMoreWhenTheRestOfATotalCoversASmallPart)
{
    const Whole whole(40, {2, 30});
    const std::vector<Hiding> cells = hidden(whole.table);
    EXPECT_EQ(cells[whole.parts[0]], Hiding::small);
    EXPECT_EQ(count(cells, Hiding::covering), 0U);
}

TEST(Suppression, HidesASecondPartWhenTotalMinusPartsWouldGiveTheSmallOne)
{
    const Whole whole(40, {2, 8, 30});
    const Suppression result = suppress(whole.table, 5);
    EXPECT_EQ(result.cells[whole.parts[0]], Hiding::small);
    EXPECT_EQ(result.cells[whole.parts[1]], Hiding::covering) << "the smaller of the two is missed less";
    EXPECT_EQ(result.cells[whole.parts[2]], Hiding::nothing);
    EXPECT_EQ(result.cells[whole.total], Hiding::nothing);
    EXPECT_EQ(result.protects[whole.parts[1]], whole.parts[0]);
}

TEST(Suppression, HidesWhatIsUsedLessBeforeWhatIsSmaller)
{
    Whole whole(40, {2, 8, 30});
    whole.table.cells[whole.total].exposure = Exposure::open;
    whole.table.use_weights = {1, 1};
    whole.table.cells[whole.parts[1]].uses = {0, 1};
    whole.table.cells[whole.parts[2]].uses = {0};
    const std::vector<Hiding> cells = hidden(whole.table);
    EXPECT_EQ(cells[whole.parts[1]], Hiding::nothing);
    EXPECT_EQ(cells[whole.parts[2]], Hiding::covering);
}

TEST(Suppression, CountsForNothingWhatIsLostAnyway)
{
    Whole whole(40, {2, 8, 30});
    whole.table.cells[whole.total].exposure = Exposure::open;
    whole.table.use_weights = {1, 1};
    whole.table.cells[whole.parts[0]].uses = {0};
    whole.table.cells[whole.parts[1]].uses = {1};
    whole.table.cells[whole.parts[2]].uses = {0};
    EXPECT_EQ(hidden(whole.table)[whole.parts[2]], Hiding::covering) << "its figure is gone with the small one";
}

TEST(Suppression, ProtectsTheSmallRestOfATotal)
{
    // 38 of 40 tells of two.
    const Whole whole(40, {38});
    const std::vector<Hiding> cells = hidden(whole.table);
    EXPECT_EQ(count(cells, Hiding::small), 0U);
    EXPECT_EQ(count(cells, Hiding::covering), 1U);
}

TEST(Suppression, LeavesAFullTotalAlone)
{
    const Whole whole(40, {40});
    EXPECT_EQ(count(hidden(whole.table), Hiding::covering), 0U);
}

TEST(Suppression, HidesMoreWhenTwoSmallCountsGiveEachOtherAway)
{
    // Of 12 shown, 10 elsewhere shown: the two hidden ones add up to 2, so each is 1.
    const Whole whole(12, {1, 1, 10});
    const std::vector<Hiding> cells = hidden(whole.table);
    EXPECT_EQ(count(cells, Hiding::small), 2U);
    EXPECT_EQ(count(cells, Hiding::covering), 1U);
}

TEST(Suppression, SeesThroughARingOfRelations)
{
    // Rows and columns add up: hiding one cell of a row and one of a column still gives the small one away, and bounds on
    // single cells would not show it.
    CountTable table;
    const std::array<std::array<std::int64_t, 3>, 3> values{{{2, 20, 30}, {40, 25, 60}, {70, 80, 90}}};
    std::array<std::array<std::size_t, 3>, 3> cells{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            cells[i][j] = table.add({.value = values[i][j]});
    for (std::size_t i = 0; i < 3; ++i)
    {
        Relation row;
        Relation column;
        std::int64_t row_sum = 0;
        std::int64_t column_sum = 0;
        for (std::size_t j = 0; j < 3; ++j)
        {
            row.push_back({cells[i][j], 1});
            column.push_back({cells[j][i], 1});
            row_sum += values[i][j];
            column_sum += values[j][i];
        }
        row.push_back({table.add({.value = row_sum, .exposure = Exposure::open}), -1});
        column.push_back({table.add({.value = column_sum, .exposure = Exposure::open}), -1});
        table.relations.push_back(row);
        table.relations.push_back(column);
    }
    const Suppression result = suppress(table, 5);
    EXPECT_TRUE(result.narrowed.empty() && result.exposed.empty());
    using enum Hiding;
    EXPECT_EQ(result.cells[cells[0][0]], small);
    EXPECT_EQ(result.cells[cells[0][1]], covering);
    EXPECT_EQ(result.cells[cells[1][0]], covering);
    EXPECT_EQ(result.cells[cells[1][1]], covering);
    EXPECT_EQ(count(result.cells, covering), 3U) << "the smallest rectangle";
}

TEST(Suppression, HidesTheSameChildrenInBothRounds)
{
    CountTable table;
    const auto then = table.add({.value = 3, .stage = 0});
    const auto now = table.add({.value = 3, .stage = 2});
    table.relations.push_back({{now, 1}, {then, -1}});
    EXPECT_EQ(hidden(table), (std::vector{Hiding::small, Hiding::small}));
}

TEST(Suppression, HidesTwinsThatDifferTogether)
{
    CountTable table;
    const auto then = table.add({.value = 4, .stage = 0});
    const auto now = table.add({.value = 5, .stage = 2});
    table.alike.emplace_back(now, then);
    EXPECT_EQ(hidden(table), (std::vector{Hiding::small, Hiding::covering}));
}

TEST(Suppression, ProtectsWhatWasHiddenByHand)
{
    // Nobody here knows the number; total minus parts would tell it.
    Whole whole(40, {1, 39});
    whole.table.cells[whole.parts[0]].exposure = Exposure::concealed;
    const std::vector<Hiding> cells = hidden(whole.table);
    EXPECT_EQ(cells[whole.parts[0]], Hiding::nothing);
    EXPECT_EQ(count(cells, Hiding::covering), 1U);
}

TEST(Suppression, SaysWhatItCannotProtect)
{
    // Known total, and zeros beside it: the one hidden count is the total.
    CountTable table;
    const auto one = table.add({.value = 3});
    const auto zero = table.add({.value = 0});
    const auto total = table.add({.value = 3, .exposure = Exposure::open});
    table.relations.push_back({{one, 1}, {zero, 1}, {total, -1}});
    const Suppression result = suppress(table, 5);
    EXPECT_EQ(result.exposed, std::vector{one});
    EXPECT_EQ(result.cells[zero], Hiding::nothing);
}

TEST(Suppression, HidesNothingMoreWhereTheRuleItselfLeavesFewerNumbers)
{
    // A hidden total below 5 with two hidden parts: neither part can be 4, and nothing that is shown says so.
    const Whole whole(4, {1, 3});
    const Suppression result = suppress(whole.table, 5);
    EXPECT_EQ(result.narrowed, (std::vector{whole.total, whole.parts[0], whole.parts[1]}));
    EXPECT_TRUE(result.exposed.empty());
}

TEST(Suppression, TakesRelationsThatDoNotAddUpForNothing)
{
    CountTable table;
    const auto part = table.add({.value = 2});
    const auto total = table.add({.value = 1});
    table.relations.push_back({{total, 1}, {part, -1}});
    EXPECT_TRUE(suppress(table, 5).exposed.empty());
}

TEST(Suppression, LeavesEarlierRoundsAsTheyWereShared)
{
    // The second round's small count could be covered by the first round's number or by its own round's.
    CountTable first;
    const auto before = first.add({.value = 8, .stage = 0});
    const Suppression alone = suppress(first, 5);
    CountTable both = first;
    const auto started = both.add({.value = 20, .stage = 1});
    const auto now = both.add({.value = 26, .stage = 1});
    const auto ended = both.add({.value = 2, .exposure = Exposure::implied, .stage = 1});
    both.relations.push_back({{before, 1}, {started, 1}, {now, -1}, {ended, -1}});
    const Suppression together = suppress(both, 5);
    EXPECT_EQ(together.cells[before], alone.cells[before]) << "though it is the smallest";
    EXPECT_EQ(together.cells[started], Hiding::covering);
    EXPECT_EQ(together.cells[now], Hiding::nothing);
}

TEST(Suppression, ShowsAgainWhatALaterChoiceMadeSuperfluous)
{
    // The first small count is covered by the 10, the cheapest. The second needs the 42, and that covers the first as well.
    CountTable table;
    const auto first = table.add({.value = 2});
    const auto cheap = table.add({.value = 10});
    const auto other = table.add({.value = 30});
    const auto total = table.add({.value = 42});
    const auto second = table.add({.value = 3});
    const auto all = table.add({.value = 45, .exposure = Exposure::open});
    table.relations.push_back({{first, 1}, {cheap, 1}, {other, 1}, {total, -1}});
    CountTable without_second = table;
    EXPECT_EQ(hidden(without_second)[cheap], Hiding::covering);
    table.relations.push_back({{second, 1}, {total, 1}, {all, -1}});
    const Suppression result = suppress(table, 5);
    EXPECT_EQ(result.cells[total], Hiding::covering);
    EXPECT_EQ(result.cells[cheap], Hiding::nothing);
    EXPECT_TRUE(result.narrowed.empty() && result.exposed.empty());
}

} // namespace trinvis::privacy
