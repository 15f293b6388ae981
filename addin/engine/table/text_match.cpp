// SPDX-License-Identifier: MPL-2.0
#include "table/text_match.hpp"

namespace trinvis
{

namespace
{

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_blank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
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

} // namespace trinvis
