// SPDX-License-Identifier: MPL-2.0
//
// Whether formulas can be satisfied: by hand where the answer is plain, against trying everything where it is not.
#include "rules/feasibility.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace trinvis::rules
{

namespace
{

const Linear x = variable(0);
const Linear y = variable(1);
const Linear z = variable(2);

Formula less(const Linear& a, const Linear& b)
{
    return compared(a, Operation::less, b);
}

Formula at_most(const Linear& a, const Linear& b)
{
    return compared(a, Operation::less_or_equal, b);
}

Formula equal(const Linear& a, const Linear& b)
{
    return compared(a, Operation::equal, b);
}

Feasible all(std::vector<Formula> parts)
{
    Effort effort;
    return feasible(all_hold(std::move(parts)), effort);
}

} // namespace

TEST(Feasibility, OfNothingAndOfContradictionsIsPlain)
{
    EXPECT_EQ(all({}), Feasible::yes);
    EXPECT_EQ(all({any_holds({})}), Feasible::no);
    EXPECT_EQ(all({less(constant(2), constant(1))}), Feasible::no);
}

TEST(Feasibility, MindsWhetherTheEndsBelong)
{
    EXPECT_EQ(all({at_most(x, constant(5)), at_most(constant(5), x)}), Feasible::yes);
    EXPECT_EQ(all({less(x, constant(5)), at_most(constant(5), x)}), Feasible::no);
    EXPECT_EQ(all({less(x, y), less(y, z), less(z, x)}), Feasible::no);
    EXPECT_EQ(all({at_most(x, y), at_most(y, z), at_most(z, x)}), Feasible::yes);
    EXPECT_EQ(all({at_most(x, y), at_most(y, z), less(z, x)}), Feasible::no);
}

TEST(Feasibility, OfPartsAndTheirTotal)
{
    const Linear parts = added(x, y);
    EXPECT_EQ(all({at_most(parts, constant(100)), at_most(constant(60), x), at_most(constant(60), y)}), Feasible::no);
    EXPECT_EQ(all({at_most(parts, z), at_most(constant(60), x), at_most(constant(60), y)}), Feasible::yes);
    EXPECT_EQ(all({equal(parts, z), less(z, x), at_most(constant(0), y)}), Feasible::no);
}

TEST(Feasibility, TreatsTheNoiseOfDecimalsAsTheRulesDo)
{
    EXPECT_EQ(all({equal(x, constant(0.1 + 0.2)), equal(x, constant(0.3))}), Feasible::yes);
    EXPECT_EQ(all({less(constant(0.3), x), less(x, constant(0.1 + 0.2))}), Feasible::no);
    EXPECT_EQ(all({equal(x, constant(0.3)), equal(x, constant(0.3001))}), Feasible::no);
    EXPECT_EQ(all({equal(added(x, y), constant(1e9)), equal(x, constant(3e8)), equal(y, constant(7e8 + 0.01))}),
              Feasible::yes)
        << "a hundredth beside a billion is within the rules' tolerance";
}

TEST(Feasibility, OfUnequalNumbersLeavesTheRest)
{
    const Formula not_five = compared(x, Operation::unequal, constant(5));
    EXPECT_EQ(all({not_five, at_most(x, constant(5)), at_most(constant(5), x)}), Feasible::no);
    EXPECT_EQ(all({not_five, at_most(x, constant(5)), at_most(constant(4), x)}), Feasible::yes);
}

TEST(Feasibility, OfWholeNumbersIsNotThatOfAll)
{
    EXPECT_EQ(all({less(constant(3), x), less(x, constant(4))}), Feasible::yes);
    EXPECT_EQ(all({less(constant(3), x), less(x, constant(4)), is_whole(x)}), Feasible::no);
    EXPECT_EQ(all({equal(scaled(x, 2), constant(7)), is_whole(x)}), Feasible::no);
    EXPECT_EQ(all({equal(scaled(x, 2), y), equal(y, constant(8)), is_whole(x)}), Feasible::yes);
    EXPECT_EQ(all({equal(added(x, y), constant(0.5)), is_whole(x), is_whole(y)}), Feasible::unknown)
        << "halves never meet, however far the search goes, and it goes only so far";
    EXPECT_EQ(all({equal(added(x, y), constant(0.5)), is_whole(added(x, y))}), Feasible::no);
}

TEST(Feasibility, OfBrokenNumbersNeedsRoom)
{
    EXPECT_EQ(all({negated(is_whole(x)), equal(x, constant(3))}), Feasible::no);
    EXPECT_EQ(all({negated(is_whole(x)), equal(x, constant(3.5))}), Feasible::yes);
    EXPECT_EQ(all({negated(is_whole(x)), equal(x, y), equal(y, constant(3))}), Feasible::no);
    EXPECT_EQ(all({negated(is_whole(x)), is_whole(x)}), Feasible::no);
    EXPECT_EQ(all({negated(is_whole(x)), at_most(x, constant(4)), at_most(constant(3), x)}), Feasible::yes);
}

TEST(Feasibility, OfTextsAndStates)
{
    EXPECT_EQ(all({has_text(0, "a"), has_text(0, "b")}), Feasible::no);
    EXPECT_EQ(all({has_text(0, "a"), negated(has_text(0, "a"))}), Feasible::no);
    EXPECT_EQ(all({has_text(0, "a"), has_text(1, "b"), negated(has_text(0, "b"))}), Feasible::yes);
    EXPECT_EQ(all({has_state(0, 1U | 2U), has_state(0, 2U | 4U)}), Feasible::yes);
    EXPECT_EQ(all({has_state(0, 1U | 2U), has_state(0, 4U)}), Feasible::no);
    EXPECT_EQ(all({has_state(0, 1U), negated(has_state(0, 1U | 2U))}), Feasible::no);
}

TEST(Feasibility, TriesEveryAlternative)
{
    const Formula outside = any_holds({less(x, constant(0)), less(constant(10), x)});
    EXPECT_EQ(all({outside, at_most(constant(0), x)}), Feasible::yes);
    EXPECT_EQ(all({outside, at_most(constant(0), x), at_most(x, constant(10))}), Feasible::no);
    EXPECT_EQ(all({negated(outside), equal(x, constant(11))}), Feasible::no);
}

TEST(Feasibility, IsUnknownWhereTheEffortDoesNotSuffice)
{
    std::vector<Formula> parts;
    for (int i = 0; i < 12; ++i)
        parts.push_back(any_holds({less(variable(i), variable(i + 1)), less(variable(i + 1), variable(i))}));
    parts.push_back(equal(added(x, y), added(x, added(y, constant(1)))));
    Effort little{3};
    EXPECT_EQ(feasible(all_hold(std::vector<Formula>(parts.begin(), parts.end() - 1)), little), Feasible::unknown);
    EXPECT_EQ(little.left, 0U);
}

namespace
{

Formula random_formula(std::mt19937& random, int depth)
{
    const auto number = [&random](int least, int most)
    { return std::uniform_int_distribution<int>(least, most)(random); };
    if (depth > 0 && number(0, 2) > 0)
    {
        std::vector<Formula> parts;
        for (int i = number(2, 3); i > 0; --i)
            parts.push_back(random_formula(random, depth - 1));
        const bool all = number(0, 1) == 0;
        return number(0, 3) == 0 ? negated(all ? all_hold(parts) : any_holds(parts))
                                 : (all ? all_hold(parts) : any_holds(parts));
    }
    Linear sum = constant(number(-4, 4));
    for (Variable which = 0; which < 3; ++which)
        sum = added(sum, variable(which), number(-2, 2));
    static constexpr std::array comparisons{Operation::less,    Operation::less_or_equal, Operation::equal,
                                            Operation::unequal, Operation::greater,       Operation::greater_or_equal};
    return compared(sum, comparisons.at(static_cast<std::size_t>(number(0, 5))), constant(0));
}

bool holds(const Formula& formula, const std::array<int, 3>& values)
{
    switch (formula.kind)
    {
    case Formula::Kind::always:
        return true;
    case Formula::Kind::never:
        return false;
    case Formula::Kind::all:
        return std::all_of(formula.parts.begin(), formula.parts.end(),
                           [&](const Formula& part) { return holds(part, values); });
    case Formula::Kind::any:
        return std::any_of(formula.parts.begin(), formula.parts.end(),
                           [&](const Formula& part) { return holds(part, values); });
    default:
        break;
    }
    double sum = formula.atom.sum.constant;
    for (const auto& [which, factor] : formula.atom.sum.terms)
        sum += factor * values.at(static_cast<std::size_t>(which));
    switch (formula.atom.kind)
    {
    case AtomKind::below:
        return sum < 0;
    case AtomKind::at_most:
        return sum <= 0;
    default:
        return sum == 0;
    }
}

} // namespace

TEST(Feasibility, AgreesWithTryingAllWholeNumbers)
{
    std::mt19937 random(11);
    int satisfiable = 0;
    for (int i = 0; i < 3000; ++i)
    {
        const Formula formula = random_formula(random, 3);
        std::vector<Formula> all{formula};
        for (Variable which = 0; which < 3; ++which)
        {
            all.push_back(at_most(constant(0), variable(which)));
            all.push_back(at_most(variable(which), constant(3)));
            all.push_back(is_whole(variable(which)));
        }
        bool expected = false;
        for (int a = 0; a <= 3; ++a)
            for (int b = 0; b <= 3; ++b)
                for (int c = 0; c <= 3; ++c)
                    expected = expected || holds(formula, {a, b, c});
        Effort effort;
        ASSERT_EQ(feasible(all_hold(all), effort), expected ? Feasible::yes : Feasible::no) << "formula " << i;
        satisfiable += expected ? 1 : 0;
    }
    EXPECT_GT(satisfiable, 300);
    EXPECT_LT(satisfiable, 2900);
}

} // namespace trinvis::rules
