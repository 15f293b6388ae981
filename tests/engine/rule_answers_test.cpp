// SPDX-License-Identifier: MPL-2.0
//
// The rule language at work: what expressions answer over a table, and which faults binding finds.
#include "shipped.hpp"

#include "rules/binding.hpp"
#include "rules/functions.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace trinvis::rules
{

namespace
{

constexpr Value missing{ValueState::missing};

Value number(double value)
{
    return {ValueState::number, value};
}

Table table_of(std::size_t rows)
{
    Table table;
    table.rows = rows;
    return table;
}

/// Four rows: two numbers a and b, a text t.
Table four_rows()
{
    Table table = table_of(4);
    table.columns.push_back(Column::of_numbers({"a", "A"}, {number(1), number(2), missing, number(0)}));
    table.columns.push_back(Column::of_numbers({"b"}, {number(1), missing, missing, number(-3)}));
    table.columns.push_back(Column::of_texts({"tekst", "text"}, {"Aalborg", " aalborg ", "", "12.5"}));
    table.columns.push_back(Column::of_numbers(
        {"tilstand"}, {{ValueState::empty}, {ValueState::text}, {ValueState::error}, {ValueState::confidential}}));
    return table;
}

Surroundings surroundings()
{
    Surroundings around;
    around.municipalities = &tests::municipalities();
    around.items = {"anbragte"};
    around.figures = {"3", "E1"};
    around.today = 44000;
    return around;
}

/// The key of the fault, or the answers of the rows: y, n and u, numbers in full, "-" for what is no number.
std::string answers(std::string_view text, const Table& table = four_rows())
{
    const Surroundings around = surroundings();
    const auto parsed = parse_expression(text);
    if (const auto* fault = std::get_if<RuleFault>(&parsed))
        return fault->key;
    const auto bound = bind(std::get<Expression>(parsed), table, around);
    if (const auto* fault = std::get_if<RuleFault>(&bound))
        return fault->key;
    const Answers result = std::get<Bound>(bound).run({0, table.rows});
    std::string shown;
    for (std::size_t row = 0; row < table.rows; ++row)
        if (result.type == Type::truth)
            shown += result.truth(row) == Truth::yes ? 'y' : (result.truth(row) == Truth::no ? 'n' : 'u');
        else if (result.type == Type::number)
            shown +=
                (row > 0 ? " " : "") +
                (result.number(row).is_number() ? std::to_string(static_cast<int>(result.number(row).number)) : "-");
        else
            shown += std::string(row > 0 ? "|" : "") + std::string(result.text(row));
    return shown;
}

/// A table of one row with what yes, no and undecided are asked of.
std::string truth(std::string_view text)
{
    Table table = table_of(1);
    table.columns.push_back(Column::of_numbers({"x"}, {missing}));
    std::string expression(text);
    for (const auto& [word, meaning] : {std::pair{"yes", "(1=1)"}, {"no", "(1=2)"}, {"undecided", "(x=1)"}})
        for (std::size_t at = expression.find(word); at != std::string::npos; at = expression.find(word))
            expression.replace(at, std::string_view(word).size(), meaning);
    return answers(expression, table);
}

} // namespace

TEST(ThreeValuedAnd, IsNoAsSoonAsOnePartIs)
{
    EXPECT_EQ(truth("AND(yes; yes)"), "y");
    EXPECT_EQ(truth("AND(yes; no)"), "n");
    EXPECT_EQ(truth("AND(no; no)"), "n");
    EXPECT_EQ(truth("AND(undecided; no)"), "n");
    EXPECT_EQ(truth("AND(no; undecided)"), "n");
    EXPECT_EQ(truth("AND(undecided; yes)"), "u");
    EXPECT_EQ(truth("AND(yes; undecided)"), "u");
    EXPECT_EQ(truth("AND(undecided; undecided)"), "u");
    EXPECT_EQ(truth("AND(undecided; yes; no)"), "n");
}

TEST(ThreeValuedOr, IsYesAsSoonAsOnePartIs)
{
    EXPECT_EQ(truth("OR(yes; no)"), "y");
    EXPECT_EQ(truth("OR(no; no)"), "n");
    EXPECT_EQ(truth("OR(undecided; yes)"), "y");
    EXPECT_EQ(truth("OR(yes; undecided)"), "y");
    EXPECT_EQ(truth("OR(undecided; no)"), "u");
    EXPECT_EQ(truth("OR(no; undecided)"), "u");
    EXPECT_EQ(truth("OR(undecided; undecided)"), "u");
    EXPECT_EQ(truth("OR(no; undecided; yes)"), "y");
}

TEST(ThreeValuedNot, LeavesTheUndecided)
{
    EXPECT_EQ(truth("NOT(yes)"), "n");
    EXPECT_EQ(truth("NOT(no)"), "y");
    EXPECT_EQ(truth("NOT(undecided)"), "u");
}

TEST(Comparison, WithAMissingValueIsUndecided)
{
    EXPECT_EQ(answers("a >= b"), "yuuy");
    EXPECT_EQ(answers("a = a"), "yyuy");
    EXPECT_EQ(answers("tilstand = 0"), "uuuu") << "empty, text, error and confidential are no numbers";
}

TEST(Comparison, BearsTheErrorOfAddedDecimals)
{
    EXPECT_EQ(answers("0,1 + 0,2 = 0,3"), "yyyy");
    EXPECT_EQ(answers("0,1 + 0,2 <= 0,3"), "yyyy");
    EXPECT_EQ(answers("0,1 + 0,2 > 0,3"), "nnnn");
    EXPECT_EQ(answers("1000000000,1 <> 1000000000,2"), "nnnn") << "the tolerance is 1e-9 of the larger number";
    EXPECT_EQ(answers("100000000,1 <> 100000000,9"), "yyyy");
}

TEST(Comparison, OfTextsLeavesCapitalsAndBlanksOut)
{
    EXPECT_EQ(answers("tekst = \"AALBORG\""), "yynn");
    EXPECT_EQ(answers("tekst <> \"Aalborg\""), "nnyy");
    EXPECT_EQ(answers("text = tekst"), "yyyy");
}

TEST(Arithmetic, WithAMissingValueIsMissing)
{
    EXPECT_EQ(answers("a + b"), "2 - - -3");
    EXPECT_EQ(answers("a - b"), "0 - - 3");
    EXPECT_EQ(answers("a * 2"), "2 4 - 0");
    EXPECT_EQ(answers("-a"), "-1 -2 - 0");
}

TEST(Arithmetic, ByZeroIsMissingAndNotInfinite)
{
    EXPECT_EQ(answers("6 / a"), "6 3 - -");
    EXPECT_EQ(answers("6 / a >= 0"), "yyuu");
    EXPECT_EQ(answers("0 / 0 = 0"), "uuuu");
}

TEST(Arithmetic, WithNumbersAloneIsTheSameForAllRows)
{
    EXPECT_EQ(answers("2 * (3 + 4)"), "14 14 14 14");
}

TEST(RuleFunctions, TellTheKindsOfMissingApart)
{
    EXPECT_EQ(answers("ER.TOM(tilstand)"), "ynnn");
    EXPECT_EQ(answers("ER.TEKST(tilstand)"), "nynn");
    EXPECT_EQ(answers("ER.FEJL(tilstand)"), "nnyn");
    EXPECT_EQ(answers("ER.TAL(tilstand)"), "nnnn");
    EXPECT_EQ(answers("ISNUMBER(a)"), "yyny");
}

TEST(RuleFunctions, ComputeOverTheirArguments)
{
    EXPECT_EQ(answers("MAKS(a; b; 0)"), "1 - - 0");
    EXPECT_EQ(answers("MIN(a; b)"), "1 - - -3");
    EXPECT_EQ(answers("SUM(a; 1; 1)"), "3 4 - 2");
    EXPECT_EQ(answers("ABS(b)"), "1 - - 3");
    EXPECT_EQ(answers("ER.HELTAL(a / 2)"), "nyuy");
    EXPECT_EQ(answers("IDAG()"), "44000 44000 44000 44000");
}

TEST(RuleFunctions, LookAtTexts)
{
    EXPECT_EQ(answers("ER.UDEN.TEKST(tekst)"), "nnyn");
    EXPECT_EQ(answers("LIGNER.TAL(tekst)"), "nnny");
    EXPECT_EQ(answers("LOOKSLIKECPR(\"010190-1234\")"), "yyyy");
    EXPECT_EQ(answers("ER.KOMMUNE(tekst)"), "yynn");
    EXPECT_EQ(answers("ER.POST(\"Anbragte\")"), "yyyy");
    EXPECT_EQ(answers("ER.POST(tekst)"), "nnnn");
    EXPECT_EQ(answers("ISFIGURE(\"E1\")"), "yyyy");
    EXPECT_EQ(answers("ISFIGURE(\"4\")"), "nnnn");
}

TEST(CountSame, CountsRowsWithTheSameTexts)
{
    EXPECT_EQ(answers("ANTAL.ENS(tekst)"), "2 2 1 1");
}

TEST(CountSame, KeepsColumnsApart)
{
    Table table = table_of(3);
    table.columns.push_back(Column::of_texts({"x"}, {"ab", "a", "ab"}));
    table.columns.push_back(Column::of_texts({"y"}, {"c", "bc", "C "}));
    EXPECT_EQ(answers("COUNTSAME(x; y)", table), "2 1 2");
}

TEST(RuleFunctions, AreKnownInBothLanguagesWhateverTheirCapitals)
{
    for (const Function& function : functions())
    {
        for (const std::string_view name : {function.danish, function.english})
        {
            const auto found = find_functions(name);
            EXPECT_NE(std::find(found.begin(), found.end(), &function), found.end()) << name;
        }
    }
    EXPECT_EQ(find_functions("er.nøgletal"), find_functions("ISFIGURE"));
    EXPECT_TRUE(find_functions("SLÅ.OP").empty());
}

TEST(Binding, FindsColumnsInEitherLanguageWhateverTheirCapitals)
{
    EXPECT_EQ(answers("TEKST = text"), "yyyy");
    EXPECT_EQ(answers("[ A ] = a"), "yyuy");
}

TEST(Binding, NamesWhatIsUnknown)
{
    EXPECT_EQ(answers("findes_ikke > 0"), "rule.fault.unknown_column");
    EXPECT_EQ(answers("XYZQ(a > 0; 1; 2) = 1"), "rule.fault.unknown_function");
    EXPECT_EQ(answers("OG(a > 0; findes_ikke > 0)"), "rule.fault.unknown_column");
}

TEST(Binding, CountsArguments)
{
    EXPECT_EQ(answers("IKKE(a = 1; b = 1)"), "rule.fault.argument_count");
    EXPECT_EQ(answers("IKKE()"), "rule.fault.argument_count");
    EXPECT_EQ(answers("OG()"), "rule.fault.argument_count");
    EXPECT_EQ(answers("IDAG(1) = 1"), "rule.fault.argument_count");
}

TEST(Binding, RefusesToMixNumbersTextsAndConditions)
{
    for (const char* text : {"a + tekst", "a = tekst", "tekst + tekst", "(a = 1) = (b = 1)", "(a = 1) + 1", "-tekst",
                             "OG(a)", "ABS(tekst) = 1", "LIGNER.TAL(a)", "a = (b = 1)"})
        EXPECT_EQ(answers(text), "rule.fault.type") << text;
}

TEST(Answers, OverATableWithoutRowsAreNone)
{
    Table table = table_of(0);
    table.columns.push_back(Column::of_numbers({"a"}, {}));
    table.columns.push_back(Column::of_texts({"tekst"}, {}));
    for (const char* text :
         {"a + 1 > 2 * a", "OG(a = 1; tekst = \"x\")", "ANTAL.ENS(tekst) = 1", "MAKS(a; 1) = IDAG()"})
        EXPECT_EQ(answers(text, table), "") << text;
}

TEST(Answers, OfTheLongestSumArriveOnTime)
{
    std::string sum = "1";
    for (int i = 1; i < 500; ++i)
        sum += "+1";
    EXPECT_EQ(answers(sum + "=500"), "yyyy");
}

TEST(ColumnsOfAnExpression, ComeInTheOrderInWhichTheyStand)
{
    const auto parsed = parse_expression("OG(b > 0; a + b < 3)");
    EXPECT_EQ(columns_in(std::get<Expression>(parsed)), (std::vector<std::string>{"b", "a", "b"}));
}

} // namespace trinvis::rules
