// SPDX-License-Identifier: MPL-2.0
#include "reference/time_period.hpp"

#include "table/text_match.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace trinvis::reference
{

namespace
{

using std::chrono::days;
using std::chrono::sys_days;

constexpr int first_year = 1900;
constexpr int last_year = 2199;

Date date(int year, unsigned month, unsigned day)
{
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

Date last_of_month(int year, unsigned month)
{
    return std::chrono::year_month_day_last{std::chrono::year{year},
                                            std::chrono::month_day_last{std::chrono::month{month}}};
}

Period months(PeriodKind kind, int year, unsigned number, unsigned length)
{
    const unsigned first = kind == PeriodKind::year ? 1 : (number - 1) * length + 1;
    return {kind, year, number, date(year, first, 1), last_of_month(year, first + length - 1)};
}

/// Week 1 is the one with 4 January in it and begins on a Monday (ISO 8601).
std::optional<Period> week(int year, unsigned number)
{
    const auto monday_of_week_1 = [](int of_year)
    {
        const sys_days fourth = date(of_year, 1, 4);
        return fourth - (std::chrono::weekday(fourth) - std::chrono::Monday);
    };
    if (number < 1)
        return std::nullopt;
    const sys_days monday = monday_of_week_1(year) + days(7) * (number - 1);
    if (monday >= monday_of_week_1(year + 1))
        return std::nullopt;
    return Period{PeriodKind::week, year, number, Date{monday}, Date{monday + days(6)}};
}

std::optional<Period> part_of_year(char letter, int year, unsigned number)
{
    switch (letter)
    {
    case 'k':
    case 'q':
        return number >= 1 && number <= 4 ? std::optional(months(PeriodKind::quarter, year, number, 3)) : std::nullopt;
    case 'h':
        return number >= 1 && number <= 2 ? std::optional(months(PeriodKind::half_year, year, number, 6))
                                          : std::nullopt;
    case 'm':
        return number >= 1 && number <= 12 ? std::optional(months(PeriodKind::month, year, number, 1)) : std::nullopt;
    case 'u':
    case 'w':
        return week(year, number);
    default:
        return std::nullopt;
    }
}

/// Takes a whole number off the front; nothing where there is none, or one of more digits than wanted.
std::optional<unsigned> take_number(std::string_view& text, std::size_t most_digits)
{
    unsigned number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = static_cast<std::size_t>(read.ptr - text.data());
    if (read.ec != std::errc{} || length > most_digits)
        return std::nullopt;
    text.remove_prefix(length);
    return number;
}

void pass_over(std::string_view& text, std::string_view any_of)
{
    while (!text.empty() && any_of.find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
}

std::optional<int> take_year(std::string_view& text)
{
    const std::size_t length = text.size();
    const auto number = take_number(text, 4);
    if (!number || length - text.size() != 4 || *number < first_year || *number > last_year)
        return std::nullopt;
    return static_cast<int>(*number);
}

/// "2024", "2024k1", "2024 m06".
std::optional<Period> year_first(std::string_view text)
{
    const auto year = take_year(text);
    if (!year)
        return std::nullopt;
    if (text.empty())
        return months(PeriodKind::year, *year, 0, 12);
    pass_over(text, " ");
    if (text.empty())
        return std::nullopt;
    const char letter = text.front();
    text.remove_prefix(1);
    const auto number = take_number(text, 2);
    return number && text.empty() ? part_of_year(letter, *year, *number) : std::nullopt;
}

/// "1. kvartal 2024", "k1 2024", "1st half 2024", "uge 7 2024", "juni 2024".
std::optional<Period> year_last(std::string_view text)
{
    if (text.size() < 6)
        return std::nullopt;
    std::string_view end = text.substr(text.size() - 4);
    const auto year = take_year(end);
    if (!year)
        return std::nullopt;
    std::string_view rest = trimmed(text.substr(0, text.size() - 4));
    static constexpr std::array<std::string_view, 24> month_names{
        "januar",    "februar", "marts",    "april",    "maj",       "juni",     "juli",     "august",
        "september", "oktober", "november", "december", "january",   "february", "march",    "april",
        "may",       "june",    "july",     "august",   "september", "october",  "november", "december"};
    for (std::size_t i = 0; i < month_names.size(); ++i)
        if (rest == month_names.at(i))
            return months(PeriodKind::month, *year, static_cast<unsigned>(i % 12) + 1, 1);
    struct Word
    {
        std::string_view word;
        char letter;
    };
    static constexpr std::array<Word, 10> words{{{"kvartal", 'k'},
                                                 {"quarter", 'k'},
                                                 {"kv", 'k'},
                                                 {"halvår", 'h'},
                                                 {"half-year", 'h'},
                                                 {"half", 'h'},
                                                 {"uge", 'u'},
                                                 {"week", 'u'},
                                                 {"k", 'k'},
                                                 {"q", 'k'}}};
    std::string_view before = rest;
    const auto number_before = take_number(before, 2);
    if (number_before)
    {
        for (const std::string_view ending : {".", "st", "nd", "rd", "th"})
            if (before.starts_with(ending))
            {
                before.remove_prefix(ending.size());
                break;
            }
        pass_over(before, " ");
        if (before.ends_with('.'))
            before.remove_suffix(1);
        for (const Word& word : words)
            if (before == word.word)
                return part_of_year(word.letter, *year, *number_before);
        return std::nullopt;
    }
    for (const Word& word : words)
        if (rest.starts_with(word.word))
        {
            std::string_view after = rest.substr(word.word.size());
            pass_over(after, " ");
            const auto number = take_number(after, 2);
            if (number && after.empty())
                return part_of_year(word.letter, *year, *number);
        }
    return std::nullopt;
}

} // namespace

std::optional<Period> parse_period(std::string_view text)
{
    constexpr std::size_t longest = 40;
    if (text.size() > longest)
        return std::nullopt;
    const std::string small = folded(text);
    std::string_view rest = small;
    for (const std::string_view word : {"pr. ", "pr ", "per ", "den "})
        if (rest.starts_with(word))
            rest.remove_prefix(word.size());
    if (auto period = year_first(rest))
        return period;
    if (const auto day = parse_date(rest);
        day && day->year() >= std::chrono::year{first_year} && day->year() <= std::chrono::year{last_year})
        return Period{PeriodKind::day, static_cast<int>(day->year()), 0, *day, *day};
    return year_last(rest);
}

std::optional<Period> period_in(const Cell& cell, Date null_date)
{
    if (const std::string* text = std::get_if<std::string>(&cell))
        return parse_period(*text);
    const double* number = std::get_if<double>(&cell);
    if (!number)
        return std::nullopt;
    if (*number >= first_year && *number <= last_year && *number == std::floor(*number))
        return months(PeriodKind::year, static_cast<int>(*number), 0, 12);
    if (const auto day = date_from_serial(*number, null_date))
        return Period{PeriodKind::day, static_cast<int>(day->year()), 0, *day, *day};
    return std::nullopt;
}

Date day_of(const Period& period, PeriodDay which)
{
    return which == PeriodDay::first ? period.first : period.last;
}

} // namespace trinvis::reference
