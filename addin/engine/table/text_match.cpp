// SPDX-License-Identifier: MPL-2.0
#include "table/text_match.hpp"

#include <cstdint>

namespace trinvis
{

namespace
{

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_blank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

/// The bytes of a folded text one after the other, without making the text.
class FoldedBytes
{
public:
    explicit FoldedBytes(std::string_view text) : m_text(trimmed(text))
    {
    }

    /// The next byte, -1 at the end.
    int next()
    {
        if (m_at >= m_text.size())
            return -1;
        const char letter = m_text[m_at++];
        if (letter >= 'A' && letter <= 'Z')
            return letter - 'A' + 'a';
        if (is_blank(letter) || begins_wide_blank(m_at - 1))
        {
            m_at -= 1;
            while (m_at < m_text.size() && (is_blank(m_text[m_at]) || begins_wide_blank(m_at)))
                m_at += is_blank(m_text[m_at]) ? 1 : no_break_space.size();
            return ' ';
        }
        const auto byte = static_cast<unsigned char>(letter);
        // U+00C0…U+00DE are the capitals of U+00E0…U+00FE, except the multiplication sign U+00D7.
        const bool after_c3 = m_at >= 2 && m_text[m_at - 2] == '\xC3';
        const bool capital = after_c3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
        return capital ? byte + 0x20 : byte;
    }

private:
    [[nodiscard]] bool begins_wide_blank(std::size_t at) const
    {
        return m_text[at] == no_break_space[0] && m_text.substr(at, no_break_space.size()) == no_break_space;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

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
    FoldedBytes bytes(text);
    std::string result(text.size(), '\0');
    std::size_t length = 0;
    for (int byte = bytes.next(); byte >= 0; byte = bytes.next())
        result[length++] = static_cast<char>(byte);
    result.resize(length);
    return result;
}

bool same_text(std::string_view a, std::string_view b)
{
    FoldedBytes left(a);
    FoldedBytes right(b);
    int byte = 0;
    do
    {
        byte = left.next();
        if (byte != right.next())
            return false;
    } while (byte >= 0);
    return true;
}

std::string text_check(std::string_view text)
{
    std::uint32_t hash = 2166136261U; // FNV-1a
    for (const char letter : trimmed(text))
        hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    std::string letters;
    for (int i = 0; i < 7; ++i, hash /= 26)
        letters.push_back(static_cast<char>('a' + hash % 26));
    return letters;
}

std::string beginning_of(std::string_view text, std::size_t letters)
{
    std::size_t count = 0;
    std::size_t last_blank = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
    {
        // The bytes that carry on a letter of UTF-8 are none of their own.
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
            continue;
        if (count++ == letters)
            return std::string(text.substr(0, last_blank == 0 ? at : last_blank)) + "…";
        if (text[at] == ' ')
            last_blank = at;
    }
    return std::string(text);
}

} // namespace trinvis
