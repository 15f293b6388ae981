// SPDX-License-Identifier: MPL-2.0
#include "ladder/mapping_code.hpp"

#include "catalogue/workbook.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

namespace trinvis
{

namespace
{

constexpr double least_date = 30000; ///< a day number of this century or the last one; no law has so many sections
constexpr std::size_t grouping_digits = 3;

bool is_digit(char letter)
{
    return std::isdigit(static_cast<unsigned char>(letter)) != 0;
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string code;
    for (const std::string& part : parts)
        code += (code.empty() ? "" : "|") + part;
    return code;
}

std::string without_zeros(std::string_view digits)
{
    const std::size_t first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? "0" : std::string(digits.substr(first));
}

/// The groups of digits at the beginning of a text, up to the first letter.
std::vector<std::string> leading_digit_groups(std::string_view text)
{
    std::vector<std::string> groups;
    bool within = false;
    for (const char letter : text)
    {
        if (is_digit(letter))
        {
            if (!within)
                groups.emplace_back();
            groups.back() += letter;
            within = true;
            continue;
        }
        within = false;
        if (letter != '.' && letter != '-' && letter != ' ' && letter != ',' && letter != '/')
            break;
    }
    return groups;
}

/// Numbers, each with the single letter behind it: "§ 76 a, stk. 2" -> "76a|2". Longer words are the law's name, stk. and
/// nr.; what follows "jf." is another section.
std::string section_code(std::string_view text)
{
    std::vector<std::string> parts;
    const std::string small = folded(text);
    for (std::size_t at = 0; at < small.size();)
    {
        const auto same_kind = [&](std::size_t place) {
            return is_digit(small[at]) ? is_digit(small[place])
                                       : std::isalpha(static_cast<unsigned char>(small[place])) != 0;
        };
        std::size_t end = at;
        while (end < small.size() && same_kind(end))
            ++end;
        const std::string_view token = std::string_view(small).substr(at, end - at);
        const bool close = at > 0 && (is_digit(small[at - 1]) || small[at - 1] == ' ' || small[at - 1] == '-');
        if (!token.empty() && is_digit(token.front()))
            parts.push_back(without_zeros(token));
        else if (token == "jf" || token == "jfr")
            break;
        else if (token.size() == 1 && close && !parts.empty() && is_digit(parts.back().back()))
            parts.back() += token;
        at = std::max(end, at + 1);
    }
    return joined(parts);
}

std::string padded(std::string digits)
{
    digits = without_zeros(digits);
    if (digits.size() < grouping_digits)
        digits.insert(0, grouping_digits - digits.size(), '0');
    return digits;
}

/// Digits without a sign between them: main account, main function and function are one, two and two digits.
std::vector<std::string> split_function(std::string_view digits)
{
    const std::string plain = without_zeros(digits);
    std::vector<std::string> parts{plain.substr(0, 1)};
    if (plain.size() >= 3)
        parts.push_back(plain.substr(1, 2));
    if (plain.size() >= 5)
        parts.push_back(plain.substr(3, 2));
    // Behind the function stands the grouping; nine digits have the kind of spending before it.
    if (plain.size() == 8)
        parts.push_back(plain.substr(5));
    if (plain.size() == 9)
        parts.push_back(plain.substr(6));
    const bool whole =
        plain.size() == 1 || plain.size() == 3 || plain.size() == 5 || plain.size() == 8 || plain.size() == 9;
    return whole ? parts : std::vector<std::string>{};
}

std::string code_of_account(std::string_view text)
{
    // "Funktion 5.28.21" is a code too.
    const std::size_t first_digit = text.find_first_of("0123456789");
    if (first_digit == std::string_view::npos)
        return {};
    const std::vector<std::string> groups = leading_digit_groups(text.substr(first_digit));
    std::vector<std::string> parts;
    std::size_t next = 1;
    if (without_zeros(groups[0]).size() == 1)
    {
        parts.push_back(without_zeros(groups[0]));
        for (; next < groups.size() && next < 3; ++next)
            parts.push_back(groups[next].size() == 1 ? "0" + groups[next] : groups[next]);
    }
    else
    {
        parts = split_function(groups[0]);
        if (parts.size() == 2 && groups.size() > 1 && groups[1].size() == 2)
            parts.push_back(groups[next++]);
    }
    // One group more is the grouping; two are the kind of spending and the grouping.
    if (parts.size() == 3 && groups.size() > next)
        parts.push_back(padded(groups.size() > next + 1 ? groups[next + 1] : groups[next]));
    return joined(parts);
}

} // namespace

std::string mapping_code(MappingKind kind, const Cell& cell)
{
    if (is_section_turned_date(kind, cell))
        return {};
    const std::string text = cell_text(cell, Language::danish);
    switch (kind)
    {
    case MappingKind::measure:
        return folded(text);
    case MappingKind::section_sel:
    case MappingKind::section_bl:
        return section_code(text);
    case MappingKind::place:
    {
        const std::vector<std::string> groups = leading_digit_groups(text);
        return groups.empty() ? folded(text) : without_zeros(groups.front());
    }
    case MappingKind::account:
        break;
    }
    return code_of_account(text);
}

std::string account_code(const Cell& function, const Cell& grouping)
{
    std::string code = mapping_code(MappingKind::account, function);
    const std::vector<std::string> groups = leading_digit_groups(cell_text(grouping, Language::danish));
    if (std::ranges::count(code, '|') == 2 && !groups.empty())
        code += "|" + padded(groups.back());
    return code;
}

std::optional<std::pair<int, int>> section_range(std::string_view text)
{
    constexpr std::string_view sections = "§§";
    const std::size_t at = text.find(sections);
    if (at == std::string_view::npos)
        return std::nullopt;
    const std::vector<std::string> groups = leading_digit_groups(trimmed(text.substr(at + sections.size())));
    constexpr std::size_t most_digits = 4;
    if (groups.size() != 2 || groups[0].size() > most_digits || groups[1].size() > most_digits)
        return std::nullopt;
    const std::pair<int, int> range{std::stoi(groups[0]), std::stoi(groups[1])};
    return range.first < range.second ? std::optional(range) : std::nullopt;
}

bool is_section_turned_date(MappingKind kind, const Cell& cell)
{
    const double* number = std::get_if<double>(&cell);
    return number && *number >= least_date && (kind == MappingKind::section_sel || kind == MappingKind::section_bl);
}

std::string code_above(std::string_view code)
{
    const std::size_t last = code.rfind('|');
    return last == std::string_view::npos ? std::string{} : std::string(code.substr(0, last));
}

} // namespace trinvis
