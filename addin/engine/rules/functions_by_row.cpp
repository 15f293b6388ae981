// SPDX-License-Identifier: MPL-2.0
#include "rules/functions_by_row.hpp"

#include "rules/row_loops.hpp"
#include "table/danish_holidays.hpp"
#include "table/date_text.hpp"
#include "table/evidence_text.hpp"
#include "table/number_text.hpp"
#include "table/person_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace trinvis::rules::by_row
{

namespace
{

Truth truth_of(bool value)
{
    return value ? Truth::yes : Truth::no;
}

Value number_of(double number)
{
    return std::isfinite(number) ? Value{ValueState::number, number} : Value{ValueState::missing};
}

template <typename Ask>
Answers truth_for_each_row(std::size_t rows, Ask ask)
{
    std::vector<Truth> truths(rows);
    for (std::size_t row = 0; row < rows; ++row)
        truths[row] = ask(row);
    return answers_of(std::move(truths));
}

template <typename Compute>
Answers number_for_each_row(std::size_t rows, Compute compute)
{
    std::vector<Value> numbers(rows);
    for (std::size_t row = 0; row < rows; ++row)
        numbers[row] = compute(row);
    return answers_of(std::move(numbers));
}

/// Asks of a text that is there; nothing is known of one that is missing.
template <typename Ask>
Answers truth_of_text(const Call& call, Ask ask)
{
    return truth_for_each_row(call.rows,
                              [&](std::size_t row)
                              {
                                  const std::string_view text = call.arguments[0].text(row);
                                  return is_missing(text) ? Truth::undecided : truth_of(ask(text, row));
                              });
}

/// Asks of a number that is there.
template <typename Ask>
Answers truth_of_number(const Call& call, Ask ask)
{
    return truth_for_each_row(call.rows,
                              [&](std::size_t row)
                              {
                                  const Value& value = call.arguments[0].number(row);
                                  return value.is_number() ? truth_of(ask(value.number)) : Truth::undecided;
                              });
}

/// Computes with a number that is there; what is missing stays what it is.
template <typename Compute>
Answers number_of_number(const Call& call, Compute compute)
{
    return number_for_each_row(call.rows,
                               [&](std::size_t row)
                               {
                                   const Value& value = call.arguments[0].number(row);
                                   return value.is_number() ? number_of(compute(value.number)) : value;
                               });
}

/// Folds numbers from left to right; the first missing one decides.
template <typename Fold>
Answers folded_numbers(const Call& call, Fold fold)
{
    const std::span<const Value> first = call.arguments[0].numbers;
    std::vector<Value> results(first.begin(), first.end());
    if (first.size() == 1)
        results.resize(call.rows, first.front());
    for (const Answers& argument : call.arguments.subspan(1))
        join_rows(results, argument.numbers,
                  [fold](const Value& result, const Value& next)
                  {
                      if (!result.is_number())
                          return result;
                      return next.is_number() ? number_of(fold(result.number, next.number)) : next;
                  });
    return answers_of(std::move(results));
}

template <ValueState state>
Answers has_state(const Call& call)
{
    return truth_for_each_row(call.rows,
                              [&](std::size_t row) { return truth_of(call.arguments[0].number(row).state == state); });
}

std::optional<Date> date_of(double number, const Call& call)
{
    return date_from_serial(number, call.surroundings.null_date);
}

template <typename Part>
Answers part_of_date(const Call& call, Part part)
{
    return number_for_each_row(call.rows,
                               [&](std::size_t row)
                               {
                                   const Value& value = call.arguments[0].number(row);
                                   if (!value.is_number())
                                       return value;
                                   const auto date = date_of(value.number, call);
                                   return date ? number_of(part(*date)) : Value{ValueState::missing};
                               });
}

/// Asks of a date that is there; a number that is none leaves it open.
template <typename Ask>
Answers truth_of_date(const Call& call, Ask ask)
{
    return truth_for_each_row(call.rows,
                              [&](std::size_t row)
                              {
                                  const Value& value = call.arguments[0].number(row);
                                  const auto date = value.is_number() ? date_of(value.number, call) : std::nullopt;
                                  return date ? truth_of(ask(*date)) : Truth::undecided;
                              });
}

/// Whether what is referred to is in the workbook; of questions nothing is known before there is a survey.
bool is_known(const Reference& reference, const Surroundings& surroundings)
{
    constexpr std::string_view steps = "123456";
    switch (reference.kind)
    {
    case ReferenceKind::figure:
        return std::any_of(surroundings.figures.begin(), surroundings.figures.end(),
                           [&](const std::string& figure) { return same_text(figure, reference.number); });
    case ReferenceKind::question:
        return !surroundings.questions || surroundings.questions->contains(reference.number);
    default:
        return reference.number.size() == 1 && steps.find(reference.number) != std::string_view::npos;
    }
}

/// The arguments of a row that are numbers in all places; nothing when one is missing.
template <std::size_t n>
std::optional<std::array<double, n>> numbers_of_row(const Call& call, std::size_t row)
{
    std::array<double, n> numbers{};
    for (std::size_t i = 0; i < n; ++i)
    {
        const Value& value = call.arguments[i].number(row);
        if (!value.is_number())
            return std::nullopt;
        numbers[i] = value.number;
    }
    return numbers;
}

/// Joins truths as AND and OR do: one that decides settles it, else an undecided one, the largest, leaves it open.
Answers joined_truths(const Call& call, Truth decides, Truth otherwise)
{
    std::vector<Truth> results(call.rows, otherwise);
    for (const Answers& argument : call.arguments)
        join_rows(results, argument.truths,
                  [decides](Truth result, Truth truth)
                  { return (result == decides) | (truth == decides) ? decides : std::max(result, truth); });
    return answers_of(std::move(results));
}

} // namespace

Answers all_of(const Call& call)
{
    return joined_truths(call, Truth::no, Truth::yes);
}

Answers any_of(const Call& call)
{
    return joined_truths(call, Truth::yes, Truth::no);
}

Answers negated(const Call& call)
{
    return truth_for_each_row(call.rows,
                              [&](std::size_t row)
                              {
                                  const Truth truth = call.arguments[0].truth(row);
                                  return truth == Truth::undecided ? truth : truth_of(truth == Truth::no);
                              });
}

Answers exactly_one_of(const Call& call)
{
    return truth_for_each_row(call.rows,
                              [&](std::size_t row)
                              {
                                  std::size_t holding = 0;
                                  std::size_t unknown = 0;
                                  for (const Answers& argument : call.arguments)
                                  {
                                      holding += argument.truth(row) == Truth::yes ? 1U : 0U;
                                      unknown += argument.truth(row) == Truth::undecided ? 1U : 0U;
                                  }
                                  if (holding > 1)
                                      return Truth::no;
                                  return unknown > 0 ? Truth::undecided : truth_of(holding == 1);
                              });
}

Answers implies(const Call& call)
{
    return truth_for_each_row(call.rows,
                              [&](std::size_t row)
                              {
                                  const Truth condition = call.arguments[0].truth(row);
                                  const Truth conclusion = call.arguments[1].truth(row);
                                  if (condition == Truth::no || conclusion == Truth::yes)
                                      return Truth::yes;
                                  return condition == Truth::yes ? conclusion : Truth::undecided;
                              });
}

Answers number_if(const Call& call)
{
    return number_for_each_row(call.rows,
                               [&](std::size_t row)
                               {
                                   const Truth condition = call.arguments[0].truth(row);
                                   if (condition == Truth::undecided)
                                       return Value{ValueState::missing};
                                   return call.arguments[condition == Truth::yes ? 1 : 2].number(row);
                               });
}

Answers text_if(const Call& call)
{
    std::vector<std::string_view> texts(call.rows);
    for (std::size_t row = 0; row < call.rows; ++row)
    {
        const Truth condition = call.arguments[0].truth(row);
        texts[row] =
            condition == Truth::undecided ? missing_text() : call.arguments[condition == Truth::yes ? 1 : 2].text(row);
    }
    return answers_of(std::move(texts));
}

Answers truth_if(const Call& call)
{
    return truth_for_each_row(call.rows,
                              [&](std::size_t row)
                              {
                                  const Truth condition = call.arguments[0].truth(row);
                                  if (condition == Truth::undecided)
                                      return condition;
                                  return call.arguments[condition == Truth::yes ? 1 : 2].truth(row);
                              });
}

Answers number_if_missing(const Call& call)
{
    return number_for_each_row(call.rows,
                               [&](std::size_t row)
                               {
                                   const Value& value = call.arguments[0].number(row);
                                   return value.is_number() ? value : call.arguments[1].number(row);
                               });
}

Answers is_number(const Call& call)
{
    return has_state<ValueState::number>(call);
}

Answers is_empty_number(const Call& call)
{
    return has_state<ValueState::empty>(call);
}

Answers is_text(const Call& call)
{
    return has_state<ValueState::text>(call);
}

Answers is_error(const Call& call)
{
    return has_state<ValueState::error>(call);
}

Answers is_confidential(const Call& call)
{
    return has_state<ValueState::confidential>(call);
}

Answers is_not_applicable(const Call& call)
{
    return has_state<ValueState::not_applicable>(call);
}

Answers is_reported_missing(const Call& call)
{
    return has_state<ValueState::missing>(call);
}

Answers is_whole(const Call& call)
{
    return truth_of_number(call, [](double number) { return number == std::floor(number); });
}

Answers is_between(const Call& call)
{
    return truth_for_each_row(call.rows,
                              [&](std::size_t row)
                              {
                                  const auto numbers = numbers_of_row<3>(call, row);
                                  if (!numbers)
                                      return Truth::undecided;
                                  return truth_of((*numbers)[0] >= (*numbers)[1] && (*numbers)[0] <= (*numbers)[2]);
                              });
}

Answers is_about(const Call& call)
{
    return truth_for_each_row(call.rows,
                              [&](std::size_t row)
                              {
                                  const auto numbers = numbers_of_row<3>(call, row);
                                  if (!numbers)
                                      return Truth::undecided;
                                  // The last bits of sums of decimals must not decide at the edge.
                                  const double slack =
                                      1e-9 * std::max(std::fabs((*numbers)[0]), std::fabs((*numbers)[1]));
                                  return truth_of(std::fabs((*numbers)[0] - (*numbers)[1]) <= (*numbers)[2] + slack);
                              });
}

Answers absolute(const Call& call)
{
    return number_of_number(call, [](double number) { return std::fabs(number); });
}

Answers square_root(const Call& call)
{
    return number_of_number(call, [](double number) { return std::sqrt(number); });
}

Answers rounded(const Call& call)
{
    return number_for_each_row(call.rows,
                               [&](std::size_t row)
                               {
                                   const auto numbers = numbers_of_row<2>(call, row);
                                   if (!numbers)
                                       return Value{ValueState::missing};
                                   const double power = std::pow(10.0, std::clamp((*numbers)[1], -15.0, 15.0));
                                   return number_of(std::round((*numbers)[0] * power) / power);
                               });
}

Answers whole_part(const Call& call)
{
    return number_of_number(call, [](double number) { return std::floor(number); });
}

Answers smallest(const Call& call)
{
    return folded_numbers(call, [](double a, double b) { return std::min(a, b); });
}

Answers largest(const Call& call)
{
    return folded_numbers(call, [](double a, double b) { return std::max(a, b); });
}

Answers total(const Call& call)
{
    return folded_numbers(call, [](double a, double b) { return a + b; });
}

Answers has_no_text(const Call& call)
{
    return truth_of_text(call, [](std::string_view text, std::size_t /*row*/) { return trimmed(text).empty(); });
}

Answers length_of_text(const Call& call)
{
    return number_for_each_row(call.rows,
                               [&](std::size_t row)
                               {
                                   const std::string_view text = call.arguments[0].text(row);
                                   if (is_missing(text))
                                       return Value{ValueState::missing};
                                   const auto letters = std::count_if(
                                       text.begin(), text.end(),
                                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
                                   return number_of(static_cast<double>(letters));
                               });
}

Answers contains_text(const Call& call)
{
    return truth_of_text(call, [&](std::string_view text, std::size_t row)
                         { return folded(text).find(folded(call.arguments[1].text(row))) != std::string::npos; });
}

Answers begins_with_text(const Call& call)
{
    return truth_of_text(call, [&](std::string_view text, std::size_t row)
                         { return folded(text).starts_with(folded(call.arguments[1].text(row))); });
}

Answers looks_like_number_text(const Call& call)
{
    return truth_of_text(call, [](std::string_view text, std::size_t /*row*/) { return looks_like_number(text); });
}

Answers looks_like_cpr_text(const Call& call)
{
    return truth_of_text(call, [](std::string_view text, std::size_t /*row*/) { return looks_like_cpr(text); });
}

Answers looks_like_name_text(const Call& call)
{
    return truth_of_text(call, [](std::string_view text, std::size_t /*row*/) { return looks_like_person_name(text); });
}

Answers looks_like_date_text(const Call& call)
{
    return truth_of_text(call, [](std::string_view text, std::size_t /*row*/) { return parse_date(text).has_value(); });
}

Answers known_municipality(const Call& call)
{
    // Neighbouring rows mostly name the same municipality.
    std::string_view last;
    Truth answer = Truth::undecided;
    return truth_for_each_row(call.rows,
                              [&](std::size_t row)
                              {
                                  const std::string_view text = call.arguments[0].text(row);
                                  if (row == 0 || text != last)
                                      answer = truth_of(call.surroundings.municipalities->find(text) != nullptr);
                                  last = text;
                                  return answer;
                              });
}

Answers known_item(const Call& call)
{
    std::string_view last;
    Truth answer = Truth::undecided;
    return truth_for_each_row(call.rows,
                              [&](std::size_t row)
                              {
                                  const std::string_view text = call.arguments[0].text(row);
                                  if (row == 0 || text != last)
                                      answer = truth_of(call.surroundings.items.contains(folded(text)));
                                  last = text;
                                  return answer;
                              });
}

Answers known_figure(const Call& call)
{
    return truth_for_each_row(call.rows, [&](std::size_t row)
                              { return truth_of(call.surroundings.figures.contains(call.arguments[0].text(row))); });
}

Answers known_references(const Call& call)
{
    return truth_of_text(call,
                         [&](std::string_view text, std::size_t)
                         {
                             const std::vector<Reference> references = references_in(text);
                             return std::all_of(references.begin(), references.end(),
                                                [&](const Reference& reference)
                                                { return is_known(reference, call.surroundings); });
                         });
}

Answers count_references(const Call& call)
{
    return number_for_each_row(call.rows,
                               [&](std::size_t row)
                               {
                                   const std::string_view text = call.arguments[0].text(row);
                                   return is_missing(text) ? Value{ValueState::missing}
                                                           : number_of(static_cast<double>(references_in(text).size()));
                               });
}

Answers municipality_code(const Call& call)
{
    std::vector<std::string_view> codes(call.rows);
    for (std::size_t row = 0; row < call.rows; ++row)
    {
        const std::string_view text = call.arguments[0].text(row);
        const Municipality* known = is_missing(text) ? nullptr : call.surroundings.municipalities->find(text);
        codes[row] = known ? std::string_view(known->code) : missing_text();
    }
    return answers_of(std::move(codes));
}

Answers today(const Call& call)
{
    return answers_of(std::vector<Value>{{ValueState::number, call.surroundings.today}});
}

Answers year(const Call& call)
{
    return part_of_date(call, [](Date date) { return static_cast<double>(static_cast<int>(date.year())); });
}

Answers month(const Call& call)
{
    return part_of_date(call, [](Date date) { return static_cast<double>(static_cast<unsigned>(date.month())); });
}

Answers day(const Call& call)
{
    return part_of_date(call, [](Date date) { return static_cast<double>(static_cast<unsigned>(date.day())); });
}

Answers falls_on_weekend(const Call& call)
{
    return truth_of_date(call, [](Date date) { return is_weekend(date); });
}

Answers falls_on_holiday(const Call& call)
{
    return truth_of_date(call, [](Date date) { return danish_holiday(date).has_value(); });
}

Answers date(const Call& call)
{
    return number_for_each_row(call.rows,
                               [&](std::size_t row)
                               {
                                   const auto numbers = numbers_of_row<3>(call, row);
                                   if (!numbers || (*numbers)[0] < 1900 || (*numbers)[0] > 2200 || (*numbers)[1] < 1 ||
                                       (*numbers)[1] > 12 || (*numbers)[2] < 1 || (*numbers)[2] > 31)
                                       return Value{ValueState::missing};
                                   const Date made{std::chrono::year{static_cast<int>((*numbers)[0])},
                                                   std::chrono::month{static_cast<unsigned>((*numbers)[1])},
                                                   std::chrono::day{static_cast<unsigned>((*numbers)[2])}};
                                   if (!made.ok())
                                       return Value{ValueState::missing};
                                   return number_of(serial_from_date(made, call.surroundings.null_date));
                               });
}

} // namespace trinvis::rules::by_row
