// SPDX-License-Identifier: MPL-2.0
#include "table/date_text.hpp"

#include "table/text_match.hpp"

#include <array>
#include <boost/spirit/home/x3.hpp>
#include <cmath>
#include <cstdio>

namespace trinvis
{

namespace
{

std::optional<Date> checked(int year, unsigned month, unsigned day)
{
    const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

unsigned month_number(std::string_view name)
{
    // The first three letters tell the months apart in both languages once "maj"/"may" and "okt"/"oct" are both listed.
    static constexpr std::array<std::string_view, 14> starts{"jan", "feb", "mar", "apr", "maj", "jun", "jul",
                                                             "aug", "sep", "okt", "nov", "dec", "may", "oct"};
    for (std::size_t i = 0; i < starts.size(); ++i)
        if (name.starts_with(starts[i]))
            return i < 12 ? static_cast<unsigned>(i + 1) : (i == 12 ? 5U : 10U);
    return 0;
}

namespace x3 = boost::spirit::x3;

template <typename Grammar>
bool matches(const std::string& text, const Grammar& grammar)
{
    auto position = text.begin();
    return x3::parse(position, text.end(), grammar) && position == text.end();
}

} // namespace

std::optional<Date> parse_date(std::string_view text)
{
    const std::string typed = folded(text);
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    std::string name;
    const auto into = [](auto& target)
    { return [&target](auto& context) { target = static_cast<std::decay_t<decltype(target)>>(x3::_attr(context)); }; };
    const x3::uint_parser<unsigned, 10, 1, 2> one_or_two;
    const x3::uint_parser<unsigned, 10, 2, 2> two;
    const x3::uint_parser<unsigned, 10, 4, 4> four;
    const auto mark = x3::omit[x3::char_("-./")];
    const auto blank = x3::lit(' ');
    const auto day_and_month = one_or_two[into(day)] >> mark >> one_or_two[into(month)] >> mark;
    if (matches(typed, day_and_month >> four[into(year)]))
        return checked(year, month, day);
    if (matches(typed, day_and_month >> two[into(year)]))
        return checked(2000 + year, month, day);
    if (matches(typed, four[into(year)] >> mark >> one_or_two[into(month)] >> mark >> one_or_two[into(day)]))
        return checked(year, month, day);
    const auto letters =
        x3::raw[+x3::char_("a-z")]
               [([&name](auto& context) { name.assign(x3::_attr(context).begin(), x3::_attr(context).end()); })];
    if (matches(typed, one_or_two[into(day)] >> -x3::lit('.') >> blank >> letters >> -x3::lit('.') >> blank >>
                           four[into(year)]))
        return checked(year, month_number(name), day);
    return std::nullopt;
}

std::string format_date(Date date, Language language)
{
    if (language == Language::english)
        return iso_date(date);
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%02u-%02u-%04d", static_cast<unsigned>(date.day()),
                  static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
    return buffer.data();
}

std::string iso_date(Date date)
{
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return buffer.data();
}

std::optional<Date> date_from_serial(double serial, Date null_date)
{
    if (!(std::fabs(serial) < 1e6) || serial != std::floor(serial))
        return std::nullopt;
    const Date date{std::chrono::sys_days(null_date) + std::chrono::days(static_cast<int>(serial))};
    if (date.year() < std::chrono::year{1990} || date.year() > std::chrono::year{2100})
        return std::nullopt;
    return date;
}

double serial_from_date(Date date, Date null_date)
{
    return static_cast<double>((std::chrono::sys_days(date) - std::chrono::sys_days(null_date)).count());
}

} // namespace trinvis
