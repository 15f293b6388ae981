// SPDX-License-Identifier: MPL-2.0
//
// From expressions to formulas. The rule language itself is the witness: whatever an expression answers for given values,
// its formulas must say of the same values.
#include "unknown_columns.hpp"

#include "rules/binding.hpp"
#include "rules/feasibility.hpp"
#include "table/text_match.hpp"

#include <gtest/gtest.h>

#include <random>

namespace trinvis::rules
{

namespace
{

using tests::state_bit;
using tests::UnknownColumns;

const std::vector<Value> values_tried{{ValueState::number, -2}, {ValueState::number, 0},   {ValueState::number, 0.5},
                                      {ValueState::number, 3},  {ValueState::empty},       {ValueState::text},
                                      {ValueState::error},      {ValueState::confidential}};
const std::vector<std::string_view> texts_tried{"", "andel", "rate"};

/// Every combination of the tried values of a and b and of the tried texts of t.
Table all_combinations()
{
    Table table;
    std::vector<Value> a, b;
    std::vector<std::string_view> t;
    for (const Value& first : values_tried)
        for (const Value& second : values_tried)
            for (const std::string_view text : texts_tried)
            {
                a.push_back(first);
                b.push_back(second);
                t.push_back(text);
            }
    table.rows = a.size();
    table.columns.push_back(Column::of_numbers({"a"}, std::move(a)));
    table.columns.push_back(Column::of_numbers({"b"}, std::move(b)));
    table.columns.push_back(Column::of_texts({"t"}, std::move(t)));
    return table;
}

Expression parsed(const std::string& text)
{
    auto result = parse_expression(text);
    if (const auto* fault = std::get_if<RuleFault>(&result))
        throw std::invalid_argument(text + ": " + fault->key);
    return std::get<Expression>(std::move(result));
}

/// That the columns have the values of a row.
Formula are_as_in(const Table& table, std::size_t row, UnknownColumns& unknowns)
{
    std::vector<Formula> all;
    for (const char* name : {"a", "b"})
    {
        const Variable which = unknowns.unknown(parsed(name));
        const Value& value = table.column(name)->numbers[row];
        all.push_back(has_state(which, state_bit(value.state)));
        if (value.is_number())
            all.push_back(compared(variable(which), Operation::equal, constant(value.number)));
    }
    all.push_back(has_text(unknowns.unknown(parsed("t")), folded(table.column("t")->texts[row])));
    return all_hold(std::move(all));
}

void expect_same_answers(const std::string& text)
{
    const Table table = all_combinations();
    const Surroundings surroundings;
    const Expression tree = parsed(text);
    const auto bound = bind(tree, table, surroundings);
    ASSERT_TRUE(std::holds_alternative<Bound>(bound)) << text << ": " << std::get<RuleFault>(bound).key;
    const Answers answers = std::get<Bound>(bound).run({0, table.rows});
    UnknownColumns unknowns(table);
    const Condition condition = read_condition(tree, unknowns);
    EXPECT_EQ(unknowns.opaque, 0) << text;
    for (std::size_t row = 0; row < table.rows; ++row)
    {
        const Formula as_in_row = are_as_in(table, row, unknowns);
        Effort effort;
        const auto is = [&](const Formula& formula) {
            return feasible(all_hold({as_in_row, formula}), effort) == Feasible::yes;
        };
        ASSERT_EQ(is(condition.yes), answers.truth(row) == Truth::yes) << text << " in row " << row;
        ASSERT_EQ(is(condition.no), answers.truth(row) == Truth::no) << text << " in row " << row;
        ASSERT_EQ(is(negated(condition.no)), answers.truth(row) != Truth::no) << text << " in row " << row;
    }
}

std::string random_number(std::mt19937& random, int depth)
{
    const auto inner = [&] { return random_number(random, depth - 1); };
    switch (random() % (depth > 0 ? 11U : 3U))
    {
    case 0:
        return "a";
    case 1:
        return "b";
    case 2:
        return std::to_string(random() % 4U);
    case 3:
        return "(" + inner() + " + " + inner() + ")";
    case 4:
        return "(" + inner() + " - " + inner() + ")";
    case 5:
        return "(" + std::to_string(random() % 4U) + " * " + inner() + ")";
    case 6:
        return "(a / b)";
    case 7:
        return "MIN(" + inner() + "; " + inner() + ")";
    case 8:
        return "MAKS(" + inner() + "; " + inner() + ")";
    case 9:
        return "SUM(" + inner() + "; " + inner() + ")";
    default:
        return "ABS(-" + inner() + ")";
    }
}

std::string random_truth(std::mt19937& random, int depth)
{
    const auto inner = [&] { return random_truth(random, depth - 1); };
    static const char* const signs[] = {" = ", " <> ", " < ", " <= ", " > ", " >= "};
    switch (random() % (depth > 0 ? 10U : 7U))
    {
    case 0:
        return "ER.TAL(a)";
    case 1:
        return "ER.TOM(b)";
    case 2:
        return "ER.HELTAL(a)";
    case 3:
        return random() % 2U == 0 ? "t = \"Andel \"" : "t <> \"rate\"";
    case 7:
        return "OG(" + inner() + "; " + inner() + ")";
    case 8:
        return "ELLER(" + inner() + "; " + inner() + ")";
    case 9:
        return "IKKE(" + inner() + ")";
    default:
        return random_number(random, 1) + signs[random() % 6U] + random_number(random, 1);
    }
}

} // namespace

TEST(Condition, SaysWhatTheExpressionAnswers)
{
    for (const char* text : {"a < b",
                             "a <= b",
                             "a = b",
                             "a <> b",
                             "a > 2 * b - 1",
                             "-a >= b",
                             "a / 2 > b",
                             "6 / a <= 3",
                             "a / b < 1",
                             "a / b + 1 = a / b + 1",
                             "ABS(a - b) <= MAKS(0,5 * b; 2)",
                             "MIN(a; b; 0) < 0",
                             "SUM(a; b; 1) = 4",
                             "ER.TAL(a)",
                             "ER.TAL(a + b)",
                             "ER.TOM(a)",
                             "ER.TEKST(a)",
                             "ER.FEJL(b)",
                             "ER.HELTAL(a)",
                             "ER.HELTAL(a + b)",
                             "ER.HELTAL(a / 2)",
                             "t = \"ANDEL\"",
                             "\"rate\" <> t",
                             "ER.UDEN.TEKST(t)",
                             "1 < 2",
                             "\"x\" = \"y\"",
                             "OG(a > 0; b > 0; t = \"rate\")",
                             "ELLER(a > 0; IKKE(b > 0))",
                             "IKKE(OG(ER.TAL(a); a >= b))"})
        expect_same_answers(text);
}

TEST(Condition, SaysWhatAnyExpressionAnswers)
{
    std::mt19937 random(7);
    for (int i = 0; i < 120; ++i)
    {
        const std::string text = random_truth(random, 2);
        // A quotient among other unknowns need not be linear; those are for the next test.
        if (text.find("a / b") == std::string::npos)
            expect_same_answers(text);
    }
}

TEST(Condition, IsOpaqueWhereItIsNotUnderstood)
{
    const Table table = all_combinations();
    for (const char* text :
         {"a * b > 1", "6 / a <= b", "a / b + a > 1", "LIGNER.TAL(t)", "t < \"m\"", "ANTAL.ENS(t) = 1"})
    {
        UnknownColumns unknowns(table);
        static_cast<void>(read_condition(parsed(text), unknowns));
        EXPECT_GT(unknowns.opaque, 0) << text;
    }
}

TEST(Condition, TakesTheSameOpaqueTextForTheSameUnknown)
{
    const Table table = all_combinations();
    UnknownColumns unknowns(table);
    const Condition one = read_condition(parsed("LIGNER.TAL(t)"), unknowns);
    const Condition same = read_condition(parsed("lookslikenumber( T )"), unknowns);
    const Condition other = read_condition(parsed("LIGNER.CPR(t)"), unknowns);
    Effort effort;
    EXPECT_EQ(feasible(all_hold({one.yes, other.no}), effort), Feasible::yes);
    EXPECT_EQ(feasible(all_hold({one.yes, one.no}), effort), Feasible::no);
    // The name of a column is the unknowns' affair: these write it as it stands.
    EXPECT_EQ(feasible(all_hold({one.yes, same.no}), effort), Feasible::yes);
}

TEST(Condition, GivesUpOnTooManyCasesRatherThanOnTheMachine)
{
    const Table table = all_combinations();
    std::string text = "a";
    for (int i = 0; i < 12; ++i)
        text = "MAKS(" + text + "; " + std::to_string(i) + " * b)";
    UnknownColumns unknowns(table);
    static_cast<void>(read_condition(parsed(text + " > 0"), unknowns));
    EXPECT_GT(unknowns.opaque, 0);
}

} // namespace trinvis::rules
