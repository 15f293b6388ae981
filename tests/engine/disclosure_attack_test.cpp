// SPDX-License-Identifier: MPL-2.0
//
// Trying to work out what is hidden. The reader of these tests knows more than a real one: all shown counts exactly, all
// relations, the threshold, and of each hidden count whether it is small or covers a small one. Protected is what can
// still be every number that the rule leaves open. What is less than that must be said to be less; and nothing may be
// worked out that hiding more would have saved. The possible numbers come from integer programming (attack.hpp), not from
// the code that hides.
#include "attack.hpp"
#include "clean_workbooks.hpp"
#include "shared_workbook.hpp"

#include "privacy/suppression.hpp"
#include "privacy/workbook_counts.hpp"
#include "privacy/workbook_suppression.hpp"

#include <gtest/gtest.h>

#include <random>

namespace trinvis
{

namespace
{

using namespace privacy;
using tests::Attack;

/// What the reader knows of a table: the cells of the table are the unknowns, in the same order.
Attack attack_on(const CountTable& table, const std::vector<Hiding>& hidden, int threshold)
{
    Attack attack;
    for (std::size_t i = 0; i < table.cells.size(); ++i)
    {
        const CountCell& cell = table.cells[i];
        const auto value = static_cast<double>(cell.value);
        if (cell.exposure == Exposure::implied)
            attack.unknown(0);
        else if (cell.exposure == Exposure::concealed || hidden[i] == Hiding::small)
            attack.unknown(1, threshold - 1);
        else if (hidden[i] == Hiding::covering)
            attack.unknown(threshold);
        else
            attack.unknown(value, value);
    }
    for (const Relation& relation : table.relations)
    {
        Attack::Sum sum;
        std::int64_t balance = 0;
        for (const Term& term : relation)
        {
            sum.emplace_back(term.cell, term.sign);
            balance += term.sign * table.cells[term.cell].value;
        }
        if (balance == 0)
            attack.know(std::move(sum), 0, 0);
    }
    return attack;
}

/// How many numbers a cell can be; counting ends with as many as the rule leaves open.
int possible_numbers(const Attack& attack, const CountTable& table, std::size_t cell, int threshold)
{
    int possible = 0;
    const bool implied = table.cells[cell].exposure == Exposure::implied;
    for (int number = implied ? 0 : 1; number < (implied ? 2 * threshold : threshold) && possible < threshold - 1;
         ++number)
        possible += attack.can_be(cell, number) ? 1 : 0;
    return possible;
}

/// Everything hidden that may be: what no hiding protects is not protected by this either.
std::vector<Hiding> all_hidden(const CountTable& table, int threshold)
{
    std::vector<Hiding> hidden(table.cells.size());
    for (std::size_t i = 0; i < table.cells.size(); ++i)
        if (table.cells[i].exposure == Exposure::shown && table.cells[i].value > 0)
            hidden[i] = table.cells[i].value < threshold ? Hiding::small : Hiding::covering;
    return hidden;
}

struct Audit
{
    std::size_t sensitive = 0;
    std::size_t narrowed = 0; ///< said to be fewer numbers than the rule leaves open
    std::size_t wider = 0;    ///< of these, those that could be more numbers if more were hidden
    std::size_t exposed = 0;  ///< that can be one number only, even with everything hidden
    std::size_t covering = 0;

    Audit& operator+=(const Audit& other)
    {
        sensitive += other.sensitive;
        narrowed += other.narrowed;
        wider += other.wider;
        exposed += other.exposed;
        covering += other.covering;
        return *this;
    }
};

Audit audit(const CountTable& table, int threshold)
{
    const Suppression result = suppress(table, threshold);
    const Attack attack = attack_on(table, result.cells, threshold);
    const Attack blind = attack_on(table, all_hidden(table, threshold), threshold);
    const auto said = [](const std::vector<std::size_t>& cells, std::size_t cell)
    { return std::find(cells.begin(), cells.end(), cell) != cells.end(); };
    Audit found;
    for (std::size_t i = 0; i < table.cells.size(); ++i)
    {
        const CountCell& cell = table.cells[i];
        found.covering += result.cells[i] == Hiding::covering ? 1U : 0U;
        if (result.cells[i] != Hiding::nothing)
        {
            EXPECT_EQ(cell.exposure, Exposure::shown);
            EXPECT_GT(cell.value, 0);
        }
        if (cell.exposure == Exposure::open || cell.value == 0 || cell.value >= threshold)
            continue;
        ++found.sensitive;
        const int possible = possible_numbers(attack, table, i, threshold);
        EXPECT_EQ(possible < 2, said(result.exposed, i)) << "cell " << i << " of value " << cell.value;
        if (possible < 2)
        {
            EXPECT_LT(possible_numbers(blind, table, i, threshold), 2)
                << "cell " << i << " of value " << cell.value << " could have been protected";
        }
        else if (possible < threshold - 1)
        {
            EXPECT_TRUE(said(result.narrowed, i)) << "cell " << i << " of value " << cell.value;
            found.wider += possible < possible_numbers(blind, table, i, threshold) ? 1U : 0U;
        }
        found.narrowed += said(result.narrowed, i) ? 1U : 0U;
        found.exposed += said(result.exposed, i) ? 1U : 0U;
    }
    return found;
}

class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_bits(seed)
    {
    }

    std::int64_t below(std::int64_t n)
    {
        return static_cast<std::int64_t>(m_bits() % static_cast<std::uint64_t>(n));
    }

    /// Mostly small, as the counts of a small municipality are.
    std::int64_t count()
    {
        constexpr std::array<std::int64_t, 8> largest{2, 4, 6, 10, 25, 25, 60, 300};
        return below(largest[static_cast<std::size_t>(below(8))]);
    }

private:
    std::mt19937_64 m_bits;
};

/// Rows and columns with their totals, as municipalities and items have them.
CountTable crossed_table(Dice& dice, std::size_t rows, std::size_t columns)
{
    CountTable table;
    std::vector<std::vector<std::size_t>> cells(rows, std::vector<std::size_t>(columns));
    for (auto& row : cells)
        for (std::size_t& cell : row)
            cell = table.add({.value = dice.count()});
    const auto close = [&](Relation relation)
    {
        std::int64_t sum = 0;
        for (const Term& term : relation)
            sum += table.cells[term.cell].value;
        relation.push_back(
            {table.add({.value = sum, .exposure = dice.below(3) == 0 ? Exposure::open : Exposure::shown}), -1});
        table.relations.push_back(std::move(relation));
    };
    for (std::size_t i = 0; i < rows; ++i)
    {
        Relation row;
        for (std::size_t j = 0; j < columns; ++j)
            row.push_back({cells[i][j], 1});
        close(std::move(row));
    }
    for (std::size_t j = 0; j < columns; ++j)
    {
        Relation column;
        for (std::size_t i = 0; i < rows; ++i)
            column.push_back({cells[i][j], 1});
        close(std::move(column));
    }
    return table;
}

/// Totals within totals over some rounds, with what is left of them, and the same children again a round later.
CountTable nested_table(Dice& dice, int rounds)
{
    CountTable table;
    std::size_t last_part = 0;
    bool known = false;
    for (int round = 0; round < rounds; ++round)
    {
        const auto add = [&](std::int64_t value, Exposure exposure = Exposure::shown)
        { return table.add({.value = value, .exposure = exposure, .stage = round}); };
        const std::int64_t inner = dice.count();
        const std::int64_t outer = inner + dice.count();
        const std::int64_t other = dice.count();
        const std::int64_t rest = dice.count();
        const auto inner_cell = add(inner);
        const auto outer_cell = add(outer);
        const auto other_cell = add(other, dice.below(6) == 0 && other == 1 ? Exposure::concealed : Exposure::shown);
        const auto total = add(outer + other + rest);
        table.relations.push_back({{outer_cell, 1}, {inner_cell, -1}, {add(outer - inner, Exposure::implied), -1}});
        table.relations.push_back({{total, 1}, {outer_cell, -1}, {other_cell, -1}, {add(rest, Exposure::implied), -1}});
        if (known)
        {
            const std::int64_t before = table.cells[last_part].value;
            const std::int64_t moved = dice.below(before + 1);
            const auto again = add(before);
            table.relations.push_back({{again, 1}, {last_part, -1}});
            table.relations.push_back({{again, 1}, {add(moved), -1}, {add(before - moved, Exposure::implied), -1}});
        }
        last_part = other_cell;
        known = table.cells[other_cell].exposure != Exposure::concealed;
    }
    return table;
}

} // namespace

TEST(Attack, FindsWhatADifferenceGivesAway)
{
    Attack attack;
    const auto boys = attack.unknown(1, 4);
    const auto girls = attack.unknown(0);
    attack.know({{boys, 1}, {girls, 1}}, 12, 12);
    EXPECT_EQ(attack.range(girls), (tests::Range{8, 11}));
    EXPECT_TRUE(attack.can_be(girls, 9));
    EXPECT_FALSE(attack.can_be(girls, 7));
    attack.know({{boys, 1}, {girls, -1}}, -10, -10);
    EXPECT_EQ(attack.range(boys), (tests::Range{1, 1}));
    attack.know({{boys, 1}}, 2, 2);
    EXPECT_EQ(attack.range(boys), std::nullopt);
}

TEST(HiddenCounts, CannotBeWorkedOutInCrossedTables)
{
    Audit all;
    for (std::uint64_t seed = 1; seed <= 250; ++seed)
        for (const int threshold : {3, 5})
        {
            Dice dice(seed);
            const auto rows = static_cast<std::size_t>(2 + dice.below(3));
            const auto columns = static_cast<std::size_t>(2 + dice.below(3));
            SCOPED_TRACE("seed " + std::to_string(seed) + ", threshold " + std::to_string(threshold));
            all += audit(crossed_table(dice, rows, columns), threshold);
        }
    EXPECT_GT(all.sensitive, 1000U);
    EXPECT_GT(all.covering, 300U);
    EXPECT_LT((all.narrowed + all.exposed) * 4, all.sensitive);
    EXPECT_LT(all.wider * 100, all.sensitive);
}

TEST(HiddenCounts, CannotBeWorkedOutInNestedTablesOverRounds)
{
    Audit all;
    for (std::uint64_t seed = 1; seed <= 250; ++seed)
        for (const int threshold : {3, 5})
        {
            Dice dice(seed);
            SCOPED_TRACE("seed " + std::to_string(seed) + ", threshold " + std::to_string(threshold));
            all += audit(nested_table(dice, 1 + static_cast<int>(dice.below(5))), threshold);
        }
    EXPECT_GT(all.sensitive, 1000U);
    EXPECT_GT(all.covering, 100U);
    EXPECT_LT((all.narrowed + all.exposed) * 4, all.sensitive);
    EXPECT_LT(all.wider * 100, all.sensitive);
}

TEST(HiddenCounts, CannotBeWorkedOutInCleanWorkbooks)
{
    Audit all;
    for (const tests::CleanWish& wish : tests::clean_wishes())
        for (const int threshold : {3, 5})
        {
            const tests::WorkbookFixture book = tests::shared(tests::clean_workbook(wish), threshold);
            const WorkbookCounts counts(book.read(), tests::words(), tests::municipalities(), tests::known_relations(),
                                        threshold);
            SCOPED_TRACE(testing::PrintToString(wish));
            all += audit(counts.table(), threshold);
        }
    EXPECT_GT(all.sensitive, 1000U);
    EXPECT_GT(all.covering, 100U);
    EXPECT_LT(all.wider * 100, all.sensitive);
    EXPECT_EQ(all.exposed, 0U);
}

} // namespace trinvis
