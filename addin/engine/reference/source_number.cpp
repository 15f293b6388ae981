// SPDX-License-Identifier: MPL-2.0
#include "reference/source_number.hpp"

#include "table/text_match.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace trinvis::reference
{

namespace
{

constexpr std::size_t longest_number = 40;

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

std::optional<double> plain_number(std::string_view digits)
{
    double number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

/// Wide blanks as plain ones and every minus as a hyphen.
std::string with_plain_marks(std::string_view text)
{
    struct Mark
    {
        std::string_view written;
        char plain;
    };
    static constexpr std::array<Mark, 6> marks{{{"\xC2\xA0", ' '},
                                                {"\xE2\x80\xAF", ' '},
                                                {"\xE2\x80\x89", ' '},
                                                {"\xE2\x88\x92", '-'},
                                                {"\xE2\x80\x93", '-'},
                                                {"\xE2\x80\x99", '\''}}};
    std::string plain;
    while (!text.empty())
    {
        std::size_t length = 1;
        char letter = text.front();
        for (const Mark& mark : marks)
            if (text.starts_with(mark.written))
            {
                length = mark.written.size();
                letter = mark.plain;
            }
        plain.push_back(letter);
        text.remove_prefix(length);
    }
    return plain;
}

/// The number with one mark for decimals; the digits before it may be in groups of three.
std::optional<double> with_mark(std::string_view text, char decimal)
{
    std::string digits;
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
    {
        if (text.front() == '-')
            digits.push_back('-');
        text.remove_prefix(1);
    }
    const std::size_t mark = text.find(decimal);
    const std::string_view whole = text.substr(0, mark);
    const std::string_view decimals = mark == std::string_view::npos ? std::string_view{} : text.substr(mark + 1);
    if (mark != std::string_view::npos &&
        (decimals.empty() || decimals.find_first_not_of("0123456789") != std::string_view::npos))
        return std::nullopt;
    char separator = 0;
    std::size_t group = 0;
    for (const char letter : whole)
    {
        if (is_digit(letter))
        {
            ++group;
            digits.push_back(letter);
            continue;
        }
        const bool parts_thousands = letter == '.' || letter == ',' || letter == ' ' || letter == '\'';
        const bool first = separator == 0;
        if (!parts_thousands || (!first && letter != separator) || (first ? group < 1 || group > 3 : group != 3))
            return std::nullopt;
        separator = letter;
        group = 0;
    }
    if (separator != 0 && (group != 3 || whole.front() == '0'))
        return std::nullopt;
    if (whole.empty() || (separator == 0 && whole.size() > 1 && whole.front() == '0'))
        return std::nullopt;
    if (mark != std::string_view::npos)
    {
        digits.push_back('.');
        digits += decimals;
    }
    return plain_number(digits);
}

} // namespace

NumberReadings readings_of(std::string_view text)
{
    // Nearly all numbers are whole and short.
    if (!text.empty() && text.size() <= 15 && text.front() != '0' &&
        text.find_first_not_of("0123456789") == std::string_view::npos)
    {
        const auto number = plain_number(text);
        return {number, number};
    }
    text = trimmed(text);
    if (text.empty() || text.size() > longest_number)
        return {};
    if (text.find_first_of("eE") != std::string_view::npos)
    {
        // Statistics programs write 1e+05 for 100000; a mark inside it is always a point.
        const bool looks_right = is_digit(text.back()) && (is_digit(text.front()) || text.front() == '-') &&
                                 text.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
        const auto number = looks_right ? plain_number(text) : std::nullopt;
        return {text.find('.') == std::string_view::npos ? number : std::nullopt, number};
    }
    const std::string plain = with_plain_marks(text);
    return {with_mark(plain, ','), with_mark(plain, '.')};
}

void DecimalEvidence::consider(const NumberReadings& readings, SourcePlace place)
{
    if (readings.comma && readings.point)
    {
        if (!m_either && *readings.comma != *readings.point)
            m_either = place;
    }
    else if (readings.comma && !m_comma)
        m_comma = place;
    else if (readings.point && !m_point)
        m_point = place;
}

std::optional<DecimalMark> DecimalEvidence::decide() const
{
    if (mixed())
        return std::nullopt;
    if (m_comma)
        return DecimalMark::comma;
    if (m_point)
        return DecimalMark::point;
    return m_either ? std::nullopt : std::optional(DecimalMark::none);
}

} // namespace trinvis::reference
