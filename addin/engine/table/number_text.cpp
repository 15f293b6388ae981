// SPDX-License-Identifier: MPL-2.0
#include "table/number_text.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace trinvis
{

namespace
{

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool possible_birth_date(std::string_view digits)
{
    const int day = (digits[0] - '0') * 10 + (digits[1] - '0');
    const int month = (digits[2] - '0') * 10 + (digits[3] - '0');
    if (month < 1 || month > 12 || day < 1)
        return false;
    constexpr std::array<int, 13> longest{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return day <= longest[static_cast<std::size_t>(month)];
}

void remove_prefix_if(std::string& text, std::string_view prefix)
{
    if (text.starts_with(prefix))
        text = std::string(trimmed(text.substr(prefix.size())));
}

void remove_suffix_if(std::string& text, std::string_view suffix)
{
    if (text.ends_with(suffix))
        text = std::string(trimmed(text.substr(0, text.size() - suffix.size())));
}

constexpr std::string_view minus_sign = "\xE2\x88\x92";
constexpr std::string_view en_dash = "\xE2\x80\x93";

/// Every blank that is used between thousands as an ordinary one: no-break, narrow no-break and thin.
std::string with_plain_blanks(std::string_view text)
{
    constexpr std::array<std::string_view, 3> blanks{"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
    std::string plain;
    while (!text.empty())
    {
        const auto blank = std::find_if(blanks.begin(), blanks.end(),
                                        [text](std::string_view candidate) { return text.starts_with(candidate); });
        plain.push_back(blank == blanks.end() ? text.front() : ' ');
        text.remove_prefix(blank == blanks.end() ? 1 : blank->size());
    }
    return plain;
}

/// Groups of digits and the separators between them: "1.234,5" is {"1", "234", "5"} and ".,".
struct DigitGroups
{
    std::vector<std::string> groups{1};
    std::string separators;
};

std::optional<DigitGroups> digit_groups(std::string_view text)
{
    DigitGroups parts;
    for (const char letter : text)
    {
        if (is_digit(letter))
            parts.groups.back().push_back(letter);
        else if (letter == '.' || letter == ',' || letter == ' ' || letter == '\'')
        {
            parts.separators.push_back(letter);
            parts.groups.emplace_back();
        }
        else
            return std::nullopt;
    }
    const bool hole =
        std::any_of(parts.groups.begin(), parts.groups.end(), [](const std::string& group) { return group.empty(); });
    return hole ? std::nullopt : std::optional(parts);
}

/// True when the first `count` groups are the thousands of one number, parted by one and the same separator.
bool are_thousands(const DigitGroups& parts, std::size_t count)
{
    if (count == 1)
        return true;
    if (parts.groups.front().size() > 3 || parts.groups.front() == "0")
        return false;
    for (std::size_t i = 1; i < count; ++i)
        if (parts.groups[i].size() != 3 || parts.separators[i - 1] != parts.separators.front())
            return false;
    return true;
}

double number_of(const DigitGroups& parts, bool decimals)
{
    std::string digits;
    for (std::size_t i = 0; i < parts.groups.size(); ++i)
    {
        if (decimals && i + 1 == parts.groups.size())
            digits.push_back('.');
        digits.append(parts.groups[i]);
    }
    double number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

} // namespace

std::string format_number(double value, int decimals, Language language)
{
    if (!std::isfinite(value))
        return "–";
    // Halves go away from zero, as Calc shows them; std::to_chars alone would take them to the even digit.
    const double scale = std::pow(10.0, decimals);
    const double size = std::fabs(value);
    const double rounded = size * scale < 1e15 ? std::round(size * scale) / scale : size;
    std::array<char, 400> buffer{};
    const auto written =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed, decimals);
    const std::string_view digits(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
    const std::size_t whole_length = digits.find('.') == std::string_view::npos ? digits.size() : digits.find('.');
    const bool zero = digits.find_first_not_of("0.") == std::string_view::npos;
    const char thousand = language == Language::danish ? '.' : ',';
    std::string text = value < 0 && !zero ? "-" : "";
    for (std::size_t i = 0; i < whole_length; ++i)
    {
        if (i > 0 && (whole_length - i) % 3 == 0)
            text.push_back(thousand);
        text.push_back(digits[i]);
    }
    if (whole_length < digits.size())
    {
        text.push_back(language == Language::danish ? ',' : '.');
        text.append(digits.substr(whole_length + 1));
    }
    return text;
}

std::string format_plain(double value, Language language)
{
    for (int decimals = 0; decimals < 6; ++decimals)
    {
        const double scaled = value * std::pow(10.0, decimals);
        if (std::fabs(scaled - std::round(scaled)) <= 1e-9 * std::fmax(1.0, std::fabs(scaled)))
            return format_number(value, decimals, language);
    }
    return format_number(value, 6, language);
}

std::string format_readable(double value, int most_decimals, Language language)
{
    std::string plain = format_plain(value, language);
    const std::size_t point = plain.rfind(language == Language::danish ? ',' : '.');
    const std::size_t decimals = point == std::string::npos ? 0 : plain.size() - point - 1;
    if (decimals <= static_cast<std::size_t>(most_decimals))
        return plain;
    const double size = std::fabs(value);
    if (size >= 1000.0)
        return format_number(value, 0, language);
    // Three digits that count: 0.0177, 2.33, 495.87.
    const int wanted = size >= 0.1 ? 2 : 2 - static_cast<int>(std::floor(std::log10(size)));
    return format_number(value, std::min(wanted, 6), language);
}

bool looks_like_number(std::string_view text)
{
    std::string rest = folded(text);
    for (const std::string_view minus : {"\xE2\x88\x92", "\xE2\x80\x93", "-", "+", "'"})
        remove_prefix_if(rest, minus);
    remove_prefix_if(rest, "kr.");
    for (const std::string_view unit : {"%", "pct.", "pct", "kr.", "kr", ",-"})
        remove_suffix_if(rest, unit);
    if (rest.empty() || !is_digit(rest.front()) || !is_digit(rest.back()))
        return false;
    // Between two separators stand thousands, three digits; that tells a number from 30.9.2016 and 52.3.7.
    int separators = 0;
    int digits = 0;
    for (const char letter : rest)
    {
        if (is_digit(letter))
        {
            ++digits;
            continue;
        }
        const bool separator = letter == '.' || letter == ',' || letter == ' ' || letter == '\'';
        if (!separator || digits == 0 || (separators > 0 && digits != 3))
            return false;
        ++separators;
        digits = 0;
    }
    return true;
}

std::vector<double> number_readings(std::string_view text)
{
    constexpr std::size_t longest = 40;
    std::string rest(trimmed(with_plain_blanks(text)));
    if (rest.empty() || rest.size() > longest)
        return {};
    double sign = 1;
    for (const std::string_view minus : {minus_sign, en_dash, std::string_view("-"), std::string_view("+")})
        if (rest.starts_with(minus))
        {
            sign = minus == "+" ? 1 : -1;
            remove_prefix_if(rest, minus);
            break;
        }
    const std::optional<DigitGroups> parts = digit_groups(rest);
    if (!parts || (parts->groups.front().size() > 1 && parts->groups.front().front() == '0'))
        return {};
    const std::size_t count = parts->groups.size();
    std::vector<double> readings;
    const char last = parts->separators.empty() ? ' ' : parts->separators.back();
    const bool may_be_decimal = (last == '.' || last == ',') && are_thousands(*parts, count - 1) &&
                                (count < 3 || parts->separators.front() != last);
    if (count > 1 && may_be_decimal)
        readings.push_back(sign * number_of(*parts, true));
    if (are_thousands(*parts, count))
        readings.push_back(sign * number_of(*parts, false));
    return readings;
}

bool looks_like_cpr(std::string_view text)
{
    for (std::size_t start = 0; start + 10 <= text.size(); ++start)
    {
        if (!is_digit(text[start]) || (start > 0 && is_digit(text[start - 1])))
            continue;
        std::string digits;
        std::size_t position = start;
        while (position < text.size() && is_digit(text[position]) && digits.size() < 6)
            digits.push_back(text[position++]);
        if (digits.size() < 6)
            continue;
        if (position < text.size() && (text[position] == '-' || text[position] == ' '))
            ++position;
        else if (text.substr(position, 3) == "\xE2\x80\x93" || text.substr(position, 3) == "\xE2\x88\x92")
            position += 3;
        const std::size_t serial = position;
        while (position < text.size() && is_digit(text[position]))
            ++position;
        if (position - serial == 4 && possible_birth_date(digits))
            return true;
    }
    return false;
}

bool looks_like_cpr(double value)
{
    if (!(value >= 1e8 && value < 1e10) || value != std::floor(value))
        return false;
    std::string digits = std::to_string(static_cast<long long>(value));
    if (digits.size() == 9)
        digits.insert(digits.begin(), '0');
    return possible_birth_date(digits);
}

} // namespace trinvis
