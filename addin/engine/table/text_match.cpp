// SPDX-License-Identifier: MPL-2.0
#include "table/text_match.hpp"

#include <algorithm>
#include <vector>

namespace trinvis
{

namespace
{

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_blank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

/// A UTF-8 text as its letters, so that "ø" counts as one.
std::vector<std::string_view> letters_of(std::string_view text)
{
    std::vector<std::string_view> letters;
    std::size_t start = 0;
    while (start < text.size())
    {
        std::size_t end = start + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80)
            ++end;
        letters.push_back(text.substr(start, end - start));
        start = end;
    }
    return letters;
}

/// Letters to change, add or take away to make one text the other (Levenshtein's distance).
std::size_t edit_distance(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i)
    {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j)
        {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty())
    {
        if (is_blank(text.front()))
            text.remove_prefix(1);
        else if (text.starts_with(no_break_space))
            text.remove_prefix(no_break_space.size());
        else if (is_blank(text.back()))
            text.remove_suffix(1);
        else if (text.ends_with(no_break_space))
            text.remove_suffix(no_break_space.size());
        else
            break;
    }
    return text;
}

std::string folded(std::string_view text)
{
    text = trimmed(text);
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
    {
        const char letter = text[i];
        const bool wide_blank = text.substr(i, no_break_space.size()) == no_break_space;
        if (is_blank(letter) || wide_blank)
        {
            if (result.back() != ' ')
                result.push_back(' ');
            if (wide_blank)
                ++i;
        }
        else if (letter >= 'A' && letter <= 'Z')
            result.push_back(static_cast<char>(letter - 'A' + 'a'));
        else if (letter == '\xC3' && i + 1 < text.size())
        {
            // U+00C0…U+00DE are the capitals of U+00E0…U+00FE, except the multiplication sign U+00D7.
            const auto second = static_cast<unsigned char>(text[++i]);
            const bool capital = second >= 0x80 && second <= 0x9E && second != 0x97;
            result.push_back(letter);
            result.push_back(static_cast<char>(capital ? second + 0x20 : second));
        }
        else
            result.push_back(letter);
    }
    return result;
}

bool same_text(std::string_view a, std::string_view b)
{
    return folded(a) == folded(b);
}

bool nearly_same_text(std::string_view text, std::string_view other)
{
    // Nobody's slip turns a heading into a long sentence, and the distance of long texts costs time.
    constexpr std::size_t longest = 80;
    const std::string typed = folded(text);
    const std::string wanted = folded(other);
    if (typed.empty() || wanted.empty() || typed == wanted || typed.size() > longest || wanted.size() > longest)
        return false;
    if (typed.starts_with(wanted) && (typed[wanted.size()] == ' ' || typed[wanted.size()] == '('))
        return true;
    const std::vector<std::string_view> letters = letters_of(wanted);
    return edit_distance(letters_of(typed), letters) <= (letters.size() < 5 ? 1U : 2U);
}

} // namespace trinvis
