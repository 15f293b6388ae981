// SPDX-License-Identifier: MPL-2.0
#include "validation/same_value.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <system_error>

namespace trinvis
{

namespace
{

constexpr double tolerance = 1e-9;

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// Takes the whole part off the front: plain digits, or groups of three with one and the same separator between.
/// Returns its digits, empty when it is no whole part.
std::string take_whole_part(std::string_view& rest, char thousand)
{
    constexpr std::size_t group = 3;
    const auto digits_at = [&rest](std::size_t from)
    {
        std::size_t count = 0;
        while (from + count < rest.size() && is_digit(rest[from + count]))
            ++count;
        return count;
    };
    std::size_t length = digits_at(0);
    std::string digits(rest.substr(0, length));
    rest.remove_prefix(length);
    if (length == 0 || length > group || rest.empty())
        return digits;
    const char separator = rest.front();
    while (!rest.empty() && rest.front() == separator && (separator == thousand || separator == ' ') &&
           digits_at(1) == group)
    {
        digits += rest.substr(1, group);
        rest.remove_prefix(group + 1);
    }
    return digits;
}

std::optional<double> number_in_any(std::string_view text, Language first)
{
    if (const auto number = number_meant(text, first))
        return number;
    return number_meant(text, first == Language::danish ? Language::english : Language::danish);
}

bool close(double a, double b)
{
    return std::fabs(a - b) <= tolerance * std::max(std::fabs(a), std::fabs(b));
}

} // namespace

std::optional<double> number_meant(std::string_view text, Language language)
{
    std::string plain(trimmed(text));
    replace_all(plain, "\xE2\x88\x92", "-"); // minus sign
    replace_all(plain, "\xC2\xA0", " ");     // no-break space
    replace_all(plain, "\xE2\x80\xAF", " "); // narrow no-break space
    const bool danish = language == Language::danish;
    std::string_view rest = plain;
    std::string number;
    if (rest.starts_with('-'))
        number = "-";
    if (rest.starts_with('-') || rest.starts_with('+'))
        rest.remove_prefix(1);
    const std::string whole = take_whole_part(rest, danish ? '.' : ',');
    if (whole.empty())
        return std::nullopt;
    number += whole;
    if (rest.size() > 1 && rest.front() == (danish ? ',' : '.'))
    {
        number += ".";
        number += rest.substr(1);
        rest.remove_prefix(1);
    }
    if (!std::all_of(rest.begin(), rest.end(), is_digit))
        return std::nullopt;
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    if (read.ec != std::errc{} || read.ptr != number.data() + number.size())
        return std::nullopt;
    return value;
}

bool same_value(std::string_view a, std::string_view b, Language language, Date null_date)
{
    if (folded(a) == folded(b))
        return true;
    const auto number_a = number_in_any(a, language);
    const auto number_b = number_in_any(b, language);
    if (number_a && number_b)
        return close(*number_a, *number_b);
    const auto date_a = parse_date(a);
    const auto date_b = parse_date(b);
    if (date_a && date_b)
        return *date_a == *date_b;
    if (date_a && number_b)
        return serial_from_date(*date_a, null_date) == *number_b;
    if (date_b && number_a)
        return serial_from_date(*date_b, null_date) == *number_a;
    return false;
}

} // namespace trinvis
