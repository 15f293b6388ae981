// SPDX-License-Identifier: MPL-2.0
//
// The rule language as text: what an expression becomes, and which fault is named when it is none.
#include "rules/expression.hpp"

#include <gtest/gtest.h>

#include <string>

namespace trinvis::rules
{

namespace
{

/// The tree in brackets, operators in front: "(+ 1 (* 2 3))".
std::string shape(const Expression& expression)
{
    switch (expression.operation)
    {
    case Operation::number:
    {
        std::string digits = std::to_string(expression.number);
        digits.erase(digits.find_last_not_of('0') + 1);
        return digits.back() == '.' ? digits.substr(0, digits.size() - 1) : digits;
    }
    case Operation::text:
        return "'" + expression.name + "'";
    case Operation::column:
        return (expression.table.empty() ? "" : "[" + expression.table + "]!") + ("[" + expression.name + "]");
    default:
        break;
    }
    static const char* const signs[] = {"", "", "", "", "neg", "+", "-", "*", "/", "=", "<>", "<", "<=", ">", ">="};
    const bool call = expression.operation == Operation::call;
    std::string text = "(" + (call ? expression.name : signs[static_cast<int>(expression.operation)]);
    for (const Expression& part : expression.parts)
        text += " " + shape(part);
    return text + ")";
}

std::string parsed(std::string_view text)
{
    const auto result = parse_expression(text);
    if (const auto* fault = std::get_if<RuleFault>(&result))
        return fault->key;
    return shape(std::get<Expression>(result));
}

std::string repeated(std::string_view piece, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

} // namespace

TEST(Expression, MultipliesBeforeItAdds)
{
    EXPECT_EQ(parsed("1 + 2 * 3"), "(+ 1 (* 2 3))");
    EXPECT_EQ(parsed("1 * 2 + 3"), "(+ (* 1 2) 3)");
    EXPECT_EQ(parsed("(1 + 2) * 3"), "(* (+ 1 2) 3)");
}

TEST(Expression, ComparesLast)
{
    EXPECT_EQ(parsed("a + 1 <= b * 2"), "(<= (+ [a] 1) (* [b] 2))");
}

TEST(Expression, TakesEqualRankFromTheLeft)
{
    EXPECT_EQ(parsed("1 - 2 - 3"), "(- (- 1 2) 3)");
    EXPECT_EQ(parsed("8 / 4 * 2"), "(* (/ 8 4) 2)");
}

TEST(Expression, KnowsEveryComparison)
{
    EXPECT_EQ(parsed("a = b"), "(= [a] [b])");
    EXPECT_EQ(parsed("a <> b"), "(<> [a] [b])");
    EXPECT_EQ(parsed("a < b"), "(< [a] [b])");
    EXPECT_EQ(parsed("a <= b"), "(<= [a] [b])");
    EXPECT_EQ(parsed("a > b"), "(> [a] [b])");
    EXPECT_EQ(parsed("a >= b"), "(>= [a] [b])");
}

TEST(Expression, HasAtMostOneComparison)
{
    EXPECT_EQ(parsed("1 < 2 < 3"), "rule.fault.syntax");
}

TEST(Expression, TakesDecimalCommaAndPoint)
{
    EXPECT_EQ(parsed("0,5"), "0.5");
    EXPECT_EQ(parsed("0.5"), "0.5");
    EXPECT_EQ(parsed("1.234,5"), "rule.fault.syntax") << "no thousand separators";
    EXPECT_EQ(parsed("1,"), "rule.fault.syntax");
    EXPECT_EQ(parsed(",5"), "rule.fault.syntax");
}

TEST(Expression, SeparatesArgumentsBySemicolon)
{
    EXPECT_EQ(parsed("MAKS(0,5; 10)"), "(MAKS 0.5 10)");
    EXPECT_EQ(parsed("IDAG()"), "(IDAG)");
    EXPECT_EQ(parsed("f(1;)"), "rule.fault.syntax");
}

TEST(Expression, NegatesAnOperand)
{
    EXPECT_EQ(parsed("-a * 2"), "(* (neg [a]) 2)");
    EXPECT_EQ(parsed("1 - -2"), "(- 1 (neg 2))");
    EXPECT_EQ(parsed("-(a + b)"), "(neg (+ [a] [b]))");
}

TEST(Expression, DoublesAQuoteInsideAText)
{
    EXPECT_EQ(parsed(R"("sagt ""højt""")"), R"('sagt "højt"')");
    EXPECT_EQ(parsed(R"("")"), "''");
    EXPECT_EQ(parsed(R"("  a  ")"), "'  a  '") << "blanks in a text stay";
    EXPECT_EQ(parsed(R"("åben)"), "rule.fault.syntax");
}

TEST(Expression, NamesColumnsWithDanishLetters)
{
    EXPECT_EQ(parsed("Tæller <= Nævner"), "(<= [Tæller] [Nævner])");
    EXPECT_EQ(parsed("ÆØÅ_1 = æøå"), "(= [ÆØÅ_1] [æøå])");
}

TEST(Expression, NamesColumnsWithBlanksInSquareBrackets)
{
    EXPECT_EQ(parsed("[Udfyldte i runden] > 0"), "(> [Udfyldte i runden] 0)");
    EXPECT_EQ(parsed("[ Cut-off date ]"), "[Cut-off date]");
    EXPECT_EQ(parsed("[]"), "rule.fault.syntax");
    EXPECT_EQ(parsed("[åben"), "rule.fault.syntax");
}

TEST(Expression, NamesFunctionsWithPoints)
{
    EXPECT_EQ(parsed("ER.NØGLETAL(Nøgletal)"), "(ER.NØGLETAL [Nøgletal])");
    EXPECT_EQ(parsed("OG (a; b)"), "(OG [a] [b])");
}

TEST(Expression, PassesOverBlanksTabsAndLineEnds)
{
    EXPECT_EQ(parsed(" a\t<=\r\n b "), "(<= [a] [b])");
}

TEST(Expression, ThatIsNoneNamesThePlace)
{
    const auto result = parse_expression("Tæller <= ? Nævner");
    const auto* fault = std::get_if<RuleFault>(&result);
    ASSERT_NE(fault, nullptr);
    EXPECT_EQ(fault->key, "rule.fault.syntax");
    EXPECT_EQ(fault->values, (Replacements{{"rest", "<= ? Nævner"}}));
}

TEST(Expression, ThatIsNoneIsAFault)
{
    for (const char* text :
         {"",       " ",   "+",       "a b",   "a +",   "(a",  "a)",  "f(a", "f(a;;b)", "1 2",  "=",         "a == b",
          "a => b", "1E3", "\"a\"\"", "a & b", "a ^ 2", "50%", "{a}", "#",   "\x01",    "f(,)", "12,5 børn", "--"})
        EXPECT_EQ(parsed(text), "rule.fault.syntax") << text;
}

TEST(Expression, OfBytesThatAreNoUtf8IsAColumnOrAFaultButNeverACrash)
{
    EXPECT_EQ(parsed("\xFF\xFE"), "[\xFF\xFE]");
    EXPECT_EQ(parsed(std::string_view("a\0b", 3)), "rule.fault.syntax");
}

TEST(Expression, MayBe12000BytesLong)
{
    EXPECT_EQ(parsed(repeated(" ", 11999) + "1"), "1");
    EXPECT_EQ(parsed(repeated(" ", 12000) + "1"), "rule.fault.too_long");
}

TEST(Expression, MayHave500Signs)
{
    EXPECT_EQ(parsed("1" + repeated("+1", 500)), repeated("(+ ", 500) + "1" + repeated(" 1)", 500));
    EXPECT_EQ(parsed("1" + repeated("+1", 501)), "rule.fault.too_many");
    EXPECT_EQ(parsed("f(1" + repeated(";1", 5000) + ")"), "rule.fault.too_many");
}

TEST(Expression, NamesAColumnOfAnotherTableAfterAnExclamationMark)
{
    EXPECT_EQ(parsed("Konti!Beløb"), "[Konti]![Beløb]");
    EXPECT_EQ(parsed("[Mine konti]![Beløb i alt]"), "[Mine konti]![Beløb i alt]");
    EXPECT_EQ(parsed("Konti!"), "rule.fault.syntax");
    EXPECT_EQ(parsed("a!b!c"), "rule.fault.syntax");
}

TEST(Expression, RefusesANumberBeyondDoublesRange)
{
    EXPECT_EQ(parsed("a < " + repeated("9", 309)), "rule.fault.syntax");
    EXPECT_EQ(parsed("0," + repeated("0", 400) + "1"), "rule.fault.syntax");
}

TEST(Expression, WrittenAsTextParsesToTheSameTree)
{
    for (const char* text :
         {"1,5", "-Tæller", "a + b * c - d / 2", "OG(a >= 0; [b c] <> \"x\"\"y\")", "Konti!Beløb = -(3)", "IDAG()",
          "(a = b)", "f(g(1; 2); -h())", "0,000001 < 123456789012345678"})
    {
        const auto first = parse_expression(text);
        ASSERT_TRUE(std::holds_alternative<Expression>(first)) << text;
        const auto second = parse_expression(to_text(std::get<Expression>(first)));
        ASSERT_TRUE(std::holds_alternative<Expression>(second)) << to_text(std::get<Expression>(first));
        EXPECT_EQ(std::get<Expression>(first), std::get<Expression>(second)) << text;
    }
}

TEST(Expression, MayNest40Levels)
{
    EXPECT_EQ(parsed(repeated("(", 40) + "1" + repeated(")", 40)), "1");
    EXPECT_EQ(parsed(repeated("(", 41) + "1" + repeated(")", 41)), "rule.fault.too_deep");
    EXPECT_EQ(parsed(repeated("-", 40) + "1"), repeated("(neg ", 40) + "1" + repeated(")", 40));
    EXPECT_EQ(parsed(repeated("-", 41) + "1"), "rule.fault.too_deep");
}

TEST(Expression, CountsSignsThroughBlanksBracketsAndCalls)
{
    EXPECT_EQ(parsed(repeated("-\t", 41) + "1"), "rule.fault.too_deep");
    EXPECT_EQ(parsed(repeated("-\n \r", 41) + "1"), "rule.fault.too_deep");
    EXPECT_EQ(parsed(repeated("-(", 21) + "1" + repeated(")", 21)), "rule.fault.too_deep");
    EXPECT_EQ(parsed(repeated("-ABS(", 21) + "1" + repeated(")", 21)), "rule.fault.too_deep");
    EXPECT_EQ(parsed(repeated("-(", 20) + "1" + repeated(")", 20)), repeated("(neg ", 20) + "1" + repeated(")", 20));
}

TEST(Expression, CountsNoBracketsInTextsAndColumnNames)
{
    EXPECT_EQ(parsed("\"" + repeated("(", 100) + "\""), "'" + repeated("(", 100) + "'");
    EXPECT_EQ(parsed("[" + repeated("(", 100) + "]"), "[" + repeated("(", 100) + "]");
    EXPECT_EQ(parsed("\"" + repeated(")", 100) + "\" = " + repeated("(", 41)), "rule.fault.too_deep");
}

TEST(Expression, MaySubtractManyTimes)
{
    EXPECT_EQ(parsed("0" + repeated(" - 1", 60)), repeated("(- ", 60) + "0" + repeated(" 1)", 60));
}

TEST(Expression, OfTenThousandBracketsOrMinusesIsRefused)
{
    EXPECT_EQ(parsed(repeated("(", 10000)), "rule.fault.too_deep");
    EXPECT_EQ(parsed(repeated("-", 10000) + "1"), "rule.fault.too_deep");
    EXPECT_EQ(parsed(repeated("(", 2000)), "rule.fault.too_deep");
    EXPECT_EQ(parsed(repeated("-", 2000)), "rule.fault.too_deep");
    EXPECT_EQ(parsed(repeated("f(", 1000)), "rule.fault.too_deep");
    EXPECT_EQ(parsed(repeated("[", 2000)), "rule.fault.syntax");
    EXPECT_EQ(parsed(repeated("\"", 2000)), "'" + repeated("\"", 999) + "'");
}

TEST(Expression, WrittenOutKeepsTheSmallestAndTheLargestNumber)
{
    for (const std::string& number : {"0," + repeated("0", 300) + "1", "1" + repeated("0", 300)})
    {
        const auto tree = parse_expression("a > " + number);
        EXPECT_EQ(std::get<Expression>(parse_expression(to_text(std::get<Expression>(tree)))),
                  std::get<Expression>(tree));
    }
}

} // namespace trinvis::rules
