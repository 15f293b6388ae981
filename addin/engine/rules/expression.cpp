// SPDX-License-Identifier: MPL-2.0
#include "rules/expression.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <boost/spirit/home/x3.hpp>
#include <charconv>

namespace trinvis::rules
{

namespace
{

namespace x3 = boost::spirit::x3;

template <Operation operation>
const auto join = [](auto& context)
{
    Expression whole;
    whole.operation = operation;
    whole.parts.push_back(std::move(x3::_val(context)));
    whole.parts.push_back(x3::_attr(context));
    x3::_val(context) = std::move(whole);
};

const auto take = [](auto& context) { x3::_val(context) = x3::_attr(context); };

const auto take_number = [](auto& context)
{
    std::string digits = x3::_attr(context);
    std::replace(digits.begin(), digits.end(), ',', '.');
    x3::_val(context).operation = Operation::number;
    // A number beyond double's range is no number that anything could be held against.
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), x3::_val(context).number);
    x3::_pass(context) = read.ec == std::errc{};
};

const auto take_text = [](auto& context)
{
    x3::_val(context).operation = Operation::text;
    x3::_val(context).name = x3::_attr(context);
};

const auto take_column = [](auto& context)
{
    x3::_val(context).operation = Operation::column;
    x3::_val(context).name = std::string(trimmed(x3::_attr(context)));
};

const auto take_table = [](auto& context)
{
    // What was taken for a column is the table, now that an exclamation mark follows.
    x3::_val(context).table = std::move(x3::_val(context).name);
    x3::_val(context).name = std::string(trimmed(x3::_attr(context)));
};

const auto take_function = [](auto& context)
{
    x3::_val(context).operation = Operation::call;
    x3::_val(context).name = x3::_attr(context);
};

const auto take_part = [](auto& context) { x3::_val(context).parts.push_back(x3::_attr(context)); };

const auto take_negated = [](auto& context)
{
    x3::_val(context).operation = Operation::negate;
    x3::_val(context).parts.push_back(x3::_attr(context));
};

const x3::rule<struct ExpressionRule, Expression> expression = "expression";
const x3::rule<struct SumRule, Expression> sum = "sum";
const x3::rule<struct ProductRule, Expression> product = "product";
const x3::rule<struct UnaryRule, Expression> unary = "unary";
const x3::rule<struct NegationRule, Expression> negation = "negation";
const x3::rule<struct PrimaryRule, Expression> primary = "primary";
const x3::rule<struct NumberRule, Expression> number = "number";
const x3::rule<struct TextRule, Expression> text = "text";
const x3::rule<struct ColumnRule, Expression> column = "column";
const x3::rule<struct CallRule, Expression> call = "call";
const x3::rule<struct DigitsRule, std::string> digits = "digits";
const x3::rule<struct NameRule, std::string> name = "name";
const x3::rule<struct QuotedRule, std::string> quoted = "quoted";
const x3::rule<struct BracketedRule, std::string> bracketed = "bracketed";

// Not x3::space, which is undefined for bytes from 0x80.
constexpr char blanks[] = " \t\n\v\f\r";
const auto blank = x3::char_(blanks);

// Bytes from 0x80 are the parts of letters such as æ, ø and å in UTF-8.
const auto letter = x3::char_("a-zA-Z_") | x3::char_('\x80', '\xff');

const auto digits_def = x3::lexeme[+x3::char_("0-9") >> -(x3::char_(".,") >> +x3::char_("0-9"))];
const auto name_def = x3::lexeme[letter >> *(letter | x3::char_("0-9."))];
const auto quoted_def = x3::lexeme['"' >> *((x3::lit("\"\"") >> x3::attr('"')) | (x3::char_ - '"')) >> '"'];
const auto bracketed_def = x3::lexeme['[' >> +(x3::char_ - ']') >> ']'];

const auto number_def = digits[take_number];
const auto text_def = quoted[take_text];
const auto column_def = (name[take_column] | bracketed[take_column]) >>
                        -('!' >> (name[take_table] | bracketed[take_table]));
const auto call_def = name[take_function] >> '(' >> -(expression[take_part] % ';') >> ')';
const auto primary_def = number[take] | text[take] | call[take] | column[take] | ('(' >> expression[take] >> ')');
const auto negation_def = '-' >> unary[take_negated];
const auto unary_def = negation[take] | primary[take];
const auto product_def = unary[take] >>
                         *(('*' >> unary[join<Operation::multiply>]) | ('/' >> unary[join<Operation::divide>]));
const auto sum_def = product[take] >>
                     *(('+' >> product[join<Operation::add>]) | ('-' >> product[join<Operation::subtract>]));
const auto expression_def = sum[take] >>
                            -(("<=" >> sum[join<Operation::less_or_equal>]) |
                              (">=" >> sum[join<Operation::greater_or_equal>]) |
                              ("<>" >> sum[join<Operation::unequal>]) | ('<' >> sum[join<Operation::less>]) |
                              ('>' >> sum[join<Operation::greater>]) | ('=' >> sum[join<Operation::equal>]));

BOOST_SPIRIT_DEFINE(expression, sum, product, unary, negation, primary, number, text, column, call, digits, name,
                    quoted, bracketed)

/// A chain of sums is a tree as deep as it is long; counting its signs bounds the stack of whatever walks it.
bool too_many_parts(std::string_view rule)
{
    return std::count_if(rule.begin(), rule.end(),
                         [](char c)
                         { return std::string_view(";+-*/<>=").find(c) != std::string_view::npos; }) > most_signs;
}

/// The parser descends once for every open bracket and every sign before an operand; counting them bounds its stack.
bool nested_too_deeply(std::string_view rule)
{
    std::vector<int> opened; // levels that each open bracket brought, the signs before it counted in
    int depth = 0;
    int signs = 0;
    char closing = 0; // of the text or column name that the walk is in
    char previous = '(';
    for (const char c : rule)
    {
        if (closing != 0)
        {
            closing = c == closing ? '\0' : closing;
            continue;
        }
        if (std::string_view(blanks).find(c) != std::string_view::npos)
            continue;
        if (c == '"' || c == '[')
            closing = c == '"' ? '"' : ']';
        else if (c == '(')
        {
            opened.push_back(signs + 1);
            depth += opened.back();
            signs = 0;
        }
        else if (c == ')' && !opened.empty())
        {
            depth -= opened.back();
            opened.pop_back();
        }
        else if (c == '-' && std::string_view("(;+-*/<>=").find(previous) != std::string_view::npos)
            ++signs;
        else if (std::string_view(";+-*/<>=").find(c) != std::string_view::npos)
            signs = 0;
        if (depth + signs > deepest_nesting)
            return true;
        previous = c;
    }
    return false;
}

std::string number_text(double value)
{
    // The smallest double has 324 decimals before its digits; a shorter text would stand for another number.
    std::array<char, 400> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    return {buffer.data(), written.ptr};
}

std::string quoted_text(const std::string& content)
{
    std::string result = "\"";
    for (const char c : content)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + "\"";
}

std::string_view sign(Operation operation)
{
    switch (operation)
    {
    case Operation::add:
        return " + ";
    case Operation::subtract:
        return " - ";
    case Operation::multiply:
        return " * ";
    case Operation::divide:
        return " / ";
    case Operation::equal:
        return " = ";
    case Operation::unequal:
        return " <> ";
    case Operation::less:
        return " < ";
    case Operation::less_or_equal:
        return " <= ";
    case Operation::greater:
        return " > ";
    default:
        return " >= ";
    }
}

} // namespace

std::string to_text(const Expression& expression)
{
    switch (expression.operation)
    {
    case Operation::number:
        return number_text(expression.number);
    case Operation::text:
        return quoted_text(expression.name);
    case Operation::column:
        return (expression.table.empty() ? std::string{} : "[" + expression.table + "]!") + "[" + expression.name + "]";
    case Operation::call:
    {
        std::string result = expression.name + "(";
        for (const Expression& part : expression.parts)
            result += (&part == &expression.parts.front() ? "" : "; ") + to_text(part);
        return result + ")";
    }
    case Operation::negate:
        return "-(" + to_text(expression.parts.front()) + ")";
    default:
        return "(" + to_text(expression.parts.front()) + ")" + std::string(sign(expression.operation)) + "(" +
               to_text(expression.parts.back()) + ")";
    }
}

std::variant<Expression, RuleFault> parse_expression(std::string_view rule)
{
    if (rule.size() > longest_rule)
        return RuleFault{"rule.fault.too_long", {{"limit", std::to_string(longest_rule)}}};
    if (nested_too_deeply(rule))
        return RuleFault{"rule.fault.too_deep", {{"limit", std::to_string(deepest_nesting)}}};
    Expression result;
    if (too_many_parts(rule))
        return RuleFault{"rule.fault.too_many", {{"limit", std::to_string(most_signs)}}};
    auto position = rule.begin();
    const bool understood = x3::phrase_parse(position, rule.end(), expression, blank, result);
    if (!understood || position != rule.end())
        return RuleFault{"rule.fault.syntax", {{"rest", std::string(position, rule.end()).substr(0, 60)}}};
    return result;
}

} // namespace trinvis::rules
