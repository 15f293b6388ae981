// SPDX-License-Identifier: MPL-2.0
#include "table/csv_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace trinvis
{

namespace
{

constexpr std::size_t most_fields = 1'000'000;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Length of the UTF-8 sequence at a place, 0 when there is none.
std::size_t sequence_length(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char first = byte(at);
    const std::size_t length = first < 0x80                     ? 1
                               : first >= 0xC2 && first < 0xE0  ? 2
                               : first >= 0xE0 && first < 0xF0  ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    if (length == 0 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xC0) != 0x80)
            return 0;
    // Overlong forms, surrogates and what lies beyond the last character.
    const bool wrong = (first == 0xE0 && byte(at + 1) < 0xA0) || (first == 0xED && byte(at + 1) > 0x9F) ||
                       (first == 0xF0 && byte(at + 1) < 0x90) || (first == 0xF4 && byte(at + 1) > 0x8F);
    return wrong ? 0 : length;
}

void append_utf8(std::string& text, std::uint16_t character)
{
    if (character < 0x80)
        text.push_back(static_cast<char>(character));
    else if (character < 0x800)
    {
        text.push_back(static_cast<char>(0xC0 | (character >> 6)));
        text.push_back(static_cast<char>(0x80 | (character & 0x3F)));
    }
    else
    {
        text.push_back(static_cast<char>(0xE0 | (character >> 12)));
        text.push_back(static_cast<char>(0x80 | ((character >> 6) & 0x3F)));
        text.push_back(static_cast<char>(0x80 | (character & 0x3F)));
    }
}

char separator_of(std::string_view text)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    char best = ';';
    for (const char candidate : {',', '\t'})
        if (std::count(line.begin(), line.end(), candidate) > std::count(line.begin(), line.end(), best))
            best = candidate;
    return best;
}

bool begins_a_formula(std::string_view text)
{
    return !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
}

} // namespace

bool is_utf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();)
    {
        const std::size_t length = sequence_length(text, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

std::string from_windows_1252(std::string_view bytes)
{
    constexpr std::array<std::uint16_t, 32> from_80{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    std::string result;
    for (const char letter : bytes)
    {
        const auto byte = static_cast<unsigned char>(letter);
        append_utf8(result, byte >= 0x80 && byte < 0xA0 ? from_80.at(byte - 0x80U) : byte);
    }
    return result;
}

void write_csv_row(std::string& out, const std::vector<std::string>& fields, char separator)
{
    bool first = true;
    for (const std::string& field : fields)
    {
        if (!first)
            out.push_back(separator);
        first = false;
        if (field.find_first_of(std::string("\"\r\n") + separator) == std::string::npos)
        {
            out += field;
            continue;
        }
        out.push_back('"');
        for (const char letter : field)
        {
            if (letter == '"')
                out.push_back('"');
            out.push_back(letter);
        }
        out.push_back('"');
    }
    out += "\r\n";
}

std::optional<std::vector<std::vector<std::string>>> read_csv(std::string_view text)
{
    std::string converted;
    if (!is_utf8(text))
        text = converted = from_windows_1252(text);
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    const char separator = separator_of(text);
    std::vector<std::vector<std::string>> rows;
    std::size_t fields = 0;
    std::size_t at = 0;
    while (at < text.size())
    {
        std::vector<std::string>& row = rows.emplace_back();
        for (bool more = true; more;)
        {
            if (++fields > most_fields)
                return std::nullopt;
            std::string& field = row.emplace_back();
            bool quoted = at < text.size() && text[at] == '"';
            at += quoted ? 1U : 0U;
            for (; at < text.size(); ++at)
            {
                const char letter = text[at];
                if (!quoted && (letter == separator || letter == '\n' || letter == '\r'))
                    break;
                if (quoted && letter == '"')
                {
                    if (at + 1 < text.size() && text[at + 1] == '"')
                        ++at;
                    else
                    {
                        quoted = false;
                        continue;
                    }
                }
                field.push_back(letter);
            }
            if (quoted)
                return std::nullopt;
            more = at < text.size() && text[at] == separator;
            at += more ? 1U : 0U;
        }
        if (at < text.size() && text[at] == '\r')
            ++at;
        if (at < text.size() && text[at] == '\n')
            ++at;
    }
    return rows;
}

std::string without_formula(std::string_view text)
{
    return (begins_a_formula(text) || text.starts_with('\'') ? "'" : "") + std::string(text);
}

std::string with_formula(std::string_view text)
{
    if (text.starts_with('\'') && (begins_a_formula(text.substr(1)) || text.substr(1).starts_with('\'')))
        text.remove_prefix(1);
    return std::string(text);
}

} // namespace trinvis
