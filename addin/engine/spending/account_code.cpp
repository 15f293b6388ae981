// SPDX-License-Identifier: MPL-2.0
#include "spending/account_code.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <vector>

namespace trinvis::spending
{

namespace
{

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool all_digits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// The code in front of a name: "5.28.20 Opholdssteder" and "52820-Opholdssteder".
std::string_view code_in_front(std::string_view text)
{
    const std::string_view whole = trimmed(text);
    const std::size_t end = whole.find_first_not_of("0123456789.");
    if (end == std::string_view::npos)
        return whole;
    const char behind = whole[end];
    return end > 0 && (behind == ' ' || behind == '-' || behind == ':' || behind == ',') ? whole.substr(0, end) : whole;
}

std::vector<std::string_view> parts_of(std::string_view code)
{
    std::vector<std::string_view> parts;
    while (true)
    {
        const std::size_t dot = code.find('.');
        parts.push_back(code.substr(0, dot));
        if (dot == std::string_view::npos)
            return parts;
        code = code.substr(dot + 1);
    }
}

std::string dotted(std::string_view five)
{
    return std::string(five.substr(0, 1)) + "." + std::string(five.substr(1, 2)) + "." + std::string(five.substr(3, 2));
}

/// "5.28.20", "05.28.20", "5.28.20.001", "5.28.20.1.001".
AccountCode from_parts(std::vector<std::string_view> parts)
{
    AccountCode code;
    if (parts.size() < 3 || parts.size() > 5 || !std::ranges::all_of(parts, all_digits))
        return code;
    if (parts[0].size() == 2 && parts[0][0] == '0')
        parts[0].remove_prefix(1);
    if (parts[0].size() != 1 || parts[1].size() != 2 || parts[2].size() != 2)
        return code;
    if (parts.size() == 5 && (parts[3].size() != 1 || parts[4].size() > 3))
        return code;
    code.function = dotted(std::string(parts[0]) + std::string(parts[1]) + std::string(parts[2]));
    if (parts.size() == 5)
        code.dranst = parts[3][0];
    if (parts.size() > 3)
        code.grouping = grouping_code(parts.back());
    return code;
}

/// Digits alone: five or six are a function, eight and more a grouping too.
AccountCode from_digits(std::string_view digits)
{
    constexpr std::size_t function_digits = 5;
    constexpr std::size_t all = 8;
    AccountCode code;
    if (digits.size() == function_digits + 1 && digits[0] == '0')
        digits.remove_prefix(1);
    if (digits.size() == all + 1)
    {
        if (digits[0] != '0')
            code.dranst = digits[0];
        digits.remove_prefix(1);
    }
    if (digits.size() != function_digits && digits.size() != all)
        return {};
    code.function = dotted(digits.substr(0, function_digits));
    if (digits.size() == all)
        code.grouping = std::string(digits.substr(function_digits));
    return code;
}

} // namespace

std::string grouping_code(std::string_view text)
{
    const std::string_view code = code_in_front(text);
    if (!all_digits(code) || code.size() > 3)
        return std::string(trimmed(text));
    return std::string(3 - code.size(), '0') + std::string(code);
}

AccountCode account_code(std::string_view function, std::string_view grouping)
{
    const std::string_view front = code_in_front(function);
    AccountCode code = all_digits(front) ? from_digits(front) : from_parts(parts_of(front));
    if (code.function.empty())
        code = {std::string(trimmed(function)), {}, 0};
    if (std::string own = grouping_code(grouping); !own.empty())
        code.grouping = std::move(own);
    return code;
}

bool is_function(std::string_view function)
{
    const AccountCode code = account_code(function, {});
    return code.function.size() == 7 && code.function[1] == '.' && code.function[4] == '.' &&
           std::ranges::count_if(code.function, is_digit) == 5;
}

} // namespace trinvis::spending
