// SPDX-License-Identifier: MPL-2.0
//
// Any bytes as the text of a rule. A rule comes from a workbook that a stranger may have made, so whatever is written
// there may neither stop the office nor be answered differently from time to time. What is looked for, besides crashes:
//
//     a text that is understood can be written out in full and is then understood as the same tree
//     a rule that can be bound gives an answer for every row, and the same one each time
//     not not true is true, also where the answer is undecided
//
// Run by tools/test for a bounded time, with the texts of tests/fuzz/corpus/rules to begin from.
#include "properties.hpp"

#include "rules/binding.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace
{

using namespace trinvis;
using fuzz::require;
using rules::Expression;
using rules::Operation;

/// "[ ]" is understood as a column without a name, which no table has and which cannot be written out.
bool names_no_column(const Expression& expression)
{
    if (expression.operation == Operation::column && expression.name.empty())
        return true;
    return std::any_of(expression.parts.begin(), expression.parts.end(), names_no_column);
}

const rules::Table& small_table()
{
    static const rules::Table table = []
    {
        rules::Table made;
        made.id = "values";
        made.rows = 5;
        made.columns.push_back(rules::Column::of_numbers({"Værdi", "Value"}, {{ValueState::number, 12.5},
                                                                              {ValueState::number, -3},
                                                                              {ValueState::empty},
                                                                              {ValueState::confidential},
                                                                              {ValueState::error}}));
        made.columns.push_back(rules::Column::of_numbers({"Forrige", "Previous"}, {{ValueState::number, 0},
                                                                                   {ValueState::number, 1e300},
                                                                                   {ValueState::missing},
                                                                                   {ValueState::number, 7},
                                                                                   {ValueState::text}}));
        made.columns.push_back(
            rules::Column::of_texts({"Tekst", "Text"}, {"12.5", "", "311299-0000", "Høje-Taastrup", "12.5"}));
        made.columns.push_back(rules::Column::of_texts({"Enhed", "Unit"}, {"antal", "count", "kr.", "", "måneder"}));
        made.places.resize(made.rows);
        made.figures.resize(made.rows);
        made.periods.resize(made.rows);
        return made;
    }();
    return table;
}

const rules::Surroundings& surroundings()
{
    static const Municipalities municipalities = fuzz::municipalities();
    static const rules::Surroundings known = []
    {
        rules::Surroundings made;
        made.municipalities = &municipalities;
        made.items = {"anbragte", "institution"};
        made.figures = {"1", "2"};
        made.today = 44256;
        made.null_date = Date{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}};
        made.find_table = [](std::string_view name) { return name == "values" ? &small_table() : nullptr; };
        made.table_names = {"values"};
        return made;
    }();
    return known;
}

/// The answers of a tree as one text; "" when it cannot be bound.
std::string answered(const Expression& expression)
{
    const auto bound = rules::bind(expression, small_table(), surroundings());
    if (const auto* fault = std::get_if<rules::RuleFault>(&bound))
    {
        require(!fault->key.empty(), "a fault has a text");
        return {};
    }
    const auto& ready = std::get<rules::Bound>(bound);
    const rules::Answers answers = ready.run({0, small_table().rows});
    require(answers.type == ready.type, "what is bound is what is answered");
    std::string all;
    for (std::size_t row = 0; row < small_table().rows; ++row)
        if (answers.type == rules::Type::truth)
            all += std::to_string(static_cast<int>(answers.truth(row))) + ";";
        else if (answers.type == rules::Type::text)
            all += std::string(answers.text(row)) + ";";
        else
            all += std::to_string(static_cast<int>(answers.number(row).state)) + " " +
                   std::to_string(answers.number(row).number) + ";";
    return all;
}

Expression not_not(const Expression& expression)
{
    Expression once;
    once.operation = Operation::call;
    once.name = "NOT";
    once.parts = {expression};
    Expression twice = once;
    twice.parts = {once};
    return twice;
}

bool is_condition(const Expression& expression)
{
    const auto bound = rules::bind(expression, small_table(), surroundings());
    const auto* ready = std::get_if<rules::Bound>(&bound);
    return ready && ready->type == rules::Type::truth;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto parsed = rules::parse_expression(text);
    if (const auto* fault = std::get_if<rules::RuleFault>(&parsed))
    {
        require(fault->key.starts_with("rule.fault."), "a fault has a text");
        return 0;
    }
    const auto& expression = std::get<Expression>(parsed);
    (void)rules::columns_in(expression);
    const std::string answers = answered(expression);
    require(answers == answered(expression), "the same answer each time");
    if (is_condition(expression))
        require(answered(not_not(expression)) == answers, "not not true is true");

    if (names_no_column(expression))
        return 0;
    const auto again = rules::parse_expression(rules::to_text(expression));
    if (const auto* fault = std::get_if<rules::RuleFault>(&again))
        require(fault->key == "rule.fault.too_deep" || fault->key == "rule.fault.too_long" ||
                    fault->key == "rule.fault.too_many",
                "what was understood can be written and understood again");
    else
        require(std::get<Expression>(again) == expression, "the tree that was written is the tree that is read");
    return 0;
}
