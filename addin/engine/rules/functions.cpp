// SPDX-License-Identifier: MPL-2.0
#include "rules/functions.hpp"

#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <cmath>
#include <unordered_map>

namespace trinvis::rules
{

namespace
{

using Arguments = std::span<const Answers>;

constexpr std::size_t any_number = 99;

Truth truth_of(bool value)
{
    return value ? Truth::yes : Truth::no;
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

Answers all_of(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    return truth_for_each_row(rows,
                              [&](std::size_t row)
                              {
                                  Truth result = Truth::yes;
                                  for (const Answers& argument : arguments)
                                  {
                                      if (argument.truth(row) == Truth::no)
                                          return Truth::no;
                                      if (argument.truth(row) == Truth::undecided)
                                          result = Truth::undecided;
                                  }
                                  return result;
                              });
}

Answers any_of(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    return truth_for_each_row(rows,
                              [&](std::size_t row)
                              {
                                  Truth result = Truth::no;
                                  for (const Answers& argument : arguments)
                                  {
                                      if (argument.truth(row) == Truth::yes)
                                          return Truth::yes;
                                      if (argument.truth(row) == Truth::undecided)
                                          result = Truth::undecided;
                                  }
                                  return result;
                              });
}

Answers negated(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    return truth_for_each_row(rows,
                              [&](std::size_t row)
                              {
                                  const Truth truth = arguments[0].truth(row);
                                  return truth == Truth::undecided ? truth : truth_of(truth == Truth::no);
                              });
}

Answers is_number(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    return truth_for_each_row(rows, [&](std::size_t row) { return truth_of(arguments[0].number(row).is_number()); });
}

template <ValueState state>
Answers has_state(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    return truth_for_each_row(rows, [&](std::size_t row) { return truth_of(arguments[0].number(row).state == state); });
}

Answers is_whole(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    return truth_for_each_row(rows,
                              [&](std::size_t row)
                              {
                                  const Value value = arguments[0].number(row);
                                  return value.is_number() ? truth_of(value.number == std::floor(value.number))
                                                           : Truth::undecided;
                              });
}

Answers absolute(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    return number_for_each_row(rows,
                               [&](std::size_t row)
                               {
                                   Value value = arguments[0].number(row);
                                   value.number = std::fabs(value.number);
                                   return value;
                               });
}

/// Folds numbers from left to right; the first missing one decides.
template <typename Fold>
Answers folded_numbers(Arguments arguments, std::size_t rows, Fold fold)
{
    return number_for_each_row(rows,
                               [&](std::size_t row)
                               {
                                   Value result = arguments[0].number(row);
                                   for (const Answers& argument : arguments.subspan(1))
                                   {
                                       const Value& next = argument.number(row);
                                       if (!result.is_number())
                                           return result;
                                       if (!next.is_number())
                                           return next;
                                       result.number = fold(result.number, next.number);
                                   }
                                   return result;
                               });
}

Answers smallest(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    return folded_numbers(arguments, rows, [](double a, double b) { return std::fmin(a, b); });
}

Answers largest(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    return folded_numbers(arguments, rows, [](double a, double b) { return std::fmax(a, b); });
}

Answers total(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    return folded_numbers(arguments, rows, [](double a, double b) { return a + b; });
}

Answers text_is_empty(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    return truth_for_each_row(rows, [&](std::size_t row) { return truth_of(trimmed(arguments[0].text(row)).empty()); });
}

Answers number_like_text(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    return truth_for_each_row(rows,
                              [&](std::size_t row) { return truth_of(looks_like_number(arguments[0].text(row))); });
}

Answers cpr_like_text(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    return truth_for_each_row(rows, [&](std::size_t row) { return truth_of(looks_like_cpr(arguments[0].text(row))); });
}

Answers known_municipality(Arguments arguments, std::size_t rows, const Surroundings& surroundings)
{
    // Neighbouring rows mostly name the same municipality.
    std::string_view last;
    Truth answer = Truth::undecided;
    return truth_for_each_row(rows,
                              [&](std::size_t row)
                              {
                                  const std::string_view text = arguments[0].text(row);
                                  if (row == 0 || text != last)
                                      answer = truth_of(surroundings.municipalities->find(text) != nullptr);
                                  last = text;
                                  return answer;
                              });
}

Answers known_item(Arguments arguments, std::size_t rows, const Surroundings& surroundings)
{
    std::string_view last;
    Truth answer = Truth::undecided;
    return truth_for_each_row(rows,
                              [&](std::size_t row)
                              {
                                  const std::string_view text = arguments[0].text(row);
                                  if (row == 0 || text != last)
                                      answer = truth_of(surroundings.items.contains(folded(text)));
                                  last = text;
                                  return answer;
                              });
}

Answers known_figure(Arguments arguments, std::size_t rows, const Surroundings& surroundings)
{
    return truth_for_each_row(rows, [&](std::size_t row)
                              { return truth_of(surroundings.figures.contains(arguments[0].text(row))); });
}

/// How many rows carry the same texts in the given columns; capital letters and spare blanks make no difference.
Answers count_same(Arguments arguments, std::size_t rows, const Surroundings& /*unused*/)
{
    std::unordered_map<std::string, std::size_t> counts;
    std::vector<std::size_t*> of_row(rows);
    std::vector<std::string_view> last(arguments.size());
    std::vector<std::string> last_folded(arguments.size());
    std::string key;
    for (std::size_t row = 0; row < rows; ++row)
    {
        key.clear();
        for (std::size_t i = 0; i < arguments.size(); ++i)
        {
            const std::string_view text = arguments[i].text(row);
            if (row == 0 || text != last[i])
                last_folded[i] = folded(text);
            last[i] = text;
            key += last_folded[i];
            key.push_back('\x1f');
        }
        of_row[row] = &counts.try_emplace(key, 0).first->second;
        ++*of_row[row];
    }
    return number_for_each_row(rows,
                               [&](std::size_t row) {
                                   return Value{ValueState::number, static_cast<double>(*of_row[row])};
                               });
}

Answers today(Arguments /*unused*/, std::size_t /*unused*/, const Surroundings& surroundings)
{
    return answers_of(std::vector<Value>{{ValueState::number, surroundings.today}});
}

} // namespace

const std::vector<Function>& functions()
{
    static const std::vector<Function> rows{
        {"OG", "AND", {Type::truth}, 1, any_number, Type::truth, all_of},
        {"ELLER", "OR", {Type::truth}, 1, any_number, Type::truth, any_of},
        {"IKKE", "NOT", {Type::truth}, 1, 1, Type::truth, negated},
        {"ER.TAL", "ISNUMBER", {Type::number}, 1, 1, Type::truth, is_number},
        {"ER.TOM", "ISBLANK", {Type::number}, 1, 1, Type::truth, has_state<ValueState::empty>},
        {"ER.TEKST", "ISTEXT", {Type::number}, 1, 1, Type::truth, has_state<ValueState::text>},
        {"ER.FEJL", "ISERROR", {Type::number}, 1, 1, Type::truth, has_state<ValueState::error>},
        {"ER.HELTAL", "ISWHOLE", {Type::number}, 1, 1, Type::truth, is_whole},
        {"ABS", "ABS", {Type::number}, 1, 1, Type::number, absolute},
        {"MIN", "MIN", {Type::number}, 1, any_number, Type::number, smallest},
        {"MAKS", "MAX", {Type::number}, 1, any_number, Type::number, largest},
        {"SUM", "SUM", {Type::number}, 1, any_number, Type::number, total},
        {"ER.UDEN.TEKST", "ISNOTEXT", {Type::text}, 1, 1, Type::truth, text_is_empty},
        {"LIGNER.TAL", "LOOKSLIKENUMBER", {Type::text}, 1, 1, Type::truth, number_like_text},
        {"LIGNER.CPR", "LOOKSLIKECPR", {Type::text}, 1, 1, Type::truth, cpr_like_text},
        {"ER.KOMMUNE", "ISMUNICIPALITY", {Type::text}, 1, 1, Type::truth, known_municipality},
        {"ER.POST", "ISITEM", {Type::text}, 1, 1, Type::truth, known_item},
        {"ER.NØGLETAL", "ISFIGURE", {Type::text}, 1, 1, Type::truth, known_figure},
        {"ANTAL.ENS", "COUNTSAME", {Type::text}, 1, any_number, Type::number, count_same},
        {"IDAG", "TODAY", {}, 0, 0, Type::number, today},
    };
    return rows;
}

const Function* find_function(std::string_view name)
{
    for (const Function& function : functions())
        if (same_text(function.danish, name) || same_text(function.english, name))
            return &function;
    return nullptr;
}

} // namespace trinvis::rules
